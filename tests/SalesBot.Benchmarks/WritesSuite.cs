using Microsoft.Extensions.Options;
using SalesBot.Storage;

namespace SalesBot.Benchmarks;

/// <summary>
/// Durable writes a second from 32 callers: the writer with its shared commit, against a lock around a transaction for
/// each; in turn, five rounds.
/// </summary>
static class WritesSuite
{
    const int Callers = 32,
        Rounds = 5;
    static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("salesbot-bench-").FullName;
        var database = new Database(Options.Create(new StorageOptions { DataFolder = data }), TimeProvider.System);
        await using var writer = new Writer(database);
        using var one = new SemaphoreSlim(1);
        await writer.WriteAsync(session =>
            session.Execute("create table bench (id text primary key, words text not null)")
        );
        var (locked, grouped) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            locked.Add(await PerSecondAsync(() => LockedAsync(database, one)));
            grouped.Add(await PerSecondAsync(() => writer.WriteAsync(Insert)));
        }
        locked.Sort();
        grouped.Sort();
        System.Console.WriteLine($"a lock per transaction  {locked[Rounds / 2], 8:0} a second");
        System.Console.WriteLine(
            $"one writer, group commit {grouped[Rounds / 2], 7:0} a second   {grouped[Rounds / 2] / locked[Rounds / 2]:0.0} x"
        );
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        return 0;
    }

    static async Task LockedAsync(Database database, SemaphoreSlim one)
    {
        await one.WaitAsync();
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction();
            Insert(new Session(connection, transaction));
            transaction.Commit();
        }
        finally
        {
            one.Release();
        }
    }

    static void Insert(Session session) =>
        session.Execute(
            "insert into bench (id, words) values (@id, @words)",
            new { id = Guid.CreateVersion7().ToString(), words = new string('x', 400) }
        );

    static async Task<double> PerSecondAsync(Func<Task> write)
    {
        var (started, count) = (TimeProvider.System.GetTimestamp(), 0L);
        await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (TimeProvider.System.GetElapsedTime(started) < Round)
                        {
                            await write();
                            Interlocked.Increment(ref count);
                        }
                    })
                )
        );
        return count / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
    }
}
