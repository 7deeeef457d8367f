using SalesBot.Handoffs.Routing;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs;

/// <summary>Finds handoffs and draws their cards.</summary>
sealed class HandoffLists(
    Database database,
    HandoffStore store,
    RoutingStore routing,
    Roster roster,
    HandoffCards cards,
    TimeProvider time
)
{
    /// <summary>A page of what a person may see, newest first.</summary>
    /// <param name="filter">Checked before.</param>
    /// <param name="person">Who looks.</param>
    public HandoffPage Page(HandoffFilter filter, Person person) =>
        database.Read(session =>
        {
            var (where, parameters) = filter.Sql(person, OwnerOf(session, filter, person), time.GetUtcNow());
            parameters["size"] = filter.Size;
            parameters["skip"] = (filter.Page - 1L) * filter.Size;
            var total = session.Single<long>($"select count(*) from handoffs where {where}", parameters);
            var behind = Handoff.NumberIn(filter.After ?? "");
            if (behind is { } last)
                parameters["behind"] = last;
            var ids =
                total == 0
                    ? []
                    : session.Query<string>(
                        $"select id from handoffs where {where}{(behind is null ? "" : " and number < @behind")} order by number desc limit @size offset @skip",
                        parameters
                    );
            var names = roster.Names(person.Workspace);
            return new HandoffPage(
                [.. store.Load(session, person.Workspace, ids).Select(handoff => cards.Of(handoff, person, names))],
                filter.Page,
                filter.Size,
                total
            );
        });

    /// <summary>The card of a handoff, with its twins; none if there is no such or the person may not see it.</summary>
    public HandoffCard? Find(string name, Person person) =>
        database.Read(session =>
            Handoff.NumberIn(name) is { } number
            && store.Find(session, person.Workspace, number) is { } handoff
            && Moves.MoveRights.MaySee(handoff, person)
                ? Card(session, handoff, person)
                : null
        );

    /// <summary>The card of a handoff that was just changed, with its twins.</summary>
    public HandoffCard Card(Handoff handoff, Person person) => database.Read(session => Card(session, handoff, person));

    /// <summary>Every handoff that fits, oldest first, a page at a time, so that there may be any number.</summary>
    public IEnumerable<HandoffCard> All(HandoffFilter filter, Person person)
    {
        for (long last = 0; ; )
        {
            var page = database.Read(session =>
            {
                var (where, parameters) = filter.Sql(person, OwnerOf(session, filter, person), time.GetUtcNow());
                parameters["last"] = last;
                parameters["size"] = HandoffFilter.MostAtOnce;
                return store.Load(
                    session,
                    person.Workspace,
                    session.Query<string>(
                        $"select id from handoffs where {where} and number > @last order by number limit @size",
                        parameters
                    )
                );
            });
            if (page.Count == 0)
                yield break;
            var names = roster.Names(person.Workspace);
            foreach (var handoff in page)
                yield return cards.Of(handoff, person, names);
            last = page[^1].Number;
        }
    }

    /// <summary>Open handoffs to a team that may be about the same person or company.</summary>
    public IReadOnlyList<Twin> Twins(Person person, Team team, string? email, string? phone, string? domain) =>
        database.Read(session =>
            routing.Twins(
                session,
                person.Workspace,
                team,
                RelationKeys.Of(
                    new ContactPerson(null, email, phone, null),
                    new Company(null, domain is null ? null : ContactKeys.Domain(domain), null, null, null)
                ),
                ""
            )
        );

    HandoffCard Card(Session session, Handoff handoff, Person person) =>
        cards.Of(
            handoff,
            person,
            roster.Names(person.Workspace),
            handoff.IsOpen && person.Role != Role.Employee
                ? routing.Twins(session, handoff.Workspace, handoff.Team, RelationKeys.Of(handoff.Words), handoff.Id)
                : null
        );

    string? OwnerOf(Session session, HandoffFilter filter, Person person) =>
        filter.Owner?.Trim() switch
        {
            null or "" or "none" => null,
            "me" => person.Id,
            var named => roster.Find(session, person.Workspace, named)?.Id ?? named,
        };
}
