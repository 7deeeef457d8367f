using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Classifying.Statements;

/// <summary>
/// What a passage says of one side: "Sales runs our webinars.", an item under "What sales does", a cell in the column
/// of sales.
/// </summary>
/// <param name="Passage">The passage it was read from.</param>
/// <param name="Side">Whose it is: sales, marketing, both alike, or neither, where it is another team's.</param>
/// <param name="Team">The other team's name as it stands there; null for sales and marketing.</param>
/// <param name="Quote">The sentence that says so, within the passage's text.</param>
/// <param name="Said">What is said of the side, without its name: "runs our webinars".</param>
/// <param name="Context">What else tells what it is about: what stands before it in its sentence, the heading, the
/// row's name.</param>
/// <param name="IsOwner">Whether it says nothing but whose something is: a row of tasks and owners, a rule that names
/// one.</param>
sealed partial record Statement(
    Passage Passage,
    Verdict Side,
    string? Team,
    TextSpan Quote,
    string Said,
    string Context,
    bool IsOwner = false
)
{
    /// <summary>Whether the side is said not to do it.</summary>
    public bool IsDenied { get; init; }

    /// <summary>
    /// Whether it says what the side is altogether: "covers all of the things you do to attract leads".
    /// </summary>
    public bool IsGeneral => General().IsIn(Said);

    /// <summary>
    /// Whether what it says altogether holds for whatever the side does: "all of the things", "the activities".
    /// </summary>
    public bool IsBroad => IsGeneral && Broad().IsIn(Said);

    /// <summary>Whether it says what the side is, rather than what belongs to it.</summary>
    public bool IsDefinition => Definition().IsIn(Said);

    /// <summary>Whether it says what both are for: an aim that is shared is no piece of work.</summary>
    public bool IsAim => Side == Verdict.Both && Aim().IsIn(Sentence);

    [GeneratedRegex(@"\b(?:goals?|aims?|objectives?|purpose|end)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Aim();

    [GeneratedRegex(
        @"^(?:(?:the umbrella term|on the other hand|of)\W+)*(?:covers?|refers? to|means|is|are)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"\b(?:all (?:of|the|that|kinds|your|decisions)|everything|(?:the|all|direct) (?:\w+ )?(?:activities|things|efforts)|(?:process|business|work) of)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Broad();

    [GeneratedRegex(
        @"^(?:(?:the umbrella term|on the other hand|of|the role|the goal)\W+)*(?:covers?|involves?|refers? to|means|includes?|(?:is|are) (?:all|an? (?:act|action|process|strategy|set|form|way)|the|about|concerned|strategy))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex General();

    /// <summary>The sentence as it stands in the passage.</summary>
    public string Sentence => Passage.Text[Quote.Start..Quote.End];
}
