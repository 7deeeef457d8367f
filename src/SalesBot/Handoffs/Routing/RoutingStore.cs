using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Routing;

/// <summary>Another open handoff that may be about the same person or company.</summary>
sealed record Twin(string Number, string State, string? Owner, string Because);

/// <summary>What routing and duplicates need to know of other handoffs.</summary>
sealed class RoutingStore
{
    sealed record Row(long Number, string State, string? Owner, string? EmailKey, string? PhoneKey);

    /// <summary>
    /// Open handoffs to the same team that have the same mailbox or phone number, which are twins, and then those of the same company, which is only a hint.
    /// </summary>
    public List<Twin> Twins(Session session, string workspace, Team team, string? email, string? phone, string? company, string? except)
    {
        var same = session.Query<Row>(
            """
            select number as Number, state as State, owner as Owner, email_key as EmailKey, phone_key as PhoneKey from handoffs
            where workspace = @workspace and team = @team and is_open = 1 and id <> @except and (email_key = @email or phone_key = @phone)
            order by number
            """,
            new { workspace, team = Words.Of(team), email, phone, except = except ?? "" });
        var related = company is null ? [] : session.Query<Row>(
            """
            select number as Number, state as State, owner as Owner, email_key as EmailKey, phone_key as PhoneKey from handoffs
            where workspace = @workspace and company_key = @company and team = @team and is_open = 1 and id <> @except
            order by number limit 5
            """,
            new { workspace, team = Words.Of(team), company, except = except ?? "" });
        return
        [
            .. same.Select(row => View(row, row.EmailKey is not null && row.EmailKey == email ? "same e-mail address" : "same phone number")),
            .. related.Where(row => same.TrueForAll(twin => twin.Number != row.Number)).Select(row => View(row, "same company")),
        ];
    }

    /// <summary>Who owns the newest open handoff to the team with the same mailbox or phone number, with its number, or none.</summary>
    public (string Owner, long Number)? OwnerOfPerson(Session session, string workspace, Team team, string? email, string? phone, string except) =>
        Named(session.Find<(string Owner, long Number)>(
            """
            select owner, number from handoffs where workspace = @workspace and team = @team and is_open = 1 and owner is not null and id <> @except
                and (email_key = @email or phone_key = @phone) order by number desc limit 1
            """,
            new { workspace, team = Words.Of(team), email, phone, except }));

    /// <summary>Who owns the newest handoff to the team of the same company, open or closed, with its number, or none.</summary>
    public (string Owner, long Number)? OwnerOfCompany(Session session, string workspace, Team team, string? company, string except) =>
        company is null ? null : Named(session.Find<(string Owner, long Number)>(
            """
            select owner, number from handoffs where workspace = @workspace and company_key = @company and team = @team and owner is not null and id <> @except
                and state not in ('withdrawn', 'merged') order by raised_at desc, number desc limit 1
            """,
            new { workspace, team = Words.Of(team), company, except }));

    /// <summary>How many open handoffs each person owns.</summary>
    public Dictionary<string, long> Load(Session session, string workspace) =>
        session.Query<(string Owner, long Open)>("select owner, count(*) from handoffs where workspace = @workspace and owner is not null and is_open = 1 group by owner",
            new { workspace }).ToDictionary(row => row.Owner, row => row.Open);

    static (string, long)? Named((string Owner, long Number) row) => row.Owner is null ? null : row;

    static Twin View(Row row, string because) => new(Handoff.NameOf(row.Number), row.State, row.Owner, because);
}
