using SalesBot.Chat;
using SalesBot.Handoffs;

namespace SalesBot.Conversations;

/// <summary>The form of a handoff that is to be raised.</summary>
static class RaiseForm
{
    static readonly (string Name, string Label)[] Qualification =
    [
        ("need", "Need"),
        ("budget", "Budget"),
        ("authority", "Decision maker"),
        ("timeline", "Timeline"),
    ];

    /// <param name="to">The receiving team; none if that is to be chosen.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="values">By field, as far as known.</param>
    /// <param name="faults">By field.</param>
    public static FormBlock Of(
        string? to,
        string title,
        IReadOnlyDictionary<string, string> values,
        IReadOnlyDictionary<string, string[]> faults
    )
    {
        FormField[] team = to is not null
            ? []
            :
            [
                new("to", "To", FieldKind.Choice, Required: true)
                {
                    Options = [new FieldOption("sales", "Sales"), new FieldOption("marketing", "Marketing")],
                },
            ];
        FormField[] fields =
        [
            .. team,
            new("title", "What is it about?", FieldKind.Line, Required: true)
            {
                Value = title,
                Hint = to == "sales" ? "Jane Doe (Acme): wants a demo" : "Jane Doe (Acme): not ready before spring",
            },
            new("details", "Details", FieldKind.Text) { Hint = "Why now? What was said?" },
            // What was read from the words is seen before it is sent.
            .. Qualification
                .Where(field => values.ContainsKey(field.Name))
                .Select(field => new FormField(field.Name, field.Label, FieldKind.Line)),
            new("name", "Contact name", FieldKind.Line) { Hint = "Jane Doe" },
            new("email", "Email", FieldKind.Line) { Hint = "jane@acme.example" },
            new("company", "Company", FieldKind.Line) { Hint = "Acme" },
            new("kind", "Kind", FieldKind.Choice, Required: true)
            {
                Options =
                [
                    .. Enum.GetValues<HandoffKind>()
                        .Where(kind =>
                            to is null
                            || (
                                to == "sales" ? kind is HandoffKind.Lead or HandoffKind.Other : kind != HandoffKind.Lead
                            )
                        )
                        .Select(kind => new FieldOption(Words.Of(kind), HandoffLabels.Of(kind))),
                ],
            },
            new("urgency", "Urgency", FieldKind.Choice)
            {
                Value = Words.Of(Urgency.ThisWeek),
                Options =
                [
                    .. Enum.GetValues<Urgency>()
                        .Select(urgency => new FieldOption(Words.Of(urgency), HandoffLabels.Of(urgency))),
                ],
            },
            // Worth filling in only where one knows it.
            new("phone", "Phone", FieldKind.Line),
            new("role", "Role", FieldKind.Line) { Hint = "Head of purchasing" },
            new("source", "Source", FieldKind.Line) { Hint = "Where did they come from?" },
            new("nextStep", "Next step", FieldKind.Line) { Hint = "What should happen first?" },
        ];
        var own = to is null ? [] : new[] { ("to", to) };
        return new FormBlock(
            to is null ? "New handoff" : $"Hand over to {HandoffLabels.OfTeam(to)}",
            ChatAction.Of(
                "raise",
                [
                    .. own,
                    .. values
                        .Where(value => value.Key != "domain" && fields.All(field => field.Name != value.Key))
                        .Select(value => (value.Key, value.Value)),
                ]
            ),
            [
                .. fields.Select(field =>
                    field with
                    {
                        Value = values.GetValueOrDefault(field.Name) ?? field.Value,
                        Fault = faults
                            .FirstOrDefault(fault =>
                                fault.Key == field.Name
                                || fault.Key.EndsWith($".{field.Name}", StringComparison.Ordinal)
                            )
                            .Value
                            is { } wrong
                            ? string.Join(" ", wrong)
                            : null,
                    }
                ),
            ],
            to is null ? "Send" : $"Send to {HandoffLabels.OfTeam(to)}"
        )
        {
            Again = ChatAction.Of(
                "draft",
                [.. own, ("title", title), .. values.Select(value => (value.Key, value.Value))]
            ),
        };
    }
}
