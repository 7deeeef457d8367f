using SalesBot.Answering.Honesty;
using SalesBot.Classifying;
using SalesBot.Intents;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>
/// Puts first what is made for the kind of question: a passage that defines for a definition, one that sets the teams
/// against each other for their difference.
/// </summary>
static class PassagePreference
{
    /// <summary>What a defining opening adds to a score, and a heading that names just the thing.</summary>
    const double Opens = 3,
        Heads = 2;

    /// <summary>
    /// The same for a passage that sets the teams against each other where nothing else is asked for, and for headings
    /// that announce it.
    /// </summary>
    const double Sets = 4,
        Announced = 3;

    /// <summary>How many passages are looked at.</summary>
    public const int LookedAt = 20;

    /// <summary>The same passages in a better order, scores moved along; equal scores keep their order.</summary>
    public static List<PassageHit> Apply(Intent intent, string question, SearchQuery query, List<PassageHit> hits) =>
        intent switch
        {
            AskQuestion when AnswerType.Of(question) == AskedFor.Definition => Reorder(
                hits,
                passage => Definition(passage, query)
            ),
            AskComparison { NamesOne: false } when AsksNothingElse(query) => Reorder(hits, Contrast),
            _ => hits,
        };

    /// <summary>
    /// The same, with what stands under a heading that asks the same why first: no evidence is better.
    /// </summary>
    public static List<PassageHit> HeadedWhy(Intent intent, string question, List<PassageHit> hits) =>
        intent is AskQuestion && AsksWhyBoth(question)
            ? [.. hits.OrderByDescending(hit => HeadsWhyBoth(hit.Passage))]
            : hits;

    /// <summary>Whether a heading asks just what is asked: why there are two teams.</summary>
    public static bool AnswersWhyBoth(Intent intent, string question, Passage passage) =>
        intent is AskQuestion && AsksWhyBoth(question) && HeadsWhyBoth(passage);

    /// <summary>"Why does a company need both?"</summary>
    static bool AsksWhyBoth(string question) =>
        question.TrimStart().StartsWith("why", StringComparison.OrdinalIgnoreCase)
        && NamesBoth(question)
        && !Terms.Set(question).Except(OfTheTwo).Any();

    /// <summary>What people say when they ask why there are two, or why the two need each other.</summary>
    static readonly HashSet<string> OfTheTwo = Terms.Set(
        "why sales marketing selling seller marketer team department function people both two each other one together need needs have has should must do does is are it so important matter work works working cooperate collaborate collaboration cooperation align alignment company companies business firm separate without rely depend belong talk apart at all even bother split"
    );

    static bool HeadsWhyBoth(Passage passage) =>
        passage.Section.Split(Passage.Below)[^1] is var heading
        && heading.StartsWith("why", StringComparison.OrdinalIgnoreCase)
        && NamesBoth(heading);

    static bool NamesBoth(string text) =>
        Clauses.SideOf(text, 0, text.Length, onlyOne: false) is not null
            && Clauses.SideOf(text, 0, text.Length, onlyOne: true) is null
        || text.Contains("both", StringComparison.OrdinalIgnoreCase)
        || text.Contains("the two", StringComparison.OrdinalIgnoreCase);

    static List<PassageHit> Reorder(List<PassageHit> hits, Func<Passage, double> more) =>
        [
            .. hits.Select(hit => hit with { Score = Math.Round(hit.Score + more(hit.Passage), 4) })
                .OrderByDescending(hit => hit.Score),
        ];

    static double Contrast(Passage passage) =>
        !IsContrast(passage) ? 0
        : Announcing.Overlaps(Terms.Set($"{passage.Title} {passage.Section}")) ? Sets + Announced
        : Sets;

    static readonly HashSet<string> Announcing = Terms.Set(
        "differences different distinctions distinct compared comparison"
    );

    /// <summary>Whether a comparison asks for the difference as such, and not in some respect.</summary>
    public static bool AsksNothingElse(SearchQuery query) =>
        query.Own.All(term =>
            !term.IsTopic || Clauses.SideOf(term.Word, 0, term.Word.Length, onlyOne: true) is not null
        );

    /// <summary>It has a clause about each team that begins with that team, and is no mere table row.</summary>
    public static bool IsContrast(Passage passage) =>
        passage.Kind != PassageKind.Row
        && Clauses
            .Of(passage)
            .Where(clause => Clauses.Opens(passage.Text[clause.Start..clause.End]))
            .Select(clause => clause.Side)
            .Distinct()
            .Count() == 2;

    /// <summary>
    /// It begins with the very thing asked for, and says what it is; or its heading names just that; or both.
    /// </summary>
    static double Definition(Passage passage, SearchQuery query)
    {
        var subject = query.Own.Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        if (subject.Count is 0 or > 4)
            return 0;
        return (Defines(passage, query) ? Opens : 0)
            + (
                passage.Section.Length > 0 && subject.SetEquals(Terms.Set(passage.Section.Split(" › ")[^1])) ? Heads : 0
            );
    }

    /// <summary>Whether a passage begins with the very thing asked for, and says what it is.</summary>
    public static bool Defines(Passage passage, SearchQuery query)
    {
        var subject = query.Own.Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        var opening = Terms.Of(passage.Text).Take(subject.Count).Select(term => term.Text);
        return subject.Count > 0 && subject.SetEquals(opening) && SaysWhatItIs(passage.Text, subject.Count);
    }

    /// <summary>After the subject comes "is", "means", "refers to" or a colon.</summary>
    static bool SaysWhatItIs(string text, int words)
    {
        var end = Terms.Of(text)[words - 1].End;
        var next = text[end..Math.Min(text.Length, end + 20)].TrimStart(' ', ')', '"', '”', '\u00A0');
        return next.StartsWith(':')
            || next.StartsWith('(')
            || new[] { "is ", "are ", "means ", "mean ", "refers ", "stands ", "covers " }.Any(verb =>
                next.StartsWith(verb, StringComparison.OrdinalIgnoreCase)
            );
    }
}
