using Dapper;
using Microsoft.Extensions.Options;
using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Storage;

public sealed class DatabaseTests : IDisposable
{
    readonly TempFolder folder = new();

    readonly List<Database> opened = [];

    Database Open()
    {
        opened.Add(new Database(Options.Create(new StorageOptions { DataFolder = folder.Path }), TimeProvider.System));
        return opened[^1];
    }

    public void Dispose()
    {
        opened.ForEach(database => database.Close());
        folder.Dispose();
    }

    [Fact]
    public void An_older_program_refuses_newer_data()
    {
        var database = Open();
        using (var connection = database.Open())
            connection.Execute("insert into migrations (number, name, applied_at) values (9999, 'later', 0)");
        Should.Throw<StorageFault>(() => Open().Open()).Message.ShouldContain("written by a newer SalesBot");
    }

    [Fact]
    public void A_damaged_file_is_refused_with_a_sentence()
    {
        File.WriteAllText(folder.File("salesbot.db"), new string('x', 8192));
        Should.Throw<StorageFault>(() => Open().Open()).Message.ShouldContain("is damaged");
    }

    [Fact]
    public void A_file_whose_last_page_was_cut_off_is_damaged()
    {
        var database = Open();
        database.Check();
        using (
            var file = File.Open(
                folder.File("salesbot.db"),
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.ReadWrite | FileShare.Delete
            )
        )
            file.SetLength(file.Length - 600);
        Should.Throw<StorageFault>(() => database.Check()).Message.ShouldContain("is damaged");
    }

    [Fact]
    public void A_second_host_on_the_same_data_is_refused()
    {
        using var first = HostLock.Take(folder.Path);
        Should.Throw<StorageFault>(() => HostLock.Take(folder.Path)).Message.ShouldContain("already running");
    }

    [Fact]
    public async Task Work_that_fails_takes_nothing_else_with_it()
    {
        var database = Open();
        await using var writer = new Writer(database);
        var all = Enumerable
            .Range(0, 50)
            .Select(i =>
                writer.WriteAsync(session =>
                {
                    session.Execute(
                        "insert into migrations (number, name, applied_at) values (@i, 'test', 0)",
                        new { i = -i }
                    );
                    if (i % 7 == 3)
                        throw new InvalidOperationException($"work {i}");
                })
            )
            .ToList();
        await Should.ThrowAsync<InvalidOperationException>(() => Task.WhenAll(all));
        using var read = database.Open();
        read.QuerySingle<long>("select count(*) from migrations where name = 'test'")
            .ShouldBe(all.Count(task => task.IsCompletedSuccessfully));
        all.Count(task => task.IsFaulted).ShouldBe(7);
    }

    [Fact]
    public async Task The_count_of_commits_is_whole_at_any_moment()
    {
        var database = Open();
        await using var writer = new Writer(database);
        await writer.ProbeAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await writer.ProbeAsync();
        });
        var seen = new HashSet<string>();
        // A busy machine may not let the writer begin for a while.
        for (var reads = 0; (reads < 20_000 || seen.Count < 2) && !writing.IsCompleted; reads++)
            seen.Add(File.ReadAllText(database.FilePath + ".mark"));
        await stop.CancelAsync();
        await writing;
        seen.Count.ShouldBeGreaterThan(1);
        seen.Where(text => !long.TryParse(text, out _)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_stop_nothing_is_promised()
    {
        var writer = new Writer(Open());
        await writer.WriteAsync(_ => { });
        await writer.DisposeAsync();
        (await Should.ThrowAsync<StorageFault>(() => writer.WriteAsync(_ => { }))).Message.ShouldContain(
            "shutting down"
        );
    }
}
