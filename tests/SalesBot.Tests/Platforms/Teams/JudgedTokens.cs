using System.Text.Json.Nodes;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>
/// A token that Microsoft's own library has judged: its header, the activity's fields, and whether the channel's rules
/// let it in.
/// </summary>
sealed record JudgedToken(string Name, string? Header, string? ChannelId, string? ServiceUrl, bool IsLetIn);

/// <summary>The tokens of <c>peers/teams</c>, minted anew for a bot and a time.</summary>
static class JudgedTokens
{
    public const string Bot = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
        ServiceUrl = "https://smba.trafficmanager.net/emea/";

    const string Usual = "msteams";

    /// <summary>All 39; the stand-in publishes the keys that they are to be held against.</summary>
    public static IReadOnlyList<JudgedToken> All(TeamsStandIn teams, DateTimeOffset now)
    {
        // The verdict, what Microsoft's says, a mark, and from the 21st column the name.
        var table = File.ReadAllLines(Outside.File("peers/teams/csharp-result.txt"));
        var keys = new Dictionary<string, TeamsStandIn.SigningKey>
        {
            ["teams"] = TeamsStandIn.NewKey("k-teams", ["msteams", "webchat"]),
            ["other"] = TeamsStandIn.NewKey("k-slack", ["slack"]),
            ["bare"] = TeamsStandIn.NewKey("k-bare"),
            ["rogue"] = TeamsStandIn.NewKey("k-teams"),
            ["hidden"] = TeamsStandIn.NewKey("k-new", ["msteams"]),
        };
        teams.Published.Clear();
        teams.Published.AddRange([keys["teams"], keys["other"], keys["bare"]]);
        var tokens = new Dictionary<string, JudgedToken>();
        foreach (
            var one in JsonNode
                .Parse(File.ReadAllText(Outside.File("peers/teams/vectors.json")))!
                .AsArray()
                .OfType<JsonObject>()
        )
        {
            var header = one["mint"] switch
            {
                JsonValue text => (string?)text,
                JsonObject mint => ((string?)one["scheme"] ?? "Bearer ") + Minted(mint, keys, now),
                _ => null,
            };
            var activity = (JsonObject)one["activity"]!;
            Add(
                (string)one["name"]!,
                header,
                Field(activity, "channelId", Usual),
                Field(activity, "serviceUrl", ServiceUrl)
            );
        }
        // What JSON cannot tell: fields that were taken away.
        Add("activity without serviceUrl", $"Bearer {Minted([], keys, now)}", Usual, null);
        Add("activity without channelId", $"Bearer {Minted([], keys, now)}", null, ServiceUrl);
        tokens.Count.ShouldBe(39);
        return [.. tokens.Values];

        void Add(string name, string? header, string? channel, string? service) =>
            tokens[name] = new JudgedToken(
                name,
                header,
                channel,
                service,
                table
                    .Where(line =>
                        line.Length > 21 && $"{line[21..]} ".StartsWith($"{name} ", StringComparison.Ordinal)
                    )
                    .MinBy(line => line.Trim().Length)
                    ?[..7].Trim() == "ACCEPT"
            );
    }

    static string? Field(JsonObject activity, string name, string usual) =>
        activity.ContainsKey(name) ? (string?)activity[name] : usual;

    static string Minted(JsonObject mint, Dictionary<string, TeamsStandIn.SigningKey> keys, DateTimeOffset at)
    {
        var now = at.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = (string?)mint["iss"] ?? "https://api.botframework.com",
            ["aud"] = mint["aud"]?.DeepClone() ?? Bot,
            ["nbf"] = now + ((int?)mint["nbf"] ?? -60),
            ["exp"] = now + ((int?)mint["exp"] ?? 3600),
        };
        foreach (var (name, value) in mint["claims"] as JsonObject ?? new JsonObject { ["serviceurl"] = ServiceUrl })
            claims[name] = value?.DeepClone();
        foreach (var name in mint["drop"] as JsonArray ?? [])
            claims.Remove((string)name!);
        var key = keys[(string?)mint["key"] ?? "teams"];
        return TeamsStandIn.Signed(
            new JsonObject
            {
                ["alg"] = (string?)mint["alg"] ?? "RS256",
                ["kid"] = key.Kid,
                ["typ"] = "JWT",
            },
            claims,
            key
        );
    }
}
