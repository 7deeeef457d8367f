namespace SalesBot.Handoffs.Reports;

/// <summary>A handoff as a row of a table, for export.</summary>
static class HandoffColumns
{
    static readonly (string Name, Func<HandoffCard, object?> Cell)[] All =
    [
        ("number", card => card.Number),
        ("state", card => card.State),
        ("direction", card => card.Direction),
        ("kind", card => card.Kind),
        ("urgency", card => card.Urgency),
        ("title", card => card.Title),
        ("details", card => card.Details),
        ("person_name", card => card.Person?.Name),
        ("person_email", card => card.Person?.Email),
        ("person_phone", card => card.Person?.Phone),
        ("person_role", card => card.Person?.Role),
        ("company_name", card => card.Company?.Name),
        ("company_domain", card => card.Company?.Domain),
        ("company_size", card => card.Company?.Size),
        ("company_industry", card => card.Company?.Industry),
        ("company_region", card => card.Company?.Region),
        ("links", card => List(card.Links)),
        ("notes", card => List(card.History.Select(e => e.Note).OfType<string>())),
        ("lawful_basis", card => card.LawfulBasis),
        ("opt_outs", card => List(card.OptOuts)),
        ("retain_until", card => card.RetainUntil?.ToString("yyyy-MM-dd")),
        ("source", card => card.Source),
        ("campaign", card => card.Campaign),
        ("next_step", card => card.NextStep),
        ("raised_by", card => card.RaisedBy),
        ("team", card => card.Team),
        ("owner", card => card.Owner),
        ("raised_at", card => Time(card.RaisedAt)),
        ("accepted_at", card => Time(card.AcceptedAt)),
        ("first_contact_at", card => Time(card.FirstContactAt)),
        ("closed_at", card => Time(card.ClosedAt)),
        ("due_at", card => card.Due is [var due, ..] ? Time(due.At) : null),
        ("overdue", card => card.Due.Any(due => due.Overdue) ? "yes" : "no"),
        ("outcome", card => card.Outcome),
        ("reason", card => card.Reason),
        ("wake_up", card => card.WakeUp?.ToString("yyyy-MM-dd")),
        ("rating", card => card.Rating),
        ("duplicate_of", card => card.DuplicateOf),
        ("cycle", card => card.Cycle),
        ("version", card => card.Version),
        ("id", card => card.Id),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(column => column.Name)];

    public static IReadOnlyList<object?> Cells(HandoffCard card) => [.. All.Select(column => column.Cell(card))];

    static string? List(IEnumerable<string> texts) => string.Join("; ", texts) is { Length: > 0 } all ? all : null;

    static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
