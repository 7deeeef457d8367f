using System.CommandLine;
using Microsoft.Extensions.Options;
using SalesBot.Platforms.Teams;

namespace SalesBot.Commands;

/// <summary><c>teams manifest</c> and <c>teams package</c>: what makes the app in Teams.</summary>
static class TeamsVerb
{
    static readonly Option<string?> AppId = new("--app-id")
    {
        Description = "The bot's app id (default: the configured Teams:AppId)",
    };

    static readonly Option<string> Website = new("--website")
    {
        Description = "Your company's https address, shown as the app's website",
        DefaultValueFactory = _ => "https://bot.example.com",
    };

    static readonly Option<string> Version = new("--manifest-version")
    {
        Description =
            $"{string.Join(", ", TeamsManifest.Versions)}; 1.29 and later add /ask, /handoff and /salesbot if your tenant supports them",
        DefaultValueFactory = _ => TeamsManifest.Usual,
    };

    static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write",
        DefaultValueFactory = _ => "salesbot-teams.zip",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var manifest = new Command("manifest", "Prints the app's manifest") { AppId, Website, Version };
        manifest.SetAction(
            async (parsed, _) =>
            {
                System.Console.Out.WriteLine(await ManifestAsync(parsed));
                return ExitCode.Done;
            }
        );
        var package = new Command("package", "Writes the app package to upload to Teams")
        {
            AppId,
            Website,
            Version,
            Out,
        };
        package.SetAction(
            async (parsed, cancellationToken) =>
            {
                var file = parsed.GetValue(Out) ?? "salesbot-teams.zip";
                try
                {
                    await File.WriteAllBytesAsync(
                        file,
                        TeamsManifest.Package(await ManifestAsync(parsed)),
                        cancellationToken
                    );
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
                {
                    throw new UsageFault($"{file} cannot be written: {fault.Message}");
                }
                Screen.Line(
                    $"Wrote {Path.GetFullPath(file)}. Upload it in Teams under Apps, 'Manage your apps', 'Upload an app', "
                        + "or in the Teams admin center."
                );
                return ExitCode.Done;
            }
        );
        return new Command("teams", "What Teams needs to know about the bot") { manifest, package };
    }

    static async Task<string> ManifestAsync(ParseResult parsed)
    {
        var version = parsed.GetValue(Version) ?? TeamsManifest.Usual;
        if (!TeamsManifest.Versions.Contains(version))
            throw new UsageFault(
                $"Manifest version '{version}' is not supported. Choose one of {string.Join(", ", TeamsManifest.Versions)}."
            );
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
        return Guid.TryParseExact(given, "D", out var id)
            ? id.ToString()
            : throw new UsageFault(
                given.Length == 0
                    ? "Give the bot's app id with --app-id, or configure Teams:AppId."
                    : $"'{given}' is not an app id such as 00000000-0000-0000-0000-000000000000."
            );
    }

    static Uri Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "" }
            ? address
            : throw new UsageFault($"'{url}' is not an address such as https://www.example.com.");
}
