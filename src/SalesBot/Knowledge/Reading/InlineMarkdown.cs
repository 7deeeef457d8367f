using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace SalesBot.Knowledge.Reading;

/// <summary>Markdown inside a line of something else, such as a cell of an HTML table.</summary>
static class InlineMarkdown
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>The words of a line without Markdown's marks.</summary>
    public static string Plain(string line) =>
        string.Join(' ', Markdown.Parse(line, Pipeline).Descendants<LeafBlock>().Select(block => PlainInlines.Of(block.Inline))).Trim() is { Length: > 0 } plain
            ? plain : line;
}
