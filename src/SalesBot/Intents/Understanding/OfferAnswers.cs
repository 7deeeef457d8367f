using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Understanding;

/// <summary>Reads "yes", "send it", "no", "I was asking".</summary>
static partial class OfferAnswers
{
    const int MaxRefusal = 9;

    /// <summary>
    /// "No don't send that", "nope, I'll do it myself", "wait"; and not "no, it's Olaf", which corrects.
    /// </summary>
    [GeneratedRegex(
        @"^\W*(?:please )?(?:don['’]?t|do not|dont|wait|hold on|hold it|stop|cancel|nope|forget|scrap|discard|drop|not yet|leave it)\b|^\W*(?:no|nah)\W+(?:please )?(?:don['’]?t|do not|dont|wait|stop|cancel|i['’]?ll|i will|leave|forget|not (?:yet|that|this))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Refusing();

    public static OfferAnswer Read(string text)
    {
        if (Asking().IsIn(text))
            return OfferAnswer.Asking;
        if (Yes().IsIn(text))
            return OfferAnswer.Yes;
        return No().IsIn(text) || (Refusing().IsIn(text) && text.Split(' ').Length <= MaxRefusal)
            ? OfferAnswer.No
            : OfferAnswer.SomethingElse;
    }

    /// <summary>"Send it", which no move is.</summary>
    public static bool Sends(string text) => Send().IsIn(text);

    [GeneratedRegex(
        @"^\W*(?:(?:ok|please|pls|yes)\W+)*(?:send|hand (?:it )?over|pass (?:it )?on)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Send();

    [GeneratedRegex(
        @"^\W*(?:no\W+)?(?:i (?:was|am) (?:just |only )?asking|i(?:['’]m)? (?:just |only )?ask(?:ed|ing)|(?:that|it) (?:was|is) (?:just |only )?a question|just (?:asking|a question)|answer (?:it|that|me|the question)(?: as a question)?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"^\W*(?:(?:yes|yep|yeah|yup|ja|sure|ok|okay|correct|right|exactly|perfect|great|fine|good|please|pls|absolutely|of course|go|go ahead|do it|do that|do so|please do|send|send it|send that|hand it over|hand over|pass it on|confirm|confirmed|that['’]?s right|looks good|that works|👍|✅|:\+1:|:thumbsup:)\W*)+$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Yes();

    [GeneratedRegex(
        @"^\W*(?:(?:no|nope|nah|cancel|stop|don['’]?t|do not|never ?mind|forget (?:it|that)|leave it|no thanks?|not now|rather not|drop it|thanks|thank you|nothing|discard|👎)\W*)+$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex No();
}
