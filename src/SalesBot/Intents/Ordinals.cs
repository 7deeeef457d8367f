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

    /// <summary>
    /// The message with the thing that it points at in the place of the pointing: "whose job is the last one?" becomes
    /// "whose job is promotion?"; none where it points at none of the things that the answer before named.
    /// </summary>
    /// <param name="text">The message.</param>
    /// <param name="answer">The answer before, a sentence or point a line.</param>
    public static string? Named(string text, IReadOnlyList<string> answer)
    {
        if (OneOfThese().FindIn(text) is not { Success: true } place)
            return null;
        var items = Enumerated(answer);
        var at = PlaceOf(place) is >= 0 and var named ? named : items.Count - 1;
        if (items.Count < 2 || at >= items.Count)
            return null;
        var asked = string.Concat(text.AsSpan(0, place.Index), items[at], text.AsSpan(place.Index + place.Length));
        return Explained().ReplaceIn(asked, "what is ");
    }

    /// <summary>Whether a message points at one of several things: "the last one", "the third of them".</summary>
    public static bool Points(string text) => OneOfThese().IsIn(text);

    /// <summary>What stands behind "of the": "whose job is the last of the four Ps?"; none where nothing does.</summary>
    public static string? Whole(string text) =>
        OneOfThese().FindIn(text) is { Success: true } place && place.Groups["whole"] is { Length: > 0 } whole
            ? whole.Value
            : null;

    /// <summary>The things that a list names, or a sentence: "product, price, place and promotion".</summary>
    static List<string> Enumerated(IReadOnlyList<string> answer)
    {
        if (answer.Count > 2 && answer.Skip(1).All(point => point.Contains(": ", StringComparison.Ordinal)))
            return [.. answer.Skip(answer[0].EndsWith(':') ? 1 : 0).Select(point => point.Split(": ")[0])];
        foreach (var sentence in answer)
            if (Row().FindIn(sentence) is { Success: true } row)
                return
                [
                    .. row.Groups["item"].Captures.Select(item => item.Value.Trim()),
                    row.Groups["end"].Value.Trim(),
                ];
        return [];
    }

    [GeneratedRegex(
        @"(?<=\b(?:are|is|of|includes?|into|like|as)|:) (?:(?<item>[\p{L}-]+(?: [\p{L}-]+){0,2}), )+(?<item>[\p{L}-]+(?: [\p{L}-]+){0,2}) (?:and|or) (?<end>[\p{L}-]+(?: [\p{L}-]+){0,2})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Row();

    [GeneratedRegex(
        @"\bthe (?:(?:very )?(?<at>first|second|third|fourth|fifth|last)|(?<at>[1-5](?:st|nd|rd|th)))(?: (?:one|item|point|thing|task))?(?: of (?:them|those|these|(?:the )(?<whole>[\p{L}\p{N}][\p{L}\p{N} ]{0,25})))?(?=\W*$| about\b| mean\b| for\b| done\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OneOfThese();

    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|please|can you|could you)\W+)*(?:explain|define|describe|elaborate on|tell me (?:more )?about)(?: me)? ",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Explained();

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
