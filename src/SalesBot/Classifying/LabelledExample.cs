namespace SalesBot.Classifying;

/// <summary>A task and whose it is.</summary>
readonly record struct LabelledExample(Verdict Label, string Task)
{
    /// <summary>The labelled tasks that ship with the program.</summary>
    public static readonly Lazy<IReadOnlyList<LabelledExample>> Shipped = new(() =>
        [.. Read(ShippedText.Of("tasks.tsv"))]
    );

    /// <summary>
    /// Reads tab-separated lines of label and task; a head line and lines of another form are passed over.
    /// </summary>
    public static IEnumerable<LabelledExample> Read(string text)
    {
        foreach (var line in text.Split('\n'))
            if (line.Trim().Split('\t') is [var label, { Length: > 0 } task, ..] && TeamOf(label) is { } team)
                yield return new LabelledExample(team, task);
    }

    /// <summary>
    /// The team of that name; numbers and lists of names are none, whatever an enumeration makes of them.
    /// </summary>
    public static Verdict? TeamOf(string name) =>
        name.Trim().ToLowerInvariant() switch
        {
            "sales" => Verdict.Sales,
            "marketing" => Verdict.Marketing,
            "both" => Verdict.Both,
            "neither" => Verdict.Neither,
            _ => null,
        };
}
