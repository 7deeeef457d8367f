using SalesBot.Answering.Sides;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Answering;

/// <summary>Says what else the documents tell of what was asked: "anything else?", "go on".</summary>
sealed class FurtherAnswers(TaskClassifier classifier)
{
    const int Most = 3;

    /// <summary>What was not said yet, nearest first, of the same team where one was asked about.</summary>
    /// <param name="asked">The question that was answered.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="lease">The documents.</param>
    public AnswerDraft Of(string asked, AnswerDraft answer, GenerationLease lease)
    {
        if (answer.Sentences.All(sentence => sentence.Citation is null))
            return answer;
        var said = answer
            .Sentences.Where(sentence => sentence.Citation is not null)
            .Select(sentence => sentence.Text)
            .ToList();
        var draft = new DraftBuilder([], lease.Generation.Searcher).Say("Besides that:");
        var side = answer.Verdict ?? TeamNames.SideOf(asked, onlyOne: true);
        var found = false;
        if (side is Verdict.Sales or Verdict.Marketing)
            foreach (var hit in OfSide(asked, side.Value, said, lease))
            {
                draft.Quote(hit, "•");
                found = true;
            }
        else
            foreach (var passage in Related(answer, lease))
            {
                draft.Quote(passage, passage.Text, "•");
                found = true;
            }
        return found
            ? draft.Draft(AnswerKind.Answer, null, null, answer.Confidence)
            : answer with
            {
                Kind = AnswerKind.Help,
                Text = "That’s all that the documents say about it.",
                Sentences = [],
                Citations = [],
                Table = null,
            };
    }

    /// <summary>
    /// All of the passage that a point of an answer was quoted from; how many there are, where it has no such point; none
    /// where it has no points.
    /// </summary>
    /// <param name="point">Which one, from 0; -1 for the last.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="lease">The documents.</param>
    public static AnswerDraft? OfPoint(int point, AnswerDraft answer, GenerationLease lease)
    {
        var points = answer
            .Sentences.Where(sentence => sentence.Exact)
            .Select(sentence => sentence.Citation)
            .OfType<int>()
            .ToList();
        if (points.Count < 2)
            return null;
        if (point >= points.Count)
            return AnswerDraft.Help($"I named {points.Count} points, so I can’t tell which one you mean.");
        var citation = answer.Citations[points[point < 0 ? points.Count - 1 : point]];
        var passages = lease
            .Generation.AllPassages()
            .Where(passage => passage.Document == citation.Document && passage.Kind <= PassageKind.Row)
            .ToList();
        var at = passages.FindIndex(passage => passage.Start == citation.Start);
        if (at < 0)
            return null;
        var draft = new DraftBuilder([], lease.Generation.Searcher);
        foreach (
            var passage in passages
                .Where(passage => passage.Section == passages[at].Section && passage.Start >= passages[at].Start)
                .Take(passages[at].Kind == PassageKind.Paragraph ? Most : 1)
        )
            draft.Quote(passage, passage.Text);
        return draft.Draft(AnswerKind.Answer, null, null, answer.Confidence);
    }

    IEnumerable<StatementHit> OfSide(string asked, Verdict side, List<string> said, GenerationLease lease) =>
        classifier
            .Near(asked, lease.Generation)
            .Where(hit =>
                hit.Statement.Side == side
                && !hit.Statement.IsDenied
                && !Subjects.Hangs(hit.Statement.Sentence)
                && !said.Exists(text => text.Contains(hit.Statement.Said, StringComparison.OrdinalIgnoreCase))
            )
            .DistinctBy(hit => hit.Statement.Sentence)
            .Take(Most);

    /// <summary>The passages that were found as well, and not quoted.</summary>
    static IEnumerable<Passage> Related(AnswerDraft answer, GenerationLease lease)
    {
        var quoted = answer.Sentences.Select(sentence => sentence.Citation).OfType<int>().ToHashSet();
        var others = answer
            .Citations.Where((_, place) => !quoted.Contains(place))
            .Select(citation => (citation.Document, citation.Start))
            .ToHashSet();
        return lease
            .Generation.AllPassages()
            .Where(passage =>
                others.Contains((passage.Document, passage.Start))
                && passage.Kind <= PassageKind.Step
                && !Subjects.Hangs(passage.Text)
            )
            .Take(Most);
    }
}
