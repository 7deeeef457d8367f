using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Routing;

/// <summary>Another open handoff that may be about the same person or company.</summary>
sealed record Twin(string Number, string State, string? Owner, string Because);

/// <summary>By what a handoff is told to be about the same person or company: keys of <see cref="ContactKeys"/>, none where nothing is known.</summary>
sealed record RelationKeys(string? Email, string? Phone, string? Company)
{
    public static RelationKeys Of(HandoffBrief brief, ContactPerson? person) => new(
        person?.Email is { } email ? ContactKeys.Email(email) : null, person?.Phone is { } phone ? ContactKeys.Phone(phone) : null, ContactKeys.Company(brief.Company, person));
}

/// <summary>What routing and duplicates need to know of other handoffs: the newest of each relation, found by their keys.</summary>
sealed class RoutingStore
{
    /// <summary>More of the same address, number or company say nothing new.</summary>
    const int Most = 20;

    sealed record Row(string Id, long Number, string State, string Team, string? Owner, long IsOpen);

    const string Select = "select id as Id, number as Number, state as State, team as Team, owner as Owner, is_open as IsOpen from handoffs where workspace = @workspace";

    /// <summary>
    /// Open handoffs that have the same mailbox or phone number, whichever team receives them, which are twins; and then those to the same team about the same
    /// company, which is only a hint.
    /// </summary>
    /// <param name="session">What is read from.</param>
    /// <param name="workspace">Whose they are.</param>
    /// <param name="team">Who receives them.</param>
    /// <param name="keys">What they have in common.</param>
    /// <param name="except">The id of the one that is looked at, or empty.</param>
    public List<Twin> Twins(Session session, string workspace, Team team, RelationKeys keys, string except) =>
    [
        .. SamePerson(session, workspace, keys).Concat(SameCompany(session, workspace, keys).Take(5).Where(row => row.Team == Words.Of(team)).Select(row => (Row: row, Because: "same company")))
            .Where(found => found.Row.IsOpen == 1 && found.Row.Id != except)
            .DistinctBy(found => found.Row.Id)
            .Select(found => new Twin(Handoff.NameOf(found.Row.Number), found.Row.State, found.Row.Owner, found.Because)),
    ];

    /// <summary>Who owns the newest open handoff to the team about the same person, with its number, or none.</summary>
    public (string Owner, long Number)? OwnerOfPerson(Session session, string workspace, Team team, RelationKeys keys, string except) =>
        Owner(SamePerson(session, workspace, keys).Select(found => found.Row).OrderByDescending(row => row.Number), team, except);

    /// <summary>Who owns the newest handoff to the team about the same company, open or closed, with its number, or none.</summary>
    public (string Owner, long Number)? OwnerOfCompany(Session session, string workspace, Team team, RelationKeys keys, string except) =>
        Owner(SameCompany(session, workspace, keys).Where(row => row.State is not ("withdrawn" or "merged")), team, except);

    /// <summary>Whether somebody owns fewer than so many open handoffs.</summary>
    public bool HasRoom(Session session, string workspace, string owner, long capacity) => session.Single<long>(
        "select count(*) from (select 1 from handoffs where workspace = @workspace and owner = @owner and is_open = 1 limit @capacity) as theirs",
        new { workspace, owner, capacity }) < capacity;

    static IEnumerable<(Row Row, string Because)> SamePerson(Session session, string workspace, RelationKeys keys)
    {
        var mailbox = keys.Email is null ? [] : session.Query<Row>($"{Select} and email_key = @Email and is_open = 1 order by number desc limit @Most",
            new { workspace, keys.Email, Most });
        var phone = keys.Phone is null ? [] : session.Query<Row>($"{Select} and phone_key = @Phone and is_open = 1 order by number desc limit @Most",
            new { workspace, keys.Phone, Most });
        return mailbox.Select(row => (row, "same e-mail address")).Concat(phone.Select(row => (row, "same phone number")));
    }

    static List<Row> SameCompany(Session session, string workspace, RelationKeys keys) => keys.Company is null ? []
        : session.Query<Row>($"{Select} and company_key = @Company order by number desc limit @Most", new { workspace, keys.Company, Most });

    static (string, long)? Owner(IEnumerable<Row> rows, Team team, string except) =>
        rows.FirstOrDefault(row => row.Owner is not null && row.Team == Words.Of(team) && row.Id != except) is { Owner: { } owner } found ? (owner, found.Number) : null;
}
