using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>Answers whose something is, whether it is a team's, and whether something holds of a team: from what the documents state, and else by what is like it.</summary>
sealed partial class SideAnswers(TaskClassifier classifier)
{
    /// <summary>A claim is answered by a statement that is so near at least; and by the other team's where that is so much nearer.</summary>
    const double LeastClaim = 0.46, Nearer = 0.08;

    /// <summary>Below this a verdict is a close call, if another is nearly as likely.</summary>
    const double CloseCall = 0.5;

    /// <summary>A statement that is so near is worth quoting where the examples decided.</summary>
    const double LeastQuoted = 0.34;

    /// <summary>Whose a task is, with the statement that says so, or what it goes by.</summary>
    public AnswerDraft Verdict(string text, Judgement judged, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var lead = Lead(judged, text, lease.Generation);
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Say(lead.Text);
        // What one side does altogether settles no close call.
        if (!lead.IsClose)
            Quote(draft, judged);
        return draft.Draft(AnswerKind.Classification, judged.Verdict, judged.Classification, judged.Classification.Confidence);
    }

    /// <summary>A close call that somebody has settled by a reply to what was asked back.</summary>
    public AnswerDraft Settled(Verdict settled, AnswerDraft close, GenerationLease lease)
    {
        var draft = new DraftBuilder([], lease.Generation.Searcher).Say($"Then it is {(settled == Classifying.Verdict.Both ? "for both, sales and marketing" : $"a {settled.ToString().ToLowerInvariant()} task")}.");
        var general = classifier.Statements(lease.Generation).All.Where(statement => statement.Side == settled && statement.IsGeneral && !Subjects.Hangs(statement.Sentence)).OrderByDescending(statement => statement.IsBroad).Take(1);
        foreach (var statement in general)
            draft.Quote(new StatementHit(statement, 1, 1));
        return draft.Draft(AnswerKind.Classification, settled, close.Classification! with { Verdict = settled, AskBack = null }, close.Confidence);
    }

    /// <summary>"Is SEO marketing?": yes where it is that team's, or both's.</summary>
    public AnswerDraft Whether(AskWhetherOf asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var team = TeamNames.Side(asked.Team);
        var judged = classifier.Judge(asked.Topic, lease.Generation);
        var isSo = judged.Verdict == team || judged.Verdict == Classifying.Verdict.Both;
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Say(SideWording.Whether(judged, team, isSo));
        // What is said of both is said of this team, too: its own statement is the better reason.
        var own = isSo && judged.Verdict == Classifying.Verdict.Both ? judged.Said.Where(hit => hit.Statement.Side == team).ToList() : [];
        Quote(draft, own.Count > 0 ? judged with { Said = own } : judged);
        return draft.Draft(AnswerKind.Classification, judged.Verdict, judged.Classification, judged.Classification.Confidence);
    }

    /// <summary>"Does marketing close deals?", "are the two the same?"; none where no statement tells.</summary>
    public AnswerDraft? Claim(AskClaim asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var team = TeamNames.Side(asked.Team);
        return RelationReader.OfClaim(team, asked.Claim) is { } relation && OfRelation(relation, asked, found, lease) is { } related ? related : OfClaim(team, asked, found, lease);
    }

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
        var yes = told.Count(one => one.IsSo) * 2 >= told.Count;
        var best = told.First(one => one.IsSo == yes);
        var isDenied = (Denial().IsIn(claim.Claim) || Superfluous().IsIn(claim.Claim)) && asked.Relation is not (Relation.Same or Relation.Different);
        return new DraftBuilder(found, lease.Generation.Searcher).Say(SideWording.Relation(asked, yes != isDenied, yes)).Quote(best.Hit)
            .Draft(AnswerKind.Answer, null, null, Sure);
    }

    const double Sure = 0.9;

    /// <summary>Whether what is asked is so by what a sentence says; none where that tells neither.</summary>
    static bool? IsSo(RelationReading asked, RelationReading said) => (asked.Relation, said.Relation) switch
    {
        (Relation.Same, Relation.Different) or (Relation.Different, Relation.Same) => false,
        (Relation.Needs, Relation.Needs) => asked.First is null || said.First is null || asked.First == said.First ? true : null,
        (Relation.Broader, Relation.PartOf) => asked.First != said.First,
        (Relation.PartOf, Relation.Broader) => asked.First != said.First,
        var (one, other) when one == other => asked.First is null || said.First is null || asked.First == said.First,
        _ => null,
    };

    AnswerDraft? OfClaim(Verdict team, AskClaim asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var topic = AskedTopic.Of(asked.Claim);
        var near = classifier.NearTopic(topic, lease.Generation);
        if (team == Classifying.Verdict.Both)
            return null;
        var other = team == Classifying.Verdict.Sales ? Classifying.Verdict.Marketing : Classifying.Verdict.Sales;
        // What is claimed of one team and the other is said in a sentence that names both.
        if (TeamNames.SideOf(asked.Claim, onlyOne: true) == other)
            near = [.. near.OrderByDescending(hit => hit.Score + (TeamNames.SideOf(hit.Statement.Sentence, onlyOne: true) is null && Clauses.SideOf(hit.Statement.Sentence, 0, hit.Statement.Sentence.Length, onlyOne: false) is not null ? NamesBoth : 0))];
        var own = near.Find(hit => hit.Statement.Side == team || hit.Statement.Side == Classifying.Verdict.Both);
        var others = near.Find(hit => hit.Statement.Side == other || hit.Statement.Side == Classifying.Verdict.Neither);
        var (ownScore, othersScore) = (own?.Score ?? 0, others?.Score ?? 0);
        var isOwn = own is not null && ownScore >= othersScore - Nearer;
        var best = isOwn ? own : others;
        if (best is null || best.Score < LeastClaim)
            return null;
        var claim = Terms.Set(topic);
        var said = Terms.Set(best.Statement.Said);
        // Whoever asks whether that is all is told no by whatever else is said.
        if (OnlyThat().IsIn(asked.Claim) && isOwn && !OnlyThat().IsIn(best.Statement.Sentence))
            return new DraftBuilder(found, lease.Generation.Searcher).Say(SideWording.Claim(yes: false, null)).Quote(best).Draft(AnswerKind.Answer, null, null, Math.Min(Sure, best.Score + 0.3));
        var isDenied = Denial().IsIn(asked.Claim);
        var isOpposed = Opposites.Contradict(claim, said) || Denial().IsIn(best.Statement.Said) != isDenied;
        var yes = isOwn != isOpposed;
        return new DraftBuilder(found, lease.Generation.Searcher).Say(SideWording.Claim(yes, isOwn ? null : best.Statement)).Quote(best)
            .Draft(AnswerKind.Answer, isOwn ? null : best.Statement.Side, null, Math.Min(Sure, best.Score + 0.3));
    }

    /// <summary>What a passage says to a claim that no statement decides: yes, or no where it denies.</summary>
    public static AnswerDraft Affirmed(AnswerDraft answer, string claim)
    {
        if (answer.Kind != AnswerKind.Answer)
            return answer;
        var said = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
        var yes = (Denial().IsIn(said) || Rare().IsIn(said)) == Denial().IsIn(claim) && !Opposites.Contradict(Terms.Set(claim), Terms.Set(said));
        IReadOnlyList<AnswerSentence> sentences = [new AnswerSentence(yes ? "Yes." : "No.", Exact: false, Citation: null), .. answer.Sentences];
        return answer with { Sentences = sentences, Text = AnswerWording.Answer(sentences, answer.Citations, answer.Missing) };
    }

    /// <summary>The statements that are near enough, best first; where none is, what the side does altogether.</summary>
    static List<StatementHit> Quoted(Judgement judged)
    {
        var near = judged.Said.Where(hit => judged.IsStated || hit.Score >= LeastQuoted).Take(judged.Verdict == Classifying.Verdict.Both ? 2 : 1).ToList();
        return near.Count > 0 ? near : [.. judged.Said.Where(hit => hit.Statement.IsGeneral).Take(1)];
    }

    static void Quote(DraftBuilder draft, Judgement judged)
    {
        foreach (var hit in Quoted(judged))
            draft.Quote(hit);
    }

    (string Text, bool IsClose) Lead(Judgement judged, string text, IndexGeneration generation)
    {
        if (judged.IsStated || judged.Said.Any(hit => hit.Score >= LeastQuoted))
            return (SideWording.Stated(judged), false);
        if (judged.Classification is { AskBack: { } question, Confidence: < CloseCall } close)
            return (SideWording.Close(close, question), true);
        return (judged.Verdict == Classifying.Verdict.Neither ? SideWording.Stated(judged)
            : SideWording.Alike(judged.Verdict, classifier.Similar(text, judged.Verdict, generation)), false);
    }

    /// <summary>How much nearer a statement is to a claim about both teams that names both.</summary>
    const double NamesBoth = 0.12;

    [GeneratedRegex(@"\b(?:rare|rarely|seldom|hardly|unlikely|neither)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rare();

    [GeneratedRegex(@"\b(?:only|just|nothing but|merely|solely|nothing more than|all about)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyThat();

    [GeneratedRegex(@"\b(?:superfluous|unnecessary|obsolete|dead|without)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Superfluous();

    [GeneratedRegex(@"\b(?:not|never|no longer|cannot|nothing)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Denial();
}
