namespace SalesBot.Classifying;

/// <summary>A task and whose it is.</summary>
readonly record struct LabelledExample(Verdict Label, string Task)
{
    /// <summary>The examples that ship with the program.</summary>
    public static readonly Lazy<IReadOnlyList<LabelledExample>> Shipped = new(() =>
    {
        using var resource = typeof(LabelledExample).Assembly.GetManifestResourceStream("tasks.tsv")
            ?? throw new InvalidOperationException("The labelled examples are not in the program.");
        using var reader = new StreamReader(resource);
        return [.. Read(reader.ReadToEnd())];
    });

    /// <summary>Reads tab-separated lines of label and task; a head line and lines of another form are passed over.</summary>
    public static IEnumerable<LabelledExample> Read(string text)
    {
        foreach (var line in text.Split('\n'))
            if (line.Trim().Split('\t') is [var label, { Length: > 0 } task, ..] && Enum.TryParse<Verdict>(label, ignoreCase: true, out var team)
                && Enum.IsDefined(team))
                yield return new LabelledExample(team, task);
    }
}
