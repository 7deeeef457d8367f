using System.Reflection;
using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Platforms.Teams;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Benchmarks;

/// <summary>
/// The dearest text for every pattern of the program: 30,000 characters of each kind of letter and of repeated words,
/// read as the program reads them. The bar of <c>design/reliability.md</c> L6 is 100 ms.
/// </summary>
static class PatternSuite
{
    const int Length = 30_000,
        Shown = 15;

    const BindingFlags Any = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    static readonly string[] Pieces =
    [
        "a",
        "A",
        "z",
        "é",
        "ß",
        "漢",
        "ع",
        "1",
        "9 ",
        ".",
        ",",
        ":",
        "-",
        "(",
        ")",
        "@",
        "\"",
        "'",
        " ",
        "\n",
        " \n",
        "\t",
        "a ",
        "Aa ",
        "a, ",
        "a: ",
        "it ",
        "to ",
        "what ",
        "which ",
        "who ",
        "how much ",
        "what should which ",
        "sales ",
        "marketing ",
        "sales or ",
        "to marketing ",
        "flag a to ",
        "HO-1001 ",
        "until ",
        "and ",
        "not ready, ",
        "usual ",
        "wage ",
        "a@b.example ",
        "https://a.example/ ",
        "*a* ",
        "🎉",
        "first second ",
        "subject: ",
        "from A ",
    ];

    public static int Run()
    {
        var patterns = (
            from type in typeof(SalesBotHost).Assembly.GetTypes()
            from method in type.GetMethods(Any)
            where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null
            select (Name: $"{type.Name}.{method.Name}", Pattern: (Regex)method.Invoke(null, null)!)
        ).ToList();
        var texts = Pieces
            .Select(piece =>
                (piece, Text: PersonText.Clean(string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + "x"))
            )
            .ToList();
        var found = new List<(double Milliseconds, string Name, string Piece)>();
        foreach (var (name, pattern) in patterns)
        foreach (var (piece, text) in texts)
            found.Add((Enumerable.Range(0, 3).Min(_ => Time(pattern, text)), name, piece));
        found.AddRange(
            from piece in Markup
            let text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length))
            from reader in Readers
            select (Enumerable.Range(0, 3).Min(_ => Time(() => reader.Read(text))), reader.Name, piece)
        );
        System.Console.WriteLine(
            $"{patterns.Count} patterns, {texts.Count} texts, {Readers.Length} readers; the dearest, in milliseconds:"
        );
        foreach (var (milliseconds, name, piece) in found.OrderByDescending(one => one.Milliseconds).Take(Shown))
            System.Console.WriteLine(
                $"{milliseconds, 8:0.00}  {name}  “{piece.Replace("\n", "\\n").Replace("\t", "\\t")}”"
            );
        return 0;
    }

    /// <summary>What makes a reader of markup look for an end that never comes.</summary>
    static readonly string[] Markup = ["<at>", "<", "&nbsp;", "<at", "\n ", "<p", "*", "1"];

    static readonly (string Name, Action<string> Read)[] Readers =
    [
        ("TeamsMarkup", text => TeamsMarkup.WordsOf(text)),
        ("TeamsText", text => TeamsText.Markdown(text)),
    ];

    static double Time(Regex pattern, string text) =>
        Time(() =>
        {
            pattern.IsIn(text);
            pattern.FindAllIn(text);
        });

    static double Time(Action work)
    {
        var began = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }
}
