using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// What somebody's words say about why and how soon: kind, urgency, source, next step, and budget, authority, need and
/// timeline (BANT).
/// </summary>
static partial class PurposeWords
{
    /// <param name="to">The receiving team, if known.</param>
    /// <param name="why">The part that gives the reason.</param>
    /// <param name="text">All that was said.</param>
    /// <param name="hasPerson">Whether it is about somebody.</param>
    /// <param name="today">Where the sender is.</param>
    public static IEnumerable<ReadField> Read(string? to, string why, string text, bool hasPerson, DateOnly today)
    {
        var (kind, from) = Kind(to, text, hasPerson);
        yield return new ReadField("kind", kind, from);
        if (Urgency(why, today) is var (urgency, soon))
            yield return new ReadField("urgency", urgency, soon);
        if (Source().FindIn(text) is { Success: true } source)
            yield return new ReadField("source", Category(source.Groups["source"].Value), source.Value);
        if (NextStep().FindIn(text) is { Success: true } step)
            yield return new ReadField("nextStep", step.Groups["step"].Value.Trim(' ', '.', ','), step.Value.Trim());
        // What is said of somebody begins in no address, and ends with its sentence.
        var said = Parting().ReplaceIn(why, ". ");
        foreach (
            var (name, pattern) in new[]
            {
                ("budget", Budget()),
                ("authority", Authority()),
                ("need", Need()),
                ("timeline", Timeline()),
            }
        )
            if (
                pattern.FindIn(said) is { Success: true } found
                && (name != "timeline" || DateWords.Find(found.Value, today) is not null)
                && (name != "need" || !Denied().IsIn(found.Value))
            )
                yield return new ReadField(
                    name,
                    found.Value.Trim(' ', ',', '.', ';'),
                    found.Value.Trim(' ', ',', '.', ';')
                );
    }

    [GeneratedRegex(@"\S+@\S+|[?!]+\s")]
    private static partial Regex Parting();

    /// <summary>What is handed over, by the words, and which of them say so.</summary>
    public static (string Kind, string From) Kind(string? to, string text, bool hasPerson)
    {
        if (to == "sales")
            return hasPerson || Lead().IsIn(text) ? ("lead", Lead().FindIn(text).Value) : ("other", "");
        foreach (
            var (kind, pattern) in new[]
            {
                ("content-request", Content()),
                ("campaign-feedback", Campaign()),
                ("event-or-list", Event()),
                ("nurture", Nurture()),
                ("customer-insight", Insight()),
            }
        )
            if (pattern.FindIn(text) is { Success: true } match && (kind != "event-or-list" || !hasPerson))
                return (kind, match.Value);
        return (hasPerson ? "nurture" : "other", "");
    }

    /// <summary>A date that is near makes it pressing, one far away the opposite.</summary>
    static (string Urgency, string From)? Urgency(string why, DateOnly today)
    {
        if (NoRush().FindIn(why) is { Success: true } rest)
            return ("someday", rest.Value);
        if (Now().FindIn(why) is { Success: true } now)
            return ("now", now.Value);
        if (DateWords.Find(why, today) is not { } day)
            return null;
        var days = day.Date.DayNumber - today.DayNumber;
        return days is > 7 and <= 21
            ? null
            : (
                days <= 0 ? "today"
                : days <= 7 ? "this-week"
                : "someday",
                day.Words
            );
    }

    static string Category(string source) =>
        source.Trim().ToLowerInvariant() switch
        {
            "trade show" or "tradeshow" or "exhibition" or "fair" => "fair",
            var other => other,
        };

    [GeneratedRegex(@"\b(?:not?|never)\b|n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denied();

    [GeneratedRegex(
        @"\b(?:asap|a\.s\.a\.p\.|urgent(?:ly)?|immediately|right (?:now|away)|at once)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Now();

    [GeneratedRegex(
        @"\b(?:no (?:rush|hurry)|some ?day|whenever|not (?:that |so |very )?urgent|(?:asap|urgency) is not"
            + @"|low priority)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NoRush();

    [GeneratedRegex(
        @"\b(?:lead|prospect|MQL|wants? (?:a |an |to (?:buy|see|talk))|demo|quote|pricing|call ?back|trial|offer)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"\b(?:case stud(?:y|ies)|one[- ]pagers?|(?:slide )?decks?|slides|brochures?|white ?papers?|flyers?|landing pages?|videos?"
            + @"|blog posts?|articles?|data ?sheets?|content|templates?|graphics)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Content();

    [GeneratedRegex(
        @"\b(?:campaigns?|ads?|advert(?:s|isements?)?|mailings?|bad leads|lead quality)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Campaign();

    [GeneratedRegex(
        @"\b(?:attendees?|guest list|visitor list|list of|event|fair|webinar|business cards)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Event();

    [GeneratedRegex(
        @"\b(?:not (?:yet )?(?:ready|interested|now)|nurture|keep (?:\w+ )?warm|too early|later|until|next (?:year|quarter|spring|summer"
            + @"|autumn|winter))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Nurture();

    [GeneratedRegex(
        @"\b(?:customers? (?:say|tell|complain|ask|want|keep)\w*|prospects? (?:say|tell|complain|ask)\w*|objections?|feedback|everyone asks"
            + @"|they (?:all )?ask)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Insight();

    [GeneratedRegex(
        @"\b(?:met (?:\w+ )?(?:at|on)|from|via|through|came (?:in )?(?:through|from|by)) (?:the |our |a |an "
            + @"|last \w+ )?(?:\w+ )?(?<source>trade ?show|fair|exhibition|webinar|event|linkedin|referral|website|newsletter|conference|cold call|campaign"
            + @"|phone|e-?mail|ads?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Source();

    [GeneratedRegex(
        @"(?:^|[.;,:–—-]\s*|\b(?:and|so) )(?:please |pls |next step:? )(?!(?:can|could|would|will|should|have|let|ask|tell|get) |(?:sales|marketing|mktg)\b|(?:flag|hand|pass|forward|send|give|nurture|keep|put|take|note|help|advise)\b)(?<step>[^.;\n]{3,120})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NextStep();

    [GeneratedRegex(
        @"(?:[^,.;\n]|[.,](?=[0-9])){0,120}(?:\bbudget\b|[€$£]\s?[0-9]|[0-9]\s?(?:€|EUR|USD|k\b))(?:[^,.;\n]"
            + @"|[.,](?=[0-9])){0,120}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Budget();

    [GeneratedRegex(
        @"[^,.;\n]{0,120}\b(?:decision[- ]maker|decides|can sign|signs (?:off|it)|has (?:the )?(?:authority"
            + @"|last word))\b[^,.;\n]{0,120}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Authority();

    [GeneratedRegex(
        @"[^,.;\n]{0,120}\b(?:needs?|wants?|looking for|interested in|asked for|asks for|would like)\b[^,.;\n]{0,120}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Need();

    [GeneratedRegex(
        @"[^,.;\n]{0,120}\b(?:until|till|by|before|after|in|from|next|starting|this|tomorrow|today|monday|tuesday|wednesday|thursday|friday"
            + @"|q[1-4])\b[^,.;\n]{0,120}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Timeline();
}
