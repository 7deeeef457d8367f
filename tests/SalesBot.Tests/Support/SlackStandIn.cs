using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesBot.Tests.Support;

/// <summary>A call that the bot made: a method of the Web API, or <c>response_url</c>.</summary>
sealed record SlackCall(string Method, JsonObject Args, DateTimeOffset At);

/// <summary>
/// What a call meets with: a status, an error that Slack says, or an answer that gets lost after the call was taken.
/// </summary>
sealed record SlackTrouble(
    string Method,
    int Status = 200,
    string? Error = null,
    int RetryAfter = 1,
    bool LosesAnswer = false,
    int Times = 1
)
{
    /// <summary>So many calls go well before.</summary>
    public int After { get; init; }

    /// <summary>It is taken and never answered.</summary>
    public bool Hangs { get; init; }
}

/// <summary>
/// Slack on a loopback port, as its documentation describes it: the Web API with state, response_url with its five
/// uses, Socket Mode, and the sender of signed requests. It notes what Slack would take amiss. Slack's own clients hold
/// it against themselves in <c>tests/peers</c>.
/// </summary>
sealed class SlackStandIn : IAsyncDisposable
{
    static readonly string[] Complex = ["blocks", "view", "metadata", "prompts", "loading_messages"];

    readonly WebApplication server;
    readonly ConcurrentDictionary<string, int> uses = [];
    readonly ConcurrentDictionary<string, bool> triggers = [];
    readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> acks = [];
    readonly List<SlackTrouble> troubles = [];
    readonly HttpClient sender = new();
    long number = 1795370000_000100;
    int urls,
        views;

    SlackStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.UseWebSockets();
        server.MapPost("/api/{method}", ApiAsync);
        server.MapPost("/response/{id}", RespondAsync);
        server.Map("/link", SocketAsync);
    }

    public const string Team = "T1",
        Bot = "UBOT",
        BotToken = "xoxb-stand-in",
        AppToken = "xapp-stand-in",
        Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    public static async Task<SlackStandIn> StartAsync()
    {
        var slack = new SlackStandIn();
        await slack.server.StartAsync();
        foreach (
            var (id, name) in new[]
            {
                (Bot, "SalesBot"),
                ("UREP", "Rita Rep"),
                ("UMARK", "Mark Eter"),
                ("UBOSS", "Bea Boss"),
                ("UADMIN", "Ada Min"),
                ("UEMP", "Emil Ploy"),
            }
        )
            slack.AddUser(id, name);
        return slack;
    }

    public string Url => server.Urls.First();

    public ConcurrentQueue<SlackCall> Calls { get; } = [];

    /// <summary>Messages by <c>CHANNEL:TS</c>, as they stand now.</summary>
    public ConcurrentDictionary<string, JsonObject> Messages { get; } = [];

    public ConcurrentDictionary<string, JsonObject> Views { get; } = [];

    /// <summary>Home tabs by user.</summary>
    public ConcurrentDictionary<string, JsonObject> Homes { get; } = [];

    public ConcurrentDictionary<string, JsonObject> Users { get; } = [];

    /// <summary>The organisation of the workspace (Enterprise Grid); null if it belongs to none.</summary>
    public string? Enterprise { get; set; }

    public ConcurrentDictionary<string, string[]> UserGroups { get; } = [];

    public HashSet<string> SharedChannels { get; } = [];

    /// <summary>Channels in which the bot is no member.</summary>
    public HashSet<string> ForeignChannels { get; } = [];

    /// <summary>What Slack would have taken amiss.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    public ConcurrentDictionary<int, WebSocket> Sockets { get; } = [];

    public int SocketsOpened { get; private set; }

    /// <summary>Whether each connection is closed as soon as it has said hello.</summary>
    public bool ClosesSockets { get; set; }

    public void AddUser(string id, string name, bool guest = false, string team = Team) =>
        Users[id] = new JsonObject
        {
            ["id"] = id,
            ["team_id"] = team,
            ["name"] = name.ToLowerInvariant().Replace(' ', '.'),
            ["is_restricted"] = guest,
            ["profile"] = new JsonObject { ["real_name"] = name, ["display_name"] = name },
        };

    /// <summary>The next calls of a method go wrong.</summary>
    public void Make(SlackTrouble trouble)
    {
        lock (troubles)
            troubles.Add(trouble);
    }

    public string Ts()
    {
        var next = Interlocked.Increment(ref number);
        return $"{next / 1_000_000}.{next % 1_000_000:000000}";
    }

    public string Trigger()
    {
        var trigger = $"{Guid.CreateVersion7():N}";
        triggers[trigger] = true;
        return trigger;
    }

    /// <summary>An address to answer to; that of a command belongs to no message, and cannot replace one.</summary>
    public string ResponseUrl(bool ofCommand = false) =>
        $"{Url}/response/{(ofCommand ? "command-" : "")}{Interlocked.Increment(ref urls)}";

    /// <summary>The messages of a channel, oldest first.</summary>
    public IEnumerable<JsonObject> In(string channel) =>
        Messages.Values.Where(message => Text(message, "channel") == channel).OrderBy(message => Text(message, "ts"));

    public IEnumerable<SlackCall> Of(string method) => Calls.Where(call => call.Method == method);

    public static string? Text(JsonNode? json, string name) =>
        json is JsonObject members && members[name] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : null;

    // The Web API.

    async Task ApiAsync(HttpContext http)
    {
        var method = (string)http.Request.RouteValues["method"]!;
        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) != true)
            Violations.Enqueue($"{method}: not a form");
        var form = await http.Request.ReadFormAsync();
        var args = new JsonObject();
        foreach (var (name, value) in form)
            args[name] = Complex.Contains(name) ? JsonNode.Parse(value.ToString()) : value.ToString();
        var token = http.Request.Headers.Authorization.ToString();
        var call = new SlackCall(method, args, TimeProvider.System.GetUtcNow());
        Calls.Enqueue(call);
        if (Next(method) is { } trouble)
        {
            if (trouble.Hangs)
            {
                await Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, http.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }
            if (trouble.LosesAnswer)
            {
                Answer(method, args);
                http.Abort();
                return;
            }
            http.Response.StatusCode = trouble.Status;
            if (trouble.Status == 429)
                http.Response.Headers.RetryAfter = $"{trouble.RetryAfter}";
            await http.Response.WriteAsJsonAsync(new { ok = false, error = trouble.Error ?? "internal_error" });
            return;
        }
        var expected = method == "apps.connections.open" ? AppToken : BotToken;
        await http.Response.WriteAsync(
            (token != $"Bearer {expected}" ? No("invalid_auth") : Answer(method, args)).ToJsonString()
        );
    }

    SlackTrouble? Next(string method)
    {
        lock (troubles)
        {
            var i = troubles.FindIndex(trouble => trouble.Method == method);
            if (i < 0)
                return null;
            var trouble = troubles[i];
            if (trouble.After > 0)
            {
                troubles[i] = trouble with { After = trouble.After - 1 };
                return null;
            }
            troubles[i] = trouble with { Times = trouble.Times - 1 };
            if (troubles[i].Times <= 0)
                troubles.RemoveAt(i);
            return trouble;
        }
    }

    static JsonObject No(string error) => new() { ["ok"] = false, ["error"] = error };

    JsonObject Answer(string method, JsonObject args) =>
        method switch
        {
            "auth.test" => Yes(
                ("url", "https://stand-in.slack.com/"),
                ("team", "Stand-in"),
                ("team_id", Team),
                ("user", "salesbot"),
                ("user_id", Bot),
                ("bot_id", "BBOT"),
                ("enterprise_id", Enterprise)
            ),
            "chat.postMessage" => Post(args),
            "chat.update" => Update(args),
            "chat.postEphemeral" => ForeignChannels.Contains(Text(args, "channel") ?? "")
                ? No("channel_not_found")
                : Yes(("message_ts", Ts())),
            "users.info" => Users.TryGetValue(Text(args, "user") ?? "", out var user)
                ? Yes(("user", user.DeepClone()))
                : No("user_not_found"),
            "usergroups.users.list" => UserGroups.TryGetValue(Text(args, "usergroup") ?? "", out var users)
                ? Yes(("users", new JsonArray([.. users.Select(one => JsonValue.Create(one))])))
                : No("no_such_subteam"),
            "conversations.open" => Yes(("channel", new JsonObject { ["id"] = DirectOf(Text(args, "users") ?? "") })),
            "conversations.info" => Yes(
                (
                    "channel",
                    new JsonObject
                    {
                        ["id"] = Text(args, "channel"),
                        ["is_ext_shared"] = SharedChannels.Contains(Text(args, "channel") ?? ""),
                    }
                )
            ),
            "conversations.history" => Yes(
                (
                    "messages",
                    new JsonArray([.. In(Text(args, "channel") ?? "").Reverse().Select(message => message.DeepClone())])
                )
            ),
            "conversations.replies" => Yes(
                (
                    "messages",
                    new JsonArray([
                        .. In(Text(args, "channel") ?? "")
                            .Where(message => Text(message, "thread_ts") == Text(args, "ts"))
                            .Select(message => message.DeepClone()),
                    ])
                )
            ),
            "views.open" => Text(args, "trigger_id") is { } trigger && triggers.TryRemove(trigger, out _)
                ? View(args, null)
                : No("expired_trigger_id"),
            "views.update" => Views.ContainsKey(Text(args, "view_id") ?? "")
                ? View(args, Text(args, "view_id"))
                : No("not_found"),
            "views.publish" => Publish(args),
            "apps.connections.open" => Yes(
                ("url", $"{Url.Replace("http:", "ws:")}/link?ticket={Guid.CreateVersion7()}")
            ),
            "assistant.threads.setSuggestedPrompts" or "assistant.threads.setStatus" => Yes(),
            _ => No("unknown_method"),
        };

    static JsonObject Yes(params (string Name, JsonNode? Value)[] values)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in values)
            answer[name] = value;
        return answer;
    }

    static string DirectOf(string user) => $"D{user}";

    JsonObject Post(JsonObject args)
    {
        var channel = Text(args, "channel") ?? "";
        if (ForeignChannels.Contains(channel))
            return No("not_in_channel");
        if (channel.StartsWith('U'))
            channel = DirectOf(channel);
        if (string.IsNullOrEmpty(Text(args, "text")))
            Violations.Enqueue("chat.postMessage: no text beside the blocks");
        var ts = Ts();
        var message = (JsonObject)args.DeepClone();
        (message["channel"], message["ts"], message["user"]) = (channel, ts, Bot);
        Messages[$"{channel}:{ts}"] = message;
        return Yes(("channel", channel), ("ts", ts), ("message", message.DeepClone()));
    }

    JsonObject Update(JsonObject args)
    {
        if (!Messages.TryGetValue($"{Text(args, "channel")}:{Text(args, "ts")}", out var message))
            return No("message_not_found");
        var changed = (JsonObject)message.DeepClone();
        (changed["text"], changed["blocks"]) = (Text(args, "text"), args["blocks"]?.DeepClone());
        Messages[$"{Text(args, "channel")}:{Text(args, "ts")}"] = changed;
        return Yes(("channel", Text(args, "channel")), ("ts", Text(args, "ts")));
    }

    JsonObject View(JsonObject args, string? id)
    {
        var view = (JsonObject)args["view"]!.DeepClone();
        view["id"] = id ?? $"V{Interlocked.Increment(ref views)}";
        Views[(string)view["id"]!] = view;
        return Yes(("view", view.DeepClone()));
    }

    JsonObject Publish(JsonObject args)
    {
        Homes[Text(args, "user_id") ?? ""] = (JsonObject)args["view"]!.DeepClone();
        return Yes();
    }

    async Task RespondAsync(HttpContext http)
    {
        if (http.Request.Headers.ContainsKey("Authorization"))
            Violations.Enqueue("response_url: a token was sent");
        if (uses.AddOrUpdate((string)http.Request.RouteValues["id"]!, 1, (_, before) => before + 1) > 5)
        {
            http.Response.StatusCode = 404;
            await http.Response.WriteAsync("used_url");
            return;
        }
        var body = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        if (http.Request.Path.Value!.Contains("command-") && (bool?)body["replace_original"] == true)
            Violations.Enqueue("response_url of a command: there is no message to be replaced");
        body["url"] = $"{Url}{http.Request.Path}";
        Calls.Enqueue(new SlackCall("response_url", body, TimeProvider.System.GetUtcNow()));
        await http.Response.WriteAsync("ok");
    }

    // Socket Mode.

    async Task SocketAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var id = ++SocketsOpened;
        await SendAsync(socket, new JsonObject { ["type"] = "hello", ["num_connections"] = Sockets.Count + 1 });
        if (ClosesSockets)
        {
            socket.Abort();
            return;
        }
        Sockets[id] = socket;
        var buffer = new byte[64 * 1024];
        try
        {
            while (
                socket.State == WebSocketState.Open
                && await socket.ReceiveAsync(buffer, http.RequestAborted)
                    is { MessageType: WebSocketMessageType.Text } part
            )
            {
                var ack = JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (
                    Text(ack, "envelope_id") is not { } envelope
                    || !acks.TryRemove($"{id} {envelope}", out var waiting)
                )
                    Violations.Enqueue($"socket: an ack that nobody waits for here: {ack?.ToJsonString()}");
                else
                    waiting.SetResult(ack?["payload"]?.DeepClone());
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            // It is gone.
        }
        finally
        {
            Sockets.TryRemove(id, out _);
        }
    }

    static Task SendAsync(WebSocket socket, JsonNode message) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(message.ToJsonString()),
            WebSocketMessageType.Text,
            true,
            CancellationToken.None
        );

    /// <summary>
    /// Sends an envelope through one of the sockets, and waits for the acknowledgement as Slack does.
    /// </summary>
    /// <returns>Whether it was acknowledged, and with which payload.</returns>
    public async Task<(bool IsAcked, JsonNode? Payload)> SendThroughSocketAsync(
        string type,
        JsonNode payload,
        int? socket = null
    )
    {
        var (id, connection) = socket is { } chosen
            ? KeyValuePair.Create(chosen, Sockets[chosen])
            : Sockets.OrderByDescending(one => one.Key).First();
        var envelope = $"{Guid.CreateVersion7()}";
        var acked = acks[$"{id} {envelope}"] = new TaskCompletionSource<JsonNode?>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        await SendAsync(
            connection,
            new JsonObject
            {
                ["envelope_id"] = envelope,
                ["type"] = type,
                ["payload"] = payload.DeepClone(),
                ["accepts_response_payload"] = type != "events_api",
            }
        );
        try
        {
            return (true, await acked.Task.WaitAsync(TimeSpan.FromSeconds(3)));
        }
        catch (TimeoutException)
        {
            return (false, null);
        }
    }

    /// <summary>Asks for other connections in the place of all there are.</summary>
    public async Task DisconnectAsync(string reason)
    {
        foreach (var socket in Sockets.Values)
            await SendAsync(socket, new JsonObject { ["type"] = "disconnect", ["reason"] = reason });
    }

    // The sender of signed requests.

    /// <summary>Posts a body to the bot, signed as Slack signs.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        Uri to,
        string body,
        string media,
        DateTimeOffset? at = null,
        string secret = Secret,
        Action<HttpRequestMessage>? change = null
    )
    {
        var timestamp = $"{(at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds()}";
        var digest = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret),
            Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new StringContent(body, Encoding.UTF8, media),
        };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(digest)}");
        change?.Invoke(request);
        return await sender.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        sender.Dispose();
        foreach (var socket in Sockets.Values)
            socket.Abort();
        await server.DisposeAsync();
    }
}
