using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>The roster's rows, with the people whom the configuration names.</summary>
sealed class RosterStore(ConfiguredRoles configured)
{
    sealed record Row(string Id, string Name, string Role, long? AwayFrom, long? AwayUntil, long? Capacity);

    const string Columns =
        "id as Id, name as Name, role as Role, away_from as AwayFrom, away_until as AwayUntil, capacity as Capacity";

    /// <summary>Everybody, by name.</summary>
    public List<Member> All(Session session, string workspace)
    {
        var rows = session.Query<Row>($"select {Columns} from people where workspace = @workspace", new { workspace });
        var known = rows.Select(row => row.Id).ToHashSet();
        // The configuration knows of one company only.
        var named = workspace != Workspace.Default ? [] : configured.All;
        return
        [
            .. rows.Select(row => Member(row, workspace))
                .Concat(named.Where(id => !known.Contains(id)).Select(Unseen))
                .OrderBy(member => member.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The member with that id, or none.</summary>
    public Member? Find(Session session, string workspace, string id) =>
        session.Find<Row>(
            $"select {Columns} from people where workspace = @workspace and id = @id",
            new { workspace, id }
        )
            is { } row
            ? Member(row, workspace)
        : workspace == Workspace.Default && configured.RoleOf(id) is not null ? Unseen(id)
        : null;

    /// <summary>What somebody is called, personas and the bot itself included; strangers by their id.</summary>
    public string NameOf(Session session, string workspace, string id) =>
        session.Find<string>("select name from people where workspace = @workspace and id = @id", new { workspace, id })
        ?? Personas.All.FirstOrDefault(persona => persona.Id == id)?.Name
        ?? (id == "system" ? "SalesBot" : id);

    /// <summary>The person behind an id, with the role they have now; a stranger is an employee.</summary>
    public Person PersonOf(Session session, string workspace, string id) =>
        Personas.All.FirstOrDefault(persona => persona.Id == id) is { } local ? local with { Workspace = workspace }
        : Find(session, workspace, id) is { } member ? new Person(id, member.Name, member.Role, workspace)
        : new Person(id, id, Role.Employee, workspace);

    /// <summary>
    /// The ids of some of a role, personas included, who have spoken to the bot alone, those met last first.
    /// </summary>
    public IReadOnlyList<string> ReachableOf(Session session, string workspace, Role role, int most)
    {
        var named = workspace == Workspace.Default ? configured.With(role) : [];
        return session.Query<string>(
            """
            select person from reach where workspace = @workspace and (person in @named or exists
                (select 1 from people where people.workspace = reach.workspace and people.id = reach.person and people.role = @role))
            order by seen_at desc limit @most
            """,
            new
            {
                workspace,
                role = Words.Of(role),
                most,
                named = named.Concat(Personas.All.Where(persona => persona.Role == role).Select(persona => persona.Id)),
            }
        );
    }

    /// <summary>Remembers what a stranger is called, so that others can name them.</summary>
    public void Seen(Session session, string workspace, string id, string name) =>
        session.Execute(
            """
            insert into people (workspace, id, name, role, last_routed_at) values (@workspace, @id, @name, @role, 0)
            on conflict (workspace, id) do update set name = excluded.name where people.name = people.id
            """,
            new
            {
                workspace,
                id,
                name,
                role = Words.Of(Role.Employee),
            }
        );

    /// <summary>Keeps a member as given.</summary>
    /// <remarks>
    /// A role that the configuration gives is not written down: it must not outlive the configuration.
    /// </remarks>
    public void Keep(Session session, string workspace, Member member) =>
        session.Execute(
            $"""
            insert into people (workspace, id, name, role, away_from, away_until, capacity, last_routed_at)
            values (@workspace, @Id, @Name, @role, @from, @until, @Capacity, 0)
            on conflict (workspace, id) do update set name = excluded.name, {(
                member.Configured ? "" : "role = excluded.role, "
            )}away_from = excluded.away_from,
                away_until = excluded.away_until, capacity = excluded.capacity
            """,
            new
            {
                workspace,
                member.Id,
                member.Name,
                member.Capacity,
                role = Kept(member),
                from = member.AwayFrom?.ToUnixTimeMilliseconds(),
                until = member.AwayUntil?.ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>Writes down who changed what about whom.</summary>
    public void Note(Session session, DateTimeOffset at, Person actor, string person, string what) =>
        session.Execute(
            "insert into people_changes (id, workspace, at, actor, person, what) values (@id, @Workspace, @at, @actor, @person, @what)",
            new
            {
                id = Guid.CreateVersion7(at).ToString(),
                actor.Workspace,
                at = at.ToUnixTimeMilliseconds(),
                actor = actor.Id,
                person,
                what,
            }
        );

    /// <summary>When rotation last chose each of them.</summary>
    public Dictionary<string, long> LastRouted(Session session, string workspace) =>
        session
            .Query<(string Id, long At)>(
                "select id, last_routed_at from people where workspace = @workspace",
                new { workspace }
            )
            .ToDictionary(row => row.Id, row => row.At);

    /// <summary>Remembers that rotation chose them.</summary>
    public void Routed(Session session, string workspace, Member member, DateTimeOffset at) =>
        session.Execute(
            """
            insert into people (workspace, id, name, role, last_routed_at) values (@workspace, @Id, @Name, @role, @at)
            on conflict (workspace, id) do update set last_routed_at = excluded.last_routed_at
            """,
            new
            {
                workspace,
                member.Id,
                member.Name,
                role = Kept(member),
                at = at.ToUnixTimeMilliseconds(),
            }
        );

    static string Kept(Member member) => Words.Of(member.Configured ? Role.Employee : member.Role);

    Member Member(Row row, string workspace)
    {
        var given = workspace == Workspace.Default ? configured.RoleOf(row.Id) : null;
        return new(
            row.Id,
            row.Name,
            given ?? Words.Parse<Role>(row.Role) ?? Role.Employee,
            At(row.AwayFrom),
            At(row.AwayUntil),
            row.Capacity,
            given is not null
        );
    }

    Member Unseen(string id) => new(id, id, configured.RoleOf(id) ?? Role.Employee, null, null, null, Configured: true);

    static DateTimeOffset? At(long? milliseconds) =>
        milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
