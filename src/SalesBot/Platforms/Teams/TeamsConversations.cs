using System.Collections.Concurrent;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Platforms.Teams;

/// <summary>What a conversation in Teams is.</summary>
static class TeamsKind
{
    public const string Personal = "personal",
        GroupChat = "groupChat",
        Channel = "channel";

    /// <summary>What a conversation most likely is of which only the id is known.</summary>
    public static string Guess(string conversation) =>
        conversation.StartsWith("a:", StringComparison.Ordinal) ? Personal
        : conversation.EndsWith("@thread.tacv2", StringComparison.Ordinal)
        || conversation.EndsWith("@thread.skype", StringComparison.Ordinal)
            ? Channel
        : GroupChat;
}

/// <summary>
/// A conversation that the bot is in: where its connector is, what it is, and for a personal one with whom (their id in
/// the directory). The id of a channel is that of the channel, without a thread.
/// </summary>
sealed record TeamsConversation(string Tenant, string Id, string ServiceUrl, string Kind, string? Person);

/// <summary>
/// The conversations that the bot is in, and who is who there. An address of a connector is kept only if a verified
/// token has named it; it is renewed with each activity, for it may change.
/// </summary>
sealed class TeamsConversations(Database database, Writer writer, TimeProvider time)
{
    const int MostRemembered = 20_000;

    static readonly TimeSpan SeenEvery = TimeSpan.FromHours(12);

    /// <summary>Another host may have learnt something since.</summary>
    static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    sealed record Row(
        string ServiceUrl,
        string Kind,
        string? Person,
        long Since,
        long? WelcomedAt,
        long? GoneAt,
        long SeenAt
    );

    readonly ConcurrentDictionary<(string Tenant, string Id), (Row Row, DateTimeOffset Until)> known = [];
    readonly ConcurrentDictionary<(string Tenant, string Person), string> accounts = [];

    /// <summary>Remembers that the bot is somewhere, and under which id somebody is known to it.</summary>
    /// <param name="seen">Where; none if it is not there itself.</param>
    /// <param name="tenant">The tenant of both.</param>
    /// <param name="person">Who, by their id in the directory.</param>
    /// <param name="account">Their id towards the bot.</param>
    /// <exception cref="StorageFault">It was not kept.</exception>
    public async Task SeenAsync(TeamsConversation? seen, string tenant, string? person, string? account)
    {
        var isNew = seen is not null && IsNew(seen, Find((tenant, seen.Id)));
        var isNewAccount = person is not null && account is not null && AccountOf(tenant, person) != account;
        if (!isNew && !isNewAccount)
            return;
        var now = time.GetUtcNow();
        await writer.WriteAsync(
            session =>
            {
                if (isNew && seen is not null)
                    session.Execute(
                        """
                        insert into teams_conversations (tenant, conversation, service_url, kind, person, since, seen_at)
                        values (@Tenant, @Id, @ServiceUrl, @Kind, @Person, @now, @now)
                        on conflict (tenant, conversation) do update set service_url = excluded.service_url, kind = excluded.kind,
                            person = coalesce(excluded.person, teams_conversations.person), seen_at = excluded.seen_at, gone_at = null,
                            since = case when teams_conversations.gone_at is null then teams_conversations.since else excluded.since end,
                            welcomed_at = case when teams_conversations.gone_at is null then teams_conversations.welcomed_at end
                        """,
                        new
                        {
                            seen.Tenant,
                            seen.Id,
                            seen.ServiceUrl,
                            seen.Kind,
                            seen.Person,
                            now = now.ToUnixTimeMilliseconds(),
                        }
                    );
                if (isNewAccount)
                    session.Execute(
                        """
                        insert into teams_accounts (tenant, person, account) values (@tenant, @person, @account)
                        on conflict (tenant, person) do update set account = excluded.account
                        """,
                        new
                        {
                            tenant,
                            person,
                            account,
                        }
                    );
            },
            Writer.ShortPatience
        );
        if (seen is not null)
            known.TryRemove((tenant, seen.Id), out _);
        accounts.TryRemove((tenant, person ?? ""), out _);
    }

    bool IsNew(TeamsConversation seen, Row? before) =>
        before is null
        || before.GoneAt is not null
        || before.ServiceUrl != seen.ServiceUrl
        || before.Kind != seen.Kind
        || (seen.Person is not null && before.Person != seen.Person)
        || time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(before.SeenAt) > SeenEvery;

    /// <summary>The conversation, if the bot is in it.</summary>
    public TeamsConversation? Find(string tenant, string id) =>
        Find((tenant, id)) is { GoneAt: null } row
            ? new TeamsConversation(tenant, id, row.ServiceUrl, row.Kind, row.Person)
            : null;

    /// <summary>The personal conversation with somebody that was last used, or none.</summary>
    public TeamsConversation? With(string tenant, string person) =>
        database.Read(session =>
            session.Find<(string Id, string ServiceUrl)>(
                """
                select conversation as Id, service_url as ServiceUrl from teams_conversations
                where tenant = @tenant and person = @person and kind = 'personal' and gone_at is null order by seen_at desc limit 1
                """,
                new { tenant, person }
            )
        )
            is ({ } id, { } url)
            ? new TeamsConversation(tenant, id, url, TeamsKind.Personal, person)
            : null;

    /// <summary>The teams' channels and the group chats that the bot is in, by id.</summary>
    public IReadOnlyList<string> Rooms(string tenant) =>
        database.Read(session =>
            session.Query<string>(
                "select conversation from teams_conversations where tenant = @tenant and kind <> 'personal' and gone_at is null order by seen_at desc limit 50",
                new { tenant }
            )
        );

    /// <summary>The connector's address that was last named in a tenant, or none.</summary>
    public string? ServiceUrlOf(string tenant) =>
        database.Read(session =>
            session.Find<string>(
                "select service_url from teams_conversations where tenant = @tenant and gone_at is null order by seen_at desc limit 1",
                new { tenant }
            )
        );

    /// <summary>The ids towards the bot of those who see a card otherwise.</summary>
    public IReadOnlyList<string> AccountsOf(OwnView? own, string tenant) =>
        [
            .. (own?.People ?? [])
                .Select(person => Address.Parse(person))
                .Where(person => person?.Platform == TeamsAddress.Platform && person.Workspace == tenant)
                .Select(person => AccountOf(tenant, person?.Conversation ?? ""))
                .OfType<string>(),
        ];

    /// <summary>The id of somebody towards the bot, or none.</summary>
    public string? AccountOf(string tenant, string person)
    {
        if (accounts.TryGetValue((tenant, person), out var account))
            return account;
        account = database.Read(session =>
            session.Find<string>(
                "select account from teams_accounts where tenant = @tenant and person = @person",
                new { tenant, person }
            )
        );
        if (account is not null)
            accounts[(tenant, person)] = account;
        if (accounts.Count > MostRemembered)
            accounts.Clear();
        return account;
    }

    /// <summary>Who it is that has that id towards the bot, by their id in the directory; or none.</summary>
    public string? PersonOf(string tenant, string account) =>
        database.Read(session =>
            session.Find<string>(
                "select person from teams_accounts where tenant = @tenant and account = @account",
                new { tenant, account }
            )
        );

    /// <summary>The bot is not there any more.</summary>
    public async Task GoneAsync(string tenant, string id)
    {
        if (Find((tenant, id)) is not { GoneAt: null })
            return;
        await writer.WriteAsync(session =>
            session.Execute(
                "update teams_conversations set gone_at = @now where tenant = @tenant and conversation = @id and gone_at is null",
                new
                {
                    tenant,
                    id,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            )
        );
        known.TryRemove((tenant, id), out _);
    }

    /// <summary>With whom a personal conversation is or was, by their id in the directory; or none.</summary>
    public string? PersonIn(string tenant, string id) =>
        Find((tenant, id)) is { Kind: TeamsKind.Personal } row ? row.Person : null;

    /// <summary>
    /// Since when, in milliseconds, the bot is somewhere and has yet to say what for; none if it need not.
    /// </summary>
    public long? UnwelcomedSince(string tenant, string id) =>
        Find((tenant, id)) is { WelcomedAt: null, GoneAt: null } row ? row.Since : null;

    /// <summary>It has said so, or need not any more.</summary>
    public async Task WelcomedAsync(string tenant, string id)
    {
        if (UnwelcomedSince(tenant, id) is null)
            return;
        await writer.WriteAsync(session =>
            session.Execute(
                "update teams_conversations set welcomed_at = @now where tenant = @tenant and conversation = @id",
                new
                {
                    tenant,
                    id,
                    now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            )
        );
        known.TryRemove((tenant, id), out _);
    }

    Row? Find((string Tenant, string Id) key)
    {
        if (known.TryGetValue(key, out var before) && before.Until > time.GetUtcNow())
            return before.Row;
        var row = database.Read(session =>
            session.Find<Row>(
                """
                select service_url as ServiceUrl, kind as Kind, person as Person, since as Since, welcomed_at as WelcomedAt, gone_at as GoneAt, seen_at as SeenAt
                from teams_conversations where tenant = @Tenant and conversation = @Id
                """,
                new { key.Tenant, key.Id }
            )
        );
        if (known.Count > MostRemembered)
            known.Clear();
        if (row is not null)
            known[key] = (row, time.GetUtcNow() + KnownFor);
        return row;
    }
}
