using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>Work as the trade calls it, and how near the nearest example of it is, 0 to 1.</summary>
sealed record Activity(string Name, double Nearness);

/// <summary>
/// What the trade calls the work that people describe: who wants "the buyer talked round" wants his objections answered.
/// Documents speak in the words of the trade, so these find what they say of it.
/// </summary>
sealed class Activities(TextVectors encoder)
{
    static readonly RecentlyLearned<IReadOnlyList<(string Name, SentenceVector Vector)>> Learned = new();

    /// <summary>The examples that ship with the program: how people put it, and what it is.</summary>
    public static readonly Lazy<IReadOnlyList<(string Name, string Example)>> Shipped = new(() =>
        [
            .. ShippedText
                .Of("activities.tsv")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.TrimEnd('\r').Split('\t'))
                .Select(cells => (cells[0], cells[1])),
        ]
    );

    /// <summary>The activity with the example that is nearest to a task; null where no encoder tells.</summary>
    public Activity? Nearest(string task) =>
        encoder.OfQuestion(task) is { } vector
            ? Learned
                .Of(encoder.Id, Learn)
                .Select(example => new Activity(example.Name, vector.Cosine(example.Vector)))
                .MaxBy(activity => activity.Nearness)
            : null;

    IReadOnlyList<(string, SentenceVector)> Learn() =>
        [
            .. Shipped
                .Value.Select(example => (example.Name, Vector: encoder.Of(example.Example)))
                .Where(example => example.Vector is not null)
                .Select(example => (example.Name, example.Vector!)),
        ];
}
