using System.Text.RegularExpressions;
using SalesBot.Answering.Honesty;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>Sets the two teams side by side: which of them something is said of, and how they differ.</summary>
sealed partial class ComparisonAnswers(
    PassageFinder finder,
    PassageAnswers passages,
    SideChoice sides,
    ContrastTable contrasts
)
{
    public AnswerDraft Of(AskComparison comparison, GenerationLease lease)
    {
        var text = Form().ReplaceIn(comparison.Text, " ");
        var finding = finder.Find(comparison, text, comparison.LeansOn, lease);
        if (
            comparison.NamesOne
            && Chosen(comparison, lease) is { } chosen
            && (
                chosen.IsTold
                || IsStated(chosen.Hit)
                || SideChoice.AsksOneOfTheTwo(comparison.Text)
                    && (
                        finding.Answers
                        || chosen.IsCommon && (chosen.Hit.Meaning == 0 || chosen.Hit.Meaning >= LeastCommon)
                    )
            )
        )
            return new DraftBuilder(finding.Hits, lease.Generation.Searcher)
                .Say(AnswerWording.Lead(chosen.Side, AnswerKind.Comparison))
                .Quote(chosen.Hit)
                .Draft(AnswerKind.Comparison, chosen.Side, null, Math.Max(finding.Confidence, chosen.Hit.Score));
        if (!comparison.NamesOne && AsTable().IsIn(comparison.Text) && contrasts.Of(lease) is { Count: > 0 } rows)
            return SideBySide(rows, HonestyGate.Least, lease);
        if (
            !comparison.NamesOne
            && PassagePreference.AsksNothingElse(finding.Query)
            && Difference(comparison, finding, lease) is { } difference
        )
            return difference;
        if (OnTheme(comparison.Text, finding, lease) is { } themed)
            return themed;
        if (!comparison.NamesOne && Defined(comparison.Text, finding, lease) is { } defined)
            return defined;
        if (!finding.Answers || comparison.NamesOne && Coverage.Of(finding.Query, finding.Hits[0]) < LeastCovered)
            return PassageAnswers.Refusal(finding);
        var hits = finding.Hits.ToList();
        var sentences = comparison.NamesOne
            ? passages.Sentences(finding, 0, hits, lease)
            : [.. passages.Sentences(finding, 0, hits, lease), .. TheOther(finding, hits, lease)];
        var citations = hits.ConvertAll(PassageCitation.Of);
        return new AnswerDraft(
            AnswerKind.Comparison,
            AnswerWording.Quoted(sentences, citations),
            sentences,
            null,
            null,
            citations,
            [],
            finding.Confidence
        );
    }

    /// <summary>
    /// How the two differ in one thing: "the difference in audience"; none where no row sets them side by side on it.
    /// </summary>
    AnswerDraft? OnTheme(string question, Finding finding, GenerationLease lease)
    {
        if (
            Theme().FindIn(question) is not { Success: true } asked
            || Terms.Set(TeamNames.Without(asked.Groups["theme"].Value)) is not { Count: > 0 } theme
        )
            return null;
        var row = contrasts
            .Of(lease)
            .Where(row => theme.Overlaps(Terms.Set(row.Theme)) || Tells(row, theme))
            .MaxBy(row => (theme.Overlaps(Terms.Set(row.Theme)) ? 2 : 0) + (Tells(row, theme) ? 1 : 0));
        if (row is null)
            return null;
        var draft = new DraftBuilder(finding.Hits, lease.Generation.Searcher);
        foreach (var said in contrasts.Statements(row, lease))
            draft.Quote(said);
        return draft.Draft(AnswerKind.Comparison, null, null, LeastTheme);
    }

    /// <summary>A row that is on the theme surely tells.</summary>
    const double LeastTheme = 0.8;

    static bool Tells(ContrastTable.Row row, HashSet<string> theme) =>
        theme.Overlaps(Terms.Set(row.Marketing)) && theme.Overlaps(Terms.Set(row.Sales));

    [GeneratedRegex(
        @"\b(?:differences?|differs?|different|distinction|compare[ds]?|comparison) (?:(?:between|of) [^?]{3,40}? )?(?:in|on|about|regarding|concerning|by|as to|when it comes to|in terms of|with regard to) (?:(?:their|the|its|our|terms of) )*(?<theme>[^?]{3,50}?)(?: between [^?]+| of the two| for [^?]+)?\W*$|\bwhat (?:kind|sort|type) of (?<theme>[^?]{3,40}?) (?:does|do|has|have) (?:each|either|both|the two|they)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Theme();

    /// <summary>Two terms told apart by what each of them is; none where not both are defined.</summary>
    static AnswerDraft? Defined(string question, Finding finding, GenerationLease lease) =>
        Definitions.Compared(question) is var (one, other)
        && Definitions.Of(one, lease) is { } first
        && Definitions.Of(other, lease) is { } second
        && first.Passage != second.Passage
            ? new DraftBuilder(finding.Hits, lease.Generation.Searcher)
                .Quote(first.Passage, first.Passage.Text)
                .Quote(second.Passage, second.Passage.Text)
                .Draft(AnswerKind.Comparison, null, null, Math.Max(finding.Confidence, HonestyGate.Least))
            : null;

    /// <summary>An answer with all that can be set side by side; itself, where nothing can.</summary>
    public AnswerDraft Table(AnswerDraft answer, GenerationLease lease)
    {
        var rows = contrasts.Of(lease);
        if (rows.Count == 0 || answer.Kind is not (AnswerKind.Comparison or AnswerKind.Answer))
            return answer with
            {
                Text = "There’s nothing in that answer to compare side by side.",
                Sentences = [],
                Kind = AnswerKind.Help,
            };
        return SideBySide(rows, answer.Confidence, lease);
    }

    static AnswerDraft SideBySide(IReadOnlyList<ContrastTable.Row> rows, double confidence, GenerationLease lease) =>
        new DraftBuilder([], lease.Generation.Searcher)
            .Say("Side by side:")
            .Draft(AnswerKind.Comparison, null, null, confidence, rows, int.MaxValue);

    [GeneratedRegex(@"\b(?:in|as|with|into) (?:a |one )?(?:\w+ )?table\b|\bside by side\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsTable();

    /// <summary>A statement so near answers which of the two, whatever the passages do.</summary>
    const double LeastStated = 0.42;

    /// <summary>Near in words, and in meaning as well: one word may be about something else.</summary>
    static bool IsStated(StatementHit hit) =>
        hit.Score >= LeastStated && (hit.Meaning == 0 || hit.Meaning >= LeastMeaning);

    /// <summary>A passage that says less of what one of the two is asked for by tells nothing of it.</summary>
    const double LeastCovered = 0.4;

    /// <summary>So near in meaning a statement must be; and one of what is commonly said of its side.</summary>
    const double LeastMeaning = 0.45,
        LeastCommon = 0.4;

    ChosenSide? Chosen(AskComparison comparison, GenerationLease lease) =>
        sides.Of(comparison.Text, lease) is not { } chosen ? null
        : comparison.OfTheOther ? sides.OtherThan(chosen, comparison.Text, lease)
        : chosen;

    /// <summary>
    /// The sentences of the next passage that says what the best one leaves out, where two things are set side by side.
    /// </summary>
    IEnumerable<AnswerSentence> TheOther(Finding finding, List<PassageHit> hits, GenerationLease lease)
    {
        var lacking = Coverage.Lacking(finding.Query, finding.Hits[0]).Where(term => term.Passages > 0).ToList();
        var place = finding
            .Hits.Take(4)
            .ToList()
            .FindIndex(hit =>
                hit != finding.Hits[0]
                && lacking.Count > 0
                && Coverage.Lacking(finding.Query, hit).Count(lacking.Contains) < lacking.Count
            );
        return place < 0
            ? []
            : passages.Sentences(finding, place, hits, lease).Where(sentence => sentence.Exact).Take(1);
    }

    /// <summary>
    /// How the two differ altogether: a sentence that sums it up, two more, and the table; none where nothing sets them
    /// against each other.
    /// </summary>
    AnswerDraft? Difference(AskComparison comparison, Finding finding, GenerationLease lease)
    {
        var said = (
            from hit in finding.Hits
            where PassagePreference.IsContrast(hit.Passage)
            from sentence in SentenceSplitter.Split(hit.Passage.Text)
            let words = hit.Passage.Text[sentence.Start..sentence.End]
            where SetsAgainst(words)
            orderby Contrasts().IsIn(words) descending, words.Length
            select (hit.Passage, Words: words)
        ).ToList();
        if (said.Count == 0)
            return null;
        var draft = new DraftBuilder(finding.Hits, lease.Generation.Searcher);
        // The shortest sum up best.
        foreach (var (passage, words) in said.Take(MostSentences))
            draft.Quote(passage, words);
        var most = WantsAll().IsIn(comparison.Text) ? int.MaxValue : MostThemes;
        return draft.Draft(AnswerKind.Comparison, null, null, finding.Confidence, contrasts.Of(lease), most);
    }

    const int MostSentences = 3;

    /// <summary>So many themes are set side by side where not all are asked for.</summary>
    public const int MostThemes = 3;

    static bool SetsAgainst(string sentence) =>
        Clauses
            .In(sentence, 0, sentence.Length)
            .Select(clause => sentence[clause.Start..clause.End])
            .Where(Clauses.Opens)
            .Select(clause => Clauses.SideOf(clause, 0, clause.Length, onlyOne: false))
            .Distinct()
            .Count() == 2;

    /// <summary>What sets one against the other; "once marketing has …, sales steps in" only tells what comes next.</summary>
    [GeneratedRegex(@"\b(?:whereas|while|but|on the other hand|in contrast)\b|;", RegexOptions.IgnoreCase)]
    private static partial Regex Contrasts();

    /// <summary>How it is to be told, and not what.</summary>
    [GeneratedRegex(
        @"\b(?:(?:in|as|with) (?:a )?(?:full |complete |small )?table|side by side|in (?:full|detail)|list(?: me)?(?= (?:all|the|how|ways))|(?:all )?(?:of )?(?:the )?ways(?: (?:in which|that|how))?(?= .*\bdiffer)|(?:all|every)(?: of)?(?: the)?(?= (?:differences?|distinctions?|themes?|points?)))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Form();

    /// <summary>Whoever asks for a table, or for all, wants more than three themes.</summary>
    [GeneratedRegex(@"\b(?:table|all|every|full|complete|side by side|detail(?:s|ed)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WantsAll();
}
