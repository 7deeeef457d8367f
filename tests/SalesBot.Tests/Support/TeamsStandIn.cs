using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SalesBot.Tests.Support;

/// <summary>
/// Somebody in Teams: what they are called, their id in the directory, and the one they have towards the bot.
/// </summary>
sealed record TeamsUser(string Name, string ObjectId, string Account, string Role = "user")
{
    /// <summary>The id by which the bot knows them.</summary>
    public string Id => $"teams:{TeamsStandIn.Tenant}/{ObjectId}";

    /// <summary>Their own chat with the bot.</summary>
    public string Chat => $"a:{Account[3..]}";

    public static readonly TeamsUser Rep = Of("Rita Rep", 1),
        Marketer = Of("Mark Eter", 2),
        Boss = Of("Bea Boss", 3),
        Admin = Of("Ada Min", 4),
        Employee = Of("Emil Ploy", 5),
        Guest = Of("Gus Guest", 6) with { Role = "guest" };

    public static readonly TeamsUser[] All = [Rep, Marketer, Boss, Admin, Employee, Guest];

    static TeamsUser Of(string name, int number) =>
        new(name, $"0bec7000-0000-4000-8000-{number:000000000000}", $"29:1{name.Replace(" ", "")}");
}

/// <summary>
/// A call to the connector: <c>POST activities</c>, <c>PUT activities</c>, <c>POST conversations</c> …
/// </summary>
sealed record TeamsCall(string Method, string Conversation, string? Activity, JsonObject Body);

/// <summary>What a call to the connector meets with; <c>LosesAnswer</c>: it is done all the same.</summary>
sealed record TeamsTrouble(
    string Method,
    int Status,
    string Code = "ServiceError",
    int? RetryAfter = null,
    bool LosesAnswer = false,
    int Times = 1
);

/// <summary>
/// Teams on a loopback port, as its documentation describes it: the issuer of the channel's tokens with its keys, the
/// directory that gives the bot its own, the connector with state, and Graph's groups. It notes what Teams would take
/// amiss.
/// </summary>
sealed class TeamsStandIn : IAsyncDisposable
{
    public const string AppId = "b0700000-0000-4000-8000-00000000b07a",
        Tenant = "7e4a4700-0000-4000-8000-000000000001",
        Secret = "a secret";

    public const string Channel = "19:general@thread.tacv2",
        Group = "19:group@thread.v2";

    const int MostBytes = 102_400;

    readonly WebApplication server;
    readonly List<TeamsTrouble> troubles = [];
    readonly ConcurrentDictionary<string, int> writing = [];
    int number = 1000,
        tokens;

    TeamsStandIn()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.MapGet("/metadata", () => Metadata());
        server.MapGet("/keys", () => Keys());
        server.MapPost("/token", (Delegate)TokenAsync);
        server.Map("/teams/v3/conversations/{id?}/{kind?}/{part?}", (Delegate)ConnectorAsync);
        server.MapGet(
            "/files/{name}",
            (string name) =>
                name == "redirect.txt" ? Results.Redirect("/files/prices.md")
                : Files.TryGetValue($"/{name}", out var file) ? Results.Bytes(file)
                : Results.NotFound()
        );
        server.MapGet("/graph/groups/{id}/transitiveMembers/microsoft.graph.user", (string id) => GroupOf(id));
        Published.Add(Key);
    }

    public static async Task<TeamsStandIn> StartAsync()
    {
        var teams = new TeamsStandIn();
        await teams.server.StartAsync();
        return teams;
    }

    public string Url => server.Urls.First();

    public string ServiceUrl => $"{Url}/teams/";

    // The channel's keys and tokens.

    public sealed record SigningKey(string Kid, RSA Rsa, string[]? Endorsements);

    public static SigningKey NewKey(string kid, string[]? endorsements = null, int bits = 2048) =>
        new(kid, RSA.Create(bits), endorsements);

    static readonly SigningKey Key = NewKey("k-teams", ["msteams", "webchat"]);

    public List<SigningKey> Published { get; } = [];

    public int KeysFetched { get; private set; }

    /// <summary>Whether metadata and keys cannot be had.</summary>
    public bool IsDark { get; set; }

    IResult Metadata() =>
        IsDark
            ? Results.StatusCode(503)
            : Results.Json(new { issuer = "https://api.botframework.com", jwks_uri = $"{Url}/keys" });

    IResult Keys()
    {
        KeysFetched++;
        return IsDark
            ? Results.StatusCode(503)
            : Results.Json(new JsonObject { ["keys"] = new JsonArray([.. Published.Select(Jwk)]) });
    }

    static JsonObject Jwk(SigningKey key)
    {
        var parameters = key.Rsa.ExportParameters(false);
        var jwk = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = key.Kid,
            ["x5t"] = key.Kid,
            ["n"] = Url64(parameters.Modulus!),
            ["e"] = Url64(parameters.Exponent!),
        };
        if (key.Endorsements is not null)
            jwk["endorsements"] = new JsonArray([.. key.Endorsements.Select(one => JsonValue.Create(one))]);
        return jwk;
    }

    static string Url64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>A token of the channel's.</summary>
    public string Token(
        Action<JsonObject>? change = null,
        SigningKey? key = null,
        string? kid = null,
        string algorithm = "RS256",
        DateTimeOffset? now = null
    )
    {
        var at = (now ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
            ["serviceurl"] = ServiceUrl,
            ["nbf"] = at - 60,
            ["exp"] = at + 3600,
        };
        change?.Invoke(claims);
        return Signed(
            new JsonObject
            {
                ["alg"] = algorithm,
                ["typ"] = "JWT",
                ["kid"] = kid ?? (key ?? Key).Kid,
            },
            claims,
            key ?? Key
        );
    }

    /// <summary>Those claims, signed as the header says.</summary>
    public static string Signed(JsonObject header, JsonObject claims, SigningKey key)
    {
        var text =
            $"{Url64(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Url64(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = (string?)header["alg"] switch
        {
            "RS256" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS512" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => key.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.Rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            _ => [],
        };
        return $"{text}.{Url64(signature)}";
    }

    // The bot's own tokens.

    /// <summary>Whether the directory gives the bot no token.</summary>
    public bool IsSecretWrong { get; set; }

    public int TokensGiven => tokens;

    /// <summary>Tokens given before this number are refused.</summary>
    public int OldestToken { get; set; }

    async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (
            form["client_id"] != AppId
            || form["grant_type"] != "client_credentials"
            || form["client_secret"] != Secret
            || IsSecretWrong
            || ((string?)form["scope"])?.EndsWith("/.default", StringComparison.Ordinal) != true
        )
            return Results.Json(
                new
                {
                    error = "invalid_client",
                    error_description = "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 1",
                },
                statusCode: 401
            );
        return Results.Json(
            new
            {
                token_type = "Bearer",
                expires_in = 3599,
                access_token = $"bot-{Interlocked.Increment(ref tokens)}",
            }
        );
    }

    // The connector.

    public ConcurrentQueue<TeamsCall> Calls { get; } = [];

    /// <summary>Messages by <c>CONVERSATION|ID</c>, as they stand now.</summary>
    public ConcurrentDictionary<string, JsonObject> Messages { get; } = [];

    /// <summary>What Teams would have taken amiss.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>Who has not added the app, so that the bot cannot write to them alone.</summary>
    public HashSet<string> Unreachable { get; } = [];

    /// <summary>Conversations that are not there any more.</summary>
    public HashSet<string> Gone { get; } = [];

    public ConcurrentDictionary<string, string[]> Groups { get; } = [];

    /// <summary>Files that people have sent, by path.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = [];

    /// <summary>How long each call takes.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Ends all trouble.</summary>
    public void IsWell()
    {
        lock (troubles)
            troubles.Clear();
    }

    public void Make(TeamsTrouble trouble)
    {
        lock (troubles)
            troubles.Add(trouble);
    }

    /// <summary>What the bot has said in a conversation or thread, oldest first.</summary>
    public IEnumerable<JsonObject> In(string conversation) =>
        Messages
            .Values.Where(message => (string?)message["conversation"]?["id"] == conversation)
            .OrderBy(message => int.Parse((string)message["id"]!));

    /// <summary>
    /// All that somebody sees of what the bot has said: alone with it, and in rooms, but not what is for others of
    /// them.
    /// </summary>
    public IEnumerable<JsonObject> SeenBy(TeamsUser user) =>
        Messages.Values.Where(message =>
            (string?)message["onlyFor"] is { } only
                ? only == user.Account
                : TeamsUser.All.All(other => other == user || other.Chat != (string?)message["conversation"]?["id"])
        );

    public IEnumerable<TeamsCall> Of(string method) => Calls.Where(call => call.Method == method);

    TeamsTrouble? TroubleOf(string method)
    {
        lock (troubles)
        {
            var found = troubles.Find(trouble => trouble.Method == method);
            if (found is null)
                return null;
            troubles.Remove(found);
            if (found.Times > 1)
                troubles.Insert(0, found with { Times = found.Times - 1 });
            return found;
        }
    }

    async Task<IResult> ConnectorAsync(HttpContext http, string? id, string? kind, string? part)
    {
        var token = http.Request.Headers.Authorization.ToString();
        if (!token.StartsWith("Bearer bot-", StringComparison.Ordinal))
            Violations.Enqueue($"A call without a token: {http.Request.Path}");
        if (
            !token.StartsWith("Bearer bot-", StringComparison.Ordinal)
            || int.Parse(token["Bearer bot-".Length..]) < OldestToken
        )
            return Results.Json(new { error = "Invalid token" }, statusCode: 401);
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var body = text.Length == 0 ? [] : (JsonObject)JsonNode.Parse(text)!;
        var isTargeted = http.Request.Query["isTargetedActivity"] == "true";
        var method = $"{http.Request.Method} {(isTargeted ? "targeted" : kind ?? "conversations")}";
        Calls.Enqueue(new TeamsCall(method, id ?? "", part, body));
        var trouble = TroubleOf(method);
        if (trouble is { LosesAnswer: false })
            return Trouble(http, trouble);
        if (Slowness > TimeSpan.Zero)
            await Task.Delay(Slowness, TimeProvider.System);
        var answer =
            http.Request.Method == "GET" ? Member(id ?? "", kind, part)
            : text.Length * 2 > MostBytes ? Fault(413, "MessageSizeTooBig")
            : id is null ? Create(body)
            : Gone.Contains(id) ? Fault(404, "ConversationNotFound")
            : Write(http.Request.Method, id, part, body, isTargeted);
        return trouble is null ? answer : Trouble(http, trouble);
    }

    static IResult Trouble(HttpContext http, TeamsTrouble trouble)
    {
        if (trouble.RetryAfter is { } after)
            http.Response.Headers.RetryAfter = $"{after}";
        return Fault(trouble.Status, trouble.Code);
    }

    static IResult Fault(int status, string code) =>
        Results.Json(new { error = new { code, message = code } }, statusCode: status);

    IResult Create(JsonObject body)
    {
        if ((string?)body["bot"]?["id"] != $"28:{AppId}" || (string?)body["channelData"]?["tenant"]?["id"] != Tenant)
            Violations.Enqueue($"A conversation is begun without bot or tenant: {body.ToJsonString()}");
        if (body["members"] is JsonArray { Count: 1 } members)
        {
            var account = (string?)members[0]!["id"];
            return
                TeamsUser.All.FirstOrDefault(user => user.Account == account || user.ObjectId == account)
                    is not { } user
                || Unreachable.Contains(user.ObjectId)
                ? Fault(403, "BotNotInConversationRoster")
                : Results.Json(new { id = user.Chat }, statusCode: 201);
        }
        if (
            (string?)body["channelData"]?["channel"]?["id"] is not { } channel
            || body["activity"] is not JsonObject first
        )
            return Fault(400, "BadArgument");
        var root = $"{Interlocked.Increment(ref number)}";
        return Keep($"{channel};messageid={root}", root, (JsonObject)first.DeepClone()) is { } fault
            ? fault
            : Results.Json(new { id = $"{channel};messageid={root}", activityId = root }, statusCode: 201);
    }

    IResult Write(string method, string conversation, string? activity, JsonObject body, bool isTargeted)
    {
        // What only one person sees stays so; nobody is named where it is replaced.
        var recipient = (string?)body["recipient"]?["id"];
        if (
            isTargeted
            && ((recipient is null) != (method == "PUT") || TeamsUser.All.Any(user => user.Chat == conversation))
        )
            return Fault(400, "BadArgument");
        var before =
            activity is not null && Messages.TryGetValue($"{conversation}|{activity}", out var found) ? found : null;
        if (before is not null && (before["onlyFor"] is not null) != isTargeted)
            return Fault(404, "ActivityNotFoundInConversation");
        if (isTargeted)
            body["onlyFor"] = recipient ?? (string?)before?["onlyFor"];
        if (writing.AddOrUpdate(conversation, 1, (_, before) => before + 1) > 1)
            Violations.Enqueue($"Two at once write to {conversation}");
        try
        {
            if (
                method is "PUT" or "DELETE"
                && (activity is null || !Messages.ContainsKey($"{conversation}|{activity}"))
            )
                return Fault(404, "ActivityNotFoundInConversation");
            if (method == "DELETE")
                return Messages.TryRemove($"{conversation}|{activity}", out _) ? Results.Ok() : Fault(404, "NotFound");
            if ((string?)body["type"] == "typing")
                return Results.StatusCode(202);
            var id = method == "PUT" ? activity! : $"{Interlocked.Increment(ref number)}";
            return Keep(conversation, id, body) ?? Results.Json(new { id }, statusCode: method == "PUT" ? 200 : 201);
        }
        finally
        {
            writing.AddOrUpdate(conversation, 0, (_, before) => before - 1);
        }
    }

    /// <summary>Keeps a message; a fault if Teams would not take it.</summary>
    IResult? Keep(string conversation, string id, JsonObject message)
    {
        var faults = TeamsLimits.Faults(message).ToList();
        faults.ForEach(Violations.Enqueue);
        if (faults.Count > 0)
            return Fault(400, "BadSyntax");
        (message["id"], message["conversation"]) = (id, new JsonObject { ["id"] = conversation });
        Messages[$"{conversation}|{id}"] = message;
        return null;
    }

    static IResult Member(string conversation, string? kind, string? part)
    {
        static object Of(TeamsUser user) =>
            new
            {
                id = user.Account,
                name = user.Name,
                aadObjectId = user.ObjectId,
                tenantId = Tenant,
                userRole = user.Role,
                email = $"{user.ObjectId}@corp.example",
            };
        return kind == "pagedmembers" ? Results.Json(new { members = TeamsUser.All.Select(Of) })
            : TeamsUser.All.FirstOrDefault(user => user.Account == part || user.ObjectId == part) is { } user
                ? Results.Json(Of(user))
            : Fault(404, "MemberNotFoundInConversation");
    }

    IResult GroupOf(string id) =>
        Groups.TryGetValue(id, out var people)
            ? Results.Json(new { value = people.Select(one => new { id = one }) })
            : Results.Json(new { error = new { code = "Request_ResourceNotFound" } }, statusCode: 404);

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }
}
