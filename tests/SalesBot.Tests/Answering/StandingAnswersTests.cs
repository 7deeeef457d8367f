using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge.Passages;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

/// <summary>
/// What must hold of every answer, whatever is asked: over all questions of the tests, and those beside the project
/// where they are present.
/// </summary>
public sealed partial class StandingAnswersTests : IAsyncLifetime, IDisposable
{
    readonly BuiltKnowledge knowledge = new(Repository.Knowledge);

    public async ValueTask InitializeAsync() => await knowledge.RefreshedAsync();

    public ValueTask DisposeAsync() => default;

    public void Dispose() => knowledge.Dispose();

    static IEnumerable<(string Question, IReadOnlyList<string> History)> Asked()
    {
        foreach (
            var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "facts.tsv")).Skip(1)
        )
            yield return (line.Split('\t')[4], []);
        foreach (var example in SideModel.Shipped.Value.Take(150))
            yield return ($"Which one {example.Task}?", []);
        foreach (var example in LabelledExample.Shipped.Value.Where((_, i) => i % 25 == 0))
            yield return (example.Task, []);
        foreach (
            var thing in new[]
            {
                "email marketing",
                "pricing",
                "cold calling",
                "payroll",
                "the newsletter",
                "closing a deal",
                "market research",
            }
        )
        foreach (
            var form in new[]
            {
                "Is {0} marketing?",
                "is {0} a sales task",
                "Isn't {0} part of sales?",
                "{0} is marketing, right?",
                "Does sales do {0}?",
            }
        )
            yield return (string.Format(System.Globalization.CultureInfo.InvariantCulture, form, thing), []);
        var evaluation = Path.Combine(Repository.Root, "..", "shared", "eval");
        foreach (
            var file in Directory.Exists(evaluation)
                ? Directory.GetFiles(evaluation, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>()
        )
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0).Take(400))
            if (
                JsonDocument.Parse(line).RootElement is { ValueKind: JsonValueKind.Object } one
                && Text(one, "ask", "question", "task") is { } question
            )
                yield return (question, []);
    }

    static string? Text(JsonElement one, params string[] names) =>
        names
            .Select(name =>
                one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()
                    : null
            )
            .FirstOrDefault(text => text is not null);

    [Fact]
    public void Every_answer_stands()
    {
        var composer = knowledge.Composer();
        using var lease = knowledge.Index.Lease();
        var asked = Asked().ToList();
        asked.Count.ShouldBeGreaterThan(300);
        var broken = asked
            .SelectMany(one =>
                Broken(one.Question, composer.Compose(one.Question, one.History, lease))
                    .Select(fault => $"{one.Question}: {fault}")
            )
            .ToList();
        broken.ShouldBeEmpty();
    }

    /// <summary>The same over companies' own pages, where they lie beside the project.</summary>
    [Theory]
    [InlineData("gitlab")]
    [InlineData("sourcegraph")]
    public async Task Every_answer_from_a_companys_pages_stands(string company)
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "handbooks");
        if (!Directory.Exists(Path.Combine(folder, company)))
            Assert.Skip("The companies' pages are not beside the project.");
        using var pages = await new BuiltKnowledge(Path.Combine(folder, company)).RefreshedAsync();
        var composer = pages.Composer();
        using var lease = pages.Index.Lease();
        var asked = File.ReadLines(Path.Combine(folder, "questions.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(one => one.GetProperty("handbook").GetString() == company)
            .Select(one => one.GetProperty("question").GetString()!)
            .ToList();
        asked.ShouldNotBeEmpty();
        asked
            .SelectMany(question =>
                Broken(question, composer.Compose(question, [], lease)).Select(fault => $"{question}: {fault}")
            )
            .ShouldBeEmpty();
    }

    static IEnumerable<string> Broken(string question, AnswerDraft answer)
    {
        var cited = answer.Sentences.Where(sentence => sentence.Citation is not null).ToList();
        if (answer.Verdict is Verdict.Sales or Verdict.Marketing && answer.Kind == AnswerKind.Classification)
            foreach (
                var sentence in cited.Where(sentence =>
                    sentence.Exact
                    && TeamNames.SideOf(sentence.Text, onlyOne: true) is { } named
                    && named != answer.Verdict
                )
            )
                yield return $"{answer.Verdict} above the other team's “{sentence.Text}”";
        if (
            YesNoWords.Read(question, []) is not null
            && answer.Kind is not (AnswerKind.Refusal or AnswerKind.Help)
            && !YesOrNo().IsMatch(answer.Text)
        )
            yield return $"neither yes nor no: {answer.Text}";
        if (cited is [var first, ..] && Subjects.Hangs(first.Text))
            yield return $"nobody knows what “{first.Text}” speaks of";
        var numbers = Number()
            .Matches(answer.Text)
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        if (
            !numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))
            || numbers.Count
                != cited
                    .Select(sentence => answer.Citations[sentence.Citation ?? 0])
                    .Select(one => (one.Title, one.Section))
                    .Distinct()
                    .Count()
        )
            yield return $"sources are numbered {string.Join(", ", numbers)}";
        if (answer.Kind == AnswerKind.Refusal && answer.Text.Split('\n')[0].Count(c => c == '“') > 1)
            yield return $"blames several words: {answer.Text}";
    }

    [GeneratedRegex(@"^\W*(?:yes|no|it depends)\b", RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"^\[(\d+)\] ", RegexOptions.Multiline)]
    private static partial Regex Number();
}
