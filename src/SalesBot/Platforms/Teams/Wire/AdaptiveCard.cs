using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>A card (adaptivecards.io/explorer) of version 1.5, the newest that Teams takes from bots.</summary>
sealed record AdaptiveCard(IReadOnlyList<CardElement> Body)
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-3)]
    public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Type => "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version => "1.5";

    /// <summary>How it is drawn otherwise for some of its readers.</summary>
    public CardRefresh? Refresh { get; init; }

    /// <summary>What screen readers say of it, and clients that cannot draw it show.</summary>
    public string? FallbackText { get; init; }

    public TeamsCardWidth? Msteams { get; init; } = new();
}

/// <summary>Teams draws cards narrow unless they ask for the full width.</summary>
sealed record TeamsCardWidth(string Width = "Full");

/// <summary>Asks, for those users, what the card is now; the ids are <c>29:…</c>.</summary>
sealed record CardRefresh(CardAction Action, IReadOnlyList<string> UserIds)
{
    public const int MostUsers = 60;
}

/// <summary>
/// A part of a card. People's words stand in <see cref="RichTextBlock"/>, where nothing in them is markup.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(DateText), "TextBlock")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
abstract record CardElement
{
    /// <summary>The space above: <c>none</c>, <c>small</c>, <c>medium</c> …</summary>
    public string? Spacing { get; init; }
}

/// <summary>Text as it stands, with no markup in it.</summary>
sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    public static RichTextBlock Of(TextRun run) => new([run]);
}

/// <summary>
/// The bot's own words with a point of time that the client draws as the reader's clock has it; nothing that people say
/// may stand in it.
/// </summary>
sealed record DateText(string Text) : CardElement
{
    public bool Wrap => true;

    public string? Weight { get; init; }

    /// <summary>
    /// The functions that the client makes a day and a time of (adaptivecards.io, date and time formatting).
    /// </summary>
    public static string Moment(DateTimeOffset at)
    {
        var utc = at.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            System.Globalization.CultureInfo.InvariantCulture
        );
        return $"{{{{DATE({utc}, SHORT)}}}}, {{{{TIME({utc})}}}}";
    }
}

/// <summary>A stretch of text in one style.</summary>
sealed record TextRun(string Text)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TextRun";

    public string? Weight { get; init; }
    public string? Size { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public CardAction? SelectAction { get; init; }
}

/// <summary>Rows of cells, as wide in proportion as its columns say; the first row holds the heads.</summary>
sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : CardElement
{
    public bool ShowGridLines => false;
}

sealed record TableColumn(int Width);

sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TableRow";
}

sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type => "TableCell";
}

sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <summary>A column: <c>auto</c>, <c>stretch</c> for what is left, or so wide (<c>110px</c>).</summary>
sealed record Column(string Width, IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type => "Column";

    public string? VerticalContentAlignment { get; init; }
}

sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement
{
    /// <summary>So many actions can be read side by side on a phone; further ones stand behind a menu.</summary>
    public const int MostShown = 4;
}

/// <summary>Something to fill in; what was filled in comes under its id.</summary>
abstract record CardInput(string Id, string Label) : CardElement
{
    public bool? IsRequired { get; init; }

    /// <summary>What is said where a required one is empty.</summary>
    public string? ErrorMessage { get; init; }

    public string? Value { get; init; }
}

sealed record TextInput(string Id, string Label) : CardInput(Id, Label)
{
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
    public string? Placeholder { get; init; }
}

sealed record ChoiceSetInput(string Id, string Label, IReadOnlyList<InputChoice> Choices) : CardInput(Id, Label)
{
    public string? Placeholder { get; init; }
}

sealed record InputChoice(string Title, string Value);

sealed record DateInput(string Id, string Label) : CardInput(Id, Label);

/// <summary>Something to press.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
abstract record CardAction(string? Title)
{
    public const string Menu = "secondary",
        Main = "positive";

    /// <summary><c>secondary</c> stands behind a menu.</summary>
    public string? Mode { get; init; }

    /// <summary><c>positive</c>: what most people will want.</summary>
    public string? Style { get; init; }
}

/// <summary>Comes as the invoke <c>adaptiveCard/action</c>, whose answer may be the card as it is then.</summary>
sealed record ExecuteAction(string? Title, string Verb, IReadOnlyDictionary<string, string> Data) : CardAction(Title)
{
    /// <summary>For clients that do not know it.</summary>
    public CardAction? Fallback { get; init; }

    /// <summary><c>none</c>: what stands in the inputs is neither looked at nor sent.</summary>
    public string? AssociatedInputs { get; init; }
}

/// <summary>
/// Comes as a message with a value, as <c>task/fetch</c> if its data asks for that, or as what was sent in a dialog.
/// </summary>
sealed record SubmitAction(string? Title, JsonElement Data) : CardAction(Title)
{
    /// <summary><c>none</c>: what stands in the inputs is neither looked at nor sent.</summary>
    public string? AssociatedInputs { get; init; }
}

sealed record OpenUrlAction(string? Title, string Url) : CardAction(Title);
