using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// What became of a change to the roster: a sentence, and whether it was refused for lack of rights, faulty, or done.
/// </summary>
sealed record RosterResult(RosterResult.Outcome Ended, string Sentence, Member? Member = null)
{
    /// <summary>What followed from the change elsewhere, in a sentence; null if nothing.</summary>
    public string? Also { get; init; }

    public enum Outcome
    {
        Done,
        Refused,
        Faulty,
    }
}

/// <summary>
/// Who is who: roles given and taken by admins, absences told by people themselves or their managers.
/// </summary>
/// <param name="database">Where it is read from.</param>
/// <param name="writer">How it is changed.</param>
/// <param name="store">Its rows.</param>
/// <param name="services">Where slices are found that observe changes; they use the roster themselves, so they are
/// looked up late.</param>
/// <param name="audit">What was tried and refused.</param>
/// <param name="time">Now.</param>
sealed class Roster(
    Database database,
    Writer writer,
    RosterStore store,
    IServiceProvider services,
    Audit audit,
    TimeProvider time
)
{
    /// <summary>Longest name and id that are kept.</summary>
    const int MaxLength = 200;

    /// <summary>Everybody of a workspace, by name.</summary>
    public IReadOnlyList<Member> All(string workspace) => database.Read(session => store.All(session, workspace));

    /// <summary>Names by id, with the personas of one's own machine.</summary>
    public IReadOnlyDictionary<string, string> Names(string workspace) =>
        All(workspace)
            .ToDictionary(member => member.Id, member => member.Name)
            .With(Personas.All.Select(persona => (persona.Id, persona.Name)));

    /// <summary>The person behind an id, with the role they have now; a stranger is an employee.</summary>
    public Person PersonOf(string workspace, string id) =>
        database.Read(session => store.Find(session, workspace, id)) is { } member
            ? new Person(id, member.Name, member.Role, workspace)
            : new Person(id, id, Role.Employee, workspace);

    /// <summary>Whether somebody is called so, or has that id.</summary>
    public bool Knows(string workspace, string idOrName) =>
        database.Read(session => Find(session, workspace, idOrName)) is not null;

    /// <summary>
    /// Somebody by id or by a name that only one has, personas included; none if there is no such or more than one.
    /// </summary>
    public Person? Find(Session session, string workspace, string idOrName)
    {
        var all = store.All(session, workspace);
        var found = all.Where(member => member.Id == idOrName).ToList() is { Count: > 0 } byId
            ? byId
            : all.Where(member => member.Name.Equals(idOrName.TrimStart('@'), StringComparison.OrdinalIgnoreCase))
                .ToList();
        if (found is [var member])
            return new Person(member.Id, member.Name, member.Role, workspace);
        return found.Count > 1 ? null
            : Personas.Find(
                idOrName.StartsWith("local:", StringComparison.Ordinal) ? idOrName["local:".Length..] : idOrName
            )
                is { } persona
                ? persona with
                {
                    Workspace = workspace,
                }
            : null;
    }

    /// <summary>Changes a member, who is added if new.</summary>
    public async Task<RosterResult> SetAsync(Person actor, string id, MemberChange change)
    {
        id = PersonText.Clean(id);
        if (Fault(actor, id, change) is { } fault)
        {
            if (fault.Ended == RosterResult.Outcome.Refused)
                await audit.RefusedAsync(actor, $"to change {id}");
            return fault;
        }
        return await writer.WriteAsync(session =>
        {
            if (
                store.Find(session, actor.Workspace, id) is null
                && actor.Id != id
                && Unseen(id).Role == Role.Employee
                && change is { Name: null, Role: null }
            )
                return new RosterResult(
                    RosterResult.Outcome.Faulty,
                    $"Nobody has the id {id}; give a name or a role to add them."
                );
            var before = store.Find(session, actor.Workspace, id) ?? Unseen(id);
            if (change.Role is { } role && before.Configured && role != before.Role)
                return new RosterResult(
                    RosterResult.Outcome.Faulty,
                    $"The configuration gives {before.Name} the role {Words.Of(before.Role)}; change it there."
                );
            if (
                before.Role == Role.Admin
                && change.Role is { } less
                && less != Role.Admin
                && !store.All(session, actor.Workspace).Any(other => other.Role == Role.Admin && other.Id != id)
            )
                return new RosterResult(
                    RosterResult.Outcome.Refused,
                    $"{before.Name} is the only admin; make somebody else an admin first."
                );
            var after = before with
            {
                Name = PersonText.Clean(change.Name ?? "") is { Length: > 0 } name ? name : before.Name,
                Role = change.Role ?? before.Role,
                AwayFrom = change.Back ? null : change.AwayFrom ?? before.AwayFrom,
                AwayUntil = change.Back ? null : change.AwayUntil ?? before.AwayUntil,
                Capacity = change.Capacity ?? before.Capacity,
            };
            store.Keep(session, actor.Workspace, after);
            store.Note(session, time.GetUtcNow(), actor, id, Told(before, after));
            var followed =
                before.Role == after.Role
                    ? []
                    : services
                        .GetServices<IMemberObserver>()
                        .Select(observer => observer.RoleChanged(session, actor, before, after))
                        .OfType<string>()
                        .ToList();
            return new RosterResult(
                RosterResult.Outcome.Done,
                string.Join(". ", followed.Select(sentence => sentence.TrimEnd('.')).Prepend(Told(before, after))),
                after
            )
            {
                Also = followed.Count == 0 ? null : string.Join(" ", followed),
            };
        });
    }

    /// <summary>Somebody of whom nothing was said yet.</summary>
    static Member Unseen(string id) =>
        Personas.All.FirstOrDefault(persona => persona.Id == id) is { } persona
            ? new Member(id, persona.Name, persona.Role, null, null, null, false)
            : new Member(id, id, Role.Employee, null, null, null, false);

    RosterResult? Fault(Person actor, string id, MemberChange change)
    {
        var ownAbsenceOnly = change is { Name: null, Role: null, Capacity: null } && (actor.Id == id || actor.Leads);
        return actor.Role != Role.Admin && !ownAbsenceOnly
                ? new(
                    RosterResult.Outcome.Refused,
                    "Only an admin can change names, roles and capacity. People can set their own absences, and so can managers."
                )
            : id.Length is 0 or > MaxLength || change.Name?.Length > MaxLength
                ? Faulty($"An id or a name must have 1 to {MaxLength} characters.")
            : id.StartsWith("local:", StringComparison.Ordinal) && change.Role is not null
                ? Faulty("A persona's role can't be changed.")
            : change.AwayUntil is { } until && until <= time.GetUtcNow()
                ? Faulty("That absence has already ended; give an end in the future.")
            : (change.AwayFrom is null) != (change.AwayUntil is null)
                ? Faulty("An absence needs a start and an end; give both.")
            : change.AwayFrom >= change.AwayUntil ? Faulty("The absence ends before it begins.")
            : change.Capacity is < 0 or > 10_000 ? Faulty("The capacity must be a number of handoffs from 0 to 10,000.")
            : null;
    }

    static RosterResult Faulty(string sentence) => new(RosterResult.Outcome.Faulty, sentence);

    static string Told(Member before, Member after) =>
        string.Join(
            ", ",
            new[]
            {
                before.Role != after.Role
                    ? $"{after.Name}'s role is now {Words.Of(after.Role)} (was {Words.Of(before.Role)})"
                    : null,
                before.Name != after.Name && before.Name != before.Id
                    ? $"{before.Name} is now called {after.Name}"
                    : null,
                after.AwayUntil is { } until && until != before.AwayUntil
                    ? $"{after.Name} is away until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
                    : null,
                before.AwayUntil is not null && after.AwayUntil is null ? $"{after.Name} is back" : null,
                before.Capacity != after.Capacity
                    ? $"{after.Name} gets up to {after.Capacity} handoffs by rotation"
                    : null,
            }.OfType<string>()
        )
            is { Length: > 0 } told
            ? told
            : $"{after.Name} is still {Words.Of(after.Role)}";
}

static class DictionaryAdditions
{
    /// <summary>The same with entries that are not in it yet.</summary>
    public static Dictionary<string, string> With(
        this Dictionary<string, string> table,
        IEnumerable<(string Key, string Value)> more
    )
    {
        foreach (var (key, value) in more)
            table.TryAdd(key, value);
        return table;
    }
}
