using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>
/// What a model sees of how something is said: all words as they stand, pairs of them, how the message begins and
/// whether it ends as a question. What it is about matters less than "can someone" or "how much".
/// </summary>
static partial class MessageFeatures
{
    /// <summary>The features, once each; a pair holds a space, a beginning starts with "^".</summary>
    public static List<string> Of(string message)
    {
        var words = Word()
            .FindAllIn(message)
            .Select(match =>
                match.Value is [>= '0' and <= '9', ..] ? "0" : match.Value.ToLowerInvariant().Replace('’', '\'')
            )
            .ToList();
        var pairs = words.Zip(words.Skip(1), (first, second) => $"{first} {second}");
        var beginnings = Enumerable
            .Range(1, Math.Min(2, words.Count))
            .Select(length => $"^{string.Join(' ', words.Take(length))}");
        return
        [
            .. words.Concat(pairs).Concat(beginnings).Append(message.TrimEnd().EndsWith('?') ? "?" : ".").Distinct(),
        ];
    }

    /// <summary>How it is said and what it is about.</summary>
    public static List<string> WithSubject(string message) =>
        [.. TaskFeatures.Of(message).Concat(Of(message).Select(feature => $"'{feature}"))];

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’]\p{L}+)?")]
    private static partial Regex Word();
}
