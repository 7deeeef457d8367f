using System.Text;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Answering;

/// <summary>How answers are worded in plain text.</summary>
static class AnswerWording
{
    public const string Help =
        "Ask me what sales and marketing are, how they differ, or whose task something is, for example: \"Is cold calling a sales or marketing task?\" "
        + "I answer from your company’s documents and show you the source.";

    /// <summary>
    /// Sentences with their sources below, numbered in order of use; several quotes from one place are one source.
    /// </summary>
    public static string Quoted(IReadOnlyList<AnswerSentence> sentences, IReadOnlyList<Citation> citations)
    {
        var text = new StringBuilder(Said(sentences));
        foreach (
            var (source, number) in sentences
                .Select(sentence => sentence.Citation)
                .OfType<int>()
                .Select(cited => citations[cited].Name)
                .Distinct()
                .Select((source, i) => (source, i + 1))
        )
            text.Append(CultureNeutral($"\n[{number}] {source}"));
        return text.ToString();
    }

    /// <summary>Sentences in a row; each item of a list on a line of its own.</summary>
    static string Said(IEnumerable<AnswerSentence> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
            text.Append(
                    sentence.Mark is { } mark ? $"\n{mark} "
                    : text.Length > 0 ? " "
                    : ""
                )
                .Append(sentence.Text);
        return text.ToString().TrimStart('\n');
    }

    /// <summary>An answer, with what the material lacks for another part of the question.</summary>
    public static string Answer(
        IReadOnlyList<AnswerSentence> sentences,
        IReadOnlyList<Citation> citations,
        IReadOnlyList<string> missing
    ) => missing.Count == 0 ? Quoted(sentences, citations) : $"{Quoted(sentences, citations)}\n{Rest(missing)}";

    static string Rest(IReadOnlyList<string> missing) =>
        $"The documents don’t answer the rest: they say nothing about {Listed(missing)}.";

    /// <summary>What is said without the sources, for where these stand in a place of their own.</summary>
    public static string WithoutSources(Answer answer) =>
        answer.Sentences.Count == 0
            ? answer.Text
            : string.Join(
                ' ',
                [Said(answer.Sentences), .. answer.Missing.Count > 0 ? [Rest(answer.Missing)] : Array.Empty<string>()]
            );

    /// <summary>The sentence that names the team.</summary>
    public static string Lead(Verdict verdict, AnswerKind kind) =>
        (kind, verdict) switch
        {
            (AnswerKind.Comparison, _) => $"{verdict}.",
            (_, Verdict.Sales) => "That is a sales task.",
            (_, Verdict.Marketing) => "That is a marketing task.",
            (_, Verdict.Both) => "That is a task for both sales and marketing.",
            _ => "I don’t think that’s sales or marketing. No document mentions it.",
        };

    /// <param name="missing">What the material lacks.</param>
    /// <param name="isUnsaid">Whether that stands nowhere in it; else it stands only apart from the rest of the
    /// question.</param>
    /// <param name="citations">What was found nearest.</param>
    public static string Refusal(IReadOnlyList<string> missing, bool isUnsaid, IReadOnlyList<Citation> citations)
    {
        var said =
            missing.Count == 0
                ? "The documents don’t answer that."
                : $"The documents don’t answer that: {(isUnsaid ? "they say nothing about" : "no passage says enough about")} {Listed([Telling(missing)])}.";
        return citations.Count == 0
            ? said
            : $"{said}\nThis may be related: “{citations[0].Quote.Replace(Passage.Cell, " – ")}” ({citations[0].Name})";
    }

    /// <summary>Of several words that are missing, the one that tells most; people need no list.</summary>
    static string Telling(IReadOnlyList<string> missing) =>
        missing
            .Where(word => !word.Contains(' '))
            .OrderBy(word => Doing.Contains(word.ToLowerInvariant()))
            .ThenByDescending(word => word.Length)
            .FirstOrDefault()
        ?? missing[0];

    /// <summary>What is done with anything tells nothing of what is missing.</summary>
    static readonly HashSet<string> Doing = new(
        (
            "goes go going write writes writing wrote post posts posting interview make makes making "
            + "handle handles handling manage manages managing use uses using get gets getting put puts "
            + "work works working need needs happen happens taken takes take doing done keep keeps "
            + "bring brings think thinks mean means called choose run runs running analysis things "
            + "thing stuff"
        ).Split(' '),
        StringComparer.Ordinal
    );

    static string Listed(IReadOnlyList<string> words) =>
        string.Join(", ", words.Take(5).Select(word => word.Contains(' ') ? word : $"“{word}”"));

    static string CultureNeutral(FormattableString text) => FormattableString.Invariant(text);
}
