using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents.Phrases;

/// <summary>
/// A message as phrases see it: small letters, one blank around every word and sign, and a placeholder for each handoff
/// (<c>ho#</c>), e-mail address (<c>mail#</c>), phone number (<c>phone#</c>) and date (<c>day#</c>).
/// </summary>
static partial class MessageFrame
{
    /// <summary>The frame of a message.</summary>
    public static string Of(MessageEntities entities)
    {
        var text = entities.Text;
        var spans = entities
            .Numbers.Select(number => (number.At, number.Text, Place: "ho#"))
            .Concat(entities.Emails.Select(email => (email.At, email.Text, Place: "mail#")))
            .Concat(entities.Phones.Select(phone => (phone.At, phone.Text, Place: "phone#")))
            .Concat(
                entities.Days.Select(day => (day.At, Text: day.Words, Place: Kept().FindIn(day.Words).Value + "day#"))
            )
            .OrderBy(span => span.At)
            .ToList();
        var framed = new System.Text.StringBuilder();
        var at = 0;
        foreach (var (start, words, place) in spans)
        {
            if (start < at)
                continue;
            framed.Append(text, at, start - at).Append(' ').Append(place).Append(' ');
            at = start + words.Length;
        }
        framed.Append(text, at, text.Length - at);
        var plain = Apostrophe().ReplaceIn(framed.ToString().ToLowerInvariant(), "'");
        plain = Emoji().ReplaceIn(Abbreviated().ReplaceIn(plain, "$1"), " , ");
        plain = Contracted().ReplaceIn(plain, "$1$2 is");
        plain = Quotes().ReplaceIn(Marketing().ReplaceIn(Arrow().ReplaceIn(plain, " → "), "marketing"), " ");
        return $" {Blanks().ReplaceIn(Sign().ReplaceIn(plain, " $0 "), " ").Trim()} ";
    }

    /// <summary>A picture between words parts them as a comma does.</summary>
    [GeneratedRegex(@"(?:[\uD83C-\uD83E][\uDC00-\uDFFF][\uFE0F\u200D]*)+(?=\s*\p{L})")]
    private static partial Regex Emoji();

    /// <summary>The dot behind "Mrs." ends no sentence.</summary>
    [GeneratedRegex(@"\b(mr|mrs|ms|dr|prof|st|sr|sra)\.")]
    private static partial Regex Abbreviated();

    /// <summary>"What's", "whats", "it's", "she's".</summary>
    [GeneratedRegex(
        @"\b(what|who|where|when|how|why|that|it|this|here|there|she|he|one|which)'s\b|\b(what|who|where|when|how|that)s\b"
    )]
    private static partial Regex Contracted();

    /// <summary>The words before a date that are no part of it.</summary>
    [GeneratedRegex(@"^(?:until|till|til|by|before|after|since|from|in|on|for|to) ", RegexOptions.IgnoreCase)]
    private static partial Regex Kept();

    [GeneratedRegex(@"(?<=\p{L})[’‘ʼ`´](?=\p{L})")]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"[""“”„«»*_~`]|(?<!\w)['’‘]|['’‘](?!\w)")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"->|=>|→|⇒|-->")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\b(?:mktg|mkt|mkting|marekting|marketting|marketeers)\b")]
    private static partial Regex Marketing();

    [GeneratedRegex(@"[.,;:!?()\[\]/–—+&→…]|(?<=\s)-+(?=\s)")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
