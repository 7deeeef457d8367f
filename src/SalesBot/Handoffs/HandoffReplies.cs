namespace SalesBot.Handoffs;

/// <summary>What the desk says in sentences.</summary>
static class HandoffReplies
{
    public static DeskResult.Missing Missing(string name) =>
        new(
            Handoff.NumberIn(name) is { } number
                ? $"I can't find {Handoff.NameOf(number)}. It doesn't exist, or you don't have access to it."
            : name.Trim().Length == 0 ? HandoffWording.AskWhich
            : $"'{Requests.FieldFaults.Shown(name)}' is not a handoff number such as HO-1001."
        );

    /// <summary>
    /// Tells somebody who was slower, or wants what cannot be, how things stand: who did what last, and what follows.
    /// </summary>
    public static string Conflict(
        Handoff handoff,
        IReadOnlyDictionary<string, string> names,
        string follows,
        DateTimeOffset now
    )
    {
        var last = handoff.Events.First(e => e.Facts.Version == handoff.Version);
        return $"{HandoffWording.Did(last.Move, names.GetValueOrDefault(last.Actor, last.Actor)).Replace(" this", $" {handoff.Name}", StringComparison.Ordinal)} {Ago(now - last.At)}. {follows}";
    }

    /// <summary>How long ago, as one says it.</summary>
    public static string Ago(TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 60 } => "just now",
            { TotalMinutes: < 2 } => "a minute ago",
            { TotalHours: < 1 } => $"{(int)time.TotalMinutes} minutes ago",
            { TotalHours: < 2 } => "an hour ago",
            { TotalDays: < 1 } => $"{(int)time.TotalHours} hours ago",
            { TotalDays: < 2 } => "a day ago",
            _ => $"{(int)time.TotalDays} days ago",
        };
}
