using System.IO.Compression;
using SalesBot.Platforms.Teams;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>Microsoft's own programs and published shapes.</summary>
public class TeamsPeersTests
{
    static string Deployed(string file) => Path.Combine(Repository.Root, "deploy", "teams", file);

    [Fact]
    public async Task The_manifest_is_what_the_program_writes_and_what_Microsoft_knows()
    {
        var written = TeamsManifest.Write("00000000-0000-0000-0000-000000000000", new Uri("https://bot.example.com"));
        File.ReadAllText(Deployed("manifest.json"))
            .ReplaceLineEndings("\n")
            .Trim()
            .ShouldBe(written.ReplaceLineEndings("\n"));
        using var zip = new ZipArchive(new MemoryStream(TeamsManifest.Package(written)));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["manifest.json", "color.png", "outline.png"]);
        TeamsManifest.Package(written).ShouldBe(TeamsManifest.Package(written), "the same bytes each time");

        await KnownToMicrosoftAsync(Deployed("manifest.json"));
    }

    [Fact]
    public async Task The_manifest_is_known_to_Microsoft_in_every_version_that_can_be_written()
    {
        using var folder = new TempFolder();
        foreach (var version in TeamsManifest.Versions)
        {
            var written = TeamsManifest.Write(
                "00000000-0000-0000-0000-000000000000",
                new Uri("https://bot.example.com"),
                version
            );
            written.Contains("\"slash\"", StringComparison.Ordinal).ShouldBe(version != TeamsManifest.Usual);
            await KnownToMicrosoftAsync(folder.Write($"{version}.json", written));
        }
    }

    static async Task KnownToMicrosoftAsync(string manifest)
    {
        Needs.Peer("@microsoft/app-manifest/package.json");
        using var node = Peers.Start("teams/manifest.mjs", manifest, Deployed("color.png"), Deployed("outline.png"));
        var said =
            await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
            + await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, said);
    }

    [Fact]
    public async Task What_Microsofts_renderer_does_not_know_is_found()
    {
        Needs.Peer("adaptivecards/package.json");
        (
            await Peers.RunAsync(
                "teams/cards.mjs",
                [
                    """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"x"}]}]}""",
                ]
            )
        ).Status.ShouldBe(0);
        foreach (
            var wrong in new[]
            {
                """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Nope"}]}""",
                """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","label":"x"}]}""",
                """{"type":"AdaptiveCard","version":"1.5","body":[],"refresh":{"action":{"verb":"x"},"userIds":[]}}""",
            }
        )
            (await Peers.RunAsync("teams/cards.mjs", [wrong])).Status.ShouldBe(1, wrong);
    }

    /// <summary>So that a test against the stand-in says something about Teams.</summary>
    [Fact]
    public async Task Microsofts_connector_library_understands_the_stand_in()
    {
        Needs.Peer("botframework-connector/package.json");
        await using var teams = await TeamsStandIn.StartAsync();
        using var node = Peers.Start(
            "teams/connector.mjs",
            teams.Url,
            TeamsStandIn.AppId,
            teams.Token(),
            teams.Token(claims => claims["aud"] = "another"),
            teams.Token(key: TeamsStandIn.NewKey("k-none")),
            teams.Token(claims => claims["exp"] = 5),
            TeamsUser.Rep.Account
        );
        var said =
            await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
            + await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        said.Trim().ShouldBe("all understood");
        teams.Violations.ShouldBeEmpty();
    }
}
