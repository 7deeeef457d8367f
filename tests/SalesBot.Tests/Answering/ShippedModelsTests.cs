using System.IO.Compression;
using SalesBot.Answering;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

public sealed class ShippedModelsTests
{
    /// <summary>
    /// Run <c>-- teach src/SalesBot/Classifying/Learned</c> of the benchmarks where examples, or what is seen of a text,
    /// changed.
    /// </summary>
    [Fact]
    public async Task What_ships_learned_is_what_the_examples_teach()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        foreach (var model in ShippedModels.All(knowledge.Encoder))
        {
            using var learned = new MemoryStream();
            model.Write(learned);
            learned.Position = 0;
            using var shipped = typeof(ShippedModels).Assembly.GetManifestResourceStream($"{model.Name}.model")!;
            Unpacked(shipped).SequenceEqual(Unpacked(learned)).ShouldBeTrue($"{model.Name}.model is out of date");
        }
    }

    static byte[] Unpacked(Stream file)
    {
        using var packed = new BrotliStream(file, CompressionMode.Decompress);
        using var content = new MemoryStream();
        packed.CopyTo(content);
        return content.ToArray();
    }
}
