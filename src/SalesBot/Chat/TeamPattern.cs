namespace SalesBot.Chat;

/// <summary>How people name the two teams, as a pattern to build on.</summary>
static class TeamPattern
{
    public const string Text =
        @"(?:sales|marketing|selling)(?: (?:team|department|people|persons?|folks|side|staff|reps?|function|guys|lads|crew|lot|bunch|colleagues|peeps))?|marketers?|sellers?|salespe(?:rson|ople)|sales(?:man|men|woman|women)"
        + @"|(?:sales )?reps?|account (?:executives?|managers?)|(?:sdr|bdr)s?|business development(?: team| people)?|biz ?dev"
        + @"|(?:brand|content|growth|comms|communications?|demand[ -]gen(?:eration)?|advertising|campaigns?|pr) (?:team|department|people|folks|managers?)|demand[ -]gen(?:eration)?";

    static readonly string[] OfMarketing =
    [
        "m",
        "brand",
        "content",
        "growth",
        "comm",
        "demand",
        "advert",
        "campaign",
        "pr ",
    ];

    /// <summary>The team of a name that this pattern found.</summary>
    public static string Of(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => Determiners.Contains(word, StringComparer.OrdinalIgnoreCase));
        var bare = string.Join(' ', words);
        return OfMarketing.Any(beginning => bare.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            ? "marketing"
            : "sales";
    }

    static readonly string[] Determiners =
    [
        "the",
        "our",
        "your",
        "all",
        "both",
        "most",
        "good",
        "a",
        "an",
        "any",
        "every",
        "each",
    ];
}
