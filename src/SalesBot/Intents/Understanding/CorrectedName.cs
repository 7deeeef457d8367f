namespace SalesBot.Intents.Understanding;

/// <summary>A name of which one word is corrected.</summary>
static class CorrectedName
{
    /// <summary>"Jana" for "Jane Doe" is "Jana Doe"; "Dow" is "Jane Dow", for it is more like the surname.</summary>
    public static string Of(string called, string name)
    {
        var words = called.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (name.Contains(' ') || words.Length != 2)
            return name;
        return Shared(words[1], name) > Shared(words[0], name) ? $"{words[0]} {name}" : $"{name} {words[1]}";
    }

    static int Shared(string one, string other) =>
        one.ToLowerInvariant().Zip(other.ToLowerInvariant()).TakeWhile(pair => pair.First == pair.Second).Count();
}
