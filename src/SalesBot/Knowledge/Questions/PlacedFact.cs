using System.Text.Json;
using SalesBot.Knowledge.Search;

namespace SalesBot.Knowledge.Questions;

/// <summary>
/// A fact with the passages of a generation that tell it, and the terms of each question, so that opening the
/// generation analyses nothing.
/// </summary>
sealed record PlacedFact(
    string Statement,
    IReadOnlyList<string> Questions,
    IReadOnlyList<string> Stems,
    IReadOnlyList<FactPlace> Places
)
{
    /// <summary>The file of a generation that keeps them, a JSON line each.</summary>
    public const string FileName = "questions.jsonl";

    public static PlacedFact Of(ExampleFact fact, IReadOnlyList<FactPlace> places) =>
        new(
            fact.Statement,
            fact.Questions,
            [.. fact.Questions.Select(question => string.Join(' ', Terms.Set(question)))],
            places
        );

    /// <summary>Those of a generation's folder; none for a generation of before they were kept.</summary>
    public static IReadOnlyList<PlacedFact> ReadAll(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return !File.Exists(path)
            ? []
            :
            [
                .. File.ReadLines(path)
                    .Select(line => JsonSerializer.Deserialize(line, Generations.GenerationJson.Default.PlacedFact))
                    .OfType<PlacedFact>(),
            ];
    }

    public static void Write(string folder, IEnumerable<PlacedFact> facts) =>
        File.WriteAllLines(
            Path.Combine(folder, FileName),
            facts.Select(fact => JsonSerializer.Serialize(fact, Generations.GenerationJson.Default.PlacedFact))
        );
}

/// <summary>
/// A passage, by its place in the generation, and how well it tells a fact beside the one that tells it best, up to 1.
/// </summary>
readonly record struct FactPlace(int Passage, double Weight);
