using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// How a conversation is reached: the connector's address, which may have the bot's token, and the conversation's id.
/// <c>Begins</c>: a new thread of that channel; <c>IsAside</c>: not where the message was that is answered;
/// <c>Person</c>: whose own chat it is.
/// </summary>
sealed record TeamsRoute(
    string Tenant,
    Uri Service,
    string Conversation,
    bool IsPersonal,
    bool Begins = false,
    bool IsAside = false,
    string? Person = null
);

/// <summary>Finds the way to an address.</summary>
sealed class TeamsRoutes(
    TeamsConnector connector,
    ServiceUrls services,
    TeamsConversations conversations,
    TeamsIdentity identity,
    IOptions<TeamsOptions> options
)
{
    /// <summary>
    /// The way to an address, or why there is none. With somebody to whom the bot has not spoken alone yet a chat is
    /// begun.
    /// </summary>
    /// <exception cref="TokenFault">There is no token.</exception>
    public async Task<(TeamsRoute? Route, Delivery? Fault)> FindAsync(Address to, CancellationToken cancellationToken)
    {
        if (!identity.Serves(to.Workspace))
            return (null, new Delivery.Refused("That chat belongs to a directory that the bot doesn’t serve."));
        if (to.For is { } one)
            return await ToPersonAsync(to.Workspace, one, isAside: true, cancellationToken);
        var known = conversations.Find(to.Workspace, to.Conversation);
        if (known is null && PersonAt(to) is { } person)
            return await ToPersonAsync(to.Workspace, person, isAside: false, cancellationToken);
        if (known is null && TeamsKind.Guess(to.Conversation) == TeamsKind.Personal)
            return (null, new Delivery.Refused("The bot is not in that chat any more."));
        // Looked at each time: what lies in the database may have been changed there.
        if (
            services.Allowed(known?.ServiceUrl ?? conversations.ServiceUrlOf(to.Workspace) ?? options.Value.ServiceUrl)
            is not { } service
        )
            return (null, NotAllowed);
        var kind = known?.Kind ?? TeamsKind.Guess(to.Conversation);
        return (
            new TeamsRoute(
                to.Workspace,
                service,
                TeamsAddress.IdOf(to.Conversation, to.Thread),
                kind == TeamsKind.Personal,
                Begins: kind == TeamsKind.Channel && to.Thread is null,
                Person: known?.Person
            ),
            null
        );
    }

    /// <summary>
    /// Whom an address means that is no conversation of the bot's: somebody by their id, or whose chat it was before
    /// they added the app again.
    /// </summary>
    string? PersonAt(Address to) =>
        TeamsAddress.IsPerson(to.Conversation) || conversations.AccountOf(to.Workspace, to.Conversation) is not null
            ? to.Conversation
            : conversations.PersonIn(to.Workspace, to.Conversation);

    /// <summary>The way to a conversation by Teams' own id, or none if that is known no more.</summary>
    public TeamsRoute? To(string tenant, string id)
    {
        var (conversation, _) = TeamsAddress.Split(id);
        var known = conversations.Find(tenant, conversation);
        return
            identity.Serves(tenant)
            && services.Allowed(known?.ServiceUrl ?? conversations.ServiceUrlOf(tenant) ?? options.Value.ServiceUrl)
                is { } service
            ? new TeamsRoute(
                tenant,
                service,
                id,
                (known?.Kind ?? TeamsKind.Guess(conversation)) == TeamsKind.Personal,
                Person: known?.Person
            )
            : null;
    }

    static readonly Delivery.Refused NotAllowed = new(
        "The bot's token may not be sent to this connector address (Teams:AllowedServiceUrls)."
    );

    async Task<(TeamsRoute?, Delivery?)> ToPersonAsync(
        string tenant,
        string person,
        bool isAside,
        CancellationToken cancellationToken
    )
    {
        if (conversations.With(tenant, person) is { } known)
            return services.Allowed(known.ServiceUrl) is { } there
                ? (new TeamsRoute(tenant, there, known.Id, true, IsAside: isAside, Person: person), null)
                : (null, NotAllowed);
        var url = conversations.ServiceUrlOf(tenant) ?? options.Value.ServiceUrl;
        if (services.Allowed(url) is not { } service)
            return (null, NotAllowed);
        var begun = await connector.CreateAsync(
            service,
            new ConversationParameters(isGroup: false, identity.Account)
            {
                Members = [new ChannelAccount(conversations.AccountOf(tenant, person) ?? person)],
                TenantId = tenant,
                ChannelData = new TeamsChannelData { Tenant = new TenantInfo(tenant) },
            },
            cancellationToken
        );
        if (begun is { Ok: true, Id: { } id })
        {
            await conversations.SeenAsync(
                new TeamsConversation(tenant, id, url, TeamsKind.Personal, person),
                tenant,
                null,
                null
            );
            // Whoever is told something needs no welcome.
            await conversations.WelcomedAsync(tenant, id);
            return (new TeamsRoute(tenant, service, id, true, IsAside: isAside, Person: person), null);
        }
        return (
            null,
            GuardedHttp.Fault(begun.Status, begun.RetryAfter) switch
            {
                Delivery.Throttled throttled => throttled with { ConversationOnly = true },
                Delivery.Failed failed => failed,
                _ => new Delivery.Refused($"Teams won't let the bot start a chat with them: {begun.Error}."),
            }
        );
    }
}
