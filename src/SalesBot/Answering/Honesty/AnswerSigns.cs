using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Honesty;

/// <summary>
/// What tells whether the passages found answer a question or only resemble it; each some 0 to 1, none depends on the
/// size of the folder. The names are those in <c>gate.json</c>, which <c>tests/SalesBot.Benchmarks -- learn</c> makes.
/// </summary>
/// <param name="Words">BM25 of the best passage.</param>
/// <param name="Meaning">Its cosine to the question.</param>
/// <param name="SpanMeaning">The cosine of what would be said of it.</param>
/// <param name="Gain">How much nearer its nearest example question is than itself.</param>
/// <param name="Covered">The share of the question's terms that it holds, with all it stands under.</param>
/// <param name="CoveredNear">The best such share among the first three.</param>
/// <param name="SpanCovered">The share that stands in what would be said.</param>
/// <param name="Headed">The share that stands in the title and the headings.</param>
/// <param name="Margin">How far it stands out from the second, by score.</param>
/// <param name="NamesUnsaid">The share of the question's terms that are no common English words and stand
/// nowhere.</param>
/// <param name="WordsUnsaid">The share of common English words that stand nowhere, each as far as the passage does not
/// tell it in other words.</param>
/// <param name="NamesElsewhere">The share that are names or numbers, and stand in other passages only.</param>
/// <param name="NotFact">How likely something else than an explanation is asked for, times the share of terms that are
/// not said.</param>
/// <param name="Holding">How likely the best passage holds the sort of thing asked for, times the share of terms that
/// it holds.</param>
/// <param name="Lacking">How likely the best passage lacks the sort of thing asked for.</param>
/// <param name="Rule">1 where a plain rule says that it lacks it.</param>
/// <param name="RuleHolds">1 where a plain rule says that what would be said holds it.</param>
/// <param name="Denied">1 where the passages deny what the question takes for granted.</param>
/// <param name="Neither">How likely the text is about neither team's work.</param>
/// <param name="NeitherUnsaid">The same times the share of terms that are not said.</param>
/// <param name="Furniture">1 where the best passage is a link, a control or a lead-in.</param>
/// <param name="Unknown">1 where a short definition is asked for of a word that stands nowhere.</param>
/// <param name="Follows">1 where the question leans on what was said before.</param>
/// <param name="Compares">1 for a comparison.</param>
/// <param name="Short">1 for a question of a single term.</param>
/// <param name="Long">How many terms of its subject a question has, a dozen counting 1.</param>
/// <param name="Told">How much of the question the best passage tells, piece by piece.</param>
/// <param name="ToldLeast">The same of the three pieces that it tells least.</param>
/// <param name="SpanTold">How much of it what would be said tells.</param>
/// <param name="SubjectTold">How much of the words that say after what is asked it tells.</param>
/// <param name="SubjectLeast">The same of the three that it tells least.</param>
/// <param name="SubjectWell">How far that is beyond what half of the right passages reach, times four.</param>
/// <param name="OfAnyKind">1 where no number, date, person or the like is asked for, so that nothing can be
/// missed.</param>
/// <param name="NumbersHeld">The share of the question's numbers that the best passage holds.</param>
/// <param name="NumbersElsewhere">1 where the question gives numbers and it holds none of them.</param>
/// <param name="Asked">The cosine of the best passage's nearest example question, where it has any.</param>
/// <param name="AskedOften">The mean of the nearest three.</param>
/// <param name="AskedWords">Terms shared with one of them.</param>
sealed record AnswerSigns(
    double Words,
    double Meaning,
    double SpanMeaning,
    double Gain,
    double Covered,
    double CoveredNear,
    double SpanCovered,
    double Headed,
    double Margin,
    double NamesUnsaid,
    double WordsUnsaid,
    double NamesElsewhere,
    double NotFact,
    double Holding,
    double Lacking,
    double Rule,
    double RuleHolds,
    double Denied,
    double Neither,
    double NeitherUnsaid,
    double Furniture,
    double Unknown,
    double Follows,
    double Compares,
    double Short,
    double Long,
    double Told,
    double ToldLeast,
    double SpanTold,
    double SubjectTold,
    double SubjectLeast,
    double SubjectWell,
    double OfAnyKind,
    double NumbersHeld,
    double NumbersElsewhere,
    double Asked,
    double AskedOften,
    double AskedWords
)
{
    /// <summary>What the score's difference to the second is divided by.</summary>
    const double MarginScale = 5;

    /// <summary>So many terms of its subject make a long question.</summary>
    const double ManyTerms = 12;

    /// <summary>Half of the right passages tell so much of a question's subject, piece by piece.</summary>
    const double WellTold = 0.65;

    /// <summary>The names of the signs, in the order of <see cref="Values"/>.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        .. typeof(AnswerSigns).GetConstructors()[0].GetParameters().Select(parameter => parameter.Name ?? ""),
    ];

    /// <param name="question">The question as typed.</param>
    /// <param name="query">The question as terms.</param>
    /// <param name="hits">What was found, best first; at least one.</param>
    /// <param name="about">What is known of the question and of what would be said to it.</param>
    public static AnswerSigns Of(string question, SearchQuery query, IReadOnlyList<PassageHit> hits, AskedAndSaid about)
    {
        var (best, parts) = (hits[0], hits[0].Parts);
        var passage = HonestyGate.TextOf(best);
        var asked = AnswerType.Of(question);
        var own = query.Own.ToList();
        var stems = Terms.Set(passage);
        var fact = parts.Fact is not null;
        double Share(Func<QueryTerm, bool> which) => own.Count == 0 ? 0 : own.Count(which) / (double)own.Count;
        double Weighed(HashSet<string> said) =>
            own.Sum(term => term.Topic) is > 0 and var all
                ? own.Where(term => said.Contains(term.Stem)).Sum(term => term.Topic) / all
                : 0;
        return new AnswerSigns(
            Words: parts.Words,
            Meaning: parts.Meaning,
            SpanMeaning: about.SpanMeaning,
            Gain: parts.Fact is null ? 0 : Math.Max(0, parts.Asked - parts.Meaning),
            Covered: Weighed(stems),
            CoveredNear: hits.Take(3).Max(hit => hit.Parts.Covered),
            SpanCovered: Weighed(Terms.Set(about.Said)),
            Headed: Weighed(Terms.Set($"{best.Passage.Title} {best.Passage.Section}")),
            Margin: hits.Count > 1 ? Math.Min(1, (best.Score - hits[1].Score) / MarginScale) : 1,
            NamesUnsaid: Share(term => term is { Passages: 0, IsEnglish: false }),
            WordsUnsaid: own.Count == 0
                ? 0
                : own.Where(term => term is { Passages: 0, IsEnglish: true, IsTopic: true })
                    .Sum(term => 1 - about.WordTold(term.Word)) / own.Count,
            NamesElsewhere: Share(term => term is { Passages: > 0, IsEnglish: false } && !stems.Contains(term.Stem)),
            NotFact: (1 - about.Kinds[(int)RequestKind.Fact]) * (1 - parts.Said),
            Holding: RequestedThing.Holding(about.Kinds, passage) * parts.Covered,
            Lacking: RequestedThing.Lacking(about.Kinds, passage, parts.Said),
            Rule: One(AnswerType.Lacks(asked, passage) is not null),
            RuleHolds: One(AnswerType.Holds(asked, about.Said)),
            Denied: One(Premise.IsDenied(question, query, hits)),
            Neither: about.Neither,
            NeitherUnsaid: about.Neither * (1 - parts.Said),
            Furniture: One(
                best.Passage.Kind is PassageKind.Link or PassageKind.Control
                    || best.Passage is { Kind: PassageKind.LeadIn, Whole: null }
            ),
            Unknown: One(asked == AskedFor.Definition && own.Count <= 3 && own.Any(term => term.Passages == 0)),
            Follows: One(about.Follows),
            Compares: One(about.Compares),
            Short: One(own.Count <= 1),
            Long: Math.Min(1, own.Sum(term => term.Topic) / ManyTerms),
            Told: about.Told.Mean,
            ToldLeast: about.Told.Least,
            SpanTold: about.ToldBySpan.Mean,
            SubjectTold: about.SubjectTold.Mean,
            SubjectLeast: about.SubjectTold.Least,
            SubjectWell: Math.Max(0, about.SubjectTold.Mean - WellTold) * 4,
            OfAnyKind: One(asked is AskedFor.Anything or AskedFor.Definition or AskedFor.HowTo),
            NumbersHeld: Numbers.Held(question, passage),
            NumbersElsewhere: One(Numbers.AreOthers(question, passage)),
            Asked: fact ? parts.Asked : 0,
            AskedOften: fact ? parts.AskedOften : 0,
            AskedWords: fact ? parts.AskedWords : 0
        );
    }

    static double One(bool holds) => holds ? 1 : 0;

    /// <summary>The numbers, in the order of the parameters.</summary>
    public double[] Values =>
        [
            Words,
            Meaning,
            SpanMeaning,
            Gain,
            Covered,
            CoveredNear,
            SpanCovered,
            Headed,
            Margin,
            NamesUnsaid,
            WordsUnsaid,
            NamesElsewhere,
            NotFact,
            Holding,
            Lacking,
            Rule,
            RuleHolds,
            Denied,
            Neither,
            NeitherUnsaid,
            Furniture,
            Unknown,
            Follows,
            Compares,
            Short,
            Long,
            Told,
            ToldLeast,
            SpanTold,
            SubjectTold,
            SubjectLeast,
            SubjectWell,
            OfAnyKind,
            NumbersHeld,
            NumbersElsewhere,
            Asked,
            AskedOften,
            AskedWords,
        ];
}
