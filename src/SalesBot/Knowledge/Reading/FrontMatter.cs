using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SalesBot.Knowledge.Reading;

/// <summary>What a Markdown document says of itself before its text. <c>Fault</c>: why nothing of that can be read, a sentence, or none.</summary>
sealed record FrontMatter(string? Title, string? Source, string? Fault = null)
{
    static readonly FrontMatter None = new(null, null);

    /// <summary>Reads the YAML between the dashes; text that is not a YAML mapping counts as none.</summary>
    public static FrontMatter Read(string? yaml)
    {
        if (string.IsNullOrWhiteSpace(yaml))
            return None;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? new FrontMatter(Value(root, "title"), Value(root, "source")) : None;
        }
        catch (YamlException fault)
        {
            return None with { Fault = $"Its front matter is not YAML (line {fault.Start.Line + 1}) and was passed over." };
        }
    }

    static string? Value(YamlMappingNode root, string key) =>
        root.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;
}
