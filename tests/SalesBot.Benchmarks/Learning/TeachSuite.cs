using Microsoft.Extensions.Options;
using SalesBot.Answering;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Benchmarks.Learning;

/// <summary>What the example messages, questions and tasks teach, as it ships with the program.</summary>
static class TeachSuite
{
    /// <param name="folder">Where the models go: <c>src/SalesBot/Classifying/Learned</c>.</param>
    public static int Run(string folder)
    {
        var options = Options.Create(new KnowledgeOptions());
        using var onnx = new OnnxEncoder(options);
        Directory.CreateDirectory(folder);
        foreach (var model in ShippedModels.All(new TextVectors(onnx, options)))
        {
            using var file = File.Create(Path.Combine(folder, $"{model.Name}.model"));
            model.Write(file);
            System.Console.WriteLine($"{model.Name}: {file.Length} bytes");
        }
        return 0;
    }
}
