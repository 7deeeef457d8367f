using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Honesty;

/// <summary>
/// What tells whether the passages found answer a question or only resemble it; each some 0 to 1. The names are those of the columns that
/// <c>tests/SalesBot.Benchmarks -- tune</c> learns weights for.
/// </summary>
/// <param name="Words">BM25 of the best passage.</param>
/// <param name="Meaning">Its cosine to the question.</param>
/// <param name="Asked">Its nearest example question's cosine.</param>
/// <param name="AskedOften">The mean of the nearest three.</param>
/// <param name="AskedWords">Terms shared with one of its example questions.</param>
/// <param name="Covered">The share of the question's terms that it holds.</param>
/// <param name="CoveredNear">The best such share among the first three.</param>
/// <param name="Margin">How far it stands out from the second, by score.</param>
/// <param name="NamesUnsaid">The share of the question's terms that are no common English words and stand nowhere.</param>
/// <param name="WordsUnsaid">The share of common English words that stand nowhere.</param>
/// <param name="NotFact">How likely something else than an explanation is asked for, times the share of terms that are not said.</param>
/// <param name="Holding">How likely the best passage holds the sort of thing asked for, times the share of terms that it holds.</param>
/// <param name="Lacking">How likely the best passage lacks the sort of thing asked for.</param>
/// <param name="Rule">1 where a plain rule says that it lacks it.</param>
/// <param name="Denied">1 where the passages deny what the question takes for granted.</param>
/// <param name="Neither">How likely the text is about neither team's work.</param>
/// <param name="NeitherUnsaid">The same times the share of terms that are not said.</param>
/// <param name="Furniture">1 where the best passage is a link, a control or a lead-in.</param>
/// <param name="Unknown">1 where a short definition is asked for of a word that stands nowhere.</param>
/// <param name="Follows">1 where the question leans on what was said before.</param>
/// <param name="Compares">1 for a comparison.</param>
/// <param name="Short">1 for a question of a single term.</param>
sealed record AnswerSigns(
    double Words, double Meaning, double Asked, double AskedOften, double AskedWords, double Covered, double CoveredNear, double Margin, double NamesUnsaid,
    double WordsUnsaid, double NotFact, double Holding, double Lacking, double Rule, double Denied, double Neither, double NeitherUnsaid,
        double Furniture, double Unknown, double Follows, double Compares,
    double Short)
{
    /// <summary>What the score's difference to the second is divided by.</summary>
    const double MarginScale = 5;

    public static AnswerSigns Of(string question, SearchQuery query, IReadOnlyList<PassageHit> hits, double[] kinds, double neither, bool follows,
        bool compares)
    {
        var (best, parts) = (hits[0], hits[0].Parts);
        var passage = HonestyGate.TextOf(best);
        var asked = AnswerType.Of(question);
        var own = query.Own.ToList();
        double Share(Func<QueryTerm, bool> which) => own.Count == 0 ? 0 : own.Count(which) / (double)own.Count;
        return new AnswerSigns(parts.Words, parts.Meaning, parts.Asked, parts.AskedOften, parts.AskedWords, parts.Covered,
            hits.Take(3).Max(hit => hit.Parts.Covered),
            hits.Count > 1 ? Math.Min(1, (best.Score - hits[1].Score) / MarginScale) : 1,
            Share(term => term is { Passages: 0, IsEnglish: false }), Share(term => term is { Passages: 0, IsEnglish: true }),
            (1 - kinds[(int)RequestKind.Fact]) * (1 - parts.Said), RequestedThing.Holding(kinds, passage) * parts.Covered,
            RequestedThing.Lacking(kinds, passage, parts.Said),
            One(AnswerType.Lacks(asked, passage) is not null), One(Premise.IsDenied(question, query, hits)), neither, neither * (1 - parts.Said),
                One(best.Passage.Kind is PassageKind.Link or PassageKind.Control || best.Passage is { Kind: PassageKind.LeadIn, Whole: null }),
            One(asked == AskedFor.Definition && own.Count <= 3 && own.Any(term => term.Passages == 0)), One(follows), One(compares), One(own.Count <= 1));
    }

    static double One(bool holds) => holds ? 1 : 0;

    /// <summary>The numbers, in the order of the parameters.</summary>
    public double[] Values =>
    [
        Words, Meaning, Asked, AskedOften, AskedWords, Covered, CoveredNear, Margin, NamesUnsaid, WordsUnsaid, NotFact, Holding, Lacking, Rule, Denied,
            Neither, NeitherUnsaid, Furniture, Unknown,
        Follows, Compares, Short,
    ];
}
