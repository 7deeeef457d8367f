using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>What labelled examples teach about whose a task is.</summary>
sealed class TaskModel
{
    const int Teams = 4;

    /// <summary>How strongly words that no sales or marketing example says speak for neither.</summary>
    const double Strangeness = 3;

    readonly TextModel model;
    readonly HashSet<string> trade;

    /// <param name="examples">The examples, each with the weight it has in learning.</param>
    /// <param name="encoder">Gives texts their meaning.</param>
    public TaskModel(IReadOnlyList<(LabelledExample Example, double Weight)> examples, TextVectors encoder)
    {
        model = new TextModel(
            examples.Select(each => new LabelledText(each.Example.Task, (int)each.Example.Label, each.Weight)),
            Teams,
            encoder
        );
        trade = examples
            .Where(each => each.Example.Label != Verdict.Neither)
            .SelectMany(each => TaskFeatures.Of(each.Example.Task))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What <see cref="Write"/> wrote, with the same encoder.</summary>
    public TaskModel(BinaryReader file, TextVectors encoder)
    {
        model = new TextModel(file, encoder);
        trade = new HashSet<string>(StringComparer.Ordinal);
        for (var left = file.ReadInt32(); left > 0; left--)
            trade.Add(file.ReadString());
    }

    /// <summary>Writes down what was learned.</summary>
    public void Write(BinaryWriter file)
    {
        model.Write(file);
        file.Write(trade.Count);
        foreach (var term in trade)
            file.Write(term);
    }

    /// <summary>The share of each team, in the order of <see cref="Verdict"/>, adding up to 1.</summary>
    public double[] Score(string task) =>
        model.Score(
            task,
            (shares, said) =>
                shares[(int)Verdict.Neither] *= ExactMath.Exp(-Strangeness * (1 - StrangeShare(said))) * HalfStrange
        );

    /// <summary>A task half of whose words are strange is left as it is.</summary>
    static readonly double HalfStrange = 1 / ExactMath.Exp(-Strangeness * 0.5);

    /// <summary>
    /// The labelled tasks of a team that are nearest to one, nearest first: short ones, four at most.
    /// </summary>
    public IReadOnlyList<string> Similar(string task, Verdict team) =>
        [.. model.Similar(task, (int)team, LeastSimilar, MostSimilar).Where(similar => similar.Length <= Longest)];

    /// <summary>What is farther is like nothing, as a cosine.</summary>
    const double LeastSimilar = 0.5;

    const int MostSimilar = 4,
        Longest = 60;

    double StrangeShare(List<string> said)
    {
        var terms = said.Where(feature => !feature.Contains(' ') && feature[0] != '~').ToList();
        return terms.Count == 0 ? 1 : terms.Count(term => !trade.Contains(term)) / (double)terms.Count;
    }

    /// <summary>How much a term speaks for a team against the average of the others.</summary>
    public double Pull(string term, Verdict team) => model.Pull(term, (int)team);
}
