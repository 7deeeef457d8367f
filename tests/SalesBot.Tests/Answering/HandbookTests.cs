using System.Text.Json.Nodes;
using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

/// <summary>
/// A company's own handbook, which tells figures, prices, dates, names and places: what it holds is answered, what it
/// lacks is not.
/// </summary>
public sealed class HandbookTests : IAsyncLifetime, IDisposable
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests", "SalesBot.Tests", "Answering", "Handbook");

    readonly BuiltKnowledge knowledge = new();
    List<(JsonNode Item, AnswerDraft Answer)> answers = [];

    public async ValueTask InitializeAsync()
    {
        knowledge.Write("handbook.md", File.ReadAllText(Path.Combine(Folder, "handbook.md")));
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        var composer = knowledge.Composer();
        answers =
        [
            .. File.ReadLines(Path.Combine(Folder, "questions.jsonl"))
                .Select(line => JsonNode.Parse(line)!)
                .Select(item => (item, composer.Compose((string?)item["question"] ?? "", [], lease))),
        ];
    }

    public ValueTask DisposeAsync() => default;

    public void Dispose() => knowledge.Dispose();

    [Fact]
    public void What_it_holds_is_found_and_mostly_answered()
    {
        var held = answers.Where(each => each.Item["gold"] is not null).ToList();
        held.Count(each =>
                each.Answer.Citations.Take(3)
                    .Any(citation => citation.Quote.Contains((string?)each.Item["gold"]![0]![0]!["quote"] ?? "?"))
            )
            .ShouldBeGreaterThanOrEqualTo(held.Count * 9 / 10);
        held.Count(each => each.Answer.Kind is not AnswerKind.Refusal).ShouldBeGreaterThanOrEqualTo(held.Count * 3 / 4);
    }

    [Fact]
    public void What_it_lacks_is_mostly_refused()
    {
        var lacking = answers.Where(each => each.Item["gold"] is null).ToList();
        lacking
            .Count(each => each.Answer.Kind is AnswerKind.Refusal || each.Answer.Verdict == Verdict.Neither)
            .ShouldBeGreaterThanOrEqualTo(lacking.Count * 2 / 3);
    }
}
