using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;

namespace SalesBot.Answering.Sides;

/// <summary>What settles a close call: what people may reply to the question that a verdict asks back.</summary>
static partial class Settling
{
    /// <summary>
    /// The replies that may be chosen, each as somebody would say it; none where nothing is asked back.
    /// </summary>
    public static IReadOnlyList<string> Replies(Classification? close) =>
        close is { Confidence: >= CloseCall }
            ? []
            : close?.AskBack switch
            {
                null => [],
                TaskVerdict.AttractOrWin => ["to attract customers", "to win one"],
                TaskVerdict.OneOrMany => ["for one customer", "for many people"],
                _ => ["all of it", OnlyPart],
            };

    /// <summary>From this on a verdict is no close call, however near another one is.</summary>
    public const double CloseCall = 0.5;

    /// <summary>The reply that leaves open which part is meant.</summary>
    const string OnlyPart = "only one of its parts";

    /// <summary>Whether a message is such a reply.</summary>
    public static bool IsReply(string said) =>
        Read(said) is not null || said.Trim('.', '!', ' ').Equals(OnlyPart, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a reply limits a verdict that was given: "only for one customer" after "that is a marketing task".
    /// </summary>
    public static bool Limits(string said, AnswerDraft judged) =>
        judged is { Kind: AnswerKind.Classification, Classification: not null, Verdict: not Verdict.Neither }
        && said.Contains(' ');

    /// <summary>The team that a reply makes it; none where it leaves that open.</summary>
    public static Verdict? Read(string reply) =>
        Marketing().IsIn(reply) ? Verdict.Marketing
        : Sales().IsIn(reply) ? Verdict.Sales
        : Both().IsIn(reply) ? Verdict.Both
        : null;

    const string Begin =
        @"^\W*(?:(?:and |but |what |even )*if )?(?:(?:it(?:['’]?s| is)?|this(?: is)?|that(?: is|['’]s)?|serves|helps|is meant|meant|is for|rather|more|well|hm+|mostly|mainly|and|but|only|just)\W+)*";

    [GeneratedRegex(
        Begin
            + @"(?:to )?(?:attract|reach|draw|interest)\w*(?: (?:customers|people|them|new ones|many))?\W*$|"
            + Begin
            + @"(?:(?:sent |done |made |meant )?(?:for|to) )?(?:many|lots of|all|everybody|everyone|a (?:whole )?group|(?:our |the )?whole (?:list|audience|market|database))(?: (?:people|customers|prospects|leads|of (?:them|our \w+)|our \w+))?(?: at once)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Marketing();

    [GeneratedRegex(
        Begin
            + @"(?:to )?(?:win|close|convince|get)(?:ning|ing)? (?:one|a customer|a deal|him|her|them|this one)\W*$|"
            + Begin
            + @"(?:(?:sent |done |made |meant )?(?:for|to) )?(?:just |only )?(?:one|a single|a particular|one particular|this one)(?: (?:particular |single |specific )?(?:customer|person|company|client|prospect|lead|buyer|account))?(?: only| alone| in particular)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sales();

    [GeneratedRegex(
        Begin + @"(?:the whole(?: of it| thing)?|all of it|everything|both parts|both)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Both();
}
