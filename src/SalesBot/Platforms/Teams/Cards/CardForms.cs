using System.Globalization;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>Forms as the inputs of a card; a field's name is the id of its input.</summary>
static class CardForms
{
    const int LongestLabel = 100,
        LongestText = 10_000,
        LongestLine = 500,
        MostOptions = 100;

    /// <summary>The fields, each with what is wrong with it below.</summary>
    public static IEnumerable<CardElement> Fields(FormBlock form)
    {
        foreach (var field in form.Fields)
        {
            // A text that would be cut in the field would be kept cut.
            if (
                field.Value?.Length > (field.Kind == FieldKind.Text ? LongestText : LongestLine)
                && field.Kind is FieldKind.Text or FieldKind.Line
            )
            {
                var kept = $"{CardDrawing.Capital(field.Label)} is too long to edit here, so it stays as it is.";
                yield return RichTextBlock.Of(new TextRun(kept) { IsSubtle = true });
                continue;
            }
            yield return Input(field);
            if (field.Fault is { } fault)
                yield return RichTextBlock.Of(
                    new TextRun(CardDrawing.Safe(fault)) { Color = "attention", Size = "small" }
                ) with
                {
                    Spacing = "none",
                };
            if (field.Hint is { } hint && field.Kind is FieldKind.Date or FieldKind.Choice)
                yield return RichTextBlock.Of(
                    new TextRun(CardDrawing.Safe(hint)) { IsSubtle = true, Size = "small" }
                ) with
                {
                    Spacing = "none",
                };
        }
    }

    static CardInput Input(FormField field)
    {
        var label = PersonText.Cut(CardDrawing.Safe(CardDrawing.Capital(field.Label)), LongestLabel);
        CardInput input = field.Kind switch
        {
            FieldKind.Choice => new ChoiceSetInput(
                field.Name,
                label,
                [
                    .. field
                        .Options.Take(MostOptions)
                        .Select(option => new InputChoice(CardDrawing.Capital(option.Label), option.Value)),
                ]
            )
            {
                Placeholder = "Choose…",
                Value = field.Options.Any(option => option.Value == field.Value) ? field.Value : null,
            },
            FieldKind.Date => new DateInput(field.Name, label)
            {
                Value = DateOnly.TryParseExact(
                    field.Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
                    ? field.Value
                    : null,
            },
            FieldKind.Text => Text(field, label, LongestText) with { IsMultiline = true },
            FieldKind.Person => Text(field with { Hint = field.Hint ?? "A name" }, label, LongestLine),
            _ => Text(field, label, LongestLine),
        };
        return field.Required
            ? input with
            {
                IsRequired = true,
                ErrorMessage = field.Kind == FieldKind.Choice ? "Choose one." : "Please fill this in.",
            }
            : input;
    }

    static TextInput Text(FormField field, string label, int longest) =>
        new(field.Name, label)
        {
            MaxLength = longest,
            Placeholder = field.Hint,
            Value = field.Value is { Length: > 0 } value ? value : null,
        };
}
