using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Reads what is wanted of the desk at large: "my handoffs", "what is overdue?", "undo", "status", "gaps", "reindex",
/// "notify this channel for sales".
/// </summary>
static partial class DeskWords
{
    public static Intent? Read(string text)
    {
        // What is long, or names somebody, is what is handed over, and not a word on it.
        if (
            PassOnThis().FindIn(text.TrimEnd()) is { Success: true } pass
            && !pass.Groups["note"].Value.Contains('@')
            && !pass.Groups["note"].Value.Contains('\n')
        )
            return new PassOn(
                pass.Groups["team"] is { Success: true } to ? to.Value.ToLowerInvariant() : null,
                null,
                pass.Groups["note"] is { Length: > 0 } note ? note.Value.Trim() : null
            );
        text = text.Trim(' ', '.', '!', '?', '…');
        if (DraftOfThis().FindIn(text) is { Success: true } drafted)
            return new PassOn(
                drafted.Groups["team"] is { Success: true } team ? team.Value.ToLowerInvariant() : null,
                null,
                null,
                IsDraft: drafted.Groups["team"].Success
            );
        if (Undo().IsIn(text))
            return new UndoLast();
        if (Reindex().IsIn(text))
            return new ReindexKnowledge();
        if (Status().IsIn(text))
            return new ShowStatus();
        if (Gaps().IsIn(text))
            return new ShowGaps();
        if (Letters().FindIn(text) is { Success: true } letters)
            return new ShowDeadLetters(letters.Groups["again"].Success);
        if (Digest().IsIn(text))
            return new ShowDigest();
        if (Help().IsIn(text))
            return new AskHelp();
        if (Thanks().IsIn(text))
            return new SayThanks();
        if (Quiet().IsIn(text))
            return new KeepQuiet(true);
        if (Loud().IsIn(text))
            return new KeepQuiet(false);
        if (Notify().FindIn(text) is { Success: true } notify)
            return new NotifyHere(
                notify.Groups["team"] is { Success: true } whose ? whose.Value.ToLowerInvariant() : null,
                notify.Groups["stop"].Success
            );
        if (Helped().FindIn(text) is { Success: true } helped)
            return new GiveFeedback(null, !helped.Groups["not"].Success);
        return Lists(text);
    }

    static ListHandoffs? Lists(string text)
    {
        if (Overdue().FindIn(text) is { Success: true } overdue)
            return new ListHandoffs(HandoffsWanted.Overdue, TeamIn(overdue));
        if (Mine().IsIn(text))
            return new ListHandoffs(HandoffsWanted.Mine);
        if (Sent().IsIn(text))
            return new ListHandoffs(HandoffsWanted.Sent);
        if (Queue().FindIn(text) is { Success: true } queue)
            return new ListHandoffs(HandoffsWanted.Queue, TeamIn(queue));
        if (Open().FindIn(text) is { Success: true } open)
            return new ListHandoffs(HandoffsWanted.Open, TeamIn(open));
        return Search().FindIn(text) is { Success: true } search
            ? new ListHandoffs(
                HandoffsWanted.Search,
                Words: CommandText.WithoutTail(search.Groups["words"].Value.Trim()).TrimEnd('.', '!', '?', ' ')
            )
            : null;
    }

    static string? TeamIn(Match match) =>
        match.Groups["team"] is { Success: true } team ? team.Value.ToLowerInvariant() : null;

    const string Please = @"^(?:please |pls |just )?",
        Show =
            @"(?:(?:show|list|give|get|tell)(?: me| us)? )?(?:what are |what is |what['’]s |whats |which are )?(?:all )?(?:of )?(?:the )?";

    [GeneratedRegex(
        Please
            + @"(?:undo|revert|take (?:that|it|this) back|scratch that|that was (?:a mistake|wrong))(?: (?:that|it|this|the last(?: one"
            + @"| step)?|sending(?: back)?|accepting|assigning|closing|snooze|note|edit|pause))?(?: \(1 min\))?(?: please)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Undo();

    [GeneratedRegex(
        Please
            + @"(?:re-?index|re-?build the index|(?:refresh|reload|re-?read|update) (?:the )?(?:knowledge|index|documents|docs"
            + @"|material))(?: (?:now|everything|the knowledge|the documents|please|it all))*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Reindex();

    [GeneratedRegex(
        @"^(?:(?:show |your |bot |system |the )*(?:status|health)|are you (?:ok|okay|up|alive|there|healthy)|ping"
            + @"|how are you(?: doing)?)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Status();

    [GeneratedRegex(
        "^"
            + Show
            + @"(?:knowledge |open )?(?:gaps|unanswered questions)(?: in (?:the |your )?(?:knowledge|material))?$|^what (?:can(?:no"
            + @"|['’]?)t|could(?:n['’]?t| not)) you answer$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Gaps();

    [GeneratedRegex(
        "^"
            + Show
            + @"(?:dead letters|(?:failed|undelivered|lost) messages)$|^(?<again>(?:re-?send|re-?try|send)(?: the"
            + @"| all)* (?:dead letters|(?:failed|undelivered) messages)(?: again)?)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Letters();

    [GeneratedRegex(
        "^"
            + Show
            + @"(?:weekly |our )?(?:digest|figures of the week|week in figures|weekly (?:report|summary"
            + @"|figures))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Digest();

    [GeneratedRegex(
        @"^(?:help(?: me)?|commands|what can (?:i|you) (?:say|do|ask)(?: here)?|how do(?:es)? (?:this|you) work|\?)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Help();

    [GeneratedRegex(
        @"^(?:thanks?|thank you|thx|ty|cheers|great|perfect|nice|cool|super|good|got it|all right|alright|ok|okay|yes|no|nope|yep|cancel"
            + @"|never ?mind|go ahead|do it|go on|yes please|no thanks|stop|lol|bye(?: bye)?|see you|oops)(?: (?:you|so much|a lot|very much|again|bot|salesbot|thanks))*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Thanks();

    [GeneratedRegex(
        @"^(?:(?:be|keep|stay) (?:quiet|silent|out(?: of this)?)|shut up|hush|stop answering|i['’]?ll take (?:it from here|over)"
            + @"|leave (?:this|it) to (?:me|us))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Quiet();

    [GeneratedRegex(
        @"^(?:(?:you can )?(?:speak|talk|answer)(?: again)?|come back|start answering|unmute|be loud)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Loud();

    [GeneratedRegex(
        Please
            + @"(?<stop>stop |don['’]?t |do not |un)?notify(?:ing)?(?: (?:in|on|to))? (?:this (?:channel|room|conversation|chat|thread)"
            + @"|here|us here|me here)(?: (?:for|about|of|with) (?:the )?(?<team>sales|marketing)(?:['’]s)?(?: team| handoffs)?)?$"
            + @"|"
            + Please
            + @"(?:post|send) (?:the )?(?<team>sales|marketing) handoffs (?:here|(?:to|in) this (?:channel|room))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Notify();

    [GeneratedRegex(
        @"^(?:that|this|it|the answer)(?: (?:was|is|helped|answer(?:ed)?))?(?<not> (?:not|no|didn['’]?t|did not)| wrong"
            + @"| useless)?(?: (?:really |very )?(?:helpful|help|helped|useful|wrong|right|correct))$|^(?<not>not helpful|wrong answer|unhelpful)$"
            + @"|^(?:good answer|helpful|that helped)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Helped();

    [GeneratedRegex(
        "^"
            + Show
            + @"(?:handoffs? )?(?:(?:that|which) (?:is|are) )?(?:my )?(?:over-?due|late)(?: handoffs?)?(?: (?:now|right now"
            + @"|today))?(?: (?:for|in|of) (?<team>sales|marketing))?$|^(?:is )?any(?:thing| handoffs?)? overdue(?: for (?<team>sales|marketing))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Overdue();

    [GeneratedRegex(
        "^"
            + Show
            + @"my (?:open |own )?(?:handoffs?|hand-offs?|leads|work|tasks|list|to-?dos?)$|^what do i have(?: (?:to do|open))?$"
            + @"|^what['’]?s (?:on my (?:plate|desk)|mine)$|^what is mine$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Mine();

    [GeneratedRegex(
        "^"
            + Show
            + @"(?:handoffs? )?(?:(?:that|which) )?i (?:have )?(?:sent|raised|flagged|handed (?:over|in|off))$|^what (?:did i"
            + @"|have i) (?:send|sent|raised?|flag(?:ged)?|hand(?:ed)? over)$|^"
            + Show
            + @"(?:sent|my sent)(?: handoffs?)?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sent();

    [GeneratedRegex(
        "^"
            + Show
            + @"(?:(?<team>sales|marketing)(?:['’]s)? )?queue(?: (?:of|for) (?<team>sales|marketing))?$|^what(?:['’]?s| is) (?:waiting"
            + @"|in the (?:(?<team>sales|marketing) )?queue)(?: for (?<team>sales|marketing))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Queue();

    [GeneratedRegex(
        "^"
            + Show
            + @"(?:open |current )?(?:(?<team>sales|marketing)(?:['’]s)? )?(?:open )?(?:handoffs|hand-offs)(?: (?:of|for|to"
            + @"|in) (?<team>sales|marketing))?$|^(?:show|list)(?: me)?(?: all)? handoffs$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Open();

    [GeneratedRegex(
        @"^(?:find|search(?: for)?|look up|show(?: me)?) (?:the )?handoffs? (?:about|for|of|with|on|to do with) (?<words>.{2,100})$|^(?:find"
            + @"|search(?: for)?|look up) (?<words>.{2,60}?) (?:handoffs?|in (?:the )?handoffs)$"
            + @"|^(?:find|search(?: for)?|look up) (?<words>(?-i:\p{Lu}|\p{Lo})\S*(?: (?-i:\p{Lu}|\p{Lo})\S*)*|\S+@\S+| \S)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Search();

    [GeneratedRegex(
        @"^(?:(?:pass|hand|send|forward|give|flag) (?:this|that|it|the question|the answer)(?: (?:on|over|along|off))?|(?:pass|hand) (?:on"
            + @"|over|off) (?:this|that|it))(?: to (?:the )?(?<team>sales|marketing)(?: team)?)?(?:\s*[:,;–—-]\s*(?<note>.+)|\s*[.!])?$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex PassOnThis();

    /// <summary>The buttons below an answer, in words.</summary>
    [GeneratedRegex(
        @"^(?:draft (?:a |the )?hand-?off to (?:the )?(?<team>sales|marketing)(?: team)?|ask a team)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DraftOfThis();
}
