using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Answers whose something is, and whether it is a team's: from what the documents state, and else by what is like it.
/// </summary>
sealed class SideAnswers(TaskClassifier classifier)
{
    /// <summary>Whose a task is, with the statement that says so, or what it goes by.</summary>
    public AnswerDraft Verdict(string text, Judgement judged, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        if (OfParts(text, judged, found, lease) is { } parts)
            return parts;
        var lead = Lead(judged, text, lease.Generation);
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Say(lead.Text);
        // What one side does altogether settles no close call.
        if (!lead.IsClose || judged.Said.Any(hit => hit.IsNear))
            Quote(draft, judged);
        return draft.Draft(
            AnswerKind.Classification,
            judged.Verdict,
            judged.Classification,
            judged.Classification.Confidence
        );
    }

    /// <summary>Two things in one: whose each of them is; none where they are not one for each team.</summary>
    AnswerDraft? OfParts(string text, Judgement judged, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var parts = TaskParts
            .Of(AskedTopic.Of(text))
            .Select(part => AskedTopic.Of(part).Trim(' ', '?', ','))
            .Where(part => part.Length > 0)
            .ToList();
        if (judged.Verdict != Classifying.Verdict.Both || parts.Count != 2)
            return null;
        var each = parts.ConvertAll(part => (Part: part, Judged: classifier.Judge(part, lease.Generation)));
        if (
            each.Exists(one => one.Judged.Verdict is not (Classifying.Verdict.Sales or Classifying.Verdict.Marketing))
            || each[0].Judged.Verdict == each[1].Judged.Verdict
        )
            return null;
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Say(
            $"Both: {string.Join(", ", each.Select(one => $"“{one.Part}” is {one.Judged.Verdict.ToString().ToLowerInvariant()}"))}."
        );
        foreach (var (_, part) in each)
            Quote(draft, part);
        return draft.Draft(
            AnswerKind.Classification,
            judged.Verdict,
            judged.Classification,
            judged.Classification.Confidence
        );
    }

    /// <summary>A close call that somebody has settled by a reply to what was asked back.</summary>
    public AnswerDraft Settled(Verdict settled, AnswerDraft close, GenerationLease lease)
    {
        var draft = new DraftBuilder([], lease.Generation.Searcher).Say(
            $"Then it’s {(settled == Classifying.Verdict.Both ? "for both sales and marketing" : $"a {settled.ToString().ToLowerInvariant()} task")}."
        );
        var general = classifier
            .Statements(lease.Generation)
            .All.Where(statement =>
                statement.Side == settled && statement.IsGeneral && !Subjects.Hangs(statement.Sentence)
            )
            .OrderByDescending(statement => statement.IsBroad)
            .Take(1);
        foreach (var statement in general)
            draft.Quote(new StatementHit(statement, 1, 1));
        var classification = close.Classification is { } before ? SideJudge.Settled(before, settled) : null;
        return draft.Draft(
            AnswerKind.Classification,
            settled,
            classification,
            classification?.Confidence ?? close.Confidence
        );
    }

    /// <summary>"Is SEO marketing?": yes where it is that team's, or both's.</summary>
    public AnswerDraft Whether(AskWhetherOf asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var team = TeamNames.Side(asked.Team);
        var judged = classifier.Judge(asked.Topic, lease.Generation);
        var isSo = judged.Verdict == team || judged.Verdict == Classifying.Verdict.Both;
        if (
            isSo
            && asked.Text.Contains(" only ", StringComparison.OrdinalIgnoreCase)
            && NotOnly(asked, team, found, lease) is { } both
        )
            return both;
        // What is said of the team itself, and is the contrary, says no better than what is said of the other.
        if (
            !isSo
            && judged.Verdict is Classifying.Verdict.Sales or Classifying.Verdict.Marketing
            && classifier
                .Near(asked.Topic, lease.Generation)
                .Find(hit => hit.Statement.Side == team && Opposites.Contradict(asked.Topic, hit.Statement.Said))
                is { } contrary
        )
            return new DraftBuilder(found, lease.Generation.Searcher)
                .Say("No.")
                .Quote(contrary)
                .Draft(AnswerKind.Answer, judged.Verdict, null, contrary.Score);
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Say(SideWording.Whether(judged, team, isSo));
        // What is said of both is said of this team, too: its own statement is the better reason.
        var own =
            isSo && judged.Verdict == Classifying.Verdict.Both
                ? judged.Said.Where(hit => hit.Statement.Side == team).ToList()
                : [];
        Quote(draft, own.Count > 0 ? judged with { Said = own } : judged);
        return draft.Draft(
            AnswerKind.Classification,
            judged.Verdict,
            judged.Classification,
            judged.Classification.Confidence
        );
    }

    /// <summary>"Are emails only for marketing?": no, where the other team's documents name them as well.</summary>
    AnswerDraft? NotOnly(AskWhetherOf asked, Verdict team, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var other = team == Classifying.Verdict.Sales ? Classifying.Verdict.Marketing : Classifying.Verdict.Sales;
        var theirs = classifier
            .Near(asked.Topic, lease.Generation)
            .Find(hit => hit.Statement.Side == other && hit.IsNear);
        return theirs is null
            ? null
            : new DraftBuilder(found, lease.Generation.Searcher)
                .Say($"No, {other.ToString().ToLowerInvariant()} does that too.")
                .Quote(theirs)
                .Draft(AnswerKind.Answer, other, null, theirs.Score);
    }

    /// <summary>
    /// The statements that are near enough, best first; where none is, what the side does altogether.
    /// </summary>
    static List<StatementHit> Quoted(Judgement judged)
    {
        var near = judged
            .Said.Where(hit => judged.IsStated || hit.IsNear)
            .Take(judged.Verdict == Classifying.Verdict.Both ? 2 : 1)
            .ToList();
        return near.Count > 0 ? near
            : judged.HasNearest ? [judged.Said[0]]
            : [.. judged.Said.Where(hit => hit.Statement.IsGeneral).Take(1)];
    }

    static void Quote(DraftBuilder draft, Judgement judged)
    {
        foreach (var hit in Quoted(judged))
            draft.Quote(hit);
    }

    /// <summary>What is like a task, and not just that task again.</summary>
    static List<string> Others(string text, IReadOnlyList<string> similar) =>
        [.. similar.Where(one => !Terms.Set(one).SetEquals(Terms.Set(text)))];

    (string Text, bool IsClose) Lead(Judgement judged, string text, IndexGeneration generation)
    {
        if (
            judged is
            { IsStated: false, Classification: { AskBack: { } question, Confidence: < Settling.CloseCall } close }
        )
            return (SideWording.Close(close, question), true);
        if (SideWording.IsSaid(judged))
            return (SideWording.Stated(judged), false);
        if (judged is { Activity: { } activity, Verdict: not Classifying.Verdict.Neither })
            return (SideWording.OfActivity(judged.Verdict, activity), false);
        return (
            judged.Verdict == Classifying.Verdict.Neither
                ? SideWording.Stated(judged)
                : SideWording.Alike(judged.Verdict, Others(text, classifier.Similar(text, judged.Verdict, generation))),
            false
        );
    }
}
