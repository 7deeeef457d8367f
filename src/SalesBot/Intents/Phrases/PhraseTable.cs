using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Phrases;

/// <summary>
/// The phrases of <c>phrases.tsv</c>: what they mean, how sure, and the words. A phrase is a pattern over a <see
/// cref="MessageFrame"/>; <c>…</c> is up to five words, <c>{it}</c> a handoff by number or pronoun, <c>{num}</c> by
/// number only, <c>{s}</c> where a clause begins, <c>{e}</c> where one ends.
/// </summary>
static class PhraseTable
{
    /// <summary>A phrase that takes longer stands not in the message.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(50);

    const int MaxFrame = 800;

    static readonly Lazy<IReadOnlyList<Row>> Rows = new(Load);

    /// <summary>Every phrase that stands in a frame, in the order of the table.</summary>
    /// <param name="frame">The message, framed.</param>
    /// <param name="topic">The only topic that is looked for.</param>
    public static IEnumerable<PhraseMatch> Find(string frame, string topic)
    {
        // Whoever orders something does so in the first sentences; patterns keep what they once needed for a long text.
        if (frame.Length > MaxFrame)
            frame = frame[..MaxFrame];
        foreach (var row in Rows.Value)
            if (
                row.Topic == topic
                && row.Pattern.FindIn(frame) is { Success: true } match
                && row.Unless?.IsIn(frame) != true
            )
                yield return new PhraseMatch(
                    row.Topic,
                    row.Names,
                    row.Sureness,
                    match.Value.Trim(),
                    match.Index,
                    match.Length,
                    match.Groups["query"] is { Success: true } query ? query.Value.Trim() : null,
                    match.Groups["who"] is { Success: true } who ? who.Value.Trim() : null
                );
    }

    static readonly (string Name, string Pattern)[] Parts =
    [
        ("{num}", "ho#"),
        (
            "{it}",
            @"(?:(?:(?:the|my|this|that|our|your|her|his|with|on|for) (?:\w+ ){0,2})?ho#|it|this one|that one|this|that|(?:this|that|the) (?:lead|handoff|request|one)|him|her|them|these|those)"
        ),
        ("{team}", "(?:sales|marketing)"),
        (
            "{desk}",
            @"(?:leads?|handoffs?|hand-?overs?|returns?|returned|requests?|accept\w*|recycled?|disqualif\w*|withdrawn|called back|call (?:the )?leads? back|first contact|pick(?:ed|s)? up|escalat\w*|slas?|deadlines?|flagged|handed over)"
        ),
        (
            "{who}",
            @"(?<who>(?!(?:the|a|an|it|me|you|we|us|i|he|she|they|this|that|him|her|them|my|our|your|is|to|on|of|for|not|and|or|in|at|be|as|no|if|so|all|any)\b)[@\p{L}][\w'@.\uE000-\uE0C7-]*(?: [\p{L}][\w'-]+)?)"
        ),
        (
            "{s}",
            @"(?<= (?:[.,;:!?()–—→-]|and|so|then|but|or|please|pls|plz|ok|okay|now|just|also|kindly|like to|need to|going to|have to|able to|ready to|can you|could you|you can|would you|will you|can u|you|i'll|i will|i'd|i'm|we'll|we|i|let's|lets|let me|i've|we've|want to|hi|hey|hello|yes|yep|no|go ahead and|marketing|sales|ho# :|ho#) |^ )"
        ),
        ("{e}", @"(?= (?:[.,;:!?()–—→-]|please|pls|plz|thanks|thx|now|today|then|and|but|because|as|since|so|$)|$| $)"),
        ("{stars}", "(?:[1-5]|one|two|three|four|five|\\*{1,5}|⭐{1,5})"),
        ("{word}", @"[\w'-]+"),
        ("{n}", @"(?:\d+|a|two|three|four|five|six)"),
        (
            "{query}",
            @"(?<query>(?!(?:me|us|you)(?: |$))[^.,;:!?()]{2,60}?)(?= (?:[.,;:!?()]|yet|already|please|pls|in here|in the system|here|now|again|lately|recently|today|from us|before|anywhere|for (?:me|us))(?= |$)|$| $)"
        ),
        ("( …)?", @"(?: (?!ho#)[\w'#@&+/%-]+){0,5}?"),
    ];

    /// <summary>A frame spells "that's" as "that is".</summary>
    static readonly Regex Contraction = new(
        @"\b(what|who|where|when|how|why|that|it|this|here|there|she|he|one|which)'s\b",
        RegexOptions.CultureInvariant,
        Timeout
    );

    sealed record Row(string Topic, IReadOnlyList<string> Names, Sureness Sureness, Regex Pattern, Regex? Unless);

    static List<Row> Load()
    {
        using var stream =
            typeof(PhraseTable).Assembly.GetManifestResourceStream("phrases.tsv")
            ?? throw new InvalidOperationException("phrases.tsv is missing from the program; reinstall SalesBot.");
        using var reader = new StreamReader(stream);
        var cells = reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .ToList();
        return
        [
            .. cells
                .Where(row => !row[1].StartsWith("unless:", StringComparison.Ordinal))
                .GroupBy(row => (Intent: row[0], Sure: row[1]))
                .Select(group =>
                {
                    var (topic, names) = (group.Key.Intent.Split(' ')[0], group.Key.Intent.Split(' ')[1].Split('|'));
                    var unless = cells
                        .Where(row => row[0] == group.Key.Intent && row[1] == $"unless:{group.Key.Sure}")
                        .Select(row => row[2])
                        .ToList();
                    return new Row(
                        topic,
                        names,
                        Words.Parse<Sureness>(group.Key.Sure) ?? Sureness.Hint,
                        Compile([.. group.Select(row => row[2])]),
                        unless.Count == 0 ? null : Compile(unless)
                    );
                }),
        ];
    }

    static Regex Compile(IReadOnlyList<string> phrases) =>
        new(string.Join('|', phrases.Select(Pattern)), RegexOptions.CultureInvariant, Timeout);

    static string Pattern(string phrase)
    {
        var spelled = Contraction.ReplaceIn(phrase, "$1 is");
        var words = Parts.Aggregate(
            spelled,
            (words, part) => words.Replace(part.Name, part.Pattern, StringComparison.Ordinal)
        );
        return phrase.StartsWith('^') ? $"^ (?:{words[1..].TrimStart()})(?= |$)" : $"(?<= )(?:{words})(?= |$)";
    }
}
