namespace SalesBot.Chat;

/// <summary>How people name the two teams, as a pattern to build on.</summary>
static class TeamPattern
{
    public const string Text = @"(?:sales|marketing|selling)(?: (?:team|department|people|folks|side|staff|reps?|function|guys))?|marketers?|sellers?|salespe(?:rson|ople)|sales(?:man|men|woman|women)"
        + @"|(?:sales )?reps?";

    /// <summary>The team of a name that this pattern found.</summary>
    public static string Of(string name) => name.TrimStart() is ['m' or 'M', ..] ? "marketing" : "sales";
}
