using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>Answers whether something holds, with yes or no first: by how the two teams stand to each other, by what is stated of one, or by what a passage says.</summary>
sealed partial class ClaimAnswers(TaskClassifier classifier)
{
    /// <summary>A claim is answered by a statement that is so near at least; and by the other team's where that is so much nearer.</summary>
    const double LeastClaim = 0.34, Nearer = 0.04;

    /// <summary>A statement that says the contrary answers where it is so near, and so little farther than the nearest.</summary>
    const double LeastContrary = 0.25, LittleFarther = 0.15;

    /// <summary>A sentence about both teams answers what one has of the other, where it is so near.</summary>
    const double LeastShared = 0.3;

    const double Sure = 0.9;

    /// <summary>"Does marketing close deals?", "are the two the same?"; none where no statement tells.</summary>
    public AnswerDraft? Of(AskClaim asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var team = TeamNames.Side(asked.Team);
        return RelationReader.OfClaim(team, asked.Claim) is { } relation && OfRelation(relation, asked, found, lease) is { } related ? related : OfTeam(team, asked, found, lease);
    }

    /// <summary>What the documents say of how the two stand to each other: most of the sentences that tell decide.</summary>
    AnswerDraft? OfRelation(RelationReading asked, AskClaim claim, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var near = classifier.Near(claim.Text, lease.Generation);
        var told = new List<(StatementHit Hit, bool IsSo)>();
        foreach (var hit in near.DistinctBy(hit => (hit.Statement.Passage.Document, hit.Statement.Passage.Start, hit.Statement.Quote)))
            foreach (var said in RelationReader.OfSentence(hit.Statement.Sentence))
                if (IsSo(asked, said) is { } isSo)
                    told.Add((hit, isSo));
        if (told.Count == 0)
            return null;
        var holds = told.Count(one => one.IsSo) * 2 >= told.Count;
        var best = told.First(one => one.IsSo == holds);
        var isDenied = (Denial().IsIn(claim.Claim) || AgainstEachOther().IsIn(claim.Claim)) && asked.Relation is not (Relation.Same or Relation.Different);
        return new DraftBuilder(found, lease.Generation.Searcher).Say(SideWording.Relation(asked, holds != isDenied, holds && !isDenied)).Quote(best.Hit)
            .Draft(AnswerKind.Answer, null, null, Sure);
    }

    /// <summary>Whether what is asked is so by what a sentence says; none where that tells neither.</summary>
    static bool? IsSo(RelationReading asked, RelationReading said) => (asked.Relation, said.Relation) switch
    {
        (Relation.Same, Relation.Different) or (Relation.Different, Relation.Same) => false,
        (Relation.MattersMore, Relation.MattersMore) => false,
        (Relation.Needs, Relation.Needs) => asked.First is null || said.First is null || asked.First == said.First ? true : null,
        (Relation.Broader, Relation.PartOf) => asked.First != said.First,
        (Relation.PartOf, Relation.Broader) => asked.First != said.First,
        var (one, other) when one == other => asked.First is null || said.First is null || asked.First == said.First,
        _ => null,
    };

    /// <summary>What is stated of the team, or of the other.</summary>
    AnswerDraft? OfTeam(Verdict team, AskClaim asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        if (team == Verdict.Both)
            return null;
        var topic = AskedTopic.Of(asked.Claim);
        var near = classifier.NearTopic(topic, lease.Generation).FindAll(hit => !hit.Statement.IsDenied);
        var other = team == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;
        var own = near.Find(hit => hit.Statement.Side == team || hit.Statement.Side == Verdict.Both);
        var others = near.Find(hit => hit.Statement.Side == other || hit.Statement.Side == Verdict.Neither);
        var top = Math.Max(own?.Score ?? 0, others?.Score ?? 0);
        var isDenied = Denial().IsIn(asked.Claim);
        var draft = new DraftBuilder(found, lease.Generation.Searcher);
        if (TeamNames.SideOf(asked.Claim, onlyOne: true) == other && GivesEachOther().IsIn(asked.Claim) && near.Find(NamesBoth) is { Score: >= LeastShared } shared)
            return Drafted(draft, shared, yes: !isDenied, instead: null);
        if (near.Find(hit => hit.Statement.Side == team && Opposites.Contradict(topic, hit.Statement.Said)) is { Score: >= LeastContrary } contrary
            && contrary.Score >= top - LittleFarther)
            return Drafted(draft, contrary, yes: isDenied, instead: null);
        var isOwn = own is not null && own.Score >= (others?.Score ?? 0) - Nearer;
        if ((isOwn ? own : others) is not { Score: >= LeastClaim } best)
            return null;
        // Whoever asks whether that is all is told no by whatever else is said.
        var isMore = isOwn && OnlyThat().IsIn(asked.Claim) && !OnlyThat().IsIn(best.Statement.Sentence);
        var isOpposed = isMore || Denial().IsIn(best.Statement.Said) != isDenied;
        return Drafted(draft, best, yes: isOwn != isOpposed, instead: isOwn ? null : best.Statement);
    }

    static AnswerDraft Drafted(DraftBuilder draft, StatementHit reason, bool yes, Statement? instead) =>
        draft.Say(SideWording.Claim(yes, instead)).Quote(reason).Draft(AnswerKind.Answer, instead?.Side, null, Math.Min(Sure, reason.Score + Surer));

    /// <summary>A statement is a better reason than its nearness says.</summary>
    const double Surer = 0.3;

    static bool NamesBoth(StatementHit hit) =>
        TeamNames.SideOf(hit.Statement.Sentence, onlyOne: false) is not null && TeamNames.SideOf(hit.Statement.Sentence, onlyOne: true) is null;

    /// <summary>What a passage says to a claim that no statement decides: yes, or no where it denies it, or says the contrary.</summary>
    public static AnswerDraft Affirmed(AnswerDraft answer, string claim)
    {
        if (answer.Kind != AnswerKind.Answer)
            return answer;
        // The first sentence answers; what follows tells more, and may say the contrary of something else.
        var said = answer.Sentences.FirstOrDefault(sentence => sentence.Exact)?.Text ?? "";
        var yes = (Denial().IsIn(said) || Rare().IsIn(said)) == (Denial().IsIn(claim) || Rare().IsIn(claim)) && !Opposites.Contradict(claim, said);
        IReadOnlyList<AnswerSentence> sentences = [new AnswerSentence(yes ? "Yes." : "No.", Exact: false, Citation: null), .. answer.Sentences];
        return answer with { Sentences = sentences, Text = AnswerWording.Answer(sentences, answer.Citations, answer.Missing) };
    }

    [GeneratedRegex(@"\b(?:not|never|no longer|no less|no more|cannot|nothing)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:rare|rarely|seldom|hardly|unlikely|neither)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rare();

    [GeneratedRegex(@"\b(?:only|just|nothing but|merely|solely|nothing more than|all about)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyThat();

    /// <summary>What says that the two are against each other, or do without one another.</summary>
    [GeneratedRegex(@"\b(?:superfluous|unnecessary|obsolete|dead|without|alone|rivals?|enem(?:y|ies)|opponents?|competitors?|against each other|separately|independent(?:ly)?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AgainstEachOther();

    /// <summary>What one team has of the other: "learn something from sales", "make selling easier".</summary>
    [GeneratedRegex(@"\b(?:learns?|helps?|supports?|benefits?|prepares?|easier|feeds?|informs?|tells?|reports?|gives?|profits?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex GivesEachOther();
}
