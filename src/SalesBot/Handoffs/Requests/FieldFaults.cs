using SalesBot.Chat;

namespace SalesBot.Handoffs.Requests;

/// <summary>
/// Gathers what is wrong with a request, by field; reading goes on, so that everything is told at once.
/// </summary>
sealed class FieldFaults
{
    readonly Dictionary<string, string[]> faults = [];

    public IReadOnlyDictionary<string, string[]> ByField => faults;

    public bool Any => faults.Count > 0;

    public void Add(string field, string fault) => faults[field] = [.. faults.GetValueOrDefault(field, []), fault];

    /// <summary>
    /// The text without control characters, or none if it is missing or empty; too long a one is a fault.
    /// </summary>
    public string? Text(string field, string? text, int most)
    {
        var clean = PersonText.Clean(text ?? "");
        if (clean.Length > most)
            Add(field, $"This has {clean.Length:N0} characters; the limit is {most:N0}.");
        return clean.Length > 0 ? clean : null;
    }

    /// <summary>The same on one line.</summary>
    public string? Line(string field, string? text, int most = 200) =>
        Text(field, text?.ReplaceLineEndings(" ").Replace('\t', ' '), most);

    /// <summary>One of an enum's words; anything else is a fault that lists them.</summary>
    public T? Choice<T>(string field, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var value = Words.Parse<T>(text);
        if (value is null)
            Add(field, $"'{Shown(text)}' is not one of {Words.List<T>()}.");
        return value;
    }

    /// <summary>What somebody typed, short enough to be quoted in a sentence.</summary>
    public static string Shown(string text) =>
        PersonText.Clean(text) is { Length: > 60 } clean ? clean[..60] + "…" : PersonText.Clean(text);
}
