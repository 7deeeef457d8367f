using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesBot.Intents;

/// <summary>
/// Reads what is to be done with a handoff: "hand HO-1042 back, wrong region", "I'll take 1042", "HO-1042 is won". A question about one only shows it, and so does
/// what is denied ("don't return HO-1042").
/// </summary>
static partial class MoveWords
{
    static readonly (string Move, Regex Pattern)[] Moves =
    [
        ("merge", Merge()), ("return", Return()), ("reopen", Reopen()), ("release", Release()), ("resume", Resume()), ("unwatch", Unwatch()), ("resubmit", Resubmit()),
        ("rate", Rate()), ("note", Note()), ("withdraw", Withdraw()), ("recycle", Recycle()), ("disqualify", Disqualify()), ("pause", Pause()),
        ("assign", Assign()), ("complete", Complete()), ("contact", Contact()), ("accept", Accept()), ("agree", Agree()), ("watch", Watch()), ("edit", Edit()),
    ];

    /// <param name="text">The message without what is said for politeness.</param>
    /// <param name="today">Where the sender is.</param>
    public static Intent? Read(string text, DateOnly today)
    {
        var numbers = Number().Matches(text);
        var spoken = numbers.Count > 0 ? numbers[0].Value : null;
        if (spoken is null && !ThatOne().IsMatch(text))
            return null;
        var number = spoken is null ? null : $"HO-{numbers[0].Groups["digits"].Value}";
        var rest = (spoken is null ? text : text.Replace(spoken, "it", StringComparison.Ordinal)).Trim();
        var remark = Prefix().Match(rest) is { Success: true } prefix ? rest[prefix.Length..] : null;
        if (remark is not null)
            rest = $"{remark} it";
        if (Asks().IsMatch(rest) || Denies().IsMatch(rest))
            return spoken is null ? null : new ShowHandoff(number);
        foreach (var (move, pattern) in Moves)
            if (pattern.Match(rest) is { Success: true } match && Fields(move, match, rest, remark, numbers, today) is { } fields)
                return new MoveHandoff(number, move, fields);
        if (remark is not null)
            return new MoveHandoff(number, "note", new Dictionary<string, string> { ["note"] = remark });
        return spoken is not null && (rest is "it" || Show().IsMatch(rest)) ? new ShowHandoff(number) : null;
    }

    static Dictionary<string, string>? Fields(string move, Match match, string text, string? remark, MatchCollection numbers, DateOnly today)
    {
        var fields = new Dictionary<string, string>();
        // The word for the handoff stands at the end only for the patterns.
        var end = Math.Min(match.Index + match.Length, remark?.Length ?? text.Length);
        var said = Lead().Replace((remark ?? text)[end..], "").Trim(' ', '.', '!', ',', ':', ';', '-');
        switch (move)
        {
            case "merge":
                if (numbers.Count < 2)
                    return null;
                fields["into"] = $"HO-{numbers[1].Groups["digits"].Value}";
                return fields;
            case "assign":
                fields["owner"] = match.Groups["who"].Value.Trim();
                return match.Groups["who"].Value.ToLowerInvariant() is "marketing" or "sales" or "me" or "it" ? null : fields;
            case "complete":
                if (Outcome().Match(text) is { Success: true } outcome)
                    fields["outcome"] = Word(outcome.Value);
                break;
            case "rate":
                fields["rating"] = match.Groups["stars"].Value;
                break;
            case "recycle" or "agree" when DateWords.Find(said.Length > 0 ? said : text, today) is { } day:
                fields["wakeUp"] = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
        }
        if (said.Length > 0)
            fields[move is "return" or "recycle" or "disqualify" ? "why" : "note"] = said;
        return fields;
    }

    static string Word(string outcome) => outcome.ToLowerInvariant();

    [GeneratedRegex(@"\bHO[- ]?(?<digits>\d{1,9})\b|(?<=\b(?:take|accept|return|close|show|reopen|pause|resume|watch|assign|recycle|withdraw|disqualify|release|handoff|back) #?)(?<digits>\d{3,9})\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    /// <summary>"HO-1042: called her".</summary>
    [GeneratedRegex(@"^it\s*[:,–—-]\s*(?=\S)")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\W*(?:who|what|whats|where|when|why|how|is|are|was|did|does|do|has|have|should|shall|which|status)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:don['’]?t|do not|not yet|never|didn['’]?t|did not|won['’]?t|will not|can['’]?t|cannot)\b(?! (?:reach|ready|interested))", RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    /// <summary>A command that speaks of the handoff at hand.</summary>
    [GeneratedRegex(@"^(?:hand|send|give|pass|push) (?:it|this|that|this one|that one) back\b|^(?:return|accept|take|release|reopen|withdraw|recycle|disqualify|pause|resume|watch|unwatch|resubmit|complete|close|assign) (?:it|this|that|this one|that one)\b|^i['’]?ll take (?:it|this|that)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex ThatOne();

    /// <summary>Words between a move and what is said with it.</summary>
    [GeneratedRegex(@"^(?:\W*\b(?:it|this|that|one|please|back|to (?:them|sales|marketing|sender|the sender))\b)*\W*(?:\b(?:because(?: of)?|since|as|for|with|reason|the reason is|saying|and|now|on)\b\W*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^merge\b|\bmerge it (?:into|with)\b|\bduplicate of\b", RegexOptions.IgnoreCase)]
    private static partial Regex Merge();

    [GeneratedRegex(@"\b(?:hand|send|give|pass|push|kick|throw)(?:ing)? (?:it|this|that)(?: one)? back\b(?! (?:in|into|to) the queue)|\b(?:hand|send|give|pass|push) back it\b|^(?:return|reject|refuse|decline)\b|\b(?:return|reject|refuse|decline)(?:ing|ed)? it\b", RegexOptions.IgnoreCase)]
    private static partial Regex Return();

    [GeneratedRegex(@"\bre-?open(?:ing)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reopen();

    [GeneratedRegex(@"\brelease\b|\bback (?:in|into|to) the queue\b|\bunassign\b", RegexOptions.IgnoreCase)]
    private static partial Regex Release();

    [GeneratedRegex(@"\b(?:resume|unpause)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Resume();

    [GeneratedRegex(@"\b(?:unwatch|stop watching|unfollow)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Unwatch();

    [GeneratedRegex(@"\b(?:resubmit|re-?send|send it again)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Resubmit();

    [GeneratedRegex(@"^rate\b.*?(?<stars>[1-5])\b(?:\s*(?:of 5|/5|stars?))?|\b(?<stars>[1-5]) (?:stars|of 5)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^(?:add (?:a )?)?(?:note|comment)\b(?: (?:on|to|for) it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    [GeneratedRegex(@"\b(?:withdraw|cancel)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Withdraw();

    [GeneratedRegex(@"\b(?:recycle|snooze|park)\b(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Recycle();

    [GeneratedRegex(@"\b(?:disqualify|junk|drop)\b(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Disqualify();

    [GeneratedRegex(@"\b(?:pause|put it on hold|hold)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pause();

    [GeneratedRegex(@"\b(?:assign|give|pass|hand)(?: over)? (?:it|this|that)(?: one)?(?: over| on)? to (?<who>@?[\p{L}\p{M}'’.:/_\w-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Assign();

    [GeneratedRegex(@"\b(?:close|complete|finish)(?:d|ed)?\b(?: it)?(?: as| with)?|\bit (?:is |was |as )?(?:now )?(?:done|won|lost|delivered|answered|finished|complete|closed)\b|^(?:done|won|lost|delivered)\b(?: with)?(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Complete();

    [GeneratedRegex(@"\b(?:won|lost|opportunity|delivered|answered)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex(@"\b(?:contact(?:ed)?|called|phoned|reached|spoke (?:with|to)|talked (?:with|to)|e-?mailed|wrote (?:to)?|met|first contact)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contact();

    [GeneratedRegex(@"^(?:i['’]?ll |i |i will |we['’]ll )?(?:accept|take|claim|grab|pick up|got|own)\b(?: it)?|\bit(?: is|['’]s)? mine\b|\bi['’]?(?:ll| will) (?:take|do|handle) it\b", RegexOptions.IgnoreCase)]
    private static partial Regex Accept();

    [GeneratedRegex(@"\b(?:i )?agreed?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Agree();

    [GeneratedRegex(@"\b(?:watch|follow)\b(?! up)(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Watch();

    [GeneratedRegex(@"^(?:edit|change|correct)\b(?: it)?", RegexOptions.IgnoreCase)]
    private static partial Regex Edit();

    [GeneratedRegex(@"^(?:show|open|see|view|look at|details|history|find|get|card)\b|\bstatus\b", RegexOptions.IgnoreCase)]
    private static partial Regex Show();
}
