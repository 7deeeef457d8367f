using System.CommandLine;
using SalesBot.Platforms.Slack;

namespace SalesBot.Commands;

/// <summary><c>slack manifest</c>: what makes the app in Slack.</summary>
static class SlackVerb
{
    public static Command Create()
    {
        var url = new Option<string?>("--url")
        {
            Description = "The bot's public address, such as https://bot.example.com (default: use Socket Mode)",
        };
        var manifest = new Command("manifest", "Prints the manifest for creating the app in Slack") { url };
        manifest.SetAction(parsed =>
        {
            System.Console.Out.WriteLine(SlackManifest.Write(Address(parsed.GetValue(url))));
            return ExitCode.Done;
        });
        return new Command("slack", "What Slack needs to know about the bot") { manifest };
    }

    static Uri? Address(string? url) =>
        url is null ? null
        : Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" }
            ? address
        : throw new UsageFault(
            $"'{url}' is not a public address such as https://bot.example.com. Slack only calls https addresses."
        );
}
