using SalesBot.Answering.Sides;

namespace SalesBot.Answering;

/// <summary>What somebody may want to say next to an answer, in their own words.</summary>
static class NextQuestions
{
    const int MostSections = 2;

    /// <summary>What was found with so much of the best score is still about what was asked.</summary>
    const double Near = 0.7;

    static readonly string[] Asking = ["What", "Why", "How", "Which", "Who", "When", "Where", "Is", "Are"];

    static readonly string[] Verbs =
    [
        "is",
        "are",
        "do",
        "does",
        "must",
        "can",
        "comes",
        "counts",
        "happens",
        "has",
        "have",
    ];

    /// <summary>
    /// What settles a close call first, then what can be had of the answer, then what stands beside it.
    /// </summary>
    public static IReadOnlyList<string> Of(Answer answer) =>
        [
            .. Settling.Replies(answer.Classification),
            .. OfItself(answer),
            .. answer.Kind == AnswerKind.Refusal ? [] : Sections(answer).Take(MostSections).Select(AboutSection),
        ];

    static string[] OfItself(Answer answer) =>
        answer switch
        {
            _ when Intents.AnswerWords.Read(answer.Question) is not null => [],
            { Kind: AnswerKind.Classification, Cited.Count: > 0 } => ["Why?"],
            { Table.Rows.Count: ComparisonAnswers.MostThemes } => ["All the differences"],
            _ => [],
        };

    /// <summary>The headings of what else was found.</summary>
    static IEnumerable<string> Sections(Answer answer)
    {
        var cited = answer.Cited.Select(place => answer.Citations[place].Section).ToHashSet(StringComparer.Ordinal);
        var others = answer.Citations.Where((_, place) => !answer.Cited.Contains(place)).ToList();
        var near = others.Select(citation => citation.Score).DefaultIfEmpty().Max() * Near;
        return others
            .Where(citation => citation.Score >= near)
            .Select(citation => citation.Section)
            .Where(section => section.Length > 0 && !section.Contains(',') && !cited.Contains(section))
            .Select(section => section.Split(Knowledge.Passages.Passage.Below)[^1])
            .Distinct();
    }

    /// <summary>A heading that asks, or says what it tells, is a question already.</summary>
    public static string AboutSection(string heading) =>
        heading.Split(' ') switch
        {
            _ when heading.EndsWith('?') => heading,
            [var first, var second, ..] when Asking.Contains(first) && Verbs.Contains(second) => $"{heading}?",
            [var first, ..] when Asking.Contains(first) => $"Tell me {char.ToLowerInvariant(heading[0])}{heading[1..]}",
            _ => $"Tell me about: {heading}",
        };
}
