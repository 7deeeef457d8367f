using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>
/// What the trade calls the work that people describe: who wants "the buyer talked round" wants his objections answered.
/// Documents speak in the words of the trade, so these find what they say of it.
/// </summary>
sealed class Activities(TextVectors encoder)
{
    /// <summary>What is farther in meaning from all examples is some other work.</summary>
    const double Least = 0.6;

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

    /// <summary>The activity that a task is an example of; null where it is like none, or no encoder tells.</summary>
    public string? Of(string task)
    {
        if (encoder.OfQuestion(task) is not { } vector)
            return null;
        var best = Learned
            .Of(encoder.Id, Learn)
            .Select(example => (example.Name, Cosine: vector.Cosine(example.Vector)))
            .MaxBy(example => example.Cosine);
        return best.Cosine >= Least ? best.Name : null;
    }

    IReadOnlyList<(string, SentenceVector)> Learn() =>
        [
            .. Shipped
                .Value.Select(example => (example.Name, Vector: encoder.Of(example.Example)))
                .Where(example => example.Vector is not null)
                .Select(example => (example.Name, example.Vector!)),
        ];
}
