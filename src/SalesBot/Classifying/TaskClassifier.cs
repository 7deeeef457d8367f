using System.Runtime.CompilerServices;
using SalesBot.Chat;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>
/// Says whose task something is: a small model learned from labelled examples and from what the documents say of each team, and passages as evidence.
/// </summary>
sealed class TaskClassifier
{
    const int Nearest = 12;

    /// <summary>The least share of a task's words that a passage must hold to be evidence.</summary>
    const double LeastCover = 0.25;

    /// <summary>What a clause of a document weighs in learning beside a labelled example.</summary>
    const double ClauseWeight = 0.1;

    readonly KnowledgeIndex index;
    readonly TextVectors encoder;
    readonly SideModel common;
    readonly ConditionalWeakTable<IndexGeneration, TaskModel> models = [];

    /// <summary>Equal content teaches the same: a generation opened once more need not be learned from again.</summary>
    static readonly RecentlyLearned<TaskModel> Learned = new();

    public TaskClassifier(KnowledgeIndex index, TextVectors encoder, SideModel common)
    {
        (this.index, this.encoder, this.common) = (index, encoder, common);
        index.BeforeUse += generation => Model(generation);
    }

    /// <summary>The verdict by the generation in use.</summary>
    public Classification Classify(string task)
    {
        using var lease = index.Lease();
        return Classify(task, lease.Generation);
    }

    /// <summary>The verdict by that generation.</summary>
    public Classification Classify(string message, IndexGeneration generation)
    {
        message = PersonText.Excerpt(message);
        var task = TaskText.Of(message);
        var query = generation.Searcher.Queries.Read(task);
        var model = Model(generation);
        var scores = TaskVerdict.Scores(QueryReader.Corrected(task, query.Terms), model);
        if (TaskText.AsksOfWhich(message))
            scores = TaskVerdict.Between(scores, common.Score(task));
        var verdict = TaskVerdict.Best(scores);
        var votes = Evidence(generation.Searcher.Search(query, Nearest), query);
        return new Classification(
            verdict, TaskVerdict.Of(scores, verdict), scores,
            For: [.. votes.Where(vote => verdict == Verdict.Both || vote.Side == verdict).Take(3).Select(vote => PassageCitation.Of(vote.Hit))],
            Against: [.. votes.Where(vote => verdict is Verdict.Sales or Verdict.Marketing && vote.Side != verdict).Take(2)
                .Select(vote => PassageCitation.Of(vote.Hit))],
            Words: TaskVerdict.Words(query, model, verdict), TaskVerdict.WouldChange(verdict), TaskVerdict.AskBack(scores));
    }

    /// <summary>The passages that speak of a team and share enough with the task to be evidence, those that share most first.</summary>
    static List<PassageVote> Evidence(List<PassageHit> hits, SearchQuery query)
    {
        var votes = hits.Select(hit => new PassageVote(hit, query)).Where(vote => vote.Side is not null).OrderByDescending(vote => vote.Cover).ToList();
        return [.. votes.TakeWhile(vote => vote.Cover >= LeastCover && vote.Cover >= votes[0].Cover / 2)];
    }

    /// <summary>How likely a text is about neither team's work, 0 to 1.</summary>
    public double Neither(string text, IndexGeneration generation) => Model(generation).Score(text)[(int)Verdict.Neither];

    TaskModel Model(IndexGeneration generation) => models.GetValue(generation, _ => Learned.Of($"{generation.Id} {encoder.Id}", () => Learn(generation)));

    TaskModel Learn(IndexGeneration generation)
    {
        var examples = LabelledExample.Shipped.Value.Concat(generation.Examples().SelectMany(LabelledExample.Read)).Select(example => (example, 1.0));
        var clauses = from passage in generation.AllPassages()
                      where passage.Kind <= Knowledge.Passages.PassageKind.Row
                      from clause in Clauses.Of(passage)
                      let side = clause.Side
                      where side is not null
                      select (new LabelledExample(side ?? Verdict.Neither, passage.Text[clause.Start..clause.End]), ClauseWeight);
        return new TaskModel([.. examples.Concat(clauses)], encoder);
    }
}
