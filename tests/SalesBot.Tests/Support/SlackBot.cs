using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesBot.Tests.Support;

/// <summary>
/// The running host in a Slack of its own, over HTTP or through Socket Mode; what people do there, and what they see.
/// </summary>
sealed class SlackBot : IAsyncDisposable
{
    readonly bool isSocket;
    readonly RunningBot bot;

    SlackBot(bool isSocket, SlackStandIn slack, RunningBot bot) =>
        (this.isSocket, Slack, this.bot) = (isSocket, slack, bot);

    public SlackStandIn Slack { get; }

    public RunningBot Bot => bot;

    public static async Task<SlackBot> StartAsync(string mode = "http", params (string Key, string Value)[] settings) =>
        await StartAsync(await SlackStandIn.StartAsync(), mode, settings);

    public static async Task<SlackBot> StartAsync(
        SlackStandIn slack,
        string mode,
        params (string Key, string Value)[] settings
    )
    {
        (string Key, string Value)[] usual =
        [
            ("Slack:Mode", mode),
            ("Slack:SigningSecret", SlackStandIn.Secret),
            ("Slack:BotToken", SlackStandIn.BotToken),
            ("Slack:AppToken", SlackStandIn.AppToken),
            ("Slack:ApiUrl", $"{slack.Url}/api/"),
            ("Slack:AllowedResponseUrls:0", $"{slack.Url}/"),
            ("Slack:MessagesPerSecondPerChannel", "100"),
            ("People:Sales:0", "slack:T1/UREP"),
            ("People:Marketing:0", "slack:T1/UMARK"),
            ("People:Managers:0", "slack:T1/UBOSS"),
            ("People:Admins:0", "slack:T1/UADMIN"),
            ("Handoffs:Notify:Marketing", "slack:T1/CMARKETING"),
        ];
        var all = usual.Where(one => settings.All(own => own.Key != one.Key)).Concat(settings);
        var knowledge = settings.Where(one => one.Key == "Knowledge:Folder").Select(one => one.Value).FirstOrDefault();
        var bot = await RunningBot.StartAsync(
            knowledge,
            [
                .. all.Where(one => one.Key != "Knowledge:Folder")
                    .Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value)),
            ]
        );
        var started = new SlackBot(mode == "socket", slack, bot);
        await bot.EventuallyAsync(() =>
            Task.FromResult(slack.Of("auth.test").Any() && (!started.isSocket || !slack.Sockets.IsEmpty))
        );
        return started;
    }

    public Uri Address(string path) => new(bot.Client.BaseAddress!, $"/slack/{path}");

    /// <summary>Waits for something to be there.</summary>
    public async Task<T> SeesAsync<T>(Func<T?> look)
        where T : class
    {
        T? seen = null;
        await bot.EventuallyAsync(() => Task.FromResult((seen = look()) is not null));
        return seen!;
    }

    /// <summary>Waits until nothing more is to be answered or sent.</summary>
    public Task SettlesAsync() => bot.SettlesAsync();

    public JsonObject Envelope(JsonObject e, string? id = null) =>
        new()
        {
            ["type"] = "event_callback",
            ["team_id"] = SlackStandIn.Team,
            ["api_app_id"] = "A1",
            ["event_id"] = id ?? $"Ev{Guid.CreateVersion7():N}",
            ["authorizations"] = new JsonArray(
                new JsonObject
                {
                    ["team_id"] = SlackStandIn.Team,
                    ["user_id"] = SlackStandIn.Bot,
                    ["is_bot"] = true,
                }
            ),
            ["event"] = e,
        };

    public async Task EventAsync(JsonObject envelope)
    {
        if (isSocket)
            (await Slack.SendThroughSocketAsync("events_api", envelope)).IsAcked.ShouldBeTrue();
        else
            (await Slack.PostAsync(Address("events"), envelope.ToJsonString(), "application/json")).StatusCode.ShouldBe(
                System.Net.HttpStatusCode.OK
            );
    }

    /// <summary>Somebody writes, in a channel with a mention or alone with the bot.</summary>
    /// <returns>The message's time.</returns>
    public async Task<string> SaysAsync(string text, string by = "UREP", string? channel = null, string? thread = null)
    {
        var ts = Slack.Ts();
        var isDirect = channel is null or ['D', ..];
        await EventAsync(
            Envelope(
                new JsonObject
                {
                    ["type"] = "message",
                    ["channel"] = channel ?? $"D{by}",
                    ["channel_type"] = isDirect ? "im" : "channel",
                    ["user"] = by,
                    ["text"] = text,
                    ["ts"] = ts,
                    ["event_ts"] = ts,
                    ["thread_ts"] = thread,
                }
            )
        );
        return ts;
    }

    /// <summary>Somebody uses a command; what comes back is ephemeral.</summary>
    /// <returns>The answer to it.</returns>
    public async Task<JsonObject> CommandAsync(
        string command,
        string text = "",
        string by = "UREP",
        string channel = "C1"
    )
    {
        var url = await SendCommandAsync(command, text, by, channel);
        return (
            await SeesAsync(() =>
                Slack.Of("response_url").LastOrDefault(call => SlackStandIn.Text(call.Args, "url") == url)
            )
        ).Args;
    }

    public async Task<string> SendCommandAsync(
        string command,
        string text = "",
        string by = "UREP",
        string channel = "C1"
    )
    {
        var url = Slack.ResponseUrl(ofCommand: true);
        var fields = new Dictionary<string, string>
        {
            ["token"] = "t",
            ["team_id"] = SlackStandIn.Team,
            ["channel_id"] = channel,
            ["user_id"] = by,
            ["user_name"] = by.ToLowerInvariant(),
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = "A1",
            ["is_enterprise_install"] = "false",
            ["response_url"] = url,
            ["trigger_id"] = Slack.Trigger(),
        };
        if (isSocket)
            (
                await Slack.SendThroughSocketAsync("slash_commands", JsonSerializer.SerializeToNode(fields)!)
            ).IsAcked.ShouldBeTrue();
        else
        {
            using var form = new FormUrlEncodedContent(fields);
            var answer = await Slack.PostAsync(
                Address("commands"),
                await form.ReadAsStringAsync(),
                "application/x-www-form-urlencoded"
            );
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
        }
        return url;
    }

    /// <summary>The arguments without what the stand-in has noted with them.</summary>
    static JsonObject Checked(SlackCall call)
    {
        var args = (JsonObject)call.Args.DeepClone();
        if (call.Method == "response_url")
            args.Remove("url");
        return args;
    }

    /// <summary>Sends a payload of interactivity.</summary>
    /// <returns>What is said in the acknowledgement, or none.</returns>
    public async Task<JsonNode?> InteractAsync(JsonObject payload)
    {
        if (isSocket)
        {
            var (isAcked, said) = await Slack.SendThroughSocketAsync("interactive", payload);
            isAcked.ShouldBeTrue();
            return Noted(said);
        }
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("payload", payload.ToJsonString())]);
        var answer = await Slack.PostAsync(
            Address("interactivity"),
            await form.ReadAsStringAsync(),
            "application/x-www-form-urlencoded"
        );
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var body = await answer.Content.ReadAsStringAsync();
        return Noted(body.Length == 0 ? null : JsonNode.Parse(body));
    }

    static JsonNode? Noted(JsonNode? said)
    {
        if (said is not null)
            RecordedCalls.Add("view_response", said);
        return said;
    }

    public JsonObject Payload(string type, string by) =>
        new()
        {
            ["type"] = type,
            ["team"] = new JsonObject { ["id"] = SlackStandIn.Team },
            ["trigger_id"] = Slack.Trigger(),
            ["user"] = new JsonObject
            {
                ["id"] = by,
                ["name"] = by.ToLowerInvariant(),
                ["team_id"] = SlackStandIn.Team,
            },
            ["api_app_id"] = "A1",
        };

    /// <summary>Presses a button, or chooses from a select, of a message.</summary>
    public Task<JsonNode?> PressesAsync(
        JsonObject message,
        string label,
        string by = "UREP",
        bool isEphemeral = false,
        string? responseUrl = null
    )
    {
        var payload = Payload("block_actions", by);
        var channel = SlackStandIn.Text(message, "channel") ?? "C1";
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = SlackStandIn.Text(message, "ts") ?? "1.1",
            ["channel_id"] = channel,
            ["is_ephemeral"] = isEphemeral,
        };
        payload["channel"] = new JsonObject { ["id"] = channel };
        payload["message"] = new JsonObject
        {
            ["ts"] = SlackStandIn.Text(message, "ts"),
            ["thread_ts"] = SlackStandIn.Text(message, "thread_ts"),
        };
        payload["response_url"] = responseUrl ?? Slack.ResponseUrl();
        payload["actions"] = new JsonArray(ActionFor(message, label));
        return InteractAsync(payload);
    }

    /// <summary>Presses a button in a dialog or on the home tab.</summary>
    public Task<JsonNode?> PressesInViewAsync(JsonObject view, string label, string by = "UREP")
    {
        var payload = Payload("block_actions", by);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = SlackStandIn.Text(view, "id") };
        payload["view"] = view.DeepClone();
        payload["actions"] = new JsonArray(ActionFor(view, label));
        return InteractAsync(payload);
    }

    static JsonObject ActionFor(JsonObject drawn, string label)
    {
        foreach (var element in Elements(drawn))
            if (SlackStandIn.Text(element, "type") == "button" && SlackStandIn.Text(element["text"], "text") == label)
                return new JsonObject
                {
                    ["type"] = "button",
                    ["action_id"] = SlackStandIn.Text(element, "action_id"),
                    ["value"] = SlackStandIn.Text(element, "value"),
                };
            else if (
                element["options"] is JsonArray options
                && options.FirstOrDefault(option => SlackStandIn.Text(option!["text"], "text") == label) is { } option
            )
                return new JsonObject
                {
                    ["type"] = "static_select",
                    ["action_id"] = SlackStandIn.Text(element, "action_id"),
                    ["selected_option"] = option.DeepClone(),
                };
            else if (element["positive_button"] is { } yes && SlackStandIn.Text(yes["text"], "text") == label)
                return new JsonObject
                {
                    ["type"] = "feedback_buttons",
                    ["action_id"] = SlackStandIn.Text(element, "action_id"),
                    ["value"] = SlackStandIn.Text(yes, "value"),
                };
        throw new InvalidOperationException($"Nothing here is called {label}: {drawn.ToJsonString()}");
    }

    /// <summary>Everything in the blocks that can be pressed.</summary>
    public static IEnumerable<JsonObject> Elements(JsonObject drawn) =>
        ((JsonArray?)drawn["blocks"] ?? [])
            .OfType<JsonObject>()
            .SelectMany(block => ((JsonArray?)block["elements"] ?? []).Append(block["accessory"]))
            .OfType<JsonObject>();

    /// <summary>The labels of all buttons and options.</summary>
    public static IReadOnlyList<string> Labels(JsonObject drawn) =>
        [
            .. Elements(drawn)
                .SelectMany(element =>
                    element["options"] is JsonArray options
                        ? options.Select(option => SlackStandIn.Text(option!["text"], "text"))
                        : [SlackStandIn.Text(element["text"], "text")]
                )
                .OfType<string>(),
        ];

    /// <summary>Fills in a dialog, beside what stands in it, and sends it.</summary>
    public Task<JsonNode?> SubmitsAsync(
        JsonObject view,
        string by = "UREP",
        params (string Field, string Value)[] filled
    )
    {
        var values = new JsonObject();
        foreach (
            var block in ((JsonArray)view["blocks"]!)
                .OfType<JsonObject>()
                .Where(block => SlackStandIn.Text(block, "type") == "input")
        )
        {
            var (id, element) = (SlackStandIn.Text(block, "block_id")!, (JsonObject)block["element"]!);
            var given = filled.Where(one => one.Field == id).Select(one => one.Value).FirstOrDefault();
            values[id] = new JsonObject
            {
                [SlackStandIn.Text(element, "action_id")!] = SlackStandIn.Text(element, "type") switch
                {
                    "static_select" => new JsonObject
                    {
                        ["type"] = "static_select",
                        ["selected_option"] = given is null
                            ? element["initial_option"]?.DeepClone()
                            : new JsonObject { ["value"] = given },
                    },
                    "datepicker" => new JsonObject
                    {
                        ["type"] = "datepicker",
                        ["selected_date"] = given ?? SlackStandIn.Text(element, "initial_date"),
                    },
                    "users_select" => new JsonObject
                    {
                        ["type"] = "users_select",
                        ["selected_user"] = given ?? SlackStandIn.Text(element, "initial_user"),
                    },
                    _ => new JsonObject
                    {
                        ["type"] = "plain_text_input",
                        ["value"] = given ?? SlackStandIn.Text(element, "initial_value"),
                    },
                },
            };
        }
        var payload = Payload("view_submission", by);
        var sent = (JsonObject)view.DeepClone();
        sent["state"] = new JsonObject { ["values"] = values };
        payload["view"] = sent;
        return InteractAsync(payload);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var call in Slack.Calls)
            RecordedCalls.Add(call.Method, Checked(call));
        await bot.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
