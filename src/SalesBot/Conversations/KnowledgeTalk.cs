using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Generations;
using SalesBot.Messaging;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>The knowledge and the bot's state in a chat, for those who look after them.</summary>
sealed partial class KnowledgeTalk(
    KnowledgeIndex index,
    GapStore gaps,
    Outbox outbox,
    DeadLetters dead,
    Inbox inbox,
    Readiness readiness,
    TimeProvider time,
    ILogger<KnowledgeTalk> log
)
{
    const int MostGaps = 10;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What was begun and goes on; ends when it is told.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    public Reply Reindex(Talk talk)
    {
        if (talk.Person.Role != Role.Admin)
            return talk.Refuse("to reindex", "Only an admin can rebuild the index.");
        return Reading(talk);
    }

    /// <summary>Has the documents read, and tells how far that is.</summary>
    public Reply Reading(Talk talk)
    {
        var (to, slot) = (talk.Message.Address, $"reindex:{talk.Message.Id}");
        talk.Afterwards = () => Running = Task.Run(() => ReindexAsync(to, slot));
        return Progress("Reading the documents …", 0, 0, slot);
    }

    async Task ReindexAsync(Address to, string slot)
    {
        var (told, started) = (time.GetTimestamp(), time.GetTimestamp());
        var sending = Task.CompletedTask;
        Reply end;
        try
        {
            await index.RefreshAsync(
                rebuild: false,
                new Steps(step =>
                {
                    if (time.GetElapsedTime(told) < Pause || !sending.IsCompleted)
                        return;
                    told = time.GetTimestamp();
                    var doing = step.Stage == BuildStage.Reading ? "Reading the documents …" : "Comparing meanings …";
                    sending = outbox.SendAsync(to, Progress(doing, step.Done, step.Total, slot));
                }),
                onDemand: true
            );
            using var lease = index.Lease();
            var manifest = lease.Generation.Manifest;
            end = Reply.Of(
                $"The index is up to date: {manifest.Documents.Count} documents, {manifest.Passages:N0} passages, in "
                    + $"{time.GetElapsedTime(started).TotalSeconds:0.0} s. {string.Join(' ', index.Notices.Prepend(index.Problem ?? "")).Trim()}".TrimEnd()
            ) with
            {
                Slot = slot,
            };
        }
        catch (ObjectDisposedException)
        {
            // The host has ended meanwhile; it reads them at its next start.
            return;
        }
        catch (Exception fault)
        {
            end = Reply.Of(
                $"I couldn't read the documents: {(fault is KnowledgeFault ? fault.Message : "the server log says why.")}"
            ) with
            {
                Slot = slot,
            };
            if (fault is not KnowledgeFault)
                NotRead(log, fault);
        }
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await outbox.SendAsync(to, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(51, LogLevel.Error, "Reindexing on demand failed")]
    static partial void NotRead(ILogger log, Exception fault);

    static Reply Progress(string label, int done, int total, string slot)
    {
        var text = total == 0 ? label : $"{label} {done} of {total}";
        return new Reply(text, [new ProgressBlock(label, done, total)], slot);
    }

    public async Task<Reply> StatusAsync()
    {
        var parts = await readiness.PartsAsync();
        var fields = parts.Select(part => new Field(part.Name, part.Reason ?? "Ready")).ToList();
        if (index.IsReady)
        {
            using var lease = index.Lease();
            fields.Add(
                new Field(
                    "Index",
                    $"{lease.Generation.Id}, {lease.Generation.Manifest.Documents.Count} documents, {lease.Generation.Manifest.Passages:N0} passages"
                )
            );
        }
        fields.Add(
            new Field(
                "Messages",
                $"{Math.Max(0, inbox.Waiting - 1):N0} to answer, {outbox.Waiting():N0} to send, {dead.Count():N0} undelivered"
            )
        );
        var head = parts.All(part => part.Ok)
            ? parts.Any(part => part.Reason is not null) || dead.Count() > 0
                ? "I'm running, but something needs attention."
                : "Everything works."
            : "Something isn't working.";
        return new Reply(
            $"{head}\n{string.Join("\n", fields.Select(field => $"{field.Label}: {field.Value}"))}",
            [new TextBlock(head, IsTitle: true), new FieldsBlock(null, fields)]
        );
    }

    public Reply Gaps(Talk talk)
    {
        if (!talk.Person.Leads)
            return talk.Refuse("to see gaps", "Only a manager or an admin can see questions without an answer.");
        var found = gaps.List(MostGaps);
        if (found.Count == 0)
            return Reply.Of("Every question so far has had an answer.");
        var rows = found.Select(gap => (IReadOnlyList<string>)[$"{gap.Asked}", gap.Question, gap.Missing]).ToList();
        return new Reply(
            $"Questions without an answer, most frequent first:\n{string.Join("\n", rows.Select(row => $"{row[0]} × {row[1]} ({row[2]})"))}",
            [
                new TextBlock("Questions without an answer, most frequent first:"),
                new TableBlock(["Times", "Question", "What is missing"], rows),
            ]
        );
    }

    sealed class Steps(Action<BuildProgress> told) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => told(value);
    }
}
