using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>
/// Numbers that a question gives: "sev 1", "after 3 years", "P2". A passage on another one is another passage.
/// </summary>
static class Numbers
{
    /// <summary>
    /// The share of the question's numbers that a text holds, 0 to 1; 0 too where the question gives none.
    /// </summary>
    public static double Held(string question, string text)
    {
        var given = Of(question);
        return given.Count == 0 ? 0 : given.Count(Of(text).Contains) / (double)given.Count;
    }

    /// <summary>Whether a question gives a number that a text does not hold.</summary>
    public static bool AreOthers(string question, string text) =>
        Of(question) is { Count: > 0 } given && !given.Overlaps(Of(text));

    static HashSet<string> Of(string text) =>
        [.. Terms.Of(text).Select(term => term.Text).Where(term => term.All(char.IsAsciiDigit))];
}
