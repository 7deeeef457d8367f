using SalesBot.Chat;
using SalesBot.Handoffs;

namespace SalesBot.Conversations;

/// <summary>The form of a handoff that is to be raised.</summary>
static class RaiseForm
{
    /// <param name="to">The receiving team; none if that is to be chosen.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="values">By field, as far as known.</param>
    /// <param name="faults">By field.</param>
    public static FormBlock Of(string? to, string title, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string[]> faults)
    {
        FormField[] team = to is not null ? [] :
        [
            new("to", "to", FieldKind.Choice, Required: true) { Options = [new FieldOption("sales", "sales"), new FieldOption("marketing", "marketing")] },
        ];
        FormField[] fields =
        [
            .. team,
            new("title", "what", FieldKind.Line, Required: true) { Value = title },
            new("kind", "kind", FieldKind.Choice, Required: true)
            {
                Options = [.. Enum.GetValues<HandoffKind>()
                    .Where(kind => to is null || (to == "sales" ? kind is HandoffKind.Lead or HandoffKind.Other : kind != HandoffKind.Lead))
                    .Select(kind => new FieldOption(Words.Of(kind), Words.Of(kind).Replace('-', ' ')))],
            },
            new("details", "details", FieldKind.Text),
            new("name", "person", FieldKind.Line),
            new("email", "e-mail", FieldKind.Line),
            new("phone", "phone", FieldKind.Line),
            new("company", "company", FieldKind.Line),
            new("urgency", "urgency", FieldKind.Choice)
            {
                Options = [.. Enum.GetValues<Urgency>().Select(urgency => new FieldOption(Words.Of(urgency), Words.Of(urgency).Replace('-', ' ')))],
            },
            new("source", "source", FieldKind.Line),
            new("nextStep", "next step", FieldKind.Line),
        ];
        var own = to is null ? [] : new[] { ("to", to) };
        return new FormBlock(to is null ? "New handoff" : $"Hand over to {to}",
            ChatAction.Of("raise", [.. own, .. values.Where(value => fields.All(field => field.Name != value.Key)).Select(value => (value.Key, value.Value))]),
            [.. fields.Select(field => field with
            {
                Value = values.GetValueOrDefault(field.Name) ?? field.Value,
                Fault = faults
                    .FirstOrDefault(fault => fault.Key == field.Name || fault.Key.EndsWith($".{field.Name}", StringComparison.Ordinal)).Value is { } wrong
                    ? string.Join(" ", wrong) : null,
            })],
            "hand over") { Again = ChatAction.Of("draft", [.. own, ("title", title), .. values.Select(value => (value.Key, value.Value))]) };
    }
}
