using System.Collections.Concurrent;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>Who somebody is in Slack: what they are called, and whether they belong to the company.</summary>
sealed class SlackPeople(SlackCalls calls, SlackIdentity identity, TimeProvider time)
{
    const int MostRemembered = 20_000,
        MaxLookups = 10;

    static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(10),
        UnknownFor = TimeSpan.FromSeconds(20);

    sealed record Known(string? Name, Standing Standing, DateTimeOffset Until);

    readonly ConcurrentDictionary<string, Known> known = [];
    readonly ConcurrentDictionary<string, (bool IsShared, DateTimeOffset Until)> shared = [];

    /// <summary>
    /// Adds the names of a message's sender and of whom it mentions, and whether the sender belongs to the company.
    /// </summary>
    public async Task<IncomingMessage> CompleteAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var sender = await FindAsync(message.Sender, cancellationToken);
        // Beyond so many it is a list of people, who are shown as Slack names them in it.
        var mentions = message.Mentions.ToList();
        for (var place = 0; place < Math.Min(mentions.Count, MaxLookups); place++)
            if (await FindAsync(mentions[place].Id, cancellationToken) is { Name: { } name } known)
                mentions[place] = mentions[place] with { Called = name, IsGuest = known.Standing == Standing.Guest };
        return message with
        {
            IsShared = message.IsShared || await IsSharedAsync(message, cancellationToken),
            Mentions = mentions,
            SenderName = sender.Name ?? message.SenderName,
            Standing = message.Standing == Standing.Guest ? Standing.Guest : sender.Standing,
        };
    }

    /// <summary>What somebody is called, or none if Slack does not say.</summary>
    public async Task<string?> NameOfAsync(string id, CancellationToken cancellationToken) =>
        (await FindAsync(id, cancellationToken)).Name;

    async Task<Known> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(id, out var before) && before.Until > now)
            return before;
        if (
            Address.Parse(id) is not { Platform: SlackPlatform.PlatformName } person
            || !SlackPlatform.IsUser(person.Conversation)
        )
            return new Known(null, Standing.Member, now);
        if (known.Count > MostRemembered)
            known.Clear();
        var answer = await calls.CallAsync("users.info", cancellationToken, ("user", person.Conversation));
        if (answer.Ok && answer.Answer?.Body.At("user") is { } user)
            return known[id] = new Known(NameIn(user), StandingOf(user), now + KnownFor);
        // Of whom Slack does not know, or does not tell, is none of the company's.
        if (answer.Error is "user_not_found" or "user_not_visible" or "users_not_found")
            return known[id] = new Known(null, Standing.Guest, now + UnknownFor);
        // Who was known stays so while Slack cannot say.
        return known[id] = (before ?? new Known(null, Standing.Unknown, now)) with { Until = now + UnknownFor };
    }

    /// <summary>Events say whether people from elsewhere read the channel; commands and buttons do not.</summary>
    async Task<bool> IsSharedAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (
            message.IsDirect
            || (message.Action ?? message.Via as object) is null
            || message.Address.Conversation is not ['C' or 'G', ..] channel
        )
            return false;
        var now = time.GetUtcNow();
        if (shared.TryGetValue(channel, out var before) && before.Until > now)
            return before.IsShared;
        if (shared.Count > MostRemembered)
            shared.Clear();
        var answer = await calls.CallAsync("conversations.info", cancellationToken, ("channel", channel));
        // Of what Slack does not say the worse is assumed: then what is said about handoffs is said to one person
        // alone.
        var isShared = !answer.Ok || answer.Answer?.Body.Is("channel", "is_ext_shared") == true;
        shared[channel] = (isShared, now + (answer.Ok ? KnownFor : UnknownFor));
        return isShared;
    }

    static string? NameIn(System.Text.Json.JsonElement user) =>
        new[]
        {
            user.Text("profile", "display_name"),
            user.Text("profile", "real_name"),
            user.Text("real_name"),
            user.Text("name"),
        }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name))
            is { } name
            ? PersonText.Clean(name)
            : null;

    Standing StandingOf(System.Text.Json.JsonElement user) =>
        user.Is("is_restricted")
        || user.Is("is_ultra_restricted")
        || user.Is("is_stranger")
        || (user.Text("team_id") is { } team && identity.Team is { } own && team != own && !IsOfOrganisation(user))
            ? Standing.Guest
            : Standing.Member;

    bool IsOfOrganisation(System.Text.Json.JsonElement user) =>
        identity.Enterprise is { } enterprise && user.Text("enterprise_user", "enterprise_id") == enterprise;
}
