using System.Collections.Concurrent;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>Who somebody is in Teams: whether they belong to the company, and who is mentioned.</summary>
sealed class TeamsPeople(
    TeamsConnector connector,
    TeamsRoutes routes,
    TeamsConversations conversations,
    TimeProvider time
)
{
    const int MostRemembered = 20_000,
        MaxLookups = 10;

    static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(10),
        UnknownFor = TimeSpan.FromSeconds(20),
        Look = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<string, (Standing Standing, DateTimeOffset Until)> known = [];

    /// <summary>Adds whether a message's sender belongs to the company, and the ids of those it mentions.</summary>
    public async Task<IncomingMessage> CompleteAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var (tenant, sender) = (message.Address.Workspace, Address.Parse(message.Sender)?.Conversation ?? "");
        var mentions = message.Mentions.ToList();
        for (var place = 0; place < mentions.Count; place++)
            // Whom nobody can name is nobody: there must not be a second one of them.
            mentions[place] =
                place < MaxLookups
                && await IdentifiedAsync(tenant, message.Address, mentions[place], cancellationToken) is { } identified
                    ? identified
                    : mentions[place] with
                    {
                        Id = "",
                    };
        return message with
        {
            Mentions = mentions,
            Standing =
                message.Standing == Standing.Guest
                    ? Standing.Guest
                    : await StandingOfAsync(tenant, message.Address, sender, cancellationToken),
        };
    }

    async Task<Standing> StandingOfAsync(string tenant, Address at, string person, CancellationToken cancellationToken)
    {
        var (key, now) = ($"{tenant}/{person}", time.GetUtcNow());
        if (known.TryGetValue(key, out var before) && before.Until > now)
            return before.Standing;
        if (known.Count > MostRemembered)
            known.Clear();
        var member = conversations.AccountOf(tenant, person) is not { } account
            ? null
            : await MemberAsync(tenant, at, person, account, cancellationToken);
        // Who was known stays so while Teams cannot say.
        var standing = member is null
            ? before.Until == default
                ? Standing.Unknown
                : before.Standing
            : StandingIn(member, tenant);
        known[key] = (standing, now + (member is null ? UnknownFor : KnownFor));
        return standing;
    }

    static Standing StandingIn(TeamsMember member, string tenant) =>
        member.Role is "guest" or "anonymous"
        || (member.Tenant is { } own && !own.Equals(tenant, StringComparison.OrdinalIgnoreCase))
            ? Standing.Guest
            : Standing.Member;

    /// <summary>
    /// The mention with the id in the directory, and whether it is a guest's; none if that cannot be found out.
    /// </summary>
    async Task<Mention?> IdentifiedAsync(
        string tenant,
        Address at,
        Mention mention,
        CancellationToken cancellationToken
    )
    {
        if (Address.Parse(mention.Id)?.Conversation is not { } account)
            return null;
        var person = conversations.PersonOf(tenant, account);
        if (person is null && await MemberAsync(tenant, at, null, account, cancellationToken) is { } member)
        {
            person = member.Person?.ToLowerInvariant();
            await conversations.SeenAsync(null, tenant, person, account);
        }
        return person is null
            ? null
            : mention with
            {
                Id = TeamsAddress.PersonOf(tenant, person),
                IsGuest = await StandingOfAsync(tenant, at, person, cancellationToken) == Standing.Guest,
            };
    }

    /// <summary>
    /// What Teams says of somebody in a conversation, or in their own with the bot where it is not in that one.
    /// </summary>
    async Task<TeamsMember?> MemberAsync(
        string tenant,
        Address at,
        string? person,
        string account,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Look);
        try
        {
            var where =
                conversations.Find(tenant, at.Conversation) is not null ? at with { For = null, Thread = null }
                : person is null ? null
                : at with { Conversation = person, For = null, Thread = null };
            if (where is null || await routes.FindAsync(where, limit.Token) is not ({ } route, _))
                return null;
            return await connector.MemberAsync(route.Service, route.Conversation, account, limit.Token);
        }
        catch (Exception fault)
            when (fault is TokenFault
                || GuardedHttp.Fault(fault) is not null
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return null;
        }
    }
}
