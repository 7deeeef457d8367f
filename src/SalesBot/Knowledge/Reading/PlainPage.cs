using System.Text;

namespace SalesBot.Knowledge.Reading;

/// <summary>A page being written block by block as plain text, one blank line between blocks.</summary>
sealed class PlainPage
{
    readonly StringBuilder text = new();
    readonly List<TextBlock> blocks = [];

    public string Text => text.ToString();

    public IReadOnlyList<TextBlock> Blocks => blocks;

    public void Add(BlockKind kind, string content, int level = 0, string? columns = null)
    {
        content = content.Trim();
        if (content.Length == 0)
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        blocks.Add(new TextBlock(kind, text.Length, text.Length + content.Length, level, columns));
        text.Append(content);
    }
}
