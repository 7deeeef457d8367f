using System.CommandLine;
using SalesBot.Platforms.Slack;

namespace SalesBot.Commands;

/// <summary><c>slack manifest</c>: what makes the app in Slack.</summary>
static class SlackVerb
{
    public static Command Create()
    {
        var url =
            new Option<string?>("--url") { Description = "the bot's public address, such as https://bot.example.com; without it the app uses Socket Mode" };
        var manifest = new Command("manifest", "prints the manifest with which the app is made in Slack") { url };
        manifest.SetAction(parsed =>
        {
            System.Console.Out.WriteLine(SlackManifest.Write(Address(parsed.GetValue(url))));
            return ExitCode.Done;
        });
        return new Command("slack", "what Slack needs to know of the bot") { manifest };
    }

    static Uri? Address(string? url) =>
        url is null ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" } ? address
        : throw new UsageFault($"'{url}' is not a public address such as https://bot.example.com; Slack calls https only.");
}
