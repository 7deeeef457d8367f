using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Answering.Honesty;

/// <summary>
/// Facts that show whether they are there: who asks how long something takes is answered by nothing that names no time,
/// however much else it says.
/// </summary>
static partial class FactAsked
{
    static readonly (Regex Asked, Regex Told, string Name)[] Facts =
    [
        (HowLong(), Time(), "how long"),
        (NumberOf(), Digits(), "a number to call"),
        (MailOf(), Mail(), "an address"),
        (RateOf(), Share(), "a figure"),
        (HowMany(), Number(), "how many"),
        (HowFast(), Soon(), "when"),
        (HowOften(), Frequency(), "how often"),
        (Consent(), Permission(), "whether consent is needed"),
        (Book(), Titled(), "the title of a book"),
    ];

    /// <summary>"Facebook or TikTok ads, what's better?" asks for a judgement that only a text which makes it can give.</summary>
    public static bool AsksForBetter(string question) => Better().IsIn(question);

    /// <summary>Whether a text says what is better.</summary>
    public static bool TellsBetter(string text) => Judged().IsIn(text);

    [GeneratedRegex(
        @"\b(?:what|which)(?:['’]?s| is| are| one(?:['’]?s| is)?| works?| would be| performs?| sells?| converts?)? (?:the )?(?:better|best)\b(?! (?:person|team|one to|place to|way to)\b)|\b(?:is|are) [^?]{2,40} better than\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Better();

    [GeneratedRegex(@"\b(?:better|best|prefer\w*|recommend\w*|superior|ideal)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Judged();

    /// <summary>"Who pays for it?", "out of whose budget?"</summary>
    public static bool AsksWhoPays(string question) => Payer().IsIn(question);

    /// <summary>Whether a text speaks of who pays.</summary>
    public static bool TellsWhoPays(string text) => Paying().IsIn(text);

    [GeneratedRegex(
        @"\bwho(?:se)? (?:(?:team|department) )?(?:(?:is|are|should|must|will|has to|does|would) )?(?:pays?|paying|to pay|foots?|budgets?|bears? the costs?)\b|\b(?:which|whose|what) budget\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Payer();

    [GeneratedRegex(
        @"\b(?:budgets?|costs?|paid by|pays? (?:the|its|for (?:it|them|this))|funds?|funded|spends?|expenses?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Paying();

    /// <summary>What a text does not tell that a question asks for, in words; none where it tells, or nothing such is asked.</summary>
    public static string? Lacks(string question, string text)
    {
        foreach (var (asked, told, name) in Facts)
            if (asked.IsIn(question) && !told.IsIn(text))
                return name;
        return
            Sort().FindIn(question) is { Success: true } sort
            && !Common().IsIn(sort.Groups["sort"].Value)
            && !text.Contains(sort.Groups["sort"].Value.Split(' ')[^1], StringComparison.OrdinalIgnoreCase)
            ? $"{sort.Groups["sort"].Value} {sort.Groups["team"].Value}"
            : null;
    }

    /// <summary>"What is influencer marketing?" is told by nothing that does not speak of that sort.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok)\W+)?(?:what(?:['’]?s| is| does)|define|explain)(?: an?| the)? (?<sort>[\p{L}-]{3,20}(?: [\p{L}-]{3,20})?) (?<team>marketing|sales|selling)(?: mean| about| all about)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sort();

    /// <summary>Words that make no sort of their own of a team.</summary>
    [GeneratedRegex(
        @"\b(?:good|bad|modern|your|our|this|that|the|about|between|than|from|with|for|and|or|exactly|actually|really|called|meant|by|role|goal|aim|purpose|point|job|task|part|use|of|in|is|does)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Common();

    /// <summary>"Do we need consent before a cold call?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:do|does|must|should|can|may|is|are|when do)\b[^?]*\b(?:consent|permission|opt[- ]?in|legal(?:ly)?|illegal|lawful|gdpr|licen[cs]e)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Consent();

    [GeneratedRegex(
        @"\b(?:consent|permission|permit\w*|opt\w*|allow\w*|forbid\w*|legal\w*|illegal|law\w*|gdpr|licen[cs]e\w*|must|requir\w*)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Permission();

    /// <summary>"Which book of Drucker's is that from?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|in)\W+)?(?:which|what) (?:book|article|study|chapter|year)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Book();

    [GeneratedRegex(@"\b(?:book|article|study|chapter|published|\d{4})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:for )?how (?:long|many (?:minutes|hours|days|weeks|months|years)) (?:does|do|should|must|can|may|will|is|are|would|has|have)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HowLong();

    [GeneratedRegex(
        @"\d|\b(?:minutes?|hours?|days?|weeks?|months?|years?|quarters?|fortnights?|long|short|longer|shorter|quick\w*|permanent\w*|indefinite\w*|forever|unlimited|never|until|till|always|lifetime|end of|as long as|no limit|limit\w*|annual\w*|dai?ly|weekly|monthly|yearly|quarterly)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Time();

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?how many (?!steps\b|phases\b|stages\b|kinds\b|types\b|ways\b|parts\b|differences\b)\w+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HowMany();

    [GeneratedRegex(
        @"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|only one|just one|none|nobody)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:how (?:fast|soon|quick|quickly)|by when|within (?:what|which) time|in what time) (?:must|do|does|should|can|may|will|has|have|need)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HowFast();

    [GeneratedRegex(
        @"\d|\b(?:minutes?|hours?|days?|weeks?|months?|years?|immediate\w*|at once|right away|deadline|dai?ly|weekly|monthly|yearly|tomorrow|tonight|noon|morning|evening)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Soon();

    [GeneratedRegex(@"^\W*(?:(?:so|and|but)\W+)?how often\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowOften();

    [GeneratedRegex(
        @"\d|\b(?:dai?ly|weekly|monthly|yearly|quarterly|annual\w*|every|each|once|twice|times|per|often|seldom|rarely|regular\w*|always|never|constant\w*|continu\w*|frequent\w*)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Frequency();

    /// <summary>Whether somebody or something of the asker's own is asked for, which documents of rules do not name.</summary>
    public static bool AsksForOneOfYours(string question) => OneOfOurs().IsIn(question);

    /// <summary>"Which of our reps closed the most deals?" asks for a name.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?who (?:has |had )?(?:\w+ed|sold|won|made|got|brought|did|wrote|lost|hit|beat)(?: in)? (?:by far )?(?:the )?(?:most|best|biggest|highest|fewest|least|largest)\b"
            + @"|^\W*(?:(?:so|and|but)\W+)?(?:which|who) (?:one )?of (?:our|my|your|these|those) \w+(?: \w+)? (?:\w+ed|has|had|have|did|is|was|got|made|won|lost|sold|brought|wrote)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OneOfOurs();

    [GeneratedRegex(
        @"\b(?:phone|telephone|mobile|cell|fax|hotline|extension) ?(?:number|no\.?|nr\.?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NumberOf();

    [GeneratedRegex(@"\d{3,}|\bext(?:ension)?\.? ?\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*(?:what|which)\b[^?]{0,40}\be-?mail address\b", RegexOptions.IgnoreCase)]
    private static partial Regex MailOf();

    [GeneratedRegex(@"\S@\S|#\w")]
    private static partial Regex Mail();

    [GeneratedRegex(
        @"^\W*(?:what|how (?:high|big|large))\b[^?]{0,40}\b(?:rate|percentage|ratio|margin|quota)s?\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RateOf();

    [GeneratedRegex(
        @"\d|%|\b(?:percent|half|third|quarter|tenth|double|twice|none|all|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Share();
}
