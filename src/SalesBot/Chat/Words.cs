using System.Text.Json;

namespace SalesBot.Chat;

/// <summary>The values of enums as people and programs write them: <c>lower-case-words</c>.</summary>
static class Words
{
    /// <summary>The words for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.Names[value];

    /// <summary>The value of those words, or none.</summary>
    public static T? Parse<T>(string? words)
        where T : struct, Enum =>
        words is not null && Table<T>.Values.TryGetValue(words.Trim(), out var value) ? value : null;

    /// <summary>All of them, for a sentence.</summary>
    public static string List<T>()
        where T : struct, Enum => string.Join(", ", Table<T>.Values.Keys);

    static class Table<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Names = Enum.GetValues<T>()
            .ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly Dictionary<string, T> Values = Names.ToDictionary(
            name => name.Value,
            name => name.Key,
            StringComparer.OrdinalIgnoreCase
        );
    }
}
