using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace SalesBot.Knowledge.Reading;

/// <summary>Markdown inside a line of something else, such as a cell of an HTML table.</summary>
static class InlineMarkdown
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    /// <summary>The words of a line without Markdown's marks.</summary>
    public static string Plain(string line)
    {
        try
        {
            var blocks = Markdown.Parse(line, Pipeline).Descendants<LeafBlock>();
            return
                string.Join(' ', blocks.Select(block => PlainInlines.Of(block.Inline))).Trim() is { Length: > 0 } plain
                ? plain
                : line;
        }
        catch (ArgumentException)
        {
            // Markdig refuses text nested deeper than its limit with this type.
            return line;
        }
    }
}
