using SalesBot.Chat;
using SalesBot.Handoffs.Requests;
using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>Which handoffs are wanted, as sent: <c>owner</c> is an id, a name, <c>me</c> or <c>none</c>;
/// <c>raisedBy</c> is <c>me</c>; <c>q</c> are words that all stand in number, title, person or company; <c>page</c>
/// counts from 1; <c>after</c> is the number of the last one seen: what follows it is shown, so that nothing is skipped
/// while a list is worked off.</summary>
sealed record HandoffFilter(
    string? State = null,
    string? Team = null,
    string? Owner = null,
    string? Direction = null,
    bool? Overdue = null,
    string? Q = null,
    int Page = 1,
    int Size = 50,
    bool? Open = null,
    string? RaisedBy = null,
    string? After = null
)
{
    public const int MostAtOnce = 200;

    const int MostWords = 10;

    /// <summary>Adds what is wrong with it, by field.</summary>
    public FieldFaults Check(FieldFaults faults)
    {
        faults.Choice<HandoffState>("state", State);
        faults.Choice<Team>("team", Team);
        faults.Choice<Direction>("direction", Direction);
        faults.Text("q", Q, 500);
        if (Page is < 1 or > 1_000_000)
            faults.Add("page", "Page numbers start at 1.");
        if (Size is < 1 or > MostAtOnce)
            faults.Add("size", $"A page must have 1 to {MostAtOnce} handoffs.");
        if (!string.IsNullOrWhiteSpace(After) && Handoff.NumberIn(After) is null)
            faults.Add("after", $"'{FieldFaults.Shown(After)}' is not a handoff number such as HO-1001.");
        if (!string.IsNullOrWhiteSpace(After) && Page > 1)
            faults.Add("page", "Give either 'page' or 'after', not both.");
        return faults;
    }

    /// <summary>The condition in SQL and its parameters, for what this person may see.</summary>
    public (string Where, Dictionary<string, object> Parameters) Sql(Person person, string? owner, DateTimeOffset now)
    {
        var (where, parameters) = (
            "workspace = @workspace",
            new Dictionary<string, object> { ["workspace"] = person.Workspace }
        );
        if (person.Role == Role.Employee)
            And(
                """
                id in (select id from handoffs where workspace = @workspace and raised_by = @me
                    union select id from handoffs where workspace = @workspace and owner = @me
                    union select handoff from handoff_watchers where workspace = @workspace and person = @me)
                """,
                "me",
                person.Id
            );
        if (!string.IsNullOrWhiteSpace(State))
            And("state = @state", "state", State.Trim().ToLowerInvariant());
        if (!string.IsNullOrWhiteSpace(Team))
            And("team = @team", "team", Team.Trim().ToLowerInvariant());
        if (!string.IsNullOrWhiteSpace(Direction))
            And(
                "team = @receiver",
                "receiver",
                Words.Of(
                    Words.Parse<Direction>(Direction) == Handoffs.Direction.MarketingToSales
                        ? People.Team.Sales
                        : People.Team.Marketing
                )
            );
        if (Owner?.Trim() is "none")
            where += " and owner is null";
        else if (owner is not null)
            And("owner = @owner", "owner", owner);
        if (RaisedBy is "me")
            And("raised_by = @sender", "sender", person.Id);
        if (Overdue is { } overdue)
            And(overdue ? "due_at < @now" : "(due_at is null or due_at >= @now)", "now", now.ToUnixTimeMilliseconds());
        if (Open is { } open)
            And("is_open = @open", "open", open ? 1L : 0L);
        var words = PersonText
            .Clean(Q ?? "")
            .ToLowerInvariant()
            .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
            .Distinct();
        // A number or else the longest is the rarest, as a rule, and spares looking for the others.
        foreach (
            var (i, word) in words
                .OrderByDescending(word => word.Any(char.IsDigit))
                .ThenByDescending(word => word.Length)
                .Take(MostWords)
                .Index()
        )
            And($"search like @q{i} escape '\\'", $"q{i}", $"%{Literal(word)}%");
        return (where, parameters);

        void And(string condition, string name, object value)
        {
            where += $" and {condition}";
            parameters[name] = value;
        }
    }

    /// <summary>Text in which nothing has a meaning to <c>like</c>.</summary>
    public static string Literal(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}
