using System.Diagnostics;
using System.Text;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

/// <summary>A folder as it stands on disks: what cannot be read is told and costs nothing else.</summary>
public sealed class KnowledgeFolderTests : IDisposable
{
    readonly BuiltKnowledge knowledge = new();

    public KnowledgeFolderTests() => knowledge.Write("rebate.md", "# Rebate\n\nThe rebate is three percent.");

    public void Dispose() => knowledge.Dispose();

    async Task<IReadOnlyList<string>> NoticesAsync()
    {
        await knowledge.RefreshedAsync();
        knowledge.Search("rebate")[0].Passage.Text.ShouldBe("The rebate is three percent.");
        return knowledge.Index.Notices;
    }

    [Fact]
    public async Task What_is_no_document_is_told_by_name_and_count()
    {
        foreach (var name in new[] { "a.pdf", "b.pdf", "c.pdf", "d.pdf", "prices.xlsx", "LICENSE" })
            knowledge.Write(name, "…");
        var notice = (await NoticesAsync()).ShouldHaveSingleItem();
        notice.ShouldContain("4 files are left out, because .pdf files are not read: a.pdf, b.pdf, c.pdf …");
        notice.ShouldContain("1 file is left out, because .xlsx files are not read: prices.xlsx.");
        notice.ShouldContain("LICENSE");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_opened_costs_only_itself()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess,
            "Needs a user to whom a folder can be closed: root may open every one."
        );
        if (OperatingSystem.IsWindows())
            return;
        var closed = Directory.CreateDirectory(Path.Combine(knowledge.Folder, "lost+found"), UnixFileMode.None);
        try
        {
            (await NoticesAsync()).ShouldHaveSingleItem().ShouldContain("lost+found/");
        }
        finally
        {
            closed.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    [Fact]
    public async Task A_config_map_of_kubernetes_is_read_through_its_links_once()
    {
        knowledge.Write("..2024_01/gifts.md", "# Gifts\n\nGifts up to 35 euros may be kept.");
        Directory.CreateSymbolicLink(Path.Combine(knowledge.Folder, "..data"), "..2024_01");
        File.CreateSymbolicLink(Path.Combine(knowledge.Folder, "gifts.md"), "..data/gifts.md");
        (await NoticesAsync()).ShouldBeEmpty();
        knowledge
            .Search("gifts")
            .Count(hit => hit.Passage.Text.StartsWith("Gifts up to", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public async Task Links_that_lead_out_or_nowhere_are_told()
    {
        using var elsewhere = new TempFolder();
        File.WriteAllText(Path.Combine(elsewhere.Path, "secret.md"), "# Secret\n\nThe safe's number is 4711.");
        File.CreateSymbolicLink(Path.Combine(knowledge.Folder, "out.md"), Path.Combine(elsewhere.Path, "secret.md"));
        File.CreateSymbolicLink(Path.Combine(knowledge.Folder, "gone.md"), "nowhere.md");
        File.CreateSymbolicLink(Path.Combine(knowledge.Folder, "loop.md"), "loop.md");
        Directory.CreateSymbolicLink(Path.Combine(knowledge.Folder, "more"), elsewhere.Path);
        var notice = (await NoticesAsync()).ShouldHaveSingleItem();
        foreach (var name in new[] { "out.md", "gone.md", "loop.md", "more" })
            notice.ShouldContain(name);
        knowledge.Search("the safe's number").ShouldAllBe(hit => !hit.Passage.Text.Contains("4711"));
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a named pipe.");
        using (var made = Process.Start("mkfifo", Path.Combine(knowledge.Folder, "pipe.md")))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await NoticesAsync()).ShouldHaveSingleItem().ShouldContain("pipe.md");
    }

    [Fact]
    public async Task An_edit_of_equal_length_and_time_is_seen_when_somebody_asks_for_it()
    {
        await knowledge.RefreshedAsync();
        var path = Path.Combine(knowledge.Folder, "rebate.md");
        var written = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "# Rebate\n\nThe rebate is seven percent.");
        File.SetLastWriteTimeUtc(path, written);
        new FileInfo(path).Length.ShouldBe(Encoding.UTF8.GetByteCount("# Rebate\n\nThe rebate is three percent."));
        await knowledge.Index.RefreshAsync(onDemand: true, cancellationToken: TestContext.Current.CancellationToken);
        knowledge.Search("rebate")[0].Passage.Text.ShouldBe("The rebate is seven percent.");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Text_in_two_bytes_a_letter_is_read_without_its_mark_too(string encoding)
    {
        File.WriteAllBytes(
            Path.Combine(knowledge.Folder, "fees.md"),
            Encoding.GetEncoding(encoding).GetBytes("# Fees\n\nThe fee is nine euros.")
        );
        (await NoticesAsync()).ShouldBeEmpty();
        knowledge.Search("fee")[0].Passage.Text.ShouldBe("The fee is nine euros.");
    }
}
