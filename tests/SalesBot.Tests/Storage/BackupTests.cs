using SalesBot.Storage;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Storage;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_made_while_others_write_is_whole_and_comes_back_elsewhere()
    {
        using var elsewhere = new TempFolder();
        var file = elsewhere.File("copy.backup");
        await using var desk = new TestDesk();
        await desk.RaiseAsync();
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await desk.RaiseAsync();
        });
        desk.Get<Backup>().Make(file).ShouldBeGreaterThan(3);
        await stop.CancelAsync();
        await writing;
        await using var restored = new TestDesk(elsewhere.File("data"));
        restored.Get<Backup>().Restore(file, SalesBot.Handoffs.NumberStore.CarryOver).ShouldBeNull();
        var findings = restored.Verify();
        findings.Faults.ShouldBeEmpty();
        findings.Handoffs.ShouldBeInRange(1, desk.Verify().Handoffs);
        (await restored.RaiseAsync()).Number.ShouldBe(1000 + findings.Handoffs + 1);
    }

    [Fact]
    public async Task What_a_restore_replaces_is_kept_aside()
    {
        using var elsewhere = new TempFolder();
        await using var desk = new TestDesk();
        await desk.RaiseAsync();
        desk.Get<Backup>().Make(elsewhere.File("b"));
        await desk.RaiseAsync();
        var aside = desk.Get<Backup>()
            .Restore(elsewhere.File("b"), SalesBot.Handoffs.NumberStore.CarryOver)
            .ShouldNotBeNull();
        desk.Verify().Handoffs.ShouldBe(1);
        File.Exists(aside).ShouldBeTrue();
    }

    [Fact]
    public async Task A_damaged_or_foreign_file_is_refused_and_the_database_stays()
    {
        using var elsewhere = new TempFolder();
        await using var desk = new TestDesk();
        await desk.RaiseAsync(TestDesk.Some() with { Details = new string('z', 9000) });
        var backup = desk.Get<Backup>();
        backup.Make(elsewhere.File("b"));
        var bytes = File.ReadAllBytes(elsewhere.File("b"));
        var at = bytes.AsSpan().IndexOf("zzzzzzzz"u8);
        bytes[at + 100] = (byte)'y';
        File.WriteAllBytes(elsewhere.File("flipped"), bytes);
        File.WriteAllBytes(elsewhere.File("cut"), bytes[..(bytes.Length / 2)]);
        File.WriteAllText(elsewhere.File("text"), "no database at all");
        foreach (var name in new[] { "flipped", "cut", "text", "missing" })
            Should.Throw<StorageFault>(
                () => backup.Restore(elsewhere.File(name), SalesBot.Handoffs.NumberStore.CarryOver),
                name
            );
        desk.Verify().Handoffs.ShouldBe(1);
        Should.Throw<StorageFault>(() => backup.Make(elsewhere.File("b"))).Message.ShouldContain("already exists");
        Should.Throw<StorageFault>(() => backup.Make(elsewhere.File("no/such/folder/b")));
    }

    [Fact]
    public async Task A_number_that_was_given_is_not_given_again_after_a_restore()
    {
        using var elsewhere = new TempFolder();
        await using var desk = new TestDesk();
        await desk.RaiseAsync();
        desk.Get<Backup>().Make(elsewhere.File("b"));
        await desk.RaiseAsync();
        await desk.RaiseAsync();
        desk.Get<Backup>().Restore(elsewhere.File("b"), SalesBot.Handoffs.NumberStore.CarryOver);
        (await desk.RaiseAsync()).Name.ShouldBe("HO-1004");
        desk.Verify().Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("cut")]
    public async Task A_lost_or_cut_log_of_a_killed_program_shows(string damage)
    {
        using var killed = new TempFolder();
        using var copy = new TempFolder();
        var desk = new TestDesk(killed.Path);
        await desk.RaiseAsync();
        foreach (var part in new[] { "", "-wal", ".mark", ".made" })
            File.Copy(killed.File("salesbot.db" + part), copy.File("salesbot.db" + part));
        await desk.DisposeAsync();
        using (var log = File.OpenWrite(copy.File("salesbot.db-wal")))
            log.SetLength(damage == "lost" ? 0 : log.Length - 5000);
        await using var again = new TestDesk(copy.Path);
        (await Should.ThrowAsync<StorageFault>(() => again.RaiseAsync())).Message.ShouldMatch(
            "is missing its last [12] commits|is damaged|is gone or empty"
        );
        var before = File.ReadAllBytes(copy.File("salesbot.db"));
        await Should.ThrowAsync<StorageFault>(() => again.RaiseAsync());
        File.ReadAllBytes(copy.File("salesbot.db")).ShouldBe(before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_lost_or_emptied_database_is_not_silently_begun_anew(int length)
    {
        using var folder = new TempFolder();
        await using (var desk = new TestDesk(folder.Path))
            await desk.RaiseAsync();
        foreach (
            var file in Directory
                .GetFiles(folder.Path, "salesbot.db*")
                .Where(file => !file.EndsWith(".made", StringComparison.Ordinal))
        )
            File.Delete(file);
        if (length == 0)
            File.WriteAllBytes(folder.File("salesbot.db"), []);
        await using var again = new TestDesk(folder.Path);
        (await Should.ThrowAsync<StorageFault>(() => again.RaiseAsync())).Message.ShouldContain("is gone or empty");
    }
}
