using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Commands.Evaluation;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Benchmarks.Learning;

/// <summary>
/// A question with what is right: a pattern that the answer's words match, words that it says, or passages that answer;
/// where there is none of these, the material does not tell.
/// </summary>
sealed partial record LearningItem(string Question, IReadOnlyList<string> History)
{
    /// <summary>What the answer's words match.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the answer says, seven tenths of the words at least.</summary>
    public string? Says { get; init; }

    /// <summary>The place that answers: a file's name and words of it.</summary>
    public IReadOnlyList<(string File, string Quote)> Places { get; init; } = [];

    /// <summary>How much worse a wrong answer to it is than to others.</summary>
    public double Weight { get; init; } = 1;

    public bool IsAnswerable => Pattern is not null || Says is not null || Places.Count > 0;

    /// <summary>
    /// Lines of <c>question, answer | says, file?, quote?</c>; <c>answer: null</c> where the material does not tell.
    /// </summary>
    public static IEnumerable<(string Set, LearningItem Item)> ReadQuestions(string path)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Trim().Length > 0))
        {
            var item = JsonDocument.Parse(line).RootElement;
            string? Text(string name) =>
                item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null;
            yield return (
                Text("handbook") ?? "",
                new LearningItem(Text("question") ?? "", [])
                {
                    Pattern = Text("answer"),
                    Says = Text("says"),
                    Places = Text("file") is { } file && Text("quote") is { } quote ? [(file, quote)] : [],
                }
            );
        }
    }

    public static LearningItem Of(EvaluationItem item) =>
        new(item.Text, item.History)
        {
            Places = [.. item.Gold.SelectMany(group => group).Select(gold => (gold.File, gold.Quote))],
            Weight = item.Kind is "near" or "trap" or "off" ? 2 : 1,
        };

    /// <summary>Whether the passage is one of those that answer.</summary>
    public bool IsIn(Passage passage) =>
        Places.Any(place =>
            Path.GetFileName(passage.Document) == Path.GetFileName(place.File)
            && Shares(Plain(passage.Text), Plain(place.Quote))
        );

    /// <summary>Whether a sentence holds what answers.</summary>
    public bool IsIn(string sentence) => Places.Any(place => Shares(Plain(sentence), Plain(place.Quote)));

    /// <summary>One holds the other, or half of it.</summary>
    static bool Shares(string here, string quote)
    {
        if (here.Length < 3 || quote.Length < 3)
            return false;
        var half = quote.Length / 2 + 1;
        return here.Contains(quote, StringComparison.Ordinal)
            || quote.Contains(here, StringComparison.Ordinal) && here.Length >= half
            || quote.Length > 20
                && (
                    here.Contains(quote[..half], StringComparison.Ordinal)
                    || here.Contains(quote[^half..], StringComparison.Ordinal)
                );
    }

    /// <summary>Whether what is said of a passage is right.</summary>
    public bool IsRight(string said, Passage passage)
    {
        if (Pattern is not null)
            return Regex.IsMatch(said, Pattern, RegexOptions.IgnoreCase);
        if (Says is null)
            return IsIn(passage);
        var words = Plain(Says)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 2)
            .ToList();
        var here = Plain(said).Split(' ').ToHashSet();
        return said.Contains(Says, StringComparison.OrdinalIgnoreCase)
            || words.Count > 2 && words.Count(here.Contains) >= 0.7 * words.Count;
    }

    static string Plain(string text) => Marks().Replace(text.ToLowerInvariant(), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}#@$%]+")]
    private static partial Regex Marks();
}
