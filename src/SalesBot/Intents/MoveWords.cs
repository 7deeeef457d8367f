using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Reads what is to be done with a handoff: "hand HO-1042 back, wrong region", "I'll take 1042", "HO-1042 is won". A
/// question about one only shows it, and so does what is denied ("don't return HO-1042").
/// </summary>
static partial class MoveWords
{
    static readonly (string Move, Regex Pattern)[] Moves =
    [
        ("merge", Merge()),
        ("return", Return()),
        ("reopen", Reopen()),
        ("release", Release()),
        ("resume", Resume()),
        ("unwatch", Unwatch()),
        ("resubmit", Resubmit()),
        ("rate", Rate()),
        ("note", Note()),
        ("withdraw", Withdraw()),
        ("recycle", Recycle()),
        ("disqualify", Disqualify()),
        ("pause", Pause()),
        ("assign", Assign()),
        ("complete", Complete()),
        ("contact", Contact()),
        ("accept", Accept()),
        ("agree", Agree()),
        ("watch", Watch()),
        ("edit", Edit()),
    ];

    /// <param name="text">The message without what is said for politeness.</param>
    /// <param name="today">Where the sender is.</param>
    public static Intent? Read(string text, DateOnly today)
    {
        var numbers = Number().FindAllIn(text);
        var spoken = numbers.Count > 0 ? numbers[0].Value : null;
        if (spoken is null && !ThatOne().IsIn(text))
            return null;
        var number = spoken is null ? null : $"HO-{numbers[0].Groups["digits"].Value}";
        var rest = (spoken is null ? text : text.Replace(spoken, "it", StringComparison.Ordinal)).Trim();
        if (numbers.Select(match => match.Groups["digits"].Value).Distinct().Count() > 1 && !Merge().IsIn(rest))
            return new TooManyAtOnce();
        if (Asks().IsIn(rest))
            return spoken is null ? null : new ShowHandoff(number);
        // What is denied behind a comma or "because" is a reason.
        if (Denies().IsIn(ReasonBegins().SplitBy(rest)[0]))
            return spoken is null ? null : new ShowHandoff(number, IsDenied: true);
        if (
            spoken is not null
            && rest.StartsWith("it", StringComparison.Ordinal)
            && CommandText.IsOnlyTail(rest[2..].TrimStart(AroundNumber))
        )
            return new ShowHandoff(number);
        var remark = Prefix().FindIn(rest) is { Success: true } prefix ? rest[prefix.Length..] : null;
        // A move begins the sentence, behind nothing but who makes it; further on the same words may mean anything.
        rest = Subject().ReplaceIn(remark is null ? rest : $"{remark} it", "");
        remark = remark is null ? null : Subject().ReplaceIn(remark, "");
        foreach (var (move, pattern) in Moves)
            if (
                (remark is null || move != "assign")
                && pattern.FindIn(rest) is { Success: true, Index: 0 } match
                && Fields(move, match, rest, remark, numbers, today) is { } fields
            )
                return new MoveHandoff(number, move, fields);
        if (remark is not null)
            return new MoveHandoff(
                number,
                "note",
                new Dictionary<string, string>
                {
                    ["note"] = text[(text.IndexOf(spoken ?? "", StringComparison.Ordinal) + spoken?.Length ?? 0)..]
                        .TrimStart(' ', ':', ',', '-', '–', '—'),
                }
            );
        return spoken is not null && (rest.Trim(AroundNumber) is "it" || Show().IsIn(rest))
            ? new ShowHandoff(number)
            : null;
    }

    /// <summary>Signs that may surround a handoff's number without meaning anything.</summary>
    static readonly char[] AroundNumber = [' ', '.', '?', '!', ',', ';', '(', ')', '[', ']', '"', '\'', '…'];

    static Dictionary<string, string>? Fields(
        string move,
        Match match,
        string text,
        string? remark,
        IReadOnlyList<Match> numbers,
        DateOnly today
    )
    {
        var fields = new Dictionary<string, string>();
        // The word for the handoff stands at the end only for the patterns.
        var end = Math.Min(match.Index + match.Length, remark?.Length ?? text.Length);
        if (
            move is "disqualify"
            && match.Value.StartsWith("drop", StringComparison.OrdinalIgnoreCase)
            && !match.Value.EndsWith("it", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var behind = (remark ?? text)[end..];
        if (move != "note")
            behind = CommandText.IsOnlyTail(ItInFront().ReplaceIn(behind, "")) ? "" : CommandText.WithoutThanks(behind);
        var when = behind;
        behind = Lead().ReplaceIn(behind, "");
        var said = behind.Trim(' ', '.', '!', ',', ':', ';', '-');
        switch (move)
        {
            case "merge":
                if (numbers.Count < 2)
                    return null;
                fields["into"] = $"HO-{numbers[1].Groups["digits"].Value}";
                return fields;
            case "assign":
                fields["owner"] = match.Groups["who"].Value.Trim();
                return match.Groups["who"].Value.ToLowerInvariant() is "marketing" or "sales" or "it" or "the"
                    ? null
                    : fields;
            case "complete":
                if (Outcome().FindIn(text) is { Success: true } outcome)
                    fields["outcome"] = Word(outcome.Value);
                break;
            case "note":
                // A note is kept as it was said.
                said = Its().ReplaceIn((remark ?? text)[end..].Trim(), "");
                break;
            case "rate":
                fields["rating"] = match.Groups["stars"].Value;
                break;
            case "recycle" or "agree" when (DateWords.Find(said, today) ?? DateWords.Find(when, today)) is { } day:
                fields["wakeUp"] = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                said = Until()
                    .ReplaceIn(
                        said.Replace(day.Words, "", StringComparison.Ordinal)
                            .Replace(
                                day.Words.Replace("for ", "", StringComparison.OrdinalIgnoreCase),
                                "",
                                StringComparison.Ordinal
                            ),
                        ""
                    )
                    .Trim(' ', ',', ';', '.', '-');
                break;
            case "recycle" or "agree" when UntilWhen().FindIn(said) is { Success: true } until:
                // What cannot be read is asked for, not guessed.
                fields["wakeUp"] = until.Groups["when"].Value.Trim();
                said = said.Replace(until.Value, "", StringComparison.Ordinal).Trim(' ', ',', ';', '.', '-');
                break;
        }
        // The outcome alone is no note; colleagues behind it are no part of one.
        if (
            move == "complete"
            && !CommandText.HasWords(MentionToken.Draw(Outcome().ReplaceIn(CommandText.WithoutTail(behind), ""), []))
        )
            said = "";
        if (said.Length > 0)
            fields[move is "return" or "recycle" or "disqualify" ? "why" : "note"] = said;
        return fields;
    }

    static string Word(string outcome) => outcome.ToLowerInvariant();

    [GeneratedRegex(
        @"\bHO[- ]?(?<digits>\d{1,9})\b|(?<=\b(?:take|accept|return|close|show|reopen|pause|resume|watch|assign|recycle|withdraw|disqualify"
            + @"|release|handoff|back) #?)(?<digits>\d{3,9})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();

    /// <summary>Who makes the move, and how surely.</summary>
    [GeneratedRegex(
        @"^(?:(?:i|we)(?:['’]ll|['’]ve| will| have| want to| would like to)?|it(?: (?:is|was|has been))?|just|now|please|yes,?)\s+(?!is mine"
            + @"|mine)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Subject();

    [GeneratedRegex(@"\b(?:until|till|on|from|by|,)\s*(?=[,;.]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?:until|till)\s+(?<when>[^,;]{1,40})", RegexOptions.IgnoreCase)]
    private static partial Regex UntilWhen();

    /// <summary>The word for the handoff that stands between "note" and what is noted.</summary>
    [GeneratedRegex(@"^(?:it\b)?(?:[\s:,–—]|-(?=\s))*")]
    private static partial Regex Its();

    [GeneratedRegex(@"^\s*it\b")]
    private static partial Regex ItInFront();

    /// <summary>"HO-1042: called her".</summary>
    [GeneratedRegex(@"^it\s*[:,–—-]\s*(?=\S)")]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"^\W*(?:who|what|whats|where|when|why|how|is|are|was|were|did|does|do|has|have|should|shall|which|status|if|maybe|perhaps|could we"
            + @"|can we|can i|may i|might|it (?:should|could|might|would|is (?:almost|nearly|not)))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"\b(?:don['’]?t|do not|not yet|never|didn['’]?t|did not|won['’]?t|will not|can['’]?t|cannot)\b(?! (?:reach|ready"
            + @"|interested))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Denies();

    [GeneratedRegex(@"(?<=\w)\s*(?:[,;:–—]|\s-\s|\b(?:because|since|as)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex ReasonBegins();

    /// <summary>A command that speaks of the handoff at hand.</summary>
    [GeneratedRegex(
        @"^(?:(?:hand|send|give|pass|push) (?:it|this|that|this one|that one) back|(?:return|accept|take|release|reopen|withdraw|recycle"
            + @"|disqualify|pause|resume|watch|unwatch|resubmit|complete|close|assign) (?:it|this|that|this one|that one)|i['’]?ll take (?:it|this"
            + @"|that))(?=\W*$|[,:;.]|\s+(?:to|back|until|till|because|since|as|with|into|please|now|for)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ThatOne();

    /// <summary>Words between a move and what is said with it.</summary>
    [GeneratedRegex(
        @"^(?:\W*\b(?:it|this|that|one|please|back|to (?:them|sales|marketing|sender|the sender))\b)*\W*(?:\b(?:because(?: of)?|since|as|for"
            + @"|with|reason|the reason is|saying|and|now|on)\b\W*)?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Lead();

    [GeneratedRegex(@"^merge\b|\bmerge it (?:into|with)\b|\bduplicate of\b", RegexOptions.IgnoreCase)]
    private static partial Regex Merge();

    [GeneratedRegex(
        @"\b(?:hand|send|give|pass|push|kick|throw)(?:ing)? (?:it|this|that)(?: one)? back\b(?! (?:in|into|to) the queue)|\b(?:hand|send|give"
            + @"|pass|push) back it\b|^(?:return|reject|refuse|decline)\b|\b(?:return|reject|refuse|decline)(?:ing|ed)? it\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Return();

    [GeneratedRegex(@"\bre-?open(?:ing)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reopen();

    [GeneratedRegex(
        @"^(?:release|unassign)\b(?: it\b|(?=\W*$))|^(?:put |send |give |hand )?(?:it )?back (?:in|into|to) the queue\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Release();

    [GeneratedRegex(@"\b(?:resume|unpause)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Resume();

    [GeneratedRegex(
        @"\b(?:unwatch|stop (?:watching|following)|unfollow|(?:stop|no more) (?:(?:getting|giving me|sending me) )?updates (?:on|about|for))\b(?: it)?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Unwatch();

    [GeneratedRegex(
        @"^(?:resubmit|re-?send|send it again|(?:answer|reply to)(?= it\W*[:,;–—-]))\b(?: it)?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Resubmit();

    [GeneratedRegex(
        @"^rate\b.*?(?<stars>[1-5])\b(?:\s*(?:of 5|/5|stars?))?|\b(?<stars>[1-5]) (?:stars|of 5)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Rate();

    [GeneratedRegex(@"^(?:add (?:a )?)?(?:note|comment)\b(?: (?:on|to|for) it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?:withdraw|cancel)\b(?: it\b|(?=\W*$))", RegexOptions.IgnoreCase)]
    private static partial Regex Withdraw();

    [GeneratedRegex(@"\b(?:recycle|snooze)\b(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Recycle();

    [GeneratedRegex(@"\b(?:disqualify|junk|drop)\b(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Disqualify();

    [GeneratedRegex(@"^(?:pause(?: it)?|put it on hold|on hold|hold it)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(
        @"^(?:assign|give|pass|hand)(?: over)? (?:it|this|that)(?: one)?(?: over"
            + @"| on)? to (?<who>"
            + MentionToken.Pattern
            + @"|@?[\p{L}\p{M}'’.:/_\w-]+(?: (?-i:\p{Lu})[\p{L}\p{M}'’-]+)?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Assign();

    [GeneratedRegex(
        @"^(?:close|complete|finish)(?:d|ed)?\b(?: it)?(?: as| with)?|^(?:done|won|lost|delivered|answered|finished)\b(?=\s*$|\s+it\b"
            + @"|\s*[,.:;!–-]|\s+(?:with|to|by|against)\b)(?: with| it)*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Complete();

    [GeneratedRegex(@"\b(?:won|lost|opportunity|delivered|answered)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex(
        @"^(?:contact(?:ed)?|called|phoned|reached|spoke (?:with|to)|talked (?:with|to)|e-?mailed|wrote(?: to)?|met"
            + @"|first contact)\b(?: it)?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Contact();

    [GeneratedRegex(
        @"^(?:accept(?:ed)?|take|taken|claim|grab|pick up|got|own|do|handle)\b(?: it\b|(?=\W*$))|^(?:it (?:is )?)?mine\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Accept();

    [GeneratedRegex(@"^agreed?\b(?: (?:with|to))?(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Agree();

    [GeneratedRegex(
        @"\b(?:watch|follow)\b(?! up)(?: it)?|^(?:(?:get|give|send) )?(?:me )?updates (?:on|about|for)\b(?: it)?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Watch();

    [GeneratedRegex(@"^(?:edit|change|correct)\b(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Edit();

    [GeneratedRegex(
        @"^(?:show|open|see|view|look at|details|history|find|get|card)\b|\bstatus\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Show();
}
