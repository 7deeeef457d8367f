using System.CommandLine;
using Microsoft.Extensions.Options;
using SalesBot.Platforms.Teams;

namespace SalesBot.Commands;

/// <summary><c>teams manifest</c> and <c>teams package</c>: what makes the app in Teams.</summary>
static class TeamsVerb
{
    static readonly Option<string?> AppId = new("--app-id") { Description = "the bot's app id; without it the one that is configured (Teams:AppId)" };

    static readonly Option<string> Website = new("--website")
    {
        Description = "an https address of your company's, for whoever wants to know whose app it is", DefaultValueFactory = _ => "https://bot.example.com",
    };

    static readonly Option<string> Version = new("--manifest-version")
    {
        Description = $"{string.Join(", ", TeamsManifest.Versions)}; from 1.29 on with /ask, /handoff and /salesbot, where the tenant knows it",
        DefaultValueFactory = _ => TeamsManifest.Usual,
    };

    static readonly Option<string> Out = new("--out") { Description = "the file to write", DefaultValueFactory = _ => "salesbot-teams.zip", HelpName = "FILE" };

    public static Command Create()
    {
        var manifest = new Command("manifest", "prints the manifest of the app") { AppId, Website, Version };
        manifest.SetAction(async (parsed, _) =>
        {
            System.Console.Out.WriteLine(await ManifestAsync(parsed));
            return ExitCode.Done;
        });
        var package = new Command("package", "writes the app package, which is uploaded to Teams") { AppId, Website, Version, Out };
        package.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetValue(Out) ?? "salesbot-teams.zip";
            try
            {
                await File.WriteAllBytesAsync(file, TeamsManifest.Package(await ManifestAsync(parsed)), cancellationToken);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new UsageFault($"{file} cannot be written: {fault.Message}");
            }
            Screen.Line($"{Path.GetFullPath(file)} is written. Upload it in Teams under Apps, 'Manage your apps', 'Upload an app', "
                + "or in the Teams admin center.");
            return ExitCode.Done;
        });
        return new Command("teams", "what Teams needs to know of the bot") { manifest, package };
    }

    static async Task<string> ManifestAsync(ParseResult parsed)
    {
        var version = parsed.GetValue(Version) ?? TeamsManifest.Usual;
        if (!TeamsManifest.Versions.Contains(version))
            throw new UsageFault($"'{version}' is no version of the manifest that can be written; there are {string.Join(", ", TeamsManifest.Versions)}.");
        return TeamsManifest.Write(await AppAsync(parsed), Address(parsed.GetValue(Website) ?? ""), version);
    }

    static async Task<string> AppAsync(ParseResult parsed)
    {
        var given = parsed.GetValue(AppId);
        if (given is null)
        {
            await using var tools = Toolbox.Open(parsed);
            given = tools.Get<IOptions<TeamsOptions>>().Value.AppId;
        }
        return Guid.TryParseExact(given, "D", out var id) ? id.ToString()
            : throw new UsageFault(given.Length == 0 ? "Say the bot's app id with --app-id, or configure Teams:AppId."
                : $"'{given}' is not an app id such as 00000000-0000-0000-0000-000000000000.");
    }

    static Uri Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "" } ? address
            : throw new UsageFault($"'{url}' is not an address such as https://www.example.com.");
}
