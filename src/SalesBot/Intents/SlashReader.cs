using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>Reads commands that begin with a slash: the name says what the words behind it are meant for.</summary>
static partial class SlashReader
{
    /// <summary>What is wanted, or none for a question.</summary>
    /// <param name="name">Without the slash.</param>
    /// <param name="text">What stands behind it, cleaned.</param>
    /// <param name="today">Where the sender is.</param>
    /// <param name="isKnown">Whether somebody is called so.</param>
    public static Intent? Read(string name, string text, DateOnly today, Func<string, bool> isKnown) =>
        name switch
        {
            "handoff" => Handoff(text, today, isKnown),
            "handoffs" => Handoffs(text, today, isKnown),
            "ask" => text.Length == 0 ? new AskHelp() : null,
            _ => text.Length == 0 ? new AskHelp() : CommandReader.Read(text, today, isKnown),
        };

    static Intent Handoffs(string text, DateOnly today, Func<string, bool> isKnown) =>
        text.ToLowerInvariant() switch
        {
            "" or "mine" or "my" or "me" => new ListHandoffs(HandoffsWanted.Mine),
            "help" or "?" => new AskHelp(),
            _ => CommandReader.Read(text, today, isKnown) is ListHandoffs or ShowHandoff or MoveHandoff
                ? CommandReader.Read(text, today, isKnown) ?? new AskHelp()
            : CommandReader.Read($"{text} handoffs", today, isKnown) is ListHandoffs list ? list
            : new ListHandoffs(HandoffsWanted.Search, Words: About().ReplaceIn(text, "")),
        };

    [GeneratedRegex("^(?:about|for|with|on|find|search|show) +", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    /// <summary>
    /// What says enough is raised at once; what says too little, or not to whom and about whom, becomes the form.
    /// </summary>
    static Intent Handoff(string text, DateOnly today, Func<string, bool> isKnown)
    {
        if (text.Trim(' ', '.', '!', '?').ToLowerInvariant() is "help" or "")
            return text.Length == 0 ? new DraftHandoff(null, "", null) : new AskHelp();
        if (OnlyTeam().FindIn(text) is { Success: true } only)
            return new DraftHandoff(only.Groups["team"].Value.ToLowerInvariant(), "", null);
        if (
            CommandReader.Read(text, today, isKnown)
            is { } said
                and (MoveHandoff or ShowHandoff or TooManyAtOnce or PassOn or RaiseHandoff { Title.Length: > 0 })
        )
            return said;
        if (CommandReader.Read($"handoff {text}", today, isKnown) is RaiseHandoff { Title.Length: > 0 } raise)
            return raise;
        var whole = RaiseReader.Whole(text, today);
        return whole.Fields.Any(field => field.Name is "name" or "email" or "phone")
            ? whole
            : new DraftHandoff(null, text, null);
    }

    [GeneratedRegex(@"^(?:to |for )?(?:the )?(?<team>sales|marketing)(?: team)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyTeam();
}
