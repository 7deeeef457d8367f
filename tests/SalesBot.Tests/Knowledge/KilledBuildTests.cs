using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

public class KilledBuildTests
{
    [Fact]
    public async Task A_build_killed_at_any_moment_leaves_the_last_good_generation_or_a_new_one()
    {
        using var folder = new TempFolder();
        var knowledge = folder.File("knowledge");
        foreach (var document in Directory.GetFiles(Repository.Knowledge, "*.md"))
            folder.Write($"knowledge/{Path.GetFileName(document)}", File.ReadAllText(document));
        string[] options = ["--knowledge", knowledge, "--data", folder.File("data")];
        (await Support.Program.RunAsync(["index", .. options])).ExitCode.ShouldBe(0);
        for (var round = 0; round < 20; round++)
        {
            folder.Write("knowledge/changing.md", $"# Round {round}\n\nThis is round number {round} of twenty.");
            using (
                var build = Support.Program.Start(new Dictionary<string, string>(), ["index", "--rebuild", .. options])
            )
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 + round * 30), TimeProvider.System);
                build.Kill();
                await build.WaitForExitAsync();
            }
            var check = await Support.Program.RunAsync(["index", "check", .. options]);
            check.ExitCode.ShouldBe(0, $"round {round}: {check.Error}");
        }
        var asked = await Support.Program.RunAsync(["ask", "which round of twenty is this?", .. options]);
        asked.Output.ShouldContain("round number 19");
        Directory.GetDirectories(Path.Combine(folder.File("data"), "index"), "building-*").ShouldBeEmpty();
    }
}
