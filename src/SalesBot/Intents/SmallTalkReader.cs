using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>What sort of talk a message is that asks nothing of the material.</summary>
enum TalkKind
{
    Help,
    Greeting,
    Thanks,
    Okay,
    Wellbeing,
    Identity,
    Documents,
    Author,
    Origin,
    Doubt,
    Praise,
    Complaint,
    Insult,
    Joke,
    Opinion,
    Unclear,

    /// <summary>Somebody wants it to forget what it is for.</summary>
    Meddling,
    NoWords,
}

/// <summary>
/// Tells talk from questions for the material: a greeting, thanks, "are you sure?", "what documents do you have?", an
/// insult, a web address.
/// </summary>
static partial class SmallTalkReader
{
    /// <summary>What sort of talk it is, or none.</summary>
    public static TalkKind? Read(string text)
    {
        if (!CommandText.HasWords(text) || Address().IsIn(text) || !text.Any(char.IsLetter))
            return text.Trim() == "?" || text.Length == 0 ? TalkKind.Help : TalkKind.NoWords;
        foreach (var (pattern, kind) in Patterns)
            if (pattern.IsIn(text))
                return kind;
        return null;
    }

    static readonly (Regex Pattern, TalkKind Kind)[] Patterns =
    [
        (Greeting(), TalkKind.Greeting),
        (Help(), TalkKind.Help),
        (Thanks(), TalkKind.Thanks),
        (Okay(), TalkKind.Okay),
        (Wellbeing(), TalkKind.Wellbeing),
        (Identity(), TalkKind.Identity),
        (Documents(), TalkKind.Documents),
        (Author(), TalkKind.Author),
        (Origin(), TalkKind.Origin),
        (Doubt(), TalkKind.Doubt),
        (Praise(), TalkKind.Praise),
        (Insult(), TalkKind.Insult),
        (Complaint(), TalkKind.Complaint),
        (Joke(), TalkKind.Joke),
        (Opinion(), TalkKind.Opinion),
        (Unclear(), TalkKind.Unclear),
        (Meddling(), TalkKind.Meddling),
        (Code(), TalkKind.NoWords),
    ];

    const string Start = @"^\W*(?:(?:ok|okay|well|oh|hm+|so|and|but|please|pls|sorry)\W+)*",
        End =
            @"(?:\W+(?:please|pls|then|bot|salesbot|there|all|everyone|again|now|today|you|u|so much|a lot|man|mate))*\W*$";

    [GeneratedRegex(
        Start
            + @"(?:hi+|hello|hey+|hiya|howdy|good (?:morning|afternoon|evening|day)|greetings|yo|hallo|servus|moin)"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Greeting();

    [GeneratedRegex(
        Start
            + @"(?:help(?: me)?|what can (?:you|u|i) (?:do|ask|say)(?: here)?|how does this work|how do (?:you|i) (?:work|use (?:you|this|it))|what (?:do|can) you know)"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Help();

    [GeneratedRegex(
        Start
            + @"(?:thanks?|thank you|thx|ty|cheers|many thanks|much appreciated)(?: (?:you|so much|a lot|very much|for (?:that|the help|your help)))*"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^\W*(?:lol|haha\w*|hehe\w*|rofl|lmao|never ?mind|nvm|nope?|nah|meh|hm+|whatever|ok(?:ay)?|alright|all right|got it|i see|understood|makes sense|fine|noted|aha|ah)"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Okay();

    [GeneratedRegex(
        Start
            + @"(?:how (?:are|r) (?:you|u|ya)(?: doing| today| feeling)*|how(?:['’]?s| is) it going|what(?:['’]?s| is) up|how do you do|you ok)"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Wellbeing();

    [GeneratedRegex(
        Start
            + @"(?:who|what) are (?:you|u)"
            + End
            + "|"
            + Start
            + @"(?:are (?:you|u) (?:a |an )?(?:bot|robot|human|person|real|ai|chat ?gpt|gpt|machine|computer)|who (?:made|built|programmed|created) you|what(?:['’]?s| is) your name|do you use (?:ai|chat ?gpt|gpt))"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Identity();

    [GeneratedRegex(
        Start
            + @"(?:what|which) (?:documents|docs|sources|files|material|pages) (?:do|can|did|have) (?:you|u) (?:have|know|use|read|search|got)"
            + End
            + "|"
            + Start
            + @"(?:list|show(?: me)?) (?:your|all|the) (?:documents|docs|sources|files)"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Documents();

    /// <summary>"Who wrote this?"</summary>
    [GeneratedRegex(
        Start
            + @"who (?:wrote|writes|authored|made|put together|is the author of|is behind) (?:all )?(?:this|that|these|it|those|your (?:answers?|texts?|documents|material)|(?:this|that|these|those|the) (?:answers?|texts?|documents?|docs|material|sentences?|passages?|stuff))"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Author();

    [GeneratedRegex(
        Start
            + @"(?:where|from where|how) do (?:you|your answers|u) (?:get|take|come|have|know) ?(?:your answers|this|that|all this|it|your information|your knowledge)?(?: from)?"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Origin();

    [GeneratedRegex(
        Start
            + @"(?:are (?:you|u) (?:really |quite |absolutely )?(?:sure|certain|serious)(?: about (?:that|this|it))?|really|is that (?:really )?(?:true|right|correct|so)|for real)"
            + @"(?:[?!.,;–-]+\s*(?:(?:because|but|cos|coz|as) )?(?:i|we|everybody|everyone|my \w+)(?:['’]d| had| have)? (?:always |just |honestly |kind of )*(?:thought|think|believed?|assumed?|figured|was told|were told|heard|said|says?|guess(?:ed)?|would have (?:thought|said|guessed))\b[^?]*)?"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Doubt();

    [GeneratedRegex(
        Start
            + @"(?:(?:that(?:['’]?s| is| was)|you(?:['’]?re| are)|this is) )?(?:very |really |so |quite |pretty )?(?:great|good|nice|cool|helpful|perfect|awesome|excellent|brilliant|smart|useful|amazing|well done|good (?:job|bot|answer|work)|i (?:like|love) (?:you|it|that))"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Praise();

    [GeneratedRegex(
        Start
            + @"(?:(?:you(?:['’]?re| are)?|u r|this (?:bot|thing) is|that is|what a|such a|fuck|screw) )(?:(?:so|really|such|a|an|the|very|f\w+ing|bloody|damn|fucking|total|complete) )*(?:idiot|stupid|dumb|useless|moron|crap|rubbish|shit|bullshit|garbage|off|you|suck|sucks|bad|terrible|worst|joke|fool|trash)(?: bot)?"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Insult();

    [GeneratedRegex(
        Start
            + @"(?:(?:that(?:['’]?s| is| was)|you(?:['’]?re| are)|this is) )(?:totally |completely |just |simply |all |so )?(?:wrong|not (?:right|true|correct|helpful|what i (?:asked|meant|wanted))|nonsense|incorrect|false|no help)"
            + End
            + "|"
            + Start
            + @"(?:wrong(?: answer)?|nonsense|that (?:does not|doesn['’]t|didn['’]t) help(?: me)?|i hate (?:this|you|it))"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Complaint();

    [GeneratedRegex(
        Start
            + @"(?:tell (?:me|us) (?:a|another) (?:joke|story)|make me laugh|sing (?:me )?(?:a|something).*|do you love me|will you marry me)"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Joke();

    /// <summary>"What is better, sales or marketing?", "which one do you like more?"</summary>
    [GeneratedRegex(
        Start
            + @"(?:i (?:hate|love|like|dislike|can['’]?t stand) (?:sales|marketing|both)|(?:what|who|which)(?:['’]?s| is| one is| of (?:them|the two) is| team is| department is)? (?:better|best|cooler|nicer|smarter|greater|the best|the better one|your favou?rite)(?:,? (?:sales or marketing|marketing or sales))?"
            + @"|(?:is|are) (?:sales|marketing) better than (?:sales|marketing)|(?:do you|would you|which (?:one )?do you) (?:prefer|like (?:more|better|most))(?: (?:sales or marketing|marketing or sales|sales|marketing))?|(?:what|which)(?: one)? (?:do|would) you (?:prefer|choose|like)(?: (?:more|better))?)"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Opinion();

    [GeneratedRegex(
        Start
            + @"(?:i (?:do not|don['’]?t|didn['’]?t|did not) (?:understand|get)(?: (?:it|that|this|you))?|what do you mean|explain (?:it|that|this)|explain (?:it|that|this) (?:like i['’]?m (?:five|5|a child|a kid)|simply|in (?:simple|plain) (?:words|terms|english))|(?:say|put) (?:it|that) (?:more )?simply|simpler|huh|what|pardon|come again|(?:can you )?(?:repeat|say) that(?: again)?|is (?:this|it|that) (?:sales or marketing|marketing or sales|sales|marketing))"
            + End,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Unclear();

    [GeneratedRegex(
        @"\b(?:ignore|forget|disregard|override) (?:all |any |the |your |my )*(?:previous|prior|above|earlier|other|last)? ?(?:instructions|rules|prompts?|orders|guidelines)\b|\b(?:system|hidden|secret) prompt\b|\byou are now (?:a|an|in)\b|\b(?:jailbreak|developer mode)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Meddling();

    [GeneratedRegex(
        @"^\W*(?:DROP|SELECT|INSERT|DELETE|UPDATE|ALTER|TRUNCATE)\s+(?:TABLE|DATABASE|FROM|INTO|\*|\w+\s+FROM|\w+\s+SET)\b|<script\b|^\W*(?:rm -rf|sudo |curl |wget )",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Code();

    [GeneratedRegex(@"^\W*(?:https?://|www\.)\S+\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
