using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// The app package for Teams (learn.microsoft.com, "App manifest reference"), made from what the program offers.
/// </summary>
static class TeamsManifest
{
    /// <summary>The version that every tenant knows.</summary>
    public const string Usual = "1.24";

    /// <summary>The versions that it can be written in; from 1.29 on it has commands behind a slash.</summary>
    public static readonly IReadOnlyList<string> Versions = [Usual, "1.29", "1.30"];

    static readonly (string Title, string Description)[] Commands =
    [
        ("Is cold calling a sales or marketing task?", "Whose task something is, from the company's documents"),
        ("What is the difference between sales and marketing?", "How the two differ and where they meet"),
        ("my handoffs", "See your open handoffs"),
        ("what is overdue?", "See which handoffs are overdue"),
        ("help", "What you can say"),
    ];

    static readonly (string Id, string Title, string Description, string[] Context)[] Actions =
    [
        (TeamsCommands.FlagToMarketing, "Flag to marketing", "Hand this message to marketing", ["message"]),
        (TeamsCommands.HandToSales, "Hand to sales", "Hand this message to sales", ["message"]),
        (TeamsCommands.AskAboutThis, "Ask about this", "Ask whose task this is; only you see the answer", ["message"]),
        (TeamsCommands.NewHandoff, "New handoff", "Hand something to the other team", ["compose", "commandBox"]),
    ];

    /// <summary>The manifest as JSON.</summary>
    /// <param name="appId">The bot's app id.</param>
    /// <param name="website">Whose app it is: an https address.</param>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    public static string Write(string appId, Uri website, string version = Usual)
    {
        var manifest = new JsonObject
        {
            ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{version}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = version,
            // An app that is installed already is updated by a higher version only.
            ["version"] = version == Usual ? "1.0.0" : $"{version}.0",
            ["id"] = appId,
            ["developer"] = new JsonObject
            {
                ["name"] = "SalesBot",
                ["websiteUrl"] = $"{website}",
                ["privacyUrl"] = $"{website}",
                ["termsOfUseUrl"] = $"{website}",
            },
            ["name"] = new JsonObject { ["short"] = "SalesBot", ["full"] = "SalesBot: sales or marketing?" },
            ["description"] = new JsonObject
            {
                ["short"] = "Says whose task something is, and passes work between sales and marketing",
                ["full"] =
                    "Ask whose task something is, sales or marketing, and what the difference is: the answer comes from your company's documents, with its "
                    + "sources, or it honestly says that they don't cover it. Hand work from one team to the other with reasons and due times, so nothing gets lost.",
            },
            ["icons"] = new JsonObject { ["color"] = "color.png", ["outline"] = "outline.png" },
            ["accentColor"] = "#1F4B99",
            ["bots"] = new JsonArray(
                new JsonObject
                {
                    ["botId"] = appId,
                    ["scopes"] = new JsonArray("personal", "team", "groupChat"),
                    ["supportsFiles"] = true,
                    ["isNotificationOnly"] = false,
                    ["commandLists"] = new JsonArray(
                        new JsonObject
                        {
                            ["scopes"] = new JsonArray("personal", "team", "groupChat"),
                            ["commands"] = new JsonArray([
                                .. Commands.Select(command => new JsonObject
                                {
                                    ["title"] = command.Title,
                                    ["description"] = command.Description,
                                }),
                            ]),
                        }
                    ),
                }
            ),
            ["composeExtensions"] = new JsonArray(
                new JsonObject
                {
                    ["botId"] = appId,
                    ["commands"] = new JsonArray([Search(), .. Actions.Select(Action)]),
                }
            ),
            ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
            ["validDomains"] = new JsonArray(),
        };
        if (version != Usual)
            AddSlashes(
                manifest["bots"]?[0] as JsonObject ?? throw new InvalidOperationException("The manifest names no bot.")
            );
        return manifest.ToJsonString(
            new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }

    static void AddSlashes(JsonObject bot)
    {
        bot["supportsTargetedMessages"] = true;
        (bot["commandLists"] as JsonArray)?.Add(
            new JsonObject
            {
                // Alone with the bot there is nothing to keep from others.
                ["triggers"] = new JsonArray("slash"),
                ["scopes"] = new JsonArray("team", "groupChat"),
                ["commands"] = new JsonArray([
                    .. TeamsCommands.Slashes.Select(slash => new JsonObject
                    {
                        ["title"] = slash.Name,
                        ["description"] = slash.Description,
                    }),
                ]),
            }
        );
    }

    static JsonObject Search() =>
        new()
        {
            ["id"] = TeamsCommands.Search,
            ["type"] = "query",
            ["title"] = "Search the documents",
            ["description"] = "What the company's documents say, word for word",
            ["context"] = new JsonArray("compose", "commandBox"),
            ["initialRun"] = true,
            ["parameters"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = TeamsCommands.SearchParameter,
                    ["title"] = "Words",
                    ["description"] = "What to look for",
                    ["inputType"] = "text",
                }
            ),
        };

    static JsonObject Action((string Id, string Title, string Description, string[] Context) action) =>
        new()
        {
            ["id"] = action.Id,
            ["type"] = "action",
            ["title"] = action.Title,
            ["description"] = action.Description,
            ["fetchTask"] = true,
            ["context"] = new JsonArray([.. action.Context.Select(one => JsonValue.Create(one))]),
        };

    /// <summary>
    /// The package that is uploaded to Teams: the manifest and the two icons, the same bytes each time.
    /// </summary>
    public static byte[] Package(string manifest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("manifest.json", Encoding.UTF8.GetBytes(manifest));
            foreach (var icon in new[] { "color.png", "outline.png" })
                Add(icon, Icon(icon));

            void Add(string name, byte[] content)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }

    static byte[] Icon(string name)
    {
        using var resource =
            typeof(TeamsManifest).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The icon {name} is missing from the program; reinstall SalesBot.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
