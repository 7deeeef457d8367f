using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesBot.Tests.Support;

/// <summary>The running host in a Teams of its own; what people do there, and what they see.</summary>
sealed class TeamsHost : IAsyncDisposable
{
    int number;

    TeamsHost(TeamsStandIn teams, RunningBot bot) => (Teams, Bot) = (teams, bot);

    public TeamsStandIn Teams { get; }

    public RunningBot Bot { get; }

    public static async Task<TeamsHost> StartAsync(params (string Key, string Value)[] settings) =>
        await StartAsync(await TeamsStandIn.StartAsync(), settings);

    public static async Task<TeamsHost> StartAsync(TeamsStandIn teams, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] usual =
        [
            ("Teams:AppId", TeamsStandIn.AppId),
            ("Teams:TenantId", TeamsStandIn.Tenant),
            ("Teams:ClientSecret", TeamsStandIn.Secret),
            ("Teams:MetadataUrl", $"{teams.Url}/metadata"),
            ("Teams:TokenUrl", $"{teams.Url}/token"),
            ("Teams:GraphUrl", $"{teams.Url}/graph/"),
            ("Teams:ServiceUrl", teams.ServiceUrl),
            ("Teams:AllowedServiceUrls:0", teams.ServiceUrl),
            ("People:Sales:0", TeamsUser.Rep.Id),
            ("People:Marketing:0", TeamsUser.Marketer.Id),
            ("People:Managers:0", TeamsUser.Boss.Id),
            ("People:Admins:0", TeamsUser.Admin.Id),
            ("Handoffs:Notify:Marketing", $"teams:{TeamsStandIn.Tenant}/19:marketing@thread.tacv2"),
        ];
        var all = usual
            .Where(one => settings.All(own => own.Key != one.Key))
            .Concat(settings)
            .Where(one => one.Key != "Knowledge:Folder");
        var knowledge = settings.Where(one => one.Key == "Knowledge:Folder").Select(one => one.Value).FirstOrDefault();
        return new TeamsHost(
            teams,
            await RunningBot.StartAsync(
                knowledge,
                [.. all.Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value))]
            )
        );
    }

    public Uri Address => new(Bot.Client.BaseAddress!, "/api/messages");

    /// <summary>Waits for something to be there.</summary>
    public async Task<T> SeesAsync<T>(Func<T?> look)
        where T : class
    {
        T? seen = null;
        await Bot.EventuallyAsync(() => Task.FromResult((seen = look()) is not null));
        return seen!;
    }

    /// <summary>Waits until nothing more is to be answered or sent.</summary>
    public Task SettlesAsync() => Bot.SettlesAsync();

    /// <summary>An activity as Teams brings it.</summary>
    public JsonObject Activity(string type, TeamsUser? by = null, string? conversation = null)
    {
        by ??= TeamsUser.Rep;
        var at = conversation ?? by.Chat;
        var isChannel = at.Contains("@thread.tacv2", StringComparison.Ordinal);
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"{1_795_370_000_000 + Interlocked.Increment(ref number)}",
            ["timestamp"] = "2026-11-22T10:00:00Z",
            ["channelId"] = "msteams",
            ["serviceUrl"] = Teams.ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = by.Account,
                ["name"] = by.Name,
                ["aadObjectId"] = by.ObjectId,
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{TeamsStandIn.AppId}", ["name"] = "SalesBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = at,
                ["conversationType"] =
                    isChannel ? "channel"
                    : at == TeamsStandIn.Group ? "groupChat"
                    : "personal",
                ["tenantId"] = TeamsStandIn.Tenant,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsStandIn.Tenant } },
        };
        if (isChannel)
        {
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = at.Split(';')[0] };
            activity["channelData"]!["team"] = new JsonObject
            {
                ["id"] = "19:team@thread.tacv2",
                ["aadGroupId"] = "6e0b0000-0000-4000-8000-000000000001",
            };
        }
        return activity;
    }

    /// <summary>Brings an activity with a token of the channel's.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(JsonObject activity, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token ?? Teams.Token()}");
        using var response = await Bot.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Somebody writes: alone with the bot, or in a room, where they mention it.</summary>
    public async Task<JsonObject> SaysAsync(
        string text,
        TeamsUser? by = null,
        string? conversation = null,
        Action<JsonObject>? change = null
    )
    {
        var activity = Activity("message", by, conversation);
        activity["text"] = conversation is null ? text : $"<at>SalesBot</at> {text}";
        if (conversation is not null)
            activity["entities"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "mention",
                    ["text"] = "<at>SalesBot</at>",
                    ["mentioned"] = new JsonObject { ["id"] = $"28:{TeamsStandIn.AppId}", ["name"] = "SalesBot" },
                }
            );
        change?.Invoke(activity);
        (await PostAsync(activity)).ShouldBe((HttpStatusCode.OK, ""));
        return activity;
    }

    /// <summary>
    /// Somebody writes, the bot answers, and knows that it did: nobody acts on an answer before that.
    /// </summary>
    /// <returns>What it says there next.</returns>
    public async Task<JsonObject> AsksAsync(string text, TeamsUser? by = null, string? conversation = null)
    {
        var at = conversation ?? (by ?? TeamsUser.Rep).Chat;
        var before = Teams.In(at).Count();
        await SaysAsync(text, by, conversation);
        var answer = await SeesAsync(() => Teams.In(at).Skip(before).FirstOrDefault());
        await SettlesAsync();
        return answer;
    }

    /// <summary>Teams asks for an answer in the same breath.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> InvokeAsync(
        string name,
        JsonNode? value,
        TeamsUser? by = null,
        string? conversation = null,
        string? replyTo = null,
        string? id = null
    )
    {
        var activity = Activity("invoke", by, conversation);
        (activity["name"], activity["value"]) = (name, value?.DeepClone());
        if (replyTo is not null)
            activity["replyToId"] = replyTo;
        if (id is not null)
            activity["id"] = id;
        var (status, body) = await PostAsync(activity);
        var answer = body.Length == 0 ? null : JsonNode.Parse(body);
        foreach (var card in TeamsLimits.Within(answer).Where(one => (string?)one["type"] == "AdaptiveCard"))
        {
            TeamsLimits.CardFaults(card).ShouldBeEmpty(card.ToJsonString());
            RecordedCards.Add(card);
        }
        return (status, answer);
    }

    /// <summary>The card of a message, or of an answer to an invoke.</summary>
    public static JsonObject CardIn(JsonNode? message) =>
        TeamsLimits.Within(message).First(one => (string?)one["type"] == "AdaptiveCard");

    /// <summary>Everything that can be pressed on a card.</summary>
    public static IEnumerable<JsonObject> ActionsOn(JsonNode? card) =>
        TeamsLimits
            .Within(card)
            .Where(one => one["actions"] is JsonArray)
            .SelectMany(one => ((JsonArray)one["actions"]!).OfType<JsonObject>());

    /// <summary>All that can be read on a card or in a message.</summary>
    public static string TextOf(JsonNode? message) =>
        string.Join(
            "\n",
            TeamsLimits
                .Within(message)
                .Select(one =>
                    (string?)one["type"] is "TextRun" or "TextBlock" || one.ContainsKey("from")
                        ? (string?)one["text"]
                        : null
                )
                .OfType<string>()
        );

    /// <summary>Somebody presses a button of a card, after filling in its fields.</summary>
    /// <returns>What Teams is told.</returns>
    public async Task<JsonObject> PressesAsync(
        JsonObject message,
        string title,
        TeamsUser? by = null,
        params (string Field, string Value)[] filled
    ) => await PressesAsync(message, CardIn(message), title, by, filled);

    /// <summary>The same on a card that stands in the place of a message's.</summary>
    public async Task<JsonObject> PressesAsync(
        JsonObject message,
        JsonObject card,
        string title,
        TeamsUser? by = null,
        params (string Field, string Value)[] filled
    )
    {
        var (status, body) = await PressAsync(message, card, title, by, null, filled);
        status.ShouldBe(HttpStatusCode.OK);
        return (JsonObject)body!;
    }

    public Task<(HttpStatusCode Status, JsonNode? Body)> PressAsync(
        JsonObject message,
        JsonObject card,
        string title,
        TeamsUser? by = null,
        string? id = null,
        params (string Field, string Value)[] filled
    )
    {
        var action =
            ActionsOn(card).FirstOrDefault(one => (string?)one["title"] == title)
            ?? throw new InvalidOperationException($"Nothing here is called {title}: {card.ToJsonString()}");
        var data = DataOf(card, (JsonObject)action["data"]!, filled);
        return InvokeAsync(
            "adaptiveCard/action",
            new JsonObject
            {
                ["action"] = new JsonObject
                {
                    ["type"] = (string?)action["type"],
                    ["verb"] = (string?)action["verb"],
                    ["data"] = data,
                },
                ["trigger"] = "manual",
            },
            by,
            (string?)message["conversation"]?["id"],
            (string?)message["id"],
            id
        );
    }

    /// <summary>What a button carries, with what stands in the fields.</summary>
    public static JsonObject DataOf(JsonObject card, JsonObject carried, (string Field, string Value)[] filled)
    {
        var data = (JsonObject)carried.DeepClone();
        foreach (
            var input in TeamsLimits
                .Within(card)
                .Where(one => ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true)
        )
            if (
                (
                    filled.Where(one => one.Field == (string?)input["id"]).Select(one => one.Value).FirstOrDefault()
                    ?? (string?)input["value"]
                ) is
                { } value
            )
                data[(string)input["id"]!] = value;
        return data;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var message in Teams.Messages.Values)
        foreach (var card in TeamsLimits.Within(message).Where(one => (string?)one["type"] == "AdaptiveCard"))
            RecordedCards.Add(card);
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
