using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>Reads which of the things that were listed is meant: "and the second one?".</summary>
static partial class Ordinals
{
    /// <summary>The thing that is meant, or none where no place is named or nothing was listed.</summary>
    /// <param name="text">The message.</param>
    /// <param name="last">What the person asked before, with the list.</param>
    public static string? Of(string text, string last)
    {
        if (Place().FindIn(text) is not { Success: true } place)
            return null;
        var items = Items(last);
        var at = PlaceOf(place) is >= 0 and var named ? named : items.Count - 1;
        return items.Count > 1 && at < items.Count ? items[at] : null;
    }

    /// <summary>
    /// Which of the points of the answer before is to be told more of: "explain the third"; from 0, -1 for the last one,
    /// none where no point is meant.
    /// </summary>
    public static int? OfAnswer(string text) => Point().FindIn(text) is { Success: true } point ? PlaceOf(point) : null;

    /// <summary>The place that is named, from 0; -1 for the last.</summary>
    static int PlaceOf(Match named) =>
        named.Groups["at"].Value.ToLowerInvariant() switch
        {
            "first" or "1st" or "1" or "one" or "a" => 0,
            "second" or "2nd" or "2" or "two" or "b" => 1,
            "third" or "3rd" or "3" or "three" or "c" => 2,
            "fourth" or "4th" or "4" or "four" or "d" => 3,
            "fifth" or "5th" or "5" or "five" => 4,
            _ => -1,
        };

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|please|pls|can you|could you)\W+)*(?:explain|elaborate on|expand on|(?:tell me |say |give me )?(?:a bit |a little )?more (?:about|on)|tell me about|what (?:does|is) (?=the\b)|what about) (?:the |point |number |no\.? ?|#)+(?<at>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)?|one|two|three|four|five)(?: one| point| item| part| difference| sentence| bullet| thing| of (?:them|those))?(?: mean| again| please| in detail)*\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Point();

    static List<string> Items(string last)
    {
        var numbered = Number().SplitBy(last).Skip(1).ToList();
        return numbered.Count > 1 ? numbered.ConvertAll(item => item.Trim(' ', ',', ';', '.', '?', '\n')) : [];
    }

    [GeneratedRegex(@"(?:^|[\s(])(?:[1-9]|[a-e])[.):]\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|what about|how about|then)\W+)*(?:is |whose is )?(?:for )?(?:the |number |no\.? ?|nr\.? ?|#)?(?<at>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)?|(?<=number )(?:one|two|three|four)|(?<=\()[a-d](?=\)))(?: one| item| point| task| of (?:them|those))?(?: then)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Place();
}
