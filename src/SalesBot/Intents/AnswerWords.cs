using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>What somebody wants of the last answer.</summary>
enum AnswerWish
{
    /// <summary>Why it is so.</summary>
    Why,

    /// <summary>Whether it is so at all.</summary>
    Doubt,

    /// <summary>Where it stands.</summary>
    Source,
    Shorter,
    Table,

    /// <summary>The same once more.</summary>
    Again,

    /// <summary>What else the documents say.</summary>
    More,
}

/// <summary>Something about the last answer is wanted.</summary>
sealed record AskAboutAnswer(AnswerWish Wish) : Intent;

/// <summary>
/// The last verdict is said to be wrong. <c>Label</c>: what it should be: <c>sales</c>, <c>marketing</c>, <c>both</c>
/// or <c>neither</c>.
/// </summary>
sealed record ChallengeVerdict(string Label) : Intent;

/// <summary>Something else was meant than what was answered.</summary>
sealed record AskInstead(string Text) : Intent;

/// <summary>Reads what people say to an answer they have just been given.</summary>
static partial class AnswerWords
{
    /// <summary>What is wanted of the answer, or none: then it is a question of its own.</summary>
    public static Intent? Read(string text) =>
        Why().IsIn(text) ? new AskAboutAnswer(AnswerWish.Why)
        : Source().IsIn(text) ? new AskAboutAnswer(AnswerWish.Source)
        : Shorter().IsIn(text) ? new AskAboutAnswer(AnswerWish.Shorter)
        : Again().IsIn(text) ? new AskAboutAnswer(AnswerWish.Again)
        : More().IsIn(text) ? new AskAboutAnswer(AnswerWish.More)
        : Table().IsIn(text) ? new AskAboutAnswer(AnswerWish.Table)
        : Challenge().FindIn(text) is { Success: true } challenge
            ? new ChallengeVerdict(challenge.Groups["label"].Value.ToLowerInvariant())
        : Share().IsIn(text) ? new ShareAnswer(null)
        : Instead().FindIn(text) is { Success: true } instead ? new AskInstead(instead.Groups["text"].Value)
        : null;

    [GeneratedRegex(
        @"^\W*(?:(?:but|and|ok|so|hm+)\W+)?(?:why(?: not| them| they| those| us| me| is (?:that|it)(?: so)?| (?:so|that|though|do you (?:say|think) (?:so|that)))?|how (?:so|come)"
            + @"|what makes you (?:say|think) (?:so|that)|explain(?: that| yourself| why)?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Why();

    [GeneratedRegex(
        @"^\W*(?:(?:and|ok|so)\W+)?(?:(?:what(?:['’]?s| is) (?:the|your) |your |the )?(?:sources?|references?|citations?)|where (?:does it|do they) say (?:so|that|this)"
            + @"|where (?:is|did you get) (?:that|this)(?: from)?|who says(?: so| that)?|says who|prove it|(?:have you |you |do you have )?got (?:a|any) (?:source|link|reference|proof)s?(?: for (?:that|this|it))?|(?:which|what) document(?: is (?:that|it))?(?: from)?|(?:show|give) me (?:the |your )?(?:sources?|passages?|quotes?))\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Source();

    [GeneratedRegex(
        @"^\W*(?:(?:ok|please|pls|can you)\W+)?(?:shorter|simpler|explain (?:it|that|this) (?:like i['’]?m (?:five|5|a child|a kid)|simply|in (?:simple|plain) (?:words|terms|english))|(?:make|say) (?:it|that) (?:shorter|briefly|in short)|in short|briefly|tl;? ?dr|too long"
            + @"|in (?:a|one) (?:sentence|word|line|nutshell)|sum(?:marise|marize)? (?:it|that)(?: up)?)(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Shorter();

    [GeneratedRegex(
        @"^\W*(?:(?:ok|okay|and|so|please|pls|can you|could you|is there|are there)\W+)*(?:(?:anything|something|what) (?:else|more)|any ?more|(?:tell|give|show) me (?:a bit |a little |some )?more|go on|more(?: please| pls)?|continue|keep going|and then)(?: (?:please|pls|about (?:it|that)|on (?:it|that)|to (?:it|that|say)))*\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex More();

    [GeneratedRegex(
        @"^\W*(?:(?:ok|please|pls|can you)\W+)?(?:(?:show|put|make|give) (?:it|that|me that|me it) )?(?:all )?(?:in|as|into) (?:a )?table(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Table();

    [GeneratedRegex(
        @"^\W*(?:(?:ok|sorry|please|pls|can you|could you)\W+)*(?:repeat(?: (?:it|that|this))?|say (?:it|that) again|come again|once more|pardon|(?:sorry,? )?i (?:do not|don['’]?t|didn['’]?t|did not) (?:understand|get)(?: (?:it|that|this|you))?|what do you mean(?: by that)?|huh)(?: please| pls| again)*\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Again();

    [GeneratedRegex(
        @"^\W*(?:(?:ok|please|pls|can you)\W+)?share(?: (?:it|that|this|the answer))?(?: with (?:everybody|everyone|all|the (?:room|chat|channel|team)))?"
            + @"(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Share();

    /// <summary>
    /// "No, that is marketing", "it should be sales", "that's not sales, that's marketing", "we do that in sales"; a
    /// bare "sales" or a question is none.
    /// </summary>
    [GeneratedRegex(
        @"^(?!\W*(?:sales|marketing|both|neither)\W*$)\W*"
            + @"(?:(?:no|nope|nah|wrong|not true|sorry|actually|well|but|hm+|that['’]?s (?:wrong|not right|not true)|i (?:disagree|don['’]?t (?:think so|agree)))\W+)*"
            + @"(?:(?:i(?:['’]d)? (?:think|say|believe)|we say|to me|for us|here)\W+)?"
            + @"(?:(?:(?:that|it|this)(?:['’]?s| is| was)? )?not (?:a |for )?(?:sales|marketing|both|neither)(?: task)?\W+(?:but )?)?"
            + @"(?:(?:that|it|this)(?:['’]?s| is| should be| belongs (?:to|in)| would be| goes to)?\W+|(?:we do|we have) (?:that|this|it) (?:in|under)\W+)?"
            + @"(?:clearly |really |more |rather |a |for |the )*(?<label>sales|marketing|both|neither)(?: of (?:them|these|the two))?(?: teams?| task| job| thing)?"
            + @"(?:,? (?:and )?not (?:sales|marketing|both|neither))?[^\w?]*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Challenge();

    [GeneratedRegex(
        @"^\W*(?:no|nope|sorry|wait|actually)\W+(?:i|we) (?:meant|mean|was asking about|am asking about|asked about|wanted to know)\W+(?<text>.{2,})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Instead();
}
