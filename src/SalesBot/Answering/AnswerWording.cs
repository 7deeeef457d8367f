using System.Text;
using SalesBot.Chat;
using SalesBot.Classifying;

namespace SalesBot.Answering;

/// <summary>How answers are worded in plain text.</summary>
static class AnswerWording
{
    public const string Help =
        "Ask me what sales and marketing are, how they differ, or whose task something is, for example: \"Is cold calling a sales or marketing task?\" "
        + "I answer from the company's own documents and show you where it stands.";

    public static string Quoted(IReadOnlyList<AnswerSentence> sentences, IReadOnlyList<Citation> citations)
    {
        var text = new StringBuilder(Said(sentences));
        foreach (var cited in sentences.Select(sentence => sentence.Citation).OfType<int>().Distinct())
            text.Append(CultureNeutral($"\n[{cited + 1}] {Source(citations[cited])}"));
        return text.ToString();
    }

    /// <summary>Sentences in a row; each item of a list on a line of its own.</summary>
    static string Said(IEnumerable<AnswerSentence> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
            text.Append(sentence.Mark is { } mark ? $"\n{mark} " : text.Length > 0 ? " " : "").Append(sentence.Text);
        return text.ToString().TrimStart('\n');
    }

    /// <summary>An answer, with what the material lacks for another part of the question.</summary>
    public static string Answer(IReadOnlyList<AnswerSentence> sentences, IReadOnlyList<Citation> citations, IReadOnlyList<string> missing) =>
        missing.Count == 0 ? Quoted(sentences, citations) : $"{Quoted(sentences, citations)}\n{Rest(missing)}";

    static string Rest(IReadOnlyList<string> missing) => $"The material does not answer the rest: it says nothing about {Listed(missing)}.";

    /// <summary>What is said without the sources, for where these stand in a place of their own.</summary>
    public static string WithoutSources(Answer answer)
    {
        if (answer.Sentences.Count == 0)
            return answer.Text;
        var lead = answer.Verdict is { } verdict ? [Lead(verdict, answer.Kind)] : Array.Empty<string>();
        var rest = answer.Missing.Count > 0 ? [Rest(answer.Missing)] : Array.Empty<string>();
        return string.Join(' ', [.. lead, Said(answer.Sentences), .. rest]);
    }

    public static string Comparison(Verdict? side, IReadOnlyList<AnswerSentence> sentences, IReadOnlyList<Citation> citations) =>
        side is { } one ? $"{Lead(one, AnswerKind.Comparison)} {Quoted(sentences, citations)}" : Quoted(sentences, citations);

    /// <summary>The sentence that names the team.</summary>
    public static string Lead(Verdict verdict, AnswerKind kind) => (kind, verdict) switch
    {
        (AnswerKind.Comparison, _) => $"{verdict}.",
        (_, Verdict.Sales) => "That is a sales task.",
        (_, Verdict.Marketing) => "That is a marketing task.",
        (_, Verdict.Both) => "That is for both, sales and marketing.",
        _ => "That is neither a sales nor a marketing task, as far as the material tells.",
    };

    /// <param name="missing">What the material lacks.</param>
    /// <param name="isUnsaid">Whether that stands nowhere in it; else it stands only apart from the rest of the question.</param>
    /// <param name="citations">What was found nearest.</param>
    public static string Refusal(IReadOnlyList<string> missing, bool isUnsaid, IReadOnlyList<Citation> citations)
    {
        var said = missing.Count == 0 ? "The material does not answer that."
            : $"The material does not answer that: {(isUnsaid ? "it says nothing about" : "no passage says enough about")} {Listed(missing)}.";
        return citations.Count == 0 ? said : $"{said}\nRelated, not an answer: “{citations[0].Quote}” ({Source(citations[0])})";
    }

    public static string OfVerdict(Classification classification, IReadOnlyList<AnswerSentence> sentences, IReadOnlyList<Citation> citations)
    {
        var lead = Lead(classification.Verdict, AnswerKind.Classification);
        return sentences.Count == 0 ? lead : $"{lead} {Quoted(sentences, citations)}";
    }

    static string Source(Citation citation) =>
        citation.Section.Length > 0 && citation.Section != citation.Title ? $"{citation.Title}, {citation.Section}" : citation.Title;

    static string Listed(IReadOnlyList<string> words) => string.Join(", ", words.Take(5).Select(word => word.Contains(' ') ? word : $"“{word}”"));

    static string CultureNeutral(FormattableString text) => FormattableString.Invariant(text);
}
