using System.Reflection;
using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Benchmarks;

/// <summary>
/// The dearest text for every pattern of the program: 30,000 characters of each kind of letter and of repeated words, read as the program reads them. The bar of
/// <c>design/reliability.md</c> L6 is 100 ms.
/// </summary>
static class PatternSuite
{
    const int Length = 30_000, Shown = 15;

    const BindingFlags Any = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    static readonly string[] Pieces =
    [
        "a", "A", "z", "é", "ß", "漢", "ع", "1", "9 ", ".", ",", ":", "-", "(", ")", "@", "\"", "'", " ", "\n", " \n", "\t", "a ", "Aa ", "a, ", "a: ", "it ", "to ",
        "what ", "which ", "who ", "how much ", "what should which ", "sales ", "marketing ", "sales or ", "to marketing ", "flag a to ", "HO-1001 ", "until ", "and ",
        "not ready, ", "usual ", "wage ", "a@b.example ", "https://a.example/ ", "*a* ", "🎉", "first second ", "subject: ", "from A ",
    ];

    public static int Run()
    {
        var patterns = (from type in typeof(SalesBotHost).Assembly.GetTypes()
                        from method in type.GetMethods(Any)
                        where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null
                        select (Name: $"{type.Name}.{method.Name}", Pattern: (Regex)method.Invoke(null, null)!)).ToList();
        var texts = Pieces.Select(piece => (piece, Text: PersonText.Clean(string.Concat(Enumerable.Repeat(piece, Length / piece.Length)) + "x"))).ToList();
        var found = new List<(double Milliseconds, string Name, string Piece)>();
        foreach (var (name, pattern) in patterns)
            foreach (var (piece, text) in texts)
                found.Add((Enumerable.Range(0, 3).Min(_ => Time(pattern, text)), name, piece));
        System.Console.WriteLine($"{patterns.Count} patterns, {texts.Count} texts; the dearest, in milliseconds:");
        foreach (var (milliseconds, name, piece) in found.OrderByDescending(one => one.Milliseconds).Take(Shown))
            System.Console.WriteLine($"{milliseconds,8:0.00}  {name}  “{piece.Replace("\n", "\\n").Replace("\t", "\\t")}”");
        return 0;
    }

    static double Time(Regex pattern, string text)
    {
        var began = TimeProvider.System.GetTimestamp();
        pattern.IsIn(text);
        pattern.FindAllIn(text);
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }
}
