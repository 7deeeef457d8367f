namespace SalesBot.Knowledge.Questions;

/// <summary>Something that a document may say, and questions that people ask to learn it.</summary>
sealed record ExampleFact(string Statement, IReadOnlyList<string> Questions)
{
    /// <summary>The file in <c>examples/</c> that a folder's own are read from begins so.</summary>
    public const string FilePrefix = "questions";

    /// <summary>
    /// What ships with the program: the facts of its own documents, which many companies' documents tell too.
    /// </summary>
    public static readonly Lazy<IReadOnlyList<ExampleFact>> Shipped = new(() =>
    {
        using var resource =
            typeof(ExampleFact).Assembly.GetManifestResourceStream("questions.tsv")
            ?? throw new InvalidOperationException(
                "The example questions are missing from the program; reinstall SalesBot."
            );
        using var reader = new StreamReader(resource);
        return [.. Read(reader.ReadToEnd())];
    });

    /// <summary>
    /// Reads tab-separated lines: a statement, then the questions it answers; other lines are passed over.
    /// </summary>
    public static IEnumerable<ExampleFact> Read(string text) =>
        from line in text.Split('\n')
        let cells = line.Trim().Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where cells.Length > 1
        select new ExampleFact(cells[0], cells[1..]);
}
