using System.CommandLine;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Commands;

/// <summary><c>search</c>: the passages themselves, with scores.</summary>
static class SearchVerb
{
    static readonly Argument<string> Words = new("words") { Description = "What to search for" };
    static readonly Option<int> Top = new("--top")
    {
        Description = "How many passages (default: 10)",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };
    static readonly Option<bool> ExplainScores = new("--explain") { Description = "Show what each score consists of" };

    public static Command Create()
    {
        var verb = new Command("search", "Lists the passages that best match some words")
        {
            Words,
            Top,
            ExplainScores,
            CommonOptions.Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var words = parsed.GetValue(Words) ?? "";
        var top = parsed.GetValue(Top);
        if (PersonText.Fault(words) is { } fault)
            throw new UsageFault(fault);
        if (top is < 1 or > 1000)
            throw new UsageFault("--top must be a number from 1 to 1000.");
        await using var tools = Toolbox.Open(parsed);
        var index = await tools.ReadyIndexAsync(cancellationToken);
        using var lease = index.Lease();
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(PersonText.Clean(words));
        var hits = searcher.Search(query, top);
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(
                JsonSerializer.Serialize(
                    SearchView.Of(words, lease.Generation, hits, parsed.GetValue(ExplainScores)),
                    SearchJson.Readable
                )
            );
        else
            Show(query, hits, parsed.GetValue(ExplainScores));
        return ExitCode.Done;
    }

    static void Show(SearchQuery query, List<PassageHit> hits, bool explain)
    {
        foreach (var term in query.Terms.Where(term => term.CorrectedTo is not null))
            Screen.Error($"'{term.Word}' was read as '{term.CorrectedTo}'.");
        if (hits.Count == 0)
            Screen.Error("No passage contains any of these words.");
        string[] parts = explain ? ["words", "meaning", "asked", "often", "asked words", "covered"] : [];
        Screen.Table(
            ["score", .. parts, "document", "section", "passage"],
            hits.Select(hit =>
                (IReadOnlyList<string>)
                    [
                        $"{hit.Score:0.00}",
                        .. explain ? Parts(hit.Parts) : [],
                        hit.Passage.Document,
                        hit.Passage.Section,
                        hit.Passage.Text,
                    ]
            )
        );
    }

    static string[] Parts(ScoreParts parts) =>
        [
            .. new[]
            {
                parts.Words,
                parts.Meaning,
                parts.Asked,
                parts.AskedOften,
                parts.AskedWords,
                parts.Covered,
            }.Select(part => $"{part:0.00}"),
        ];

    static class SearchJson
    {
        public static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
        {
            Encoder = Answering.AnswerJson.Readable.Options.Encoder,
            Converters =
            {
                new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            },
        };
    }
}
