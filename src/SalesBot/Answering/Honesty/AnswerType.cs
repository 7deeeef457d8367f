using SalesBot.Chat;
using System.Text.RegularExpressions;

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

    /// <summary>What is missing if the passage holds no such thing, in words to stand after "it says nothing about".</summary>
    public static string? Lacks(AskedFor asked, string passage) => asked switch
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

    [GeneratedRegex(@"^\W*(?:please |pls |can you |could you )*(?:give me|send me|show me|write|draft|compose|make|create"
        + @"|generate)\b(?:\s+\w+){0,5}\s+(?:script|template|sample|draft|e-?mail|letter|speech|pitch|slogan|post|poem|function|program|code|text"
        + @"|copy)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Writing();

    /// <summary>The thing that is to be counted or chosen, or none: a passage that does not even speak of it cannot answer.</summary>
    public static string? Thing(string question) =>
        ThingAskedFor().FindIn(question) is { Success: true } match ? match.Groups[1].Value + match.Groups[2].Value : null;

    [GeneratedRegex(@"\bhow many ((?:\w+ )?\w+)|\b(?:which|what) (\w+) should (?:i|we)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ThingAskedFor();

    [GeneratedRegex(@"^\W*(?:what|who|where|which|when)(?:'s|’s|s)?(?: is| are| was| were)?\s+(?:\w+\s+){0,2}our\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ours();

    [GeneratedRegex(@"\bours?\b", RegexOptions.IgnoreCase)]
    private static partial Regex We();

    [GeneratedRegex(@"\b(?:which|what)\b.*\bshould (?:i|we)\b|\b(?:better|worse) than\b|\bthe best\b|\brecommend", RegexOptions.IgnoreCase)]
    private static partial Regex Advice();

    [GeneratedRegex(@"\b(?:better|best|worse|should|recommend\w*|prefer\w*|advis\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Recommendation();

    [GeneratedRegex(@"\bhow much\b(?=.*\b(?:spend|cost|pay|paid|charge|earn|make|budget|price|money|salary|worth)\b)|\b(?:salary|salaries|wage"
        + @"|commission|budget|fee|price tag|rate)\b.*\b(?:average|typical|usual|rate|in the|per)\b|\b(?:average|typical|usual)\b.*\b(?:salary|pay"
        + @"|wage|commission|budget|fee|rate|price|cost)\b|\bwhat (?:does|do|will|would) .* cost\b", RegexOptions.IgnoreCase)]
    private static partial Regex Price();

    [GeneratedRegex(@"\bhow (?:many|long|often|much|big|large|old|tall|far)\b|\bwhat (?:percent|percentage|share|number|fraction|ratio)\b|\b(?:number"
        + @"|percentage|percent) of\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:what|which) (?:year|date|day|month|century|decade)\b|\bwhen (?:was|were|did|is the|will)\b|\bsince when\b"
        + @"|\bhow old\b", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"\bwho (?:is|was|are|were) (?:our|my|your|the|a|an)\b|\bwho(?:'s|s)? (?:wrote|invented|founded|said|coined|authored)\b"
        + @"|\b(?:author|founder|inventor|name) of\b|\bwho is [a-z]+ [a-z]+\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"\bhow (?:do|can|should|would|could|to|2) (?:i|we|you|one|u)\b|\bhow to\b|\bhow do (?:i|we|you)\b|\b(?:steps|instructions"
        + @"|guide) (?:to|for)\b|\bteach me\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowTo();

    [GeneratedRegex(@"^\W*(?:(?:and|so|ok|hey|hi)\W+)?(?:what(?:'s|’s|s)?(?: is| are| does| do)?|define|explain|describe|tell me about|meaning of"
        + @"|definition of)\s+(?:the |an? )?[\w’'&+/.-]+(?:\s+[\w’'&+/.-]+){0,6}\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Definition();

    [GeneratedRegex(@"[$€£¥]\s?\d|\d\s?(?:%|percent|dollars?|euros?|usd|eur)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|hundred|thousand|million|half|many|few|several|single|all"
        + @"|every|none|each)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\b(?:1[5-9]|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar"
        + @"|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d|\bcentury\b", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+")]
    private static partial Regex Name();
}
