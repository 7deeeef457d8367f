using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Entities;

/// <summary>
/// Finds handoffs by their number: <c>HO-1006</c>, <c>ho 1006</c>, <c>#1006</c>, and a bare <c>1006</c> where it cannot
/// be an amount, a year or an address.
/// </summary>
static partial class HandoffNumbers
{
    /// <summary>The text with every handoff written as <c>HO-1006</c>.</summary>
    /// <param name="text">The message.</param>
    /// <param name="masked">Spans in which digits mean something else: phones, e-mail addresses, dates.</param>
    public static string Written(string text, IReadOnlyList<Entity> masked)
    {
        var written = new System.Text.StringBuilder();
        var at = 0;
        foreach (var match in Number().FindAllIn(text))
        {
            var isPlain = match.Groups["plain"].Success;
            if (
                isPlain
                && (
                    ((IsYear(match.Value) || IsCount(text, match)) && !IsSpokenOf(text, match))
                    || masked.Any(span => match.Index < span.End && span.At < match.Index + match.Length)
                )
            )
                continue;
            written.Append(text, at, match.Index - at).Append("HO-").Append(match.Groups["digits"].Value);
            at = match.Index + match.Length;
        }
        return written.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Every handoff in a text that <see cref="Written"/> has been through, in order.</summary>
    public static IReadOnlyList<Entity> Read(string written) =>
        [.. Spelled().FindAllIn(written).Select(match => new Entity(match.Value, match.Value, match.Index))];

    /// <summary>
    /// A number that could be a year is a handoff where something is done with it, or to it: "disqualify 2018", "2022
    /// is done", "company in 2011 should be".
    /// </summary>
    static bool IsSpokenOf(string text, Match number) =>
        Doing().IsIn(text[..number.Index]) || Done().IsIn(text[(number.Index + number.Length)..]);

    [GeneratedRegex(
        @"\b(?:accept(?:ing|ed)?|claim|tak(?:e|ing)|return(?:ing|ed)?|disqualify(?:ing)?|dq|junk|recycl(?:e|ing)|snooz(?:e|ing)|paus(?:e|ing)|resum(?:e|ing)|withdraw(?:ing)?|releas(?:e|ing)|reopen(?:ing)?|clos(?:e|ing)|complet(?:e|ing)|finish|rat(?:e|ing)|(?:un)?watch(?:ing)?|(?:un)?follow(?:ing)?|(?:re)?assign(?:ing)?|handle|show|open|merge|resubmit(?:ting)?|contacted|add to|notes? (?:to|on|for)|(?:what(?:['’]?s| is)|whats) (?:happening|going on|new|up) with|status of|what about|where is|who has|sent you|let \w+ (?:do|take|handle|have)|i['’]?ll (?:do|take)|do|it['’]?s|(?:company|name|phone|e-?mail|mail|title|urgency|campaign|source|role|kind|number|contact) (?:in|of|for|on)) (?:handoff |number |no\.? )?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Doing();

    [GeneratedRegex(
        @"^(?: (?:is|was|can be) (?:\w+ )?(?:done|mine|delivered|won|lost|ours|finished|urgent|closed|a duplicate|the same|complete|overdue|disqualified|spam|for \w+)|: |,? (?:phone|e-?mail|mail|company|urgency|title|role|campaign|source)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Done();

    /// <summary>"1012 registrations": so many of something.</summary>
    static bool IsCount(string text, Match number) => Counted().IsIn(text[(number.Index + number.Length)..]);

    [GeneratedRegex(
        @"^ (?:new |more |printed |old |other |different )?(?!(?:is|was|has|as|this|his|its|goes|does|needs|looks|says|wants|gets|seems|stays|comes|belongs|thanks|pls|us|yes|always|perhaps|works|waits|becomes|makes|details|status|sounds|feels|deserves|means|bounces|unless|across|returns|comments|notes|sales|press|business|address|plus|less|towards|expires|remains|turns|ends|starts|keeps|lacks)\b)\p{L}{3,}s\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Counted();

    static bool IsYear(string digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    const string Digits = "(?<digits>[0-9]{1,9})";

    /// <summary>A bare number has four digits or more and nothing behind it that it counts.</summary>
    [GeneratedRegex(
        @"\bHO(?:[\s#_–—-]{0,2})"
            + Digits
            + @"\b|(?<![\w&/])\#\s?(?<digits>[0-9]{2,9})\b"
            + @"|(?<![\w.,:/+#€$£@-])(?<!\b(?:room|hall|order|invoice|ticket|po|iso|page|version|over|about|around|roughly|nearly|under|than|up to|of the|another) )(?<plain>(?<digits>[1-9][0-9]{3,5}))(?![\w@/%€$£]|[.,:-][0-9]| ?(?:k|m|eur|usd|gbp|chf|percent|rows?|seats?|users?|licen[cs]es?|people|customers?|contacts?|leads?|employees|visitors|attendees|units?|pieces|euros?|dollars?|pounds|times|words|sites?|stores?|shops?|emails?|addresses|companies|records|hours|days|names|of (?:them|these|our|the))\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"\bHO-[0-9]{1,9}\b")]
    private static partial Regex Spelled();
}
