using SalesBot.Answering;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Benchmarks;

/// <summary>
/// Writes the vectors of all texts that ship with the program, so that a first start need not encode thousands. To be run again when one of these files or the
/// encoder changes; a test says so.
/// </summary>
static class PackSuite
{
    public static int Run(string path)
    {
        var encoder = SentenceEncoder.Shipped();
        using var file = File.Create(path);
        VectorStore.Write(file, KnownTexts.All().Select(text => (text, SentenceVector.Of(encoder.Encode(text)))));
        System.Console.WriteLine($"{KnownTexts.All().Count} texts, {file.Length} bytes");
        return 0;
    }
}
