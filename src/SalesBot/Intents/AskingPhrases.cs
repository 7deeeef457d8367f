using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Takes out of a question how it wants to be answered ("in one sentence", "like I'm new"), and spells out what people
/// shorten or only point at.
/// </summary>
static partial class AskingPhrases
{
    /// <summary>The question in plainer words; as it was where nothing would be left of it.</summary>
    public static string Plain(string text)
    {
        text = Afterword().ReplaceIn(Foreword().ReplaceIn(text, ""), "$1");
        text = Named()
            .ReplaceIn(
                Equal().ReplaceIn(Cleft().ReplaceIn(Colloquial(text), "does ${team} ${claim}"), " is "),
                "sales or marketing"
            );
        var spelled = OfThem()
            .ReplaceIn(
                Pointing()
                    .ReplaceIn(
                        Short().ReplaceIn(Greeting().ReplaceIn(text, ""), "marketing"),
                        "${verb}sales and marketing"
                    ),
                "${verb} sales and marketing"
            );
        var plain = Explained()
            .ReplaceIn(Manner().ReplaceIn(spelled, " "), "what is ${thing}?")
            .Trim(' ', ',', ';', '-', '–');
        return plain.Count(char.IsLetter) >= Least ? plain : spelled;
    }

    /// <summary>What people write for short where they chat.</summary>
    static readonly (Regex Short, string Whole)[] Shorts =
    [
        (Them(), "them"),
        (TheTwo(), "the two"),
        (And(), "and"),
        (People(), "people"),
        (With(), "with "),
        (Through(), "through"),
        (Folks(), "${team}"),
        (WhichOneIs(), "which one is "),
        (WhichOnes(), "which ${one} is "),
        (OneOf(), "which one ${claim}?"),
        (Either(), "which one ${claim}?"),
        (CountsAs(), "what is "),
        (LongGame(), "is ${pace} term"),
        (WhereFit(), "which team would suit me"),
        (ToldOn(), "is it true that ${claim}?"),
        (Behind(), "who does ${what}?"),
        (ByWhen(), "how fast "),
        (Easier(), "make ${team} easier"),
        (DoBoth(), "do both"),
        (ThenIs(), "is ${team} ${claim}?"),
        (SameForBoth(), "do sales and marketing need the same ${what}?"),
        (InCase(), "${who} when ${case}?"),
        (InCommon(), "what do sales and marketing share?"),
        (Differences(), "what are the differences between sales and marketing?"),
    ];

    /// <summary>"By when must sales accept it?" asks how fast.</summary>
    [GeneratedRegex(
        @"(?<=^\W*(?:(?:so|and|but)\W+)?)(?:by (?:when|what time|which day)|until when|within (?:what|which) time) (?=(?:must|do|does|should|have|has|need|needs|is|are|will)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ByWhen();

    /// <summary>"If a lead comes in, who calls?" asks who calls then.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok)\W+)*(?:if|when|once|after|as soon as|whenever) (?<case>[^,?]{6,80}),\s*(?:then )?(?<who>(?:who|which (?:one|team|side|department|of (?:the two|them))|whose job is it to|what (?:should|must|does|do) (?:sales|marketing|i|we)) [^?]{2,80}?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InCase();

    /// <summary>"Does it make life easier for sales?"</summary>
    [GeneratedRegex(
        @"\bmakes? (?:life|things|work|it|the (?:life|work|job)) (?:any |much |a lot |a bit )?easier (?:for|on|of) (?:the )?(?<team>"
            + TeamPattern.Text
            + @")\b|\bmakes? (?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?: team)?['’]?s? (?:life|job|work) (?:any |much |a lot |a bit )?easier\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Easier();

    /// <summary>"Can the same people do both sales and marketing?"</summary>
    [GeneratedRegex(
        @"(?<=\b(?:can|could|may|should|do|does)\b[^?]{0,40}\b(?:same|one|single|person|people|team|department|someone|somebody)\b[^?]{0,20})\b(?:do|handle|cover|run|be in) (?:both )?(?:sales and marketing|marketing and sales)(?: at once| alone)?(?=\W*$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DoBoth();

    /// <summary>"If sales is quicker, does that mean it's less intense?"</summary>
    [GeneratedRegex(
        @"^(?:\W|so |and |but )*if (?:the )?(?<team>"
            + TeamPattern.Text
            + @") (?:is|are|has|does|takes) [^?]{3,60}?,? (?:does (?:that|it) mean(?: that)?|is that because|then|so) (?:it|that|they)(?:['’]?s| is| are)? (?:also )?(?<claim>[^?]{4,60}?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ThenIs();

    /// <summary>"Do you need the same skills for sales and marketing?"</summary>
    [GeneratedRegex(
        @"^(?:\W|so |and |but )*(?:do|does|must|should) (?:you|one|we|i|people|it) (?:need|take|have|require) the same (?<what>[^?]{3,60}?) (?:for|in) (?:both )?(?:sales (?:and|as (?:for|in)) marketing|marketing (?:and|as (?:for|in)) sales|both)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SameForBoth();

    static string Colloquial(string text) =>
        Shorts.Aggregate(text, (said, one) => one.Short.ReplaceIn(said, one.Whole));

    [GeneratedRegex(@"(?<=\b(?:of|for|from|with|between|both|mix) )['’]?em\b", RegexOptions.IgnoreCase)]
    private static partial Regex Them();

    [GeneratedRegex(@"^\W*(?:n|nd|an)(?= (?:for|in|what|how|sales|marketing)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"\b(?:the|these|those|both) 2\b(?! \p{L}+s\b)", RegexOptions.IgnoreCase)]
    private static partial Regex TheTwo();

    [GeneratedRegex(
        @"\bwhich (?<one>one|team|side|department|of (?:the two|them))['’]s (?!job\b|task\b|call\b|work\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WhichOnes();

    [GeneratedRegex(@"\bppl\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\bw/ ?(?=\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex With();

    [GeneratedRegex(@"\bthru\b", RegexOptions.IgnoreCase)]
    private static partial Regex Through();

    /// <summary>"The sales guys", "a marketing person": the team.</summary>
    [GeneratedRegex(
        @"\b(?:the |a |an |our )?(?<team>sales|marketing|selling) (?:guys?|gals?|lads?|folks?|ppl|people|crew|dudes?|chaps?)\b(?! (?:named|called|who|that)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Folks();

    [GeneratedRegex(@"^\W*which one['’]?s (?=the|more|bigger|better|\w+er\b|it\b|about|for)", RegexOptions.IgnoreCase)]
    private static partial Regex WhichOneIs();

    /// <summary>"One of the two never ends. Which?"</summary>
    [GeneratedRegex(
        @"^\W*one of (?:the (?:two|pair)|them|both) (?<claim>[^.?!]{4,80})[.,;:!?–-]+\s*which(?: one| is it| of them)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OneOf();

    /// <summary>"Is it sales or marketing that starts from the product?"</summary>
    [GeneratedRegex(
        @"^(?:\W|so |and |but )*is it (?:rather |more |really |usually )?(?:sales|marketing) or (?:rather )?(?:sales|marketing)(?: people| team)? (?:who|that|which) (?<claim>\S+ [^?]+)\??",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Either();

    [GeneratedRegex(
        @"^(?:\W|so |and |but )*what (?:all )?(?:(?:counts?|qualif(?:y|ies)|is (?:regarded|considered|meant)) (?:as|by)|(?:falls?|comes?|goes|go|belongs?|is) (?:under|into|in with)) ",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CountsAs();

    /// <summary>"Where would I fit better, sales or marketing?"</summary>
    [GeneratedRegex(
        @"\bwhere (?:would|do|should|will|could|might) (?:i|you) (?:best |better |rather )?(?:fit|belong|be happier|be happy|be better off|be useful)(?: in)?(?: better| best)?(?:[,:;–-]* (?:in )?sales or (?:in )?marketing)?(?=\W*$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WhereFit();

    /// <summary>"I have a meeting in two minutes: give me …", "Engineer here. What …": who asks, and why.</summary>
    [GeneratedRegex(
        @"^(?!\W*(?:sales|marketing|selling|what|which|who|how|why|when|where|is|are|do|does|can|task|question)\b)(?:(?!\b(?:sales|marketing|selling)\b)[^:?\n]){3,120}:\s+(?!(?:so |and |but |now )?(?:whose|is (?:that|this|it)\b|who (?:does|should do|is) (?:it|that|this)\b))(?=(?:\S+ ){4,}\S)(?=(?:so |and |but |now )?(?:what|which|who|whose|how|why|when|where|is|are|do|does|can|should|give (?:me|us)|tell (?:me|us)|name|list|explain|once|if)\b[^?]*\??\W*$)"
            + @"|^\W*(?:\p{L}[\p{L}' ]{2,30} (?:here|speaking|tomorrow|today|tonight)|quick (?:one|question)|silly question|stupid question|just (?:curious|wondering)|serious question|random question)(?: for [^.,:;!?–]{3,30})?\s*[.,:;!–-]+\s+(?=\S+ \S+ \S+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Foreword();

    /// <summary>"…? Asking for a friend": the same behind a question.</summary>
    [GeneratedRegex(
        @"(\?)\s+(?:(?:i['’]?m |am |just )?(?:asking|wondering|curious)|(?:it['’]?s|this is) for|i need (?:it|this|that)|for (?:a|my|our) (?:friend|presentation|slide|exam|report|paper|meeting|boss))\b[^?]{0,80}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Afterword();

    /// <summary>"Can I tell my boss that …?" asks whether it is so.</summary>
    [GeneratedRegex(
        @"^\W*(?:so |and )?(?:can|could|may|should|shall) (?:i|we|you) (?:safely |then )?(?:tell|say to|write to|explain to|promise|assure) (?:my|our|the|a|an|him|her|them|people|everybody|everyone)(?: \p{L}+)? that (?<claim>[^?]{6,120})\??\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ToldOn();

    /// <summary>"Who is behind the promotions?" asks who does them.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?who(?:['’]s| is| are| stands?) behind (?<what>[^?]{3,80})\?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Behind();

    /// <summary>"What do they have in common?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok)\W+)*what (?:do|does|have) (?:they|both|the two|these two|you both|sales and marketing|marketing and sales)(?: of them)? (?:both )?(?:have|got|share)(?: got)?(?: in common)?\W*$"
            + @"|^\W*(?:(?:so|and|but|ok)\W+)*what (?:is|are) (?:the )?(?:common ground|similarit(?:y|ies)|commonalit(?:y|ies))(?: (?:of|between) [^?]{3,40})?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InCommon();

    /// <summary>"List five differences"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:please|pls|can you|could you|so|and)\W+)*(?:list|name|give(?: me| us)?|tell me|show(?: me)?|any|what are) (?:all |some |a few |the |\d+ |two |three |four |five |six |seven |eight |ten )*(?:main |key |biggest |most important |major )*differences(?: between (?:them|the two|sales and marketing|marketing and sales))?(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Differences();

    [GeneratedRegex(@"\bplays? (?:the |a )?(?<pace>long|short)(?:er)?(?:[- ]term)? game\b", RegexOptions.IgnoreCase)]
    private static partial Regex LongGame();

    /// <summary>"Is it sales that closes?" asks whether sales does.</summary>
    [GeneratedRegex(
        @"^(?:\W|so |and |but )*is it (?:really |actually )?(?:the |our )?(?<team>sales|marketing|salesm[ae]n|salespeople|salespersons?|marketers?) (?:team )?(?:who|that|which) (?:must |should |has to |have to |needs to )?(?<claim>\S+ [^?]+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Cleft();

    [GeneratedRegex(@"(?<=\b(?:sales|marketing|selling|both)) ?={1,2} ?", RegexOptions.IgnoreCase)]
    private static partial Regex Equal();

    /// <summary>"Us (sales) or them (marketing)?", "sales? marketing?"</summary>
    [GeneratedRegex(
        @"\b(?:us|we|ours|me) \((?:in )?(?:sales|marketing)\) or (?:them|they|theirs) \((?:in )?(?:sales|marketing)\)|\b(?:sales|marketing) ?\? ?(?:or )?(?:sales|marketing)(?= ?\?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Named();

    /// <summary>So many letters a question has at least.</summary>
    const int Least = 8;

    [GeneratedRegex(@"\b(?:mktg|mkting|mrktng|mkt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Short();

    [GeneratedRegex(
        @",?\s*\b(?:in (?:just )?(?:one|a|two|a few|1|2) (?:single |short )?(?:sentences?|lines?|words?)|in (?:short|brief|simple (?:words|terms|english)|plain (?:words|english|terms)|layman['’]?s terms)|(?:as if|like) (?:i['’]?m|im|i am|i was|i were) (?:new|five|5|a (?:child|kid|beginner|newbie)|stupid|dumb)(?: here)?|for (?:a )?(?:dumm(?:y|ies)|beginners?|newbies?|newcomers?))\b,?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Manner();

    /// <summary>"Hello, I am new here. What …": what is said first for politeness.</summary>
    [GeneratedRegex(
        @"^\W*(?:hello|hi|hey|good (?:morning|afternoon|evening))\b[^.!?,]{0,20}[.!,]\s*(?:i(?:['’]m| am) (?:new|quite new)(?: here)?[.!,]\s*)?(?=\S+ \S+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Greeting();

    /// <summary>"Do they need each other?": who has just been told of the two means them.</summary>
    [GeneratedRegex(
        @"\b(?<verb>do|are|can|should|must|could) they(?=\b.*\b(?:each other|one another|together|the same|separate|identical|different)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfThem();

    /// <summary>"Explain marketing to me" asks what it is.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:please|pls|can you|could you) )*explain (?:to me )?(?:what )?(?<thing>(?:sales|marketing|selling)|the difference)(?: is| means)?(?: to (?:me|us))?(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Explained();

    /// <summary>"Why do people mix them up?": who says no more than that means the two.</summary>
    [GeneratedRegex(
        @"\b(?<verb>(?:mix|mixes|mixed|confuse[sd]?|mistake|distinguish|compare|tell|separate|keep|combine|lump) (?:up )?)(?:them(?: both| two)?|the two|both|these two|those two)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pointing();
}
