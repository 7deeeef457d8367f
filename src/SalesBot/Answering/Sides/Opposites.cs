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
                "long longer lasting continuous strategic haul patient patience marathon ahead further farther future farsighted years decade slow slowly slower gradual gradually",
                "short shorter swift immediate quick quickly quicker quickest fast faster fastest rapid rapidly sooner soonest instant instantly sprint brief briefer daily day weekly week today tomorrow impatient"
            ),
            (
                "broad broader broadest wide wider widest comprehensive general",
                "narrow narrower narrowest limited targeted specific focused"
            ),
            ("pull pulls attract attracts draw draws lure lures", "push pushes pressure urge urges shove nudge"),
            (
                "many mass masses everyone everybody public crowd crowds thousands millions onetomany",
                "individual individually individualized personal personally personalized single oneonone"
            ),
            ("before first earlier", "after last later follows once"),
            ("outside", "inside"),
            (
                "dead die dies died dying disappear disappears vanish obsolete outdated gone",
                "still alive real remain remains stays always need"
            ),
            ("identical standard same", "personalized individualized personal different tailored"),
            (
                "finished finish finishes done one-off oneoff one-time end ends ended ending stop stops stopped stopping complete completed ceases concluded",
                "continuous continuously continually ongoing continues perpetual endless forever constant constantly"
            ),
            (
                "shy reserved quiet timid introverted careful meticulous analytical attentive thorough",
                "aggressive opportunistic charisma charismatic outgoing competitive extroverted pushy"
            ),
            (
                "separate separated apart own each",
                "same together one joint bundle bundles bundled combine combined singular shared"
            ),
            ("big bigger large larger huge", "small smaller tiny little"),
            ("easy easier light effortless relaxed", "intense hard harder tough"),
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

    /// <summary>Whether a word says how long something takes, whether it ends, or how wide it is.</summary>
    public static bool IsOfPace(string word) =>
        PairOf(word) is { } pair && (pair == PairOf("long") || pair == PairOf("continuous") || pair == PairOf("broad"));

    /// <summary>In how many pairs a text says the same as a claim, and in how many the contrary.</summary>
    public static (int Same, int Contrary) Agreement(string claim, string said)
    {
        var (here, there) = (Words(claim), Words(said));
        return (
            Pairs.Count(pair => With(here, there, pair.One, pair.Other) || With(here, there, pair.Other, pair.One)),
            Pairs.Count(pair =>
                Against(here, there, pair.One, pair.Other) || Against(here, there, pair.Other, pair.One)
            )
        );
    }

    static bool With(HashSet<string> claim, HashSet<string> said, HashSet<string> one, HashSet<string> other) =>
        claim.Overlaps(one) && said.Overlaps(one) && !claim.Overlaps(other) && !said.Overlaps(other);

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
        text = ManyOfThem().ReplaceIn(text, "onetomany");
        text = Over().ReplaceIn(Lesser().ReplaceIn(OneOfThem().ReplaceIn(Plain(text), "single"), "easy"), "finished");
        text = Impatient().ReplaceIn(text, "impatient");
        return
        [
            .. Terms.Set(text),
            .. text.ToLowerInvariant()
                .Split([' ', ',', '.', ';', ':', '?', '!'], StringSplitOptions.RemoveEmptyEntries),
        ];
    }

    /// <summary>A text in which what never ends goes on, so that nothing of it is denied.</summary>
    public static string Plain(string text) => Endless().ReplaceIn(text, "continuous");

    /// <summary>"Never-ending", "never stops", "without end": it goes on.</summary>
    [GeneratedRegex(
        @"\bnever(?: really| actually)?[ -](?:ending|ends?|stops?|stopping|finish(?:es|ed)?|complete|done|over)\b|\bwithout (?:an )?end\b|\bno end\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Endless();

    /// <summary>"Is over", "over and done"; not "haggle over terms".</summary>
    [GeneratedRegex(
        @"\bover (?:and|&) done(?: with)?\b|\bover with\b|(?<=\b(?:is|are|be|gets?|all) (?:\w+ )?)over(?=\W*$| (?:once|when|after|and|quick|soon|fast)\w*\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Over();

    /// <summary>"No patience for the long game" is the contrary of it.</summary>
    [GeneratedRegex(
        @"\b(?:no|little|not much|without|lacks?|not (?:in it|made|cut out|built) for|can['’]?t (?:wait|stand)) (?:\w+ ){0,2}?(?:patience|patient|the long (?:run|haul|game|term)|long waits?)(?: for (?:the )?long (?:run|haul|game|term|\w+))?\b|\bn['’]?t (?:very )?patient\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Impatient();

    /// <summary>"Less intense", and not "no less intense".</summary>
    [GeneratedRegex(@"(?<!\bno |\bnot |n['’]t )\bless (?:intense|demanding|hard|tough)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lesser();

    /// <summary>"One customer at a time".</summary>
    [GeneratedRegex(
        @"\bone (?:customer|person|client|buyer)\b|\bone at a time\b|\b(?:one|1)[ -](?:on|to|2)[ -](?:one|1)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OneOfThem();

    [GeneratedRegex(@"\b(?:one|1)[ -](?:to|2)[ -](?:many|everyone|everybody|all)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ManyOfThem();

    static bool Against(HashSet<string> claim, HashSet<string> said, HashSet<string> one, HashSet<string> other) =>
        claim.Overlaps(one) && !claim.Overlaps(other) && said.Overlaps(other) && !said.Overlaps(one);
}
