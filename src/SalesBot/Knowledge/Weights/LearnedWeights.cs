using System.Text.Json;
using Microsoft.Extensions.Options;

namespace SalesBot.Knowledge.Weights;

/// <summary>
/// What signs weigh in the order of passages, in the honesty gate and in the choice of sentences: learned from
/// examples, kept in files with the command that made them. <c>Knowledge:Weights</c> names a folder of others; what is
/// not there is the program's own.
/// </summary>
sealed class LearnedWeights
{
    /// <summary>The name of a file without its extension, and of a resource of the program.</summary>
    public const string Ranking = "ranking",
        Reranking = "reranking",
        Gate = "gate",
        GateOfFacts = "gate-facts",
        Sentences = "sentences";

    readonly string folder;
    readonly Dictionary<string, WeightFile> files;

    public LearnedWeights(IOptions<KnowledgeOptions> options)
    {
        folder = options.Value.Weights;
        files = new[] { Ranking, Reranking, Gate, GateOfFacts, Sentences }.ToDictionary(name => name, Read);
    }

    /// <summary>The program's own.</summary>
    public static LearnedWeights Shipped { get; } = new(Options.Create(new KnowledgeOptions()));

    /// <summary>The weights of that file for what there is to go by: words and meaning, or words alone.</summary>
    /// <exception cref="KnowledgeFault">The folder holds a file that is no file of weights.</exception>
    public Weighing Of(string file, bool hasMeaning) => hasMeaning ? files[file].Meaning : files[file].Words;

    WeightFile Read(string name)
    {
        var path = Path.Combine(folder, $"{name}.json");
        using var content =
            folder.Length > 0 && File.Exists(path)
                ? File.OpenRead(path)
                : typeof(LearnedWeights).Assembly.GetManifestResourceStream($"{name}.json")
                    ?? throw new InvalidOperationException(
                        $"{name}.json is missing from the program; reinstall SalesBot."
                    );
        try
        {
            return JsonSerializer.Deserialize(content, WeightJson.Default.WeightFile)
                ?? throw new KnowledgeFault($"'{path}' is not a valid weights file.");
        }
        catch (JsonException fault)
        {
            throw new KnowledgeFault($"'{path}' is not a valid weights file: {fault.Message}", fault);
        }
    }
}
