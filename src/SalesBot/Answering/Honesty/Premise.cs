using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Honesty;

/// <summary>Finds questions that take something for granted which the material denies.</summary>
static partial class Premise
{
    /// <summary>
    /// How much of a claim another team's clause must say, and how much more than any clause of the team that is spoken
    /// of.
    /// </summary>
    const double LeastSaid = 0.5,
        More = 0.3;

    const int LookedAt = 3;

    /// <summary>Whether the passages deny what a question takes for granted.</summary>
    public static bool IsDenied(string question, SearchQuery query, IReadOnlyList<PassageHit> hits) =>
        IsTurnedRound(question, hits.Take(LookedAt)) || IsOfAnother(query, hits);

    /// <summary>
    /// "Why is sales the broader concept?", where it says so of marketing. Who asks whether it is so takes nothing for
    /// granted.
    /// </summary>
    static bool IsTurnedRound(string question, IEnumerable<PassageHit> hits)
    {
        if (!TakesForGranted().IsIn(question))
            return false;
        var clauses = hits.SelectMany(hit =>
                Clauses
                    .Of(hit.Passage)
                    .Where(clause => clause.Side is not null)
                    .Select(clause => (clause.Side, Said: Terms.Set(hit.Passage.Text[clause.Start..clause.End])))
            )
            .ToList();
        return Claims(question).Any(claim => IsTurnedRound(claim.Side, claim.Said, clauses));
    }

    static bool IsTurnedRound(Verdict side, HashSet<string> claim, List<(Verdict? Side, HashSet<string> Said)> clauses)
    {
        double Best(Func<Verdict?, bool> of) =>
            clauses
                .Where(clause => of(clause.Side))
                .Select(clause => claim.Count(clause.Said.Contains) / (double)claim.Count)
                .DefaultIfEmpty(0)
                .Max();
        return claim.Count > 0
            && Best(other => other != side) is var turned
            && turned >= LeastSaid
            && turned >= Best(same => same == side) + More;
    }

    /// <summary>What a question says of each team: from where it names the team to where it names the next.</summary>
    static IEnumerable<(Verdict Side, HashSet<string> Said)> Claims(string question)
    {
        var names = Side().FindAllIn(question).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var end = i + 1 < names.Count ? names[i + 1].Index : question.Length;
            var said = Terms.Set(question[(names[i].Index + names[i].Length)..end]);
            said.ExceptWith(SideTerms);
            yield return (names[i].Value[0] is 'm' or 'M' ? Verdict.Marketing : Verdict.Sales, said);
        }
    }

    /// <summary>A name that stands in another document only: what was found is not what that one says.</summary>
    static bool IsOfAnother(SearchQuery query, IReadOnlyList<PassageHit> hits) =>
        query
            .Own.Where(term =>
                term is { IsEnglish: false, CorrectedTo: null, Passages: > 0 and <= 3 }
                && term.Word.All(char.IsAsciiLetter)
            )
            .Any(name => Holder(name, hits) is { } holder && holder != hits[0].Passage.Document);

    static string? Holder(QueryTerm name, IReadOnlyList<PassageHit> hits) =>
        hits.Select(hit => hit.Passage)
            .FirstOrDefault(passage =>
                Terms.Set($"{passage.Title} {passage.Section} {passage.Text}").Contains(name.Stem)
            )
            ?.Document;

    static readonly HashSet<string> SideTerms = Terms.Set(
        "sales selling sell marketing team department function concept people one"
    );

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok|hey|hi)\W+)?(?:why|how come|since|given|what makes|because|as (?:sales|marketing))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TakesForGranted();

    [GeneratedRegex(
        @"\b(?:marketing|marketers?|sales|selling|sellers?|salespe(?:rson|ople)|reps?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Side();
}
