using SalesBot.Chat;
using System.Text.RegularExpressions;

namespace SalesBot.Intents;

/// <summary>What does a team do? <c>Team</c>: <c>sales</c> or <c>marketing</c>.</summary>
sealed record ListOfTeam(string Text, string Team) : Intent;

/// <summary>How does one team help the other? <c>Team</c>: the one that helps.</summary>
sealed record AskHelpOfTeam(string Text, string Team) : Intent;

/// <summary>An example is wanted. <c>Topic</c>: of what.</summary>
sealed record AskExample(string Text, string Topic, IReadOnlyList<string> LeansOn) : Intent;

/// <summary>Reads questions about what a team does, how it helps the other, and for an example.</summary>
static partial class TeamQuestions
{
    public static Intent? Read(string text, string? last)
    {
        if (BareExample().IsIn(text))
            return last is null ? null : new AskExample(text, last, [last]);
        if (Example().FindIn(text) is { Success: true } example)
            return new AskExample(text, example.Groups["topic"].Value, []);
        if (Helps().FindIn(text) is { Success: true } helps && TeamPattern.Of(helps.Groups["team"].Value) is var team && TeamPattern.Of(helps.Groups["other"].Value) != team)
            return new AskHelpOfTeam(text, team);
        return WhatDone().FindIn(text) is { Success: true } done ? new ListOfTeam(text, TeamPattern.Of(done.Groups["team"].Value))
            : Listed().FindIn(text) is { Success: true } listed ? new ListOfTeam(text, TeamPattern.Of(listed.Groups["team"].Value)) : null;
    }

    const string Things = @"(?:activities|tasks|jobs|duties|things|work|responsibilities|methods|tactics|tools|channels|examples|techniques|topics|areas|functions)";

    [GeneratedRegex(@"^\W*(?:(?:can|could) (?:you|u) )?(?:please )?(?:(?:give|show|tell) (?:me|us) |do you have |got |like |for )?(?:an? |some |one )?(?:examples?|instance)(?: of (?:that|this|it))?(?: please| then)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex BareExample();

    [GeneratedRegex(@"\b(?:example|instance|illustration) (?:of|for|that shows|showing|where|in which) (?<topic>(?:how |the way )?.*\b(?:sales|marketing)\b.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\W*(?:(?:so|and|but) )?(?:how|in what way|what way) (?:does|do|can|could|will|would) (?:the )?(?<team>" + TeamPattern.Text + @") (?:\w+ )?(?:helps?|supports?|benefits?|contributes? to|assists?|serves?|makes? things easier for|gives? back to|is useful (?:to|for)) (?:the )?(?<other>" + TeamPattern.Text + @")\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Helps();

    [GeneratedRegex(@"^\W*(?:(?:so|and|but) )?(?:what|which things) (?:do|does) (?:a |an |the |our |your )?(?:typical |good )?(?<team>" + TeamPattern.Text + @")(?: person| people| manager)? (?:\w+ )?do(?: all day| exactly| here| every day)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex WhatDone();

    [GeneratedRegex(@"^\W*(?:(?:please|can you|could you) )*(?:list|name|give me|tell me|show me|what are|what(?:['’]s| is)|which are|which|what|typical|examples of|some examples of)\b[^?]{0,40}?\b(?:" + Things + @" (?:that |which )?(?:belong to |are (?:for |part of |done by )?|of |in |for |by )?(?:the )?(?<team>" + TeamPattern.Text
        + @")(?: people| does| do| has| tasks?)?|(?<team>" + TeamPattern.Text + @")(?: team)?(?:['’]s)? (?:\w+ )?" + Things + @")(?: (?:are there|there are|do|does|please))*\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Listed();
}
