using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// The app's manifest (docs.slack.dev/reference/app-manifest), made from what the program hears, calls and offers.
/// </summary>
static class SlackManifest
{
    static readonly (string Name, string Description, string Hint)[] Commands =
    [
        ("ask", "Ask whose task something is, or what the difference is", "Is cold calling a sales or marketing task?"),
        (
            "handoff",
            "Hand something to the other team; leave it empty to open a form",
            "marketing Jane Doe, jane@acme.example, not ready until spring"
        ),
        ("handoffs", "List your handoffs, or search for others", "[overdue | queue | sent | words]"),
        ("salesbot", "What SalesBot can do; for admins, its status and documents", "[help | status | reindex | gaps]"),
    ];

    static readonly (string Name, string Callback, string Type, string Description)[] Shortcuts =
    [
        ("Flag to marketing", SlackShortcuts.FlagToMarketing, "message", "Hand this message to marketing"),
        ("Hand to sales", SlackShortcuts.HandToSales, "message", "Hand this message to sales"),
        ("Ask about this", SlackShortcuts.AskAboutThis, "message", "Ask whose task this is; only you see the answer"),
        ("New handoff", SlackShortcuts.NewHandoff, "global", "Hand something to the other team"),
    ];

    /// <summary>The manifest as JSON.</summary>
    /// <param name="address">The bot's public address; none for Socket Mode, which needs none.</param>
    public static string Write(Uri? address)
    {
        string? At(string path) => address is null ? null : new Uri(address, path).ToString();
        var manifest = new JsonObject
        {
            ["_metadata"] = new JsonObject { ["major_version"] = 2, ["minor_version"] = 1 },
            ["display_information"] = new JsonObject
            {
                ["name"] = "SalesBot",
                ["description"] =
                    "Says whether a task is for sales or for marketing, and passes work from one to the other",
                ["background_color"] = "#1f4b99",
            },
            ["features"] = new JsonObject
            {
                ["app_home"] = new JsonObject
                {
                    ["home_tab_enabled"] = true,
                    ["messages_tab_enabled"] = true,
                    ["messages_tab_read_only_enabled"] = false,
                },
                ["bot_user"] = new JsonObject { ["display_name"] = "SalesBot", ["always_online"] = true },
                ["slash_commands"] = new JsonArray([
                    .. Commands.Select(command =>
                        Without(
                            new JsonObject
                            {
                                ["command"] = $"/{command.Name}",
                                ["url"] = At(SlackEndpoints.Commands),
                                ["description"] = command.Description,
                                ["usage_hint"] = command.Hint,
                                ["should_escape"] = true,
                            }
                        )
                    ),
                ]),
                ["shortcuts"] = new JsonArray([
                    .. Shortcuts.Select(shortcut => new JsonObject
                    {
                        ["name"] = shortcut.Name,
                        ["type"] = shortcut.Type,
                        ["callback_id"] = shortcut.Callback,
                        ["description"] = shortcut.Description,
                    }),
                ]),
                ["agent_view"] = new JsonObject
                {
                    ["agent_description"] =
                        "Says whether a task is for sales or for marketing, and passes work from one to the other",
                    ["suggested_prompts"] = new JsonArray([
                        .. SlackPrompts.All.Select(prompt => new JsonObject
                        {
                            ["title"] = prompt.Title,
                            ["message"] = prompt.Message,
                        }),
                    ]),
                },
            },
            ["oauth_config"] = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = Array(SlackScopes.All) } },
            ["settings"] = new JsonObject
            {
                ["event_subscriptions"] = Without(
                    new JsonObject
                    {
                        ["request_url"] = At(SlackEndpoints.Events),
                        ["bot_events"] = Array(SlackScopes.OfEvent.Keys.Order(StringComparer.Ordinal)),
                    }
                ),
                ["interactivity"] = Without(
                    new JsonObject { ["is_enabled"] = true, ["request_url"] = At(SlackEndpoints.Interactivity) }
                ),
                ["org_deploy_enabled"] = false,
                ["socket_mode_enabled"] = address is null,
                ["token_rotation_enabled"] = false,
            },
        };
        return manifest.ToJsonString(
            new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }

    static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    /// <summary>The object without what is none.</summary>
    static JsonObject Without(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
            json.Remove(name);
        return json;
    }
}
