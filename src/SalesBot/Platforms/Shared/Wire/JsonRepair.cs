namespace SalesBot.Platforms.Shared.Wire;

/// <summary>
/// JSON may escape half a surrogate pair (<c>\ud83d</c>), as of an emoji that was cut in two, which is no text in .NET:
/// such a half becomes U+FFFD before the JSON is read, in names as in values. Signatures are looked at before that,
/// over the bytes that came.
/// </summary>
static class JsonRepair
{
    /// <summary>The same bytes, or a repaired copy.</summary>
    public static ReadOnlyMemory<byte> Surrogates(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOf("\\u"u8) < 0)
            return json;
        byte[]? copy = null;
        var bytes = json.Span;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != '\\')
                continue;
            if (UnitAt(bytes, at) is not { } unit)
            {
                // What is escaped is no escape itself.
                at++;
                continue;
            }
            var isPair =
                char.IsHighSurrogate(unit) && UnitAt(bytes, at + EscapeLength) is { } low && char.IsLowSurrogate(low);
            if (char.IsSurrogate(unit) && !isPair)
                "fffd"u8.CopyTo((copy ??= json.ToArray()).AsSpan(at + 2));
            at += (isPair ? 2 * EscapeLength : EscapeLength) - 1;
        }
        return copy ?? json;
    }

    const int EscapeLength = 6;

    static char? UnitAt(ReadOnlySpan<byte> json, int at) =>
        json.Length >= at + EscapeLength
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(
            json.Slice(at + 2, 4),
            System.Globalization.NumberStyles.AllowHexSpecifier,
            null,
            out var unit
        )
            ? (char)unit
            : null;
}
