
namespace SalesBot.Intents;

/// <summary>Reads commands that begin with a slash: the name says what the words behind it are meant for.</summary>
static class SlashReader
{
    /// <summary>What is wanted, or none for a question.</summary>
    /// <param name="name">Without the slash.</param>
    /// <param name="text">What stands behind it, cleaned.</param>
    /// <param name="today">Where the sender is.</param>
    /// <param name="isKnown">Whether somebody is called so.</param>
    public static Intent? Read(string name, string text, DateOnly today, Func<string, bool> isKnown) => name switch
    {
        "handoff" => Handoff(text, today, isKnown),
        "handoffs" => text.Length == 0 ? new ListHandoffs(HandoffsWanted.Mine)
            : CommandReader.Read(text, today, isKnown) is ListHandoffs or ShowHandoff or MoveHandoff ? CommandReader.Read(text, today, isKnown)
            : CommandReader.Read($"{text} handoffs", today, isKnown) is ListHandoffs list ? list : new ListHandoffs(HandoffsWanted.Search, Words: text),
        "ask" => text.Length == 0 ? new AskHelp() : null,
        _ => text.Length == 0 ? new AskHelp() : CommandReader.Read(text, today, isKnown),
    };

    static Intent Handoff(string text, DateOnly today, Func<string, bool> isKnown)
    {
        if (text.Length == 0)
            return new DraftHandoff(null, "", null);
        return CommandReader.Read(text, today, isKnown) is MoveHandoff or ShowHandoff or TooManyAtOnce or PassOn or RaiseHandoff { Title.Length: > 0 }
            && CommandReader.Read(text, today, isKnown) is { } said ? said
            : CommandReader.Read($"handoff {text}", today, isKnown) is RaiseHandoff { Title.Length: > 0 } raise ? raise
            : RaiseReader.Whole(text, today);
    }
}
