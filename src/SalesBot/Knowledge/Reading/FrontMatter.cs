using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SalesBot.Knowledge.Reading;

/// <summary>
/// What a Markdown document says of itself before its text. <c>Fault</c>: why nothing of that can be read, a sentence,
/// or none.
/// </summary>
sealed record FrontMatter(string? Title, string? Source, string? Fault = null)
{
    /// <summary>A longer head is no head, in UTF-16 units.</summary>
    const int Longest = 20_000;

    static readonly FrontMatter None = new(null, null);

    /// <summary>Reads the YAML between the dashes; text that is not a YAML mapping counts as none.</summary>
    public static FrontMatter Read(string? yaml)
    {
        if (string.IsNullOrWhiteSpace(yaml))
            return None;
        if (yaml.Length > Longest)
            return None with { Fault = $"Its front matter has more than {Longest:N0} characters and was passed over." };
        try
        {
            var texts = Texts(yaml);
            return new FrontMatter(texts.GetValueOrDefault("title"), texts.GetValueOrDefault("source"));
        }
        catch (YamlException fault)
        {
            return None with
            {
                Fault = $"Its front matter is not YAML (line {fault.Start.Line + 1}) and was passed over.",
            };
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException)
        {
            // The scanner gives up on some texts with other types than its own.
            return None with { Fault = "Its front matter is not YAML and was passed over." };
        }
    }

    /// <summary>
    /// The keys of the outermost mapping that have a text, read event by event: no graph is built, so neither deep
    /// nesting nor an anchor within itself can do harm.
    /// </summary>
    static Dictionary<string, string> Texts(string yaml)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var parser = new Parser(new StringReader(yaml));
        var (depth, isMapping) = (0, false);
        string? key = null;
        while (parser.MoveNext())
            switch (parser.Current)
            {
                case MappingStart or SequenceStart:
                    isMapping |= depth == 0 && parser.Current is MappingStart;
                    depth++;
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    key = depth == 1 ? null : key;
                    break;
                case Scalar scalar when depth == 1 && isMapping && key is null:
                    key = scalar.Value;
                    break;
                case Scalar scalar when depth == 1 && isMapping && key is not null:
                    if (scalar.Value.Length > 0 && !texts.TryAdd(key, scalar.Value))
                        throw new YamlException(scalar.Start, scalar.End, "A key stands twice.");
                    key = null;
                    break;
                case AnchorAlias when depth == 1:
                    key = key is null ? "" : null;
                    break;
            }
        return texts;
    }
}
