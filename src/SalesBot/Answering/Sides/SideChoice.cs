using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Chooses the side that a "which one" question asks for: what the documents state of each in the question's words and
/// meaning, and what is commonly said of each.
/// </summary>
sealed partial class SideChoice(TaskClassifier classifier, SideModel common)
{
    /// <summary>A statement that is farther than this tells nothing.</summary>
    const double LeastStated = 0.15;

    /// <summary>What is commonly said of a side counts so much beside a statement that says all of it.</summary>
    const double Common = 0.7;

    /// <summary>Who asks which one it is hardly means both: a statement about the two must be so much nearer.</summary>
    const double Joint = 0.2;

    /// <summary>What is so commonly said of a side needs no very near statement.</summary>
    const double Clear = 0.6;

    /// <summary>The same where the nearest statement is that side's as well.</summary>
    const double Likely = 0.5;

    /// <summary>
    /// The other side of the one that a question chose, with what is said of it on the same theme; none where nothing
    /// is.
    /// </summary>
    public ChosenSide? OtherThan(ChosenSide chosen, string question, GenerationLease lease)
    {
        var other = chosen.Side == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;
        var (topic, asked) = (Predicate(question), chosen.Hit.Statement);
        var near = classifier
            .NearTopic(topic, lease.Generation)
            .FindAll(hit => hit.Statement.Side == other && hit.Score >= LeastStated);
        var best =
            near.Find(hit => Opposites.Contradict(topic, hit.Statement.Said))
            ?? near.Find(hit =>
                hit.Statement.Passage.Document == asked.Passage.Document
                && hit.Statement.Passage.Section == asked.Passage.Section
            )
            ?? near.FirstOrDefault();
        return chosen.Side == Verdict.Both || best is null ? null : new ChosenSide(other, best);
    }

    /// <summary>So few words ask for the pace, and for nothing beside it.</summary>
    const int MostOfPace = 6;

    static readonly Verdict[] All = [Verdict.Sales, Verdict.Marketing, Verdict.Both];

    /// <summary>The side, both where the two share it, or none where no statement tells.</summary>
    public ChosenSide? Of(string question, GenerationLease lease)
    {
        var topic = Predicate(question);
        var near = classifier.NearTopic(topic, lease.Generation);
        if (RelationReader.OfWhich(question) is { } asked && InTurn(asked, near) is { } inTurn)
            return inTurn;
        if (
            LeansOnOther().FindIn(question) is { Success: true } leans
            && Leaning(leans.Groups["what"].Value, lease) is { } leaning
        )
            return leaning;
        if (OfAspect(topic, near) is { } aspect)
            return aspect;
        if (Suited().IsIn(question) || Intents.IntentReader.IsOfPerson(question))
            return OfPerson(question, lease);
        var shares = common.Score(topic);
        var best = All.Select(side =>
                (
                    Side: side,
                    Hit: near.Find(hit =>
                        hit.Statement.Side == side && !Opposites.Contradict(topic, hit.Statement.Said)
                    )
                )
            )
            .Where(one => one.Hit is { Score: >= LeastStated })
            .ToList();
        if (best.Count == 0)
            return null;
        var (chosen, found) = best.MaxBy(one =>
            one.Hit!.Score + Common * shares[(int)one.Side] - (one.Side == Verdict.Both ? Joint : 0)
        );
        return new ChosenSide(chosen, found!)
        {
            IsCommon =
                shares[(int)chosen] >= Clear
                || shares[(int)chosen] >= Likely
                    && best.All(one => one.Hit!.Score <= found!.Score && shares[(int)one.Side] <= shares[(int)chosen]),
        };
    }

    /// <summary>
    /// "I love to compete, which team would suit me?": the side that such people are said to be of, with what it asks of
    /// people.
    /// </summary>
    ChosenSide? OfPerson(string question, GenerationLease lease)
    {
        var shares = common.Score(
            OfTheTwo().ReplaceIn(Suited().ReplaceIn(question, " "), " ").Trim(' ', '.', ',', '?', '!')
        );
        var side = shares[(int)Verdict.Sales] >= shares[(int)Verdict.Marketing] ? Verdict.Sales : Verdict.Marketing;
        var characters = classifier
            .NearTopic(Intents.TeamQuestions.Character, lease.Generation)
            .FindAll(hit => OfPeople().IsIn(hit.Statement.Said));
        if (InWords(question, characters) is { } told)
            return told;
        var hit = characters.Find(hit => hit.Statement.Side == side);
        return hit is null || shares[(int)side] < Likely ? null : new ChosenSide(side, hit) { IsTold = true };
    }

    /// <summary>The one side of which the documents ask for what somebody says of themselves, in the same words.</summary>
    static ChosenSide? InWords(string question, List<StatementHit> characters)
    {
        var words = Knowledge.Search.Terms.Set(TeamNames.Without(question));
        var said = new[] { Verdict.Sales, Verdict.Marketing }
            .Select(side => characters.Find(hit => hit.Statement.Side == side))
            .OfType<StatementHit>()
            .Select(hit =>
                (
                    Hit: hit,
                    Same: Knowledge.Search.Terms.Set(TeamNames.Without(hit.Statement.Said)).Count(words.Contains)
                )
            )
            .Where(one => one.Same > 0)
            .ToList();
        return said is [var only] ? new ChosenSide(only.Hit.Statement.Side, only.Hit) { IsTold = true } : null;
    }

    [GeneratedRegex(
        @"\b(?:which|what|where) (?:(?:team|department|one|side|job|of (?:them|the two))\b )?(?:should|would|could|do|does|will|might|can|is|are) (?:(?:i|you|he|she|they|we|someone|somebody|my \w+) )?(?:best |better |rather )*(?:apply(?: to| for)?|join|suit|fit(?: in)?|go(?: to| for)?|pick|choose|belong(?: to| in)?|be (?:better|good|best|happier|happy|right)\w*|right for|good for|better for|for)\b(?: (?:if|when|as|since|because)\b)?|\b(?:which|what) (?:team|department|one|side|job|of (?:them|the two))\b (?:suits|fits|is (?:right|good|better|best) for|would suit|is made for) (?:me|her|him|them|us|my \w+)\b|\b(?:sales|marketing) or (?:sales|marketing),? (?:then )?for (?:me|her|him|them|us|my \w+)\b[^?]*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Suited();

    [GeneratedRegex(@"\b(?:sales|marketing) or (?:sales|marketing)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheTwo();

    /// <summary>What people must be like; not what must be done to something ("should be nurtured").</summary>
    [GeneratedRegex(
        @"\b(?:must|needs? to|should|ha(?:ve|s) to) (?:be(?! \w+(?:ed|en|one|ept|old)\b)|have|possess)\b|\bneeds? [^.;!?]{3,60} people\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfPeople();

    /// <summary>"Which one never ends?", "which gets quicker results?": the one side of which the documents say so.</summary>
    static ChosenSide? OfAspect(string topic, List<StatementHit> near)
    {
        if (topic.Split(' ') is { Length: <= MostOfPace } words && Array.Find(words, Opposites.IsOfPace) is { } pace)
            topic = $"is {pace}";
        var so = new[] { Verdict.Sales, Verdict.Marketing }
            .Select(side => ClaimAnswers.Aspect(topic, side, near))
            .Where(hit => hit is not null && ClaimAnswers.IsSo(topic, hit))
            .ToList();
        return so is [{ } only] ? new ChosenSide(only.Statement.Side, only) { IsTold = true } : null;
    }

    /// <summary>"Which team counts on the other to close?": the one that does not do it.</summary>
    ChosenSide? Leaning(string what, GenerationLease lease)
    {
        var does = classifier
            .NearTopic(what, lease.Generation)
            .FindAll(hit => hit.Statement.Side is Verdict.Sales or Verdict.Marketing && !hit.Statement.IsDenied);
        if (does.Count == 0 || does[0].Score < LeastLeaning)
            return null;
        var other = does[0].Statement.Side == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;
        var reason =
            does.Find(hit =>
                hit.Statement.Side == does[0].Statement.Side
                && Clauses.SideOf(hit.Statement.Sentence, 0, hit.Statement.Sentence.Length, onlyOne: false) == other
            ) ?? does[0];
        return new ChosenSide(other, reason) { IsTold = true };
    }

    const double LeastLeaning = 0.4;

    [GeneratedRegex(
        @"\b(?:counts?|counting|rel(?:y|ies|ying)|depends?|depending|leans?|builds?|waits?|waiting) (?:up)?(?:on|for) the other(?: one| team| side)?(?: to| for)? (?<what>[^?]{3,})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LeansOnOther();

    /// <summary>"What comes first?": the side that most sentences put there.</summary>
    static ChosenSide? InTurn((Relation Relation, bool IsFirst) asked, List<StatementHit> near)
    {
        var told = (
            from hit in near
            from said in RelationReader.OfSentence(hit.Statement.Sentence)
            where said.Relation == asked.Relation && said.First is not null
            let first = said.First ?? Verdict.Both
            select new ChosenSide(
                asked.IsFirst ? first
                    : first == Verdict.Sales ? Verdict.Marketing
                    : Verdict.Sales,
                hit
            )
            {
                IsTold = true,
            }
        ).ToList();
        return told.Count == 0 ? null : told.GroupBy(one => one.Side).MaxBy(side => side.Count())!.First();
    }

    /// <summary>What is asked about, without "which one" and the names of the two.</summary>
    public static string Predicate(string question) =>
        TeamNames
            .Without(Asking().ReplaceIn(Names().ReplaceIn(Instead().ReplaceIn(question, ""), " "), " ", 1))
            .Trim(' ', '?', ',', ':', '-', '–', '.');

    /// <summary>Whether a question can mean only one of the two; "which team" may mean any.</summary>
    public static bool AsksOneOfTheTwo(string question) => OneOfTheTwo().IsIn(question);

    [GeneratedRegex(
        @"\bwhich (?:one|of (?:them|the (?:two|pair)|these|those|both)|side|half|is|comes|goes|has|does|needs|takes|brings|works)\b|\b(?:sales|marketing|selling)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OneOfTheTwo();

    [GeneratedRegex(
        @"\b(?:sales|marketing|selling)(?: (?:people|team|side|department))?,? (?:or|and|vs\.?|versus) (?:in |the )?(?:sales|marketing|selling)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Names();

    /// <summary>"…, rather than the customer": what is ruled out says the other side's words.</summary>
    [GeneratedRegex(
        @",?\s+\b(?:rather than|instead of|as opposed to|and not|but not|not only|not just|not so much)\b[^?]*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Instead();

    [GeneratedRegex(
        @"\b(?:which|who|what)(?: one| job| of (?:them|the two|these|those|the pair|both)| (?:team|side|function|department|discipline|concept|camp|crew|group|half))?\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asking();
}
