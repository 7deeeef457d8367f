using System.Text;
using UtfUnknown;

namespace SalesBot.Knowledge.Reading;

/// <summary>Turns the bytes of a text file into text, whatever encoding its author's program wrote.</summary>
static class TextDecoder
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The text with line ends as <c>\n</c>, without byte order mark, and with a space for every other control
    /// character.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are not text.</exception>
    public static string Decode(byte[] bytes)
    {
        var text = Clean(Read(bytes), out var controls);
        if (controls > 8 + text.Length / 20)
            throw new InvalidDataException("it is not a text file");
        return text;
    }

    static string Read(byte[] bytes)
    {
        if (ByteOrderMark(bytes) is { } marked)
            return marked.GetString(bytes.AsSpan(marked.Preamble.Length));
        if (WithoutMark(bytes) is { } wide)
            return wide.GetString(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Guess(bytes).GetString(bytes);
        }
    }

    static Encoding? ByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        // UTF-32 first: its little-endian mark begins with the one of UTF-16.
        foreach (
            var encoding in new[]
            {
                Encoding.UTF8,
                Encoding.UTF32,
                new UTF32Encoding(true, true),
                Encoding.Unicode,
                Encoding.BigEndianUnicode,
            }
        )
            if (bytes.StartsWith(encoding.Preamble))
                return encoding;
        return null;
    }

    /// <summary>Two bytes a letter, of which one is zero in most scripts' blanks, digits and punctuation.</summary>
    static Encoding? WithoutMark(byte[] bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] == 0)
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
        var least = bytes.Length / 8;
        return odd > least && even == 0 ? Encoding.Unicode
            : even > least && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    static Encoding Guess(byte[] bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes).Detected;
        return found is { Confidence: > 0.5f, Encoding: { } encoding } ? encoding : Encoding.GetEncoding(1252);
    }

    static string Clean(string text, out int controls)
    {
        var cleaned = new StringBuilder(text.Length);
        controls = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                    cleaned.Append('\n');
            }
            else if (c is '\n' or '\t' || !char.IsControl(c))
                cleaned.Append(char.IsSurrogate(c) && !IsPaired(text, i) ? '\uFFFD' : c);
            else
            {
                controls += c is '\f' or '\v' or '\u0085' ? 0 : 1;
                cleaned.Append(' ');
            }
        }
        return cleaned.ToString();
    }

    static bool IsPaired(string text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);
}
