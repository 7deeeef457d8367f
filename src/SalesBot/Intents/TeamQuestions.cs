using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// What does a team do? <c>Team</c>: <c>sales</c> or <c>marketing</c>. <c>IsExample</c>: one thing is enough.
/// </summary>
sealed record ListOfTeam(string Text, string Team, bool IsExample = false) : Intent;

/// <summary>
/// How does a team do something? <c>Team</c>: <c>sales</c>, <c>marketing</c> or <c>both</c>; <c>Topic</c>: what it
/// does.
/// </summary>
sealed record AskHowOfTeam(string Text, IReadOnlyList<string> LeansOn, string Team, string Topic) : Intent;

/// <summary>How does one team help the other? <c>Team</c>: the one that helps, or <c>both</c>.</summary>
sealed record AskHelpOfTeam(string Text, string Team) : Intent;

/// <summary>An example is wanted. <c>Topic</c>: of what.</summary>
sealed record AskExample(string Text, string Topic, IReadOnlyList<string> LeansOn) : Intent;

/// <summary>Reads questions about what a team does, how it helps the other, and for an example.</summary>
static partial class TeamQuestions
{
    /// <summary>What an example is wanted of where nothing was said before.</summary>
    public const string OfTheTwo = "the difference between sales and marketing";

    /// <summary>What is said of what people in a team are like, and of what they are measured by.</summary>
    public const string Character =
            "must be creative, outgoing, competitive, attentive, friendly: personality and character",
        Success = "are judged on, measured by, at the end of the day";

    public static Intent? Read(string text, string? last)
    {
        if (BareExample().IsIn(text))
            return last is null ? new AskExample(text, OfTheTwo, []) : new AskExample(last, last, []);
        if (ExampleOfWork().FindIn(text) is { Success: true } work)
            return new ListOfTeam(text, TeamPattern.Of(work.Groups["team"].Value), IsExample: true);
        if (Example().FindIn(text) is { Success: true } example)
            return new AskExample(text, example.Groups["topic"].Value, []);
        if (
            Helps().FindIn(text) is { Success: true } helps
            && TeamPattern.Of(helps.Groups["team"].Value) is var team
            && TeamPattern.Of(helps.Groups["other"].Value) != team
        )
            return new AskHelpOfTeam(text, team);
        if (
            GetsFrom().FindIn(text) is { Success: true } gets
            && TeamPattern.Of(gets.Groups["team"].Value) is var giver
            && TeamPattern.Of(gets.Groups["other"].Value) != giver
        )
            return new AskHelpOfTeam(text, giver);
        if (HelpEachOther().IsIn(text))
            return new AskHelpOfTeam(text, "both");
        if (HowBoth().FindIn(text) is { Success: true } both)
            return new AskHowOfTeam(text, [], "both", both.Groups["topic"].Value);
        if (How().FindIn(text) is { Success: true } how)
            return new AskHowOfTeam(text, [], TeamPattern.Of(how.Groups["team"].Value), how.Groups["topic"].Value);
        if (Qualities().FindIn(text) is { Success: true } of)
            return new AskHowOfTeam(text, [], TeamPattern.Of(of.Groups["team"].Value), Character);
        if (Measured().FindIn(text) is { Success: true } measured)
            return new AskHowOfTeam(text, [], TeamPattern.Of(measured.Groups["team"].Value), Success);
        if (ExamplesDone().FindIn(text) is { Success: true } several)
            return new ListOfTeam(text, TeamPattern.Of(several.Groups["team"].Value));
        return WhatDone().FindIn(text) is { Success: true } done
                ? new ListOfTeam(text, TeamPattern.Of(done.Groups["team"].Value))
            : Listed().FindIn(text) is { Success: true } listed
                ? new ListOfTeam(text, TeamPattern.Of(listed.Groups["team"].Value))
            : null;
    }

    const string Things =
        @"(?:activit(?:y|ies)|tasks?|jobs?|duties|things|work|responsibilities|methods|tactics|tools|channels|examples|techniques|topics|areas|functions|ways|means|forms)";

    [GeneratedRegex(
        @"^\W*(?:(?:can|could) (?:you|u) )?(?:please )?(?:(?:give|show|tell) (?:me|us) |do you have |got |like |for )?(?:(?:an? |some |one )?(?:examples?|instance)(?: of (?:that|this|it))?|such as|like what|like which|e\.?g)(?: please| then)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BareExample();

    /// <summary>"An example of a sales activity".</summary>
    [GeneratedRegex(
        @"\b(?:example|instance) (?:of|for) (?:a |an |some |one )?(?:typical )?(?:(?<team>"
            + TeamPattern.Text
            + @") "
            + Things
            + @"|(?:something|a thing|what) (?:that )?(?:a |the )?(?<team>"
            + TeamPattern.Text
            + @") (?:does|do|would do|might do))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ExampleOfWork();

    [GeneratedRegex(
        @"\b(?:example|instance|illustration) (?:of|for|with|about|that shows|showing|where|in which) (?<topic>.*\b(?:sales|marketing|differences?|the two|both|they|each team|the teams)\b.*)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Example();

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but) )?(?:how|in what way|what way) (?:does|do|can|could|will|would) (?:the )?(?<team>"
            + TeamPattern.Text
            + @") (?:\w+ )?(?:helps?|supports?|benefits?|contributes? to|assists?|serves?|makes? things easier for|gives? back to|is useful (?:to|for)) (?:the )?(?<other>"
            + TeamPattern.Text
            + @")\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Helps();

    /// <summary>"What does marketing get back from sales?", "what can sales teach marketing?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but) )?what (?:does|do|can|could|will|should) (?:the )?(?<other>"
            + TeamPattern.Text
            + @") (?:get|gain|learn|have|receive|hear|need|take)(?: back)? (?:from|of) (?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?: people)?\W*$"
            + @"|^\W*(?:(?:so|and|but) )?what (?:does|do|can|could|will|should) (?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?: people)? (?:teach|tell|give|bring|offer|provide|do for|pass (?:on )?to|contribute to|hand (?:over )?to|report to) (?:the )?(?<other>"
            + TeamPattern.Text
            + @")\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex GetsFrom();

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but) )?(?:how|in what way) (?:do|does|can|could|should) (?:they|both|the two|these two|(?:the )?(?:"
            + TeamPattern.Text
            + @") and (?:the )?(?:"
            + TeamPattern.Text
            + @"))(?: teams?| departments?| sides?| functions?| of them)? (?:\w+ )?(?:helps?|supports?|benefits?|complements?|assists?|feeds?|serves?|needs?|learn from) (?:each other|one another|the other)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HelpEachOther();

    /// <summary>"How do sales and marketing see the product?", "how do they differ in whom they talk to?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|then) )?how (?:do|does|are|is) (?:they|both|the two|these two|(?:the )?(?:"
            + TeamPattern.Text
            + @") and (?:the )?(?:"
            + TeamPattern.Text
            + @"))(?: teams?| departments?| of them)? (?:differ (?:in|by|on|when it comes to|about|as to) (?:how |whom? |what |the way )?(?:they )?)?(?<topic>(?!differ|compare|relate|work together|help|support|fit together|go together)[^?]{4,})\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HowBoth();

    /// <summary>"What should a good salesperson be like?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but) )?(?:what|how) (?:should|must|does|do|kind of person (?:should|must|is)|sort of person (?:should|must|is)) (?:a |an |the |our )?(?:good |great |typical )?(?<team>"
            + TeamPattern.Text
            + @")(?: person| people)? (?:have to |need to )?be(?: like)?\W*$"
            + @"|\b(?:qualities|skills|traits|character|personality|strengths)\b.*\b(?<team>"
            + TeamPattern.Text
            + @")\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Qualities();

    /// <summary>"How does a salesperson get in touch with people?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|then) )?how (?:do|does|can|could|should|are|is) (?:a |an |the |our |good )?(?<team>"
            + TeamPattern.Text
            + @")(?: people| manager| team)? (?<topic>(?!differ|compare|relate|work together|and |or |help )[^?]{4,})\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex How();

    /// <summary>"How do they measure the salespeople?": what is done with a team is told of it as well.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|then) )?how (?:do|does|did|are|can|should) (?:they|we|you|companies|bosses|people|managers) (?<verb>measure|judge|pay|reward|assess|evaluate|train|rate)\w* (?:a |an |the |our |good )?(?<team>"
            + TeamPattern.Text
            + @")(?: people)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Measured();

    /// <summary>"Some examples of what a salesperson does all day".</summary>
    [GeneratedRegex(
        @"\bexamples? (?:of|for) (?:what|things|the things|stuff) (?:that )?(?:a |an |the |our |your )?(?:typical |good )?(?<team>"
            + TeamPattern.Text
            + @")(?: people| team)? (?:is |are |does|do|would)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ExamplesDone();

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but) )?(?:what|what else|what other things|which things) (?:do|does) (?:a |an |the |our |your )?(?:typical |good )?(?<team>"
            + TeamPattern.Text
            + @")(?: person| people| manager)? (?:\w+ )?do(?: all day| exactly| here| every day)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WhatDone();

    [GeneratedRegex(
        @"^\W*(?:(?:please|can you|could you) )*(?:(?:list|name|give me|tell me|show me|what are|what(?:['’]s| is)|which are|typical|examples of|some examples of)\b[^?]{0,40}?|(?:which|what)\b[^?]{0,16}?)\b(?:"
            + Things
            + @" (?:to do |of doing |that |which )?(?:belong to |are (?:for |part of |done by )?|of |in |for |by )?(?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?: people| does| do| has| tasks?| uses?| works? with)?|"
            + Things
            + @" (?:do|does|can|could|should) (?:the |our )?(?<team>"
            + TeamPattern.Text
            + @") (?:use|do|have|work with|rely on|take care of)|(?<team>"
            + TeamPattern.Text
            + @")(?: team)?(?:['’]s)? (?:\w+ )?"
            + Things
            + @")(?: (?:are there|there are|do|does|please|pls|list))*\W*(?:(?:list|name) (?:them )?(?:please|pls)?)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Listed();
}
