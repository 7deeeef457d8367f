using System.Runtime.CompilerServices;
using SalesBot.Chat;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>
/// Says whose task something is: a small model learned from labelled examples and from what the documents say of each
/// team, and passages as evidence.
/// </summary>
sealed class TaskClassifier
{
    const int MostFor = 3,
        MostAgainst = 2;

    /// <summary>A statement farther from the task is no evidence against a verdict.</summary>
    const double LeastEvidence = 0.4;

    /// <summary>What a clause of a document weighs in learning beside a labelled example.</summary>
    const double ClauseWeight = 0.1;

    readonly KnowledgeIndex index;
    readonly TextVectors encoder;
    readonly SideModel common;
    readonly Activities activities;
    readonly ConditionalWeakTable<IndexGeneration, TaskModel> models = [];
    readonly ConditionalWeakTable<IndexGeneration, StatementIndex> statements = [];

    /// <summary>Equal content teaches the same: a generation opened once more need not be learned from again.</summary>
    static readonly RecentlyLearned<TaskModel> Models = new();

    static readonly RecentlyLearned<StatementIndex> Read = new();

    public TaskClassifier(KnowledgeIndex index, TextVectors encoder, SideModel common, Activities activities)
    {
        (this.index, this.encoder, this.common, this.activities) = (index, encoder, common, activities);
        index.BeforeUse += generation => Parallel.Invoke(() => Model(generation), () => Statements(generation));
    }

    /// <summary>The verdict by the generation in use.</summary>
    public Classification Classify(string task)
    {
        using var lease = index.Lease();
        return Classify(task, lease.Generation);
    }

    /// <summary>The verdict by that generation.</summary>
    public Classification Classify(string message, IndexGeneration generation) =>
        Judge(message, generation).Classification;

    /// <summary>The verdict by that generation, with the statements that say so.</summary>
    public Judgement Judge(string message, IndexGeneration generation)
    {
        message = PersonText.Excerpt(message);
        var near = Near(message, generation);
        var learned = Learned(message, generation);
        var judged = WithWords(SideJudge.Of(near, learned), near);
        if (!judged.IsStated && activities.Nearest(TaskText.Of(message)) is { } like)
        {
            if (like.Nearness >= SameActivity)
            {
                var own = judged.Said.FirstOrDefault(hit => hit.IsNear)?.Statement;
                near = WithActivity(near, like, generation);
                judged = SideJudge.Of(near, learned, decides: false);
                if (judged.Said is [{ IsNear: true } first, ..] && first.Statement != own)
                    judged = judged with { Activity = like.Name };
            }
            judged = WithReason(judged, like, generation);
        }
        return WithEvidence(WithNearest(judged, near), near, generation.Searcher);
    }

    /// <summary>
    /// What is near to a task, and what is near to the activity that it is, which counts a little less: documents speak
    /// of "objections" where people say "too dear".
    /// </summary>
    List<StatementHit> WithActivity(List<StatementHit> near, Activity activity, IndexGeneration generation)
    {
        var hits = NearTopic(activity.Name, generation).ToDictionary(hit => hit.Statement);
        return
        [
            .. near.Select(hit =>
                    hits.GetValueOrDefault(hit.Statement) is { } other && other.Score * ActivityShare > hit.Score
                        ? new StatementHit(hit.Statement, other.Words * ActivityShare, other.Meaning * ActivityShare)
                        : hit
                )
                .OrderByDescending(hit => hit.Score),
        ];
    }

    /// <summary>
    /// Where no statement is near enough to decide, the nearest of that side that says much of the task in its own words
    /// is the reason: "the blog" of a clinic is a blog.
    /// </summary>
    static Judgement WithWords(Judgement judged, List<StatementHit> near)
    {
        if (
            judged.IsStated
            || judged.Verdict is not (Verdict.Sales or Verdict.Marketing)
            || judged.Said.Any(hit => hit.IsNear)
        )
            return judged;
        var said = near.Find(hit => hit.Words >= ManyWords && !hit.Statement.IsDenied && !hit.Statement.IsGeneral);
        return said?.Statement.Side == judged.Verdict
            ? judged with
            {
                Said = [said, .. judged.Said],
                HasNearest = true,
            }
            : judged;
    }

    /// <summary>A statement that says such a share of a task's words speaks of it.</summary>
    const double ManyWords = 0.3;

    /// <summary>
    /// Where no statement in these words is a reason, the first that speaks of the activity that it is like, where that
    /// one is on the same side.
    /// </summary>
    Judgement WithReason(Judgement judged, Activity like, IndexGeneration generation)
    {
        if (
            like.Nearness < LikeActivity
            || judged.Verdict is not (Verdict.Sales or Verdict.Marketing)
            || judged.HasNearest
            || judged.Said.Any(hit => hit.IsNear)
        )
            return judged;
        var said = NearTopic(like.Name, generation)
            .Find(hit => hit.IsNear && !hit.Statement.IsDenied && !hit.Statement.IsGeneral);
        return said?.Statement.Side == judged.Verdict
            ? judged with
            {
                Said = [said, .. judged.Said],
                HasNearest = true,
                Activity = like.Name,
            }
            : judged;
    }

    /// <summary>From this nearness on a task is that activity; from the other on it is like it.</summary>
    const double SameActivity = 0.6,
        LikeActivity = 0.47;

    /// <summary>What an activity's statement counts beside one in the words that were said.</summary>
    const double ActivityShare = 0.8;

    /// <summary>
    /// Where no statement is near enough to be a reason, the one of that side that is nearest in meaning: words that
    /// few use ("haggle") share nothing with the sentence that speaks of the same ("negotiate terms").
    /// </summary>
    static Judgement WithNearest(Judgement judged, List<StatementHit> near)
    {
        if (
            judged.IsStated
            || judged.Verdict is not (Verdict.Sales or Verdict.Marketing)
            || judged.HasNearest
            || judged.Said.Any(hit => hit.IsNear)
        )
            return judged;
        var nearest = near.Where(hit =>
                hit.Statement.Side == judged.Verdict
                && hit.Meaning >= LeastMeaning
                && !hit.Statement.IsDenied
                && !hit.Statement.IsGeneral
            )
            .MaxBy(hit => hit.Meaning);
        return nearest is null ? judged : judged with { Said = [nearest, .. judged.Said], HasNearest = true };
    }

    /// <summary>What is farther in meaning speaks of something else.</summary>
    const double LeastMeaning = 0.4;

    /// <summary>The statements nearest to what a message is about, nearest first.</summary>
    public List<StatementHit> Near(string message, IndexGeneration generation) =>
        NearTopic(AskedTopic.Of(message), generation);

    /// <summary>The statements nearest to a topic, nearest first.</summary>
    public List<StatementHit> NearTopic(string topic, IndexGeneration generation)
    {
        var queries = generation.Searcher.Queries;
        var slips = queries.Read(topic).Terms.Where(term => !TradeWords.Has(term.Word));
        var common = TradeWords.In(QueryReader.Corrected(topic, slips));
        var query = queries.Read(common);
        return Statements(generation)
            .Near(common, query with { Terms = [.. query.Terms.Select(AsInTheTrade)] }, encoder);
    }

    /// <summary>A word of the trade is no slip, though the documents may call the thing by another.</summary>
    static QueryTerm AsInTheTrade(QueryTerm term) =>
        term.CorrectedTo is not null && TradeWords.Has(term.Word) && Terms.Of(term.Word) is [var only]
            ? term with
            {
                Stem = only.Text,
                CorrectedTo = null,
            }
            : term;

    /// <summary>What that generation's passages say of each side.</summary>
    public StatementIndex Statements(IndexGeneration generation) =>
        statements.GetValue(
            generation,
            _ =>
                Read.Of(
                    $"{generation.Id} {encoder.Id}",
                    () => new StatementIndex(StatementFile.Read(generation), encoder)
                )
        );

    /// <summary>Labelled tasks of that team that are like this one, likest first, four at most.</summary>
    public IReadOnlyList<string> Similar(string message, Verdict team, IndexGeneration generation) =>
        Model(generation).Similar(TaskText.Of(message), team);

    /// <summary>
    /// From this likeliness on work is of neither team, however it is asked for; what is commonly said of a side ("who
    /// plays the long game?") is no work.
    /// </summary>
    const double Elsewhere = 0.5,
        SurelyElsewhere = 0.9,
        Commonly = 0.7;

    /// <summary>The verdict by what the examples teach alone.</summary>
    Classification Learned(string message, IndexGeneration generation)
    {
        var task = TaskText.Of(message);
        var query = generation.Searcher.Queries.Read(task);
        var model = Model(generation);
        var scores = TaskVerdict.Scores(QueryReader.Corrected(task, query.Terms), model);
        // Whoever asks for one of the two may ask about work of neither.
        var elsewhere = TaskVerdict.Of(scores, Verdict.Neither);
        if (TaskText.AsksOfWhich(message) && (elsewhere < SurelyElsewhere || common.Score(task).Max() >= Commonly))
            scores = TaskVerdict.Between(scores, common.Score(task));
        else if (TaskText.AsksBetween(message) && elsewhere < Elsewhere)
            scores = TaskVerdict.OfTheTwo(scores);
        var verdict = TaskVerdict.Best(scores);
        return new Classification(
            verdict,
            TaskVerdict.Of(scores, verdict),
            scores,
            [],
            [],
            TaskVerdict.Words(query, model, verdict),
            TaskVerdict.WouldChange(verdict),
            TaskVerdict.AskBack(scores)
        );
    }

    static Judgement WithEvidence(Judgement judgement, List<StatementHit> near, PassageSearcher searcher)
    {
        var (verdict, said) = (judgement.Verdict, judgement.Said);
        var against = near.Where(hit =>
            verdict is Verdict.Sales or Verdict.Marketing
            && hit.Statement.Side != verdict
            && hit.Score >= LeastEvidence
            && said.All(one => one.Statement.Passage != hit.Statement.Passage)
        );
        return judgement with
        {
            Classification = judgement.Classification with
            {
                For = Passages(said, MostFor, searcher),
                Against = Passages(against, MostAgainst, searcher),
            },
        };
    }

    static List<Citation> Passages(IEnumerable<StatementHit> hits, int most, PassageSearcher searcher) =>
        [
            .. hits.DistinctBy(hit => (hit.Statement.Passage.Document, hit.Statement.Passage.Start))
                .Take(most)
                .Select(hit => PassageCitation.Of(searcher.Hit(hit.Statement.Passage, hit.Score))),
        ];

    /// <summary>How likely a text is about neither team's work, 0 to 1.</summary>
    public double Neither(string text, IndexGeneration generation) =>
        Model(generation).Score(text)[(int)Verdict.Neither];

    TaskModel Model(IndexGeneration generation) =>
        models.GetValue(
            generation,
            _ =>
                Models.Of(
                    $"{generation.Id} {encoder.Id}",
                    () =>
                        LearnedFile.Read(generation, TaskFile, encoder.Id, file => new TaskModel(file, encoder))
                        ?? LearnedFile.Write(
                            generation,
                            TaskFile,
                            encoder.Id,
                            Learn(generation),
                            (model, file) => model.Write(file)
                        )
                )
        );

    /// <summary>What was learned of a generation, beside it.</summary>
    const string TaskFile = "tasks.learned";

    TaskModel Learn(IndexGeneration generation)
    {
        var examples = LabelledExample
            .Shipped.Value.Concat(generation.Examples().SelectMany(LabelledExample.Read))
            .Select(example => (example, 1.0));
        var clauses =
            from passage in generation.AllPassages()
            where passage.Kind <= Knowledge.Passages.PassageKind.Row
            from clause in Clauses.Of(passage)
            let side = clause.Side
            where side is not null
            select (new LabelledExample(side ?? Verdict.Neither, passage.Text[clause.Start..clause.End]), ClauseWeight);
        return new TaskModel([.. examples.Concat(clauses)], encoder);
    }
}
