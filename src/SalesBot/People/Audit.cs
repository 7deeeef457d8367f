using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// Keeps what somebody tried and may not do, beside the changes that were made (table <c>people_changes</c>), and tells
/// the log.
/// </summary>
sealed partial class Audit(RosterStore roster, Writer writer, TimeProvider time, ILogger<Audit> log)
{
    const int MaxLength = 200;

    /// <summary>Notes a refusal. If it cannot be written, the log has it all the same.</summary>
    /// <param name="actor">Who tried.</param>
    /// <param name="what">The deed, in a few words without anybody's data.</param>
    public async Task RefusedAsync(Person actor, string what)
    {
        what = what.Length > MaxLength ? what[..MaxLength] : what;
        Refused(log, actor.Id, what);
        // A refusal waits for a busy disk no longer than an answer does.
        await Task.WhenAny(WriteAsync(actor, $"refused: {what}"), Task.Delay(LongestWait, TimeProvider.System));
    }

    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(150);

    async Task WriteAsync(Person actor, string what)
    {
        try
        {
            await writer.WriteAsync(session => roster.Note(session, time.GetUtcNow(), actor, actor.Id, what));
        }
        catch (StorageFault)
        {
            // The line in the log stands.
        }
    }

    [LoggerMessage(7, LogLevel.Warning, "Refused for lack of rights: {Actor}, {What}")]
    static partial void Refused(ILogger log, string actor, string what);
}
