using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

/// <summary>
/// A process that is killed leaves what it had written, in order: the log of the database cut off after some write.
/// Here it is cut at more than two hundred places, within frames and between them, and each time the data is opened as
/// the next start would.
/// </summary>
public sealed class KilledWritesTests
{
    [Fact]
    public async Task After_a_kill_at_any_write_every_command_is_there_wholly_or_not_at_all()
    {
        using var folder = new TempFolder();
        var acknowledged = new List<(long LogLength, int Handoffs, int Events)>();
        await using var desk = new TestDesk(folder.Path);
        var log = folder.File("salesbot.db-wal");
        acknowledged.Add((new FileInfo(log).Exists ? new FileInfo(log).Length : 0, 0, 0));
        for (var i = 0; i < 12; i++)
        {
            var handoff = await desk.RaiseAsync(
                TestDesk.Some() with
                {
                    Details = new string('x', i * 700),
                },
                key: $"k{i}"
            );
            Note();
            await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
            Note();
            if (i % 3 == 2)
            {
                await desk.MoveAsync(
                    handoff,
                    Move.Merge,
                    TestDesk.Manager,
                    new MoveRequest { Into = $"HO-{handoff.Number - 1}" }
                );
                Note();
            }
        }
        var (database, whole) = (Bytes(folder.File("salesbot.db")), Bytes(log));
        acknowledged
            .Select(entry => entry.LogLength)
            .ShouldBeInOrder(SortDirection.Ascending, "the log was begun anew in between; make fewer writes");

        var cuts = Enumerable
            .Range(0, 220)
            .Select(i => acknowledged[0].LogLength + ((whole.Length - acknowledged[0].LogLength) * i / 219))
            .ToList();
        foreach (var cut in cuts)
            Judge(database, whole.AsSpan(0, (int)cut), acknowledged, cut);

        void Note()
        {
            var findings = desk.Verify();
            acknowledged.Add((new FileInfo(log).Length, (int)findings.Handoffs, (int)findings.Events));
        }
    }

    static void Judge(
        byte[] database,
        ReadOnlySpan<byte> log,
        List<(long LogLength, int Handoffs, int Events)> acknowledged,
        long cut
    )
    {
        using var copy = new TempFolder();
        File.WriteAllBytes(copy.File("salesbot.db"), database);
        File.WriteAllBytes(copy.File("salesbot.db-wal"), log);
        var desk = new TestDesk(copy.Path);
        var findings = desk.Verify();
        findings.Faults.ShouldBeEmpty();
        var promised = acknowledged.Last(entry => entry.LogLength <= cut);
        acknowledged
            .Where(entry => entry.LogLength >= promised.LogLength)
            .Select(entry => (entry.Handoffs, entry.Events))
            .Take(2)
            .ShouldContain(
                ((int)findings.Handoffs, (int)findings.Events),
                $"cut at {cut}: less than was acknowledged, or half of a command"
            );
        desk.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
