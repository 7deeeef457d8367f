using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Words that say the contrary of each other, as stems: what is said of one of them is denied of the other.
/// </summary>
static partial class Opposites
{
    static readonly (HashSet<string> One, HashSet<string> Other)[] Pairs =
    [
        .. from pair in new[]
        {
            (
                "long longer lasting continuous strategic haul patient patience marathon",
                "short shorter swift immediate quick quicker faster fastest sprint brief daily day weekly week today tomorrow"
            ),
            ("broad broader wide wider comprehensive general", "narrow narrower limited targeted specific"),
            ("pull pulls", "push pushes"),
            (
                "many mass masses everyone public crowd",
                "individual individualized personal personalized single oneonone"
            ),
            ("before first earlier", "after last later follows once"),
            ("outside", "inside"),
            (
                "dead disappear disappears vanish obsolete outdated gone",
                "still alive real remain remains stays always need"
            ),
            ("identical standard same", "personalized individualized personal different tailored"),
            (
                "finished finish over done end ends ended stop stops complete completed",
                "continuous continually ongoing continues"
            ),
            ("shy reserved quiet timid", "aggressive opportunistic charisma outgoing competitive"),
            ("separate separated apart own", "same together one joint bundled combined"),
            ("big bigger large larger huge", "small smaller tiny little"),
            ("easy easier light effortless relaxed", "intense hard harder demanding tough"),
            ("unusual uncommon rare rarely seldom", "usual common normal often always"),
        }
        select (Words(pair.Item1), Words(pair.Item2)),
    ];

    /// <summary>The pair that a word is of; none where it has no contrary here.</summary>
    public static int? PairOf(string word)
    {
        var place = Array.FindIndex(
            Pairs,
            pair => Words(word) is var words && (words.Overlaps(pair.One) || words.Overlaps(pair.Other))
        );
        return place < 0 ? null : place;
    }

    /// <summary>Whether a text says the one or the other of a pair.</summary>
    public static bool Speaks(int pair, string text) =>
        Words(text) is var words && (words.Overlaps(Pairs[pair].One) || words.Overlaps(Pairs[pair].Other));

    /// <summary>Whether a text says the contrary of what is claimed, and not the same as well.</summary>
    public static bool Contradict(string claim, string said) => Contradict(Words(claim), Words(said));

    /// <summary>Two contraries cancel each other out: what the small do together the big do apart.</summary>
    static bool Contradict(HashSet<string> claim, HashSet<string> said) =>
        Pairs.Count(pair => Against(claim, said, pair.One, pair.Other) || Against(claim, said, pair.Other, pair.One))
            % 2
        == 1;

    /// <summary>
    /// The stems of a text, and its words as they are: some that say the contrary count for nothing in a search.
    /// </summary>
    static HashSet<string> Words(string text)
    {
        // "Never-ending" ends never.
        text = Lesser()
            .ReplaceIn(OneOfThem().ReplaceIn(text, "single"), "easy")
            .Replace("never-ending", "continuous", StringComparison.OrdinalIgnoreCase)
            .Replace("never ending", "continuous", StringComparison.OrdinalIgnoreCase);
        return
        [
            .. Terms.Set(text),
            .. text.ToLowerInvariant()
                .Split([' ', ',', '.', ';', ':', '?', '!'], StringSplitOptions.RemoveEmptyEntries),
        ];
    }

    /// <summary>"Less intense", and not "no less intense".</summary>
    [GeneratedRegex(@"(?<!\bno |\bnot |n['’]t )\bless (?:intense|demanding|hard|tough)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lesser();

    /// <summary>"One customer at a time".</summary>
    [GeneratedRegex(
        @"\bone (?:customer|person|client|buyer)\b|\bone at a time\b|\bone[ -](?:on|to)[ -]one\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OneOfThem();

    static bool Against(HashSet<string> claim, HashSet<string> said, HashSet<string> one, HashSet<string> other) =>
        claim.Overlaps(one) && !claim.Overlaps(other) && said.Overlaps(other) && !said.Overlaps(one);
}
