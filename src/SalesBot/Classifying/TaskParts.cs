using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>
/// Takes a task apart where it names two things to do: "run the ads and then sell to those who answer".
/// </summary>
static partial class TaskParts
{
    /// <summary>The parts in order; the task itself if it names one thing only.</summary>
    public static string[] Of(string task) =>
        task.Length > MaxLength
            ? [task]
            :
            [
                .. Joint()
                    .SplitBy(task)
                    .Where(part => part.Trim().Contains(' ') || part.Trim().Length > 5)
                    .Take(MostParts),
            ];

    /// <summary>A longer one is a text, not a task.</summary>
    const int MaxLength = 600;

    /// <summary>More than so many things are a text, not a task.</summary>
    const int MostParts = 6;

    [GeneratedRegex(
        @"\s*(?:,\s*(?:and|then|but)|;|\band then\b|\bthen\b|\band\b|\bbefore\b|\bafterwards\b|\bplus\b|\+)\s+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Joint();
}
