using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace SalesBot.Storage;

/// <summary>
/// The one writer: work from all callers is gathered and committed together, each piece within a savepoint of its own,
/// and callers are answered after the commit. A database file takes one writer at a time anyway; a commit costs a wait
/// for the disk, so sharing it is where the speed comes from.
/// </summary>
sealed class Writer(Database database) : IAsyncDisposable
{
    const int MostAtOnce = 256;

    /// <summary>Whoever comes when so many wait, waits to be let in.</summary>
    const int MostWaiting = 4096;

    /// <summary>
    /// How long a caller waits while another program holds the database; and whoever has somebody waiting at the other
    /// end.
    /// </summary>
    public static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(10),
        ShortPatience = TimeSpan.FromSeconds(1);

    /// <summary>A write of this many bytes cannot fit into pages that a full disk has left over.</summary>
    const int ProbeBytes = 64 * 1024;

    /// <summary>
    /// How long one attempt waits for another program, in seconds; then everybody's patience is looked at.
    /// </summary>
    const int SecondsPerAttempt = 1;

    readonly Channel<Work> queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );
    readonly Lock starting = new();
    Task? loop;

    sealed record Work(Action<Session> Do, TaskCompletionSource Done, long Since, TimeSpan Patience)
    {
        public Exception? Fault { get; set; }
    }

    /// <summary>Why the last commit was not kept, in a sentence; none if it was.</summary>
    public string? Problem { get; private set; }

    /// <summary>Writes something of size and takes it out again, to see whether writing works again.</summary>
    /// <exception cref="StorageFault">It does not.</exception>
    public Task ProbeAsync() =>
        WriteAsync(
            session =>
            {
                session.Execute(
                    "insert into write_probe (content) values (zeroblob(@size))",
                    new { size = ProbeBytes }
                );
                session.Execute("delete from write_probe");
            },
            ShortPatience
        );

    /// <summary>Reads and writes in a transaction; when the task ends, what was written is on the disk.</summary>
    /// <returns>What the statements return.</returns>
    /// <exception cref="StorageFault">Nothing was kept.</exception>
    public async Task<T> WriteAsync<T>(Func<Session, T> statements, TimeSpan? patience = null)
    {
        T? result = default;
        await WriteAsync(
            session =>
            {
                result = statements(session);
            },
            patience
        );
        return result is not null ? result : throw new InvalidOperationException("The statements returned nothing.");
    }

    /// <summary>Runs the statements in a transaction; when the task ends they are on the disk.</summary>
    /// <param name="statements">What is read and written. It may run again if the database was locked before.</param>
    /// <param name="patience">How long to wait for another program that holds the database; <see cref="UsualPatience"/>
    /// by default.</param>
    /// <exception cref="StorageFault">Nothing was kept.</exception>
    public async Task WriteAsync(Action<Session> statements, TimeSpan? patience = null)
    {
        lock (starting)
            loop ??= Task.Run(Run);
        var work = new Work(
            statements,
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
            TimeProvider.System.GetTimestamp(),
            patience ?? UsualPatience
        );
        try
        {
            await queue.Writer.WriteAsync(work);
        }
        catch (ChannelClosedException)
        {
            throw new StorageFault("SalesBot is shutting down, so nothing was saved. Try again in a moment.");
        }
        await work.Done.Task;
    }

    async Task Run()
    {
        var batch = new List<Work>();
        while (batch.Count > 0 || await queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MostAtOnce && queue.Reader.TryRead(out var work))
                batch.Add(work);
            try
            {
                Commit(batch);
                Problem = null;
                foreach (var work in batch)
                    Answer(work);
                batch.Clear();
            }
            catch (SqliteException locked) when (locked.SqliteErrorCode is 5 or 6)
            {
                Problem = $"Nothing was saved: {Database.Reason(locked)}.";
                foreach (var work in batch.Where(IsOutOfPatience))
                    work.Done.TrySetException(new StorageFault(Problem, locked));
                // The others are tried again together with what has come meanwhile.
                batch.RemoveAll(work => work.Done.Task.IsCompleted);
            }
            catch (Exception fault)
            {
                // The loop must outlive any fault: everyone waiting is told that nothing was kept.
                var told =
                    fault as StorageFault
                    ?? new StorageFault(
                        $"Nothing was saved: {(fault is SqliteException full ? Database.Reason(full) : fault.Message.TrimEnd('.'))}.",
                        fault
                    );
                Problem = told.Message;
                foreach (var work in batch)
                    work.Done.TrySetException(told);
                batch.Clear();
            }
        }
    }

    static bool IsOutOfPatience(Work work) => TimeProvider.System.GetElapsedTime(work.Since) >= work.Patience;

    static void Answer(Work work)
    {
        if (work.Fault is { } fault)
            work.Done.TrySetException(
                fault is SqliteException sqlite
                    ? new StorageFault($"Nothing was saved: {Database.Reason(sqlite)}.", sqlite)
                    : fault
            );
        else
            work.Done.TrySetResult();
    }

    void Commit(List<Work> batch)
    {
        using var connection = database.Open();
        connection.DefaultTimeout = SecondsPerAttempt;
        // What is erased or replaced is overwritten in the file.
        new Session(connection).Query<long>("pragma secure_delete = on");
        using var transaction = connection.BeginTransaction();
        var session = new Session(connection, transaction);
        foreach (var work in batch)
        {
            transaction.Save("piece");
            try
            {
                work.Do(session);
            }
            catch (Exception fault)
                when (fault is not SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 11 or 13 })
            {
                work.Fault = fault;
                transaction.Rollback("piece");
            }
            transaction.Release("piece");
        }
        var count = CommitMark.Count(session);
        transaction.Commit();
        database.Mark.Made(count);
        session.Committed();
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop is { } running)
            await running;
    }
}
