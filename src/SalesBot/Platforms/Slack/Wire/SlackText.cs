using System.Globalization;
using System.Text;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// Writes Slack's text (docs.slack.dev/messaging/formatting-message-text), in which <c>&amp;</c>, <c>&lt;</c> and
/// <c>&gt;</c> are escaped.
/// </summary>
static class SlackText
{
    /// <summary>The same text, with nothing in it that Slack takes for more than text.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>
    /// A point of time, which Slack draws as each reader's clock has it
    /// (docs.slack.dev/messaging/formatting-message-text, date formatting).
    /// </summary>
    /// <param name="at">When.</param>
    /// <param name="words">What older clients show instead.</param>
    public static string Moment(DateTimeOffset at, string words) =>
        $"<!date^{at.ToUnixTimeSeconds()}^{{date_short_pretty}} at {{time}}|{Escape(words)}>";

    /// <summary>
    /// The escaped text, at most so long; what is cut ends at a whole character as people see them, with an ellipsis.
    /// </summary>
    public static string Escape(string text, int most)
    {
        var escaped = Escape(text);
        if (escaped.Length <= most)
            return escaped;
        var (cut, elements) = (new StringBuilder(), StringInfo.GetTextElementEnumerator(text));
        while (elements.MoveNext() && Escape(elements.GetTextElement()) is var next && cut.Length + next.Length < most)
            cut.Append(next);
        return cut.Append('…').ToString();
    }
}
