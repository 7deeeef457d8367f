using System.Globalization;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>Forms as input blocks; a field's name is the id of its block.</summary>
static class Forms
{
    /// <summary>The one element of each block.</summary>
    public const string Element = "value";

    const int LongestLabel = 150;

    /// <summary>The fields of a dialog.</summary>
    public static IEnumerable<Block> Fields(FormBlock form) =>
        form.Fields.Select(field => Field(field) with { BlockId = field.Name });

    /// <summary>
    /// A form of one field within a view: it is sent by the key Enter, and the id of its block says what that does.
    /// </summary>
    public static IEnumerable<Block> Inline(FormBlock form, string action) =>
        form
            .Fields.Take(1)
            .Select(field => new InputBlock(
                PlainText.Of(form.Title, LongestLabel),
                new PlainTextInput(
                    field.Name,
                    Placeholder: field.Hint is { } hint ? PlainText.Of(hint, LongestLabel) : null,
                    MaxLength: PlainTextInput.Longest,
                    DispatchActionConfig: new DispatchActionConfig(["on_enter_pressed"])
                ),
                Optional: false,
                DispatchAction: true
            )
            {
                BlockId = action,
            });

    static InputBlock Field(FormField field) =>
        new(
            PlainText.Of(BlockKit.Capital(field.Label), LongestLabel),
            ElementOf(field),
            !field.Required,
            IsWritten(field) ? null : HintOf(field)
        );

    /// <summary>What is to be written stands in its box as an example; with other fields it stands below.</summary>
    static bool IsWritten(FormField field) => field.Kind is FieldKind.Line or FieldKind.Text;

    static PlainText? HintOf(FormField field) => field.Hint is { } hint ? PlainText.Of(hint, LongestLabel) : null;

    static BlockElement ElementOf(FormField field) =>
        field.Kind switch
        {
            FieldKind.Choice => Select(field),
            FieldKind.Date => new Datepicker(
                Element,
                DateOnly.TryParseExact(
                    field.Value,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
                    ? field.Value
                    : null
            ),
            FieldKind.Person => new UsersSelect(
                Element,
                InitialUser: field.Value is { } value
                && Address.Parse(value) is { Platform: SlackPlatform.PlatformName } person
                && SlackPlatform.IsUser(person.Conversation)
                    ? person.Conversation
                    : null
            ),
            _ => new PlainTextInput(
                Element,
                field.Kind == FieldKind.Text,
                field.Value is { Length: > 0 } text ? PersonText.Cut(text, PlainTextInput.Longest) : null,
                Placeholder: HintOf(field),
                MaxLength: PlainTextInput.Longest
            ),
        };

    static StaticSelect Select(FormField field)
    {
        var options = field
            .Options.Take(StaticSelect.MostOptions)
            .Select(option => new SelectOption(PlainText.Of(option.Label, SelectOption.Longest), option.Value))
            .ToList();
        return new StaticSelect(Element, options, InitialOption: options.Find(option => option.Value == field.Value));
    }

    /// <summary>What somebody has filled in, by field; what was left empty is an empty text.</summary>
    /// <param name="team">Whose users are chosen.</param>
    /// <param name="state">The view's <c>state</c>.</param>
    public static Dictionary<string, string> Values(string team, System.Text.Json.JsonElement state)
    {
        var values = new Dictionary<string, string>();
        if (state.At("values") is not { ValueKind: System.Text.Json.JsonValueKind.Object } blocks)
            return values;
        foreach (var block in blocks.EnumerateObject())
            if (
                block.Value.ValueKind == System.Text.Json.JsonValueKind.Object
                && block.Value.EnumerateObject().FirstOrDefault().Value is { } element
            )
                values[block.Name] =
                    element.Text("value")
                    ?? element.Text("selected_option", "value")
                    ?? element.Text("selected_date")
                    ?? (
                        element.Text("selected_user") is { } user
                            ? new Address(SlackPlatform.PlatformName, team, user).ToString()
                            : ""
                    );
        return values;
    }
}
