using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Answering.Honesty;

/// <summary>What sort of thing a question asks for, where the material can be looked at for it.</summary>
enum AskedFor
{
    Anything,
    Number,
    Price,
    Date,
    Person,
    HowTo,
    Definition,
    Writing,

    /// <summary>Something of this very company: "what is our budget".</summary>
    Ours,
    Advice,
}

/// <summary>Reads what a question asks for, and whether a passage holds such a thing.</summary>
static partial class AnswerType
{
    public static AskedFor Of(string question) =>
        Writing().IsIn(question) ? AskedFor.Writing
        : Ours().IsIn(question) ? AskedFor.Ours
        : Price().IsIn(question) ? AskedFor.Price
        : Number().IsIn(question) ? AskedFor.Number
        : Date().IsIn(question) ? AskedFor.Date
        : Person().IsIn(question) ? AskedFor.Person
        : Advice().IsIn(question) ? AskedFor.Advice
        : HowTo().IsIn(question) ? AskedFor.HowTo
        : Definition().IsIn(question) ? AskedFor.Definition
        : AskedFor.Anything;

    /// <summary>Whether a text holds the sort of thing that is asked for, where that shows.</summary>
    public static bool Holds(AskedFor asked, string text) =>
        asked is not (AskedFor.Anything or AskedFor.HowTo or AskedFor.Definition) && Lacks(asked, text) is null;

    /// <summary>
    /// What is missing if the passage holds no such thing, in words to stand after "it says nothing about".
    /// </summary>
    public static string? Lacks(AskedFor asked, string passage) =>
        asked switch
        {
            AskedFor.Price when !Amount().IsIn(passage) => "an amount of money",
            AskedFor.Number when !Quantity().IsIn(passage) => "a number",
            AskedFor.Date when !When().IsIn(passage) => "a date",
            AskedFor.Person when !Name().IsIn(passage) => "a name",
            AskedFor.Ours when !We().IsIn(passage) => "this company itself",
            AskedFor.Advice when !Recommendation().IsIn(passage) => "a recommendation",
            AskedFor.Writing => "a text to copy; it explains, it holds no scripts or templates",
            _ => null,
        };

    [GeneratedRegex(
        @"^\W*(?:please |pls |can you |could you )*(?:give me|send me|show me|write|draft|compose|make|create"
            + @"|generate)\b(?:\s+\w+){0,5}\s+(?:script|template|sample|draft|e-?mail|letter|speech|pitch|slogan|post|poem|function|program|code|text"
            + @"|copy)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Writing();

    /// <summary>
    /// The thing that is to be counted or chosen, or none: a passage that does not even speak of it cannot answer.
    /// </summary>
    public static string? Thing(string question) =>
        ThingAskedFor().FindIn(question) is { Success: true } match
            ? match.Groups[1].Value + match.Groups[2].Value
            : null;

    [GeneratedRegex(@"\bhow many ((?:\w+ )?\w+)|\b(?:which|what) (\w+) should (?:i|we)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ThingAskedFor();

    [GeneratedRegex(
        @"^\W*(?:is|are|do|does|did|has|have|was|were) (?:our|we|my)\b.*\b(?:good|bad|better|best|successful|enough|ready|profitable|strong|weak|doing well)\b|^\W*(?:what|who|where|which|when)(?:'s|’s|s)?(?: is| are| was| were)?\s+(?:\w+\s+){0,2}our\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Ours();

    [GeneratedRegex(
        @"\b(?:ours?|we|us|you|your|team members?|employees?|everybody|everyone|staff|colleagues?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex We();

    [GeneratedRegex(
        @"\b(?:which|what)\b.*\bshould (?:i|we)\b|\b(?:better|worse) than\b|\bthe best\b|\brecommend",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Advice();

    [GeneratedRegex(@"\b(?:better|best|worse|should|recommend\w*|prefer\w*|advis\w+)\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Recommendation();

    [GeneratedRegex(
        @"\bhow much\b(?=.*\b(?:spend|cost|costs|pay|paid(?! (?:\w+ )?(?:leave|time|vacation|holidays?|days?|sick))|charge|earn|make|budget|price|money|salary|worth|tip)\b)|\b(?:salary|salaries|wage"
            + @"|commission|budget|fee|price tag|rate)\b.*\b(?:average|typical|usual|rate|in the|per)\b|\b(?:average|typical|usual)\b.*\b(?:salary|pay"
            + @"|wage|commission|budget|fee|rate|price|cost)\b|\bwhat (?:does|do|will|would) .* cost\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Price();

    [GeneratedRegex(
        @"\bhow (?:many|long|often|much|big|large|old|tall|far)\b|\bwhat (?:percent|percentage|share|number|fraction|ratio)\b|\b(?:number"
            + @"|percentage|percent) of\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?:what|which) (?:year|date|day|month|century|decade)\b|\bwhen (?:was|were|did|is the|will)\b|\bsince when\b"
            + @"|\bhow old\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\bwho (?:is|was|are|were) (?:our|my|your|the|a|an)\b|\bwho(?:'s|s)? (?:wrote|invented|founded|said|coined|authored)\b"
            + @"|\b(?:author|founder|inventor|name) of\b|\bwho is [a-z]+ [a-z]+\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Person();

    [GeneratedRegex(
        @"\bhow (?:do|can|should|would|could|to|2) (?:i|we|you|one|u)\b|\bhow to\b|\bhow do (?:i|we|you)\b|\b(?:steps|instructions"
            + @"|guide) (?:to|for)\b|\bteach me\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HowTo();

    /// <summary>Whether a question begins by asking for a fact: "what's our budget", "how many", "when".</summary>
    public static bool WantsToKnow(string question) => Fact().IsIn(question);

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|ok|hey|hi)\W+)?(?:what(?:['’]?s| is| are| was) (?:the|our|my|your|a|an)|when|where|why)\b"
            + @"|(?:^\W*(?:(?:and|so|ok|hey|hi)\W+)?|[.!?,;–-] (?:(?:and|so|but) )?)(?:(?:on|in|at|by|for|from|until|till|to) )?(?:how (?:many|much|long|often|old|big|high|fast|quickly|soon|far|likely|early|late)"
            + @"|(?:what|which) (?:day|date|time|temperature|share|percentage|amount|number|price|rate|discount|reduction|limit|budget|fee|size)|when (?:may|can|do|does|must|should|is|are|will)|what (?:happens|is|are|does|do|kicks))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Fact();

    /// <summary>The role somebody is asked for by: "who is our head of marketing?"; none where nobody is.</summary>
    public static string? Role(string question) =>
        RoleAskedFor().FindIn(question) is { Success: true } role ? role.Groups[1].Value : null;

    [GeneratedRegex(
        @"\bwho(?:['’]?s| is| are)? (?:currently |now )?(?:the |our |your |my |a )?(?:\w+ )?(head|director|chief|manager|vp|president|lead|leader|boss|owner|founder|ceo|cmo|cso|cfo|cto|coo|chairman|chairwoman)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RoleAskedFor();

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|ok|hey|hi)\W+)?(?:what(?:'s|’s|s)?(?: is| are| does| do)?|define|explain|describe|tell me about|meaning of"
            + @"|definition of)\s+(?:the |an? )?[\w’'&+/.-]+(?:\s+[\w’'&+/.-]+){0,6}\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"[$€£¥₹]\s?\d|\b(?:chf|usd|eur|gbp|jpy|aud|cad|nzd|sek|nok|dkk|pln|czk|huf|inr|sgd|hkd|brl|zar)\s?\d"
            + @"|\d[\d,. ]*(?:[km]\b|million|thousand)?\s?(?:%|percent\b|dollars?\b|euros?\b|francs?\b|pounds?\b|cents?\b|usd\b|eur\b|chf\b|gbp\b|sek\b|nok\b|dkk\b|pln\b|inr\b)"
            + @"|\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|two|three|four|five|six|seven|eight|nine|one|a)\s+(?:hundred |thousand |million )?"
            + @"(?:dollars?|euros?|francs?|pounds?|cents?|percent)\b|\b(?:free(?: of charge)?|no (?:charge|cost|fee)|at no cost)\b",
        RegexOptions.IgnoreCase
    )]
    internal static partial Regex Amount();

    [GeneratedRegex(
        @"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
            + @"|forty|fifty|sixty|seventy|eighty|ninety|dozen|hundred|thousand|million|half|quarter|third|many|few|several|single|all|every|none|each|once|twice|both|daily|weekly"
            + @"|monthly|quarterly|yearly|annually|hourly|fortnightly|unlimited|no limit|a (?:day|week|month|year|quarter))\b",
        RegexOptions.IgnoreCase
    )]
    internal static partial Regex Quantity();

    [GeneratedRegex(
        @"\b(?:1[5-9]|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
            + @"|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\bcentury\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}(?::\d\d)?\s?(?:am|pm|h|o['’]clock)\b|\b\d{1,2}:\d\d\b"
            + @"|\b(?:first|last|second|third) (?:day|week|working day|business day)\b|\b(?:daily|weekly|monthly|quarterly|yearly|annually)\b|\b\d+ (?:hours?|days?|weeks?|months?|years?)\b",
        RegexOptions.IgnoreCase
    )]
    internal static partial Regex When();

    /// <summary>Two capitalised words, a handle, an abbreviation of a role, or a role.</summary>
    [GeneratedRegex(
        @"\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|(?<=\P{L})@\w+|\b\p{Lu}{2,5}s?\b|(?<=[\p{Ll},;:]\s)\p{Lu}\p{Ll}+"
            + @"|\b(?i:manager|director|lead|leader|head|team|department|officer|president|partner|owner|buddy|representative|assistant|counsel|hr|people ops)\b"
    )]
    internal static partial Regex Name();
}
