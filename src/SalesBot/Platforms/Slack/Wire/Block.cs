using System.Text.Json.Serialization;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>A block of Block Kit; the names are Slack's (docs.slack.dev/reference/block-kit/blocks).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(ContextActionsBlock), "context_actions")]
[JsonDerivedType(typeof(InputBlock), "input")]
[JsonDerivedType(typeof(TableOfCells), "table")]
[JsonDerivedType(typeof(RichTextBlock), "rich_text")]
abstract record Block
{
    /// <summary>Unique within a message or view.</summary>
    public string? BlockId { get; init; }

    public const int LongestId = 255;

    /// <summary>A message holds so many blocks; a view so many.</summary>
    public const int MostInMessage = 50,
        MostInView = 100;

    /// <summary>A text object holds so many characters; a field of a section so many.</summary>
    public const int LongestText = 3000,
        LongestField = 2000;
}

sealed record SectionBlock(TextObject? Text, IReadOnlyList<TextObject>? Fields = null, BlockElement? Accessory = null)
    : Block
{
    public const int MostFields = 10;
}

sealed record HeaderBlock(TextObject Text) : Block;

sealed record ContextBlock(IReadOnlyList<TextObject> Elements) : Block;

sealed record DividerBlock : Block;

/// <summary>
/// Slack's <c>table</c> block: rows of cells, the first row holding the heads
/// (docs.slack.dev/reference/block-kit/blocks/table-block).
/// </summary>
sealed record TableOfCells(IReadOnlyList<IReadOnlyList<RawText>> Rows, IReadOnlyList<TableColumn> ColumnSettings)
    : Block
{
    public const int MostRows = 100,
        MostCells = 20,
        MostCharacters = 9000;
}

/// <summary>How a column is drawn: long cells have several lines.</summary>
sealed record TableColumn
{
    public bool IsWrapped => true;
}

/// <summary>A cell: text as it stands.</summary>
sealed record RawText(string Text)
{
    public string Type => "raw_text";

    /// <summary>A cell of any text; Slack takes no empty one.</summary>
    public static RawText Of(string text) =>
        new(string.IsNullOrWhiteSpace(text) ? "–" : SlackText.Escape(text, LongestCell));

    const int LongestCell = 500;
}

/// <summary>
/// Text in which only the bot's own parts have a form (docs.slack.dev/reference/block-kit/blocks/rich-text-block).
/// </summary>
sealed record RichTextBlock(IReadOnlyList<RichTextSection> Elements) : Block;

/// <summary>A line of rich text.</summary>
sealed record RichTextSection(IReadOnlyList<RichTextElement> Elements)
{
    [JsonPropertyOrder(-1)]
    public string Type => "rich_text_section";
}

/// <summary>A part of a line; nothing in it becomes markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichText), "text")]
[JsonDerivedType(typeof(RichTextLink), "link")]
abstract record RichTextElement;

sealed record RichText(string Text) : RichTextElement
{
    public RichTextStyle? Style { get; init; }
}

sealed record RichTextLink(string Url, string Text) : RichTextElement;

sealed record RichTextStyle(bool Bold)
{
    public static readonly RichTextStyle Strong = new(true);
}

sealed record ActionsBlock(IReadOnlyList<BlockElement> Elements) : Block
{
    public const int MostElements = 25;
}

sealed record ContextActionsBlock(IReadOnlyList<BlockElement> Elements) : Block;

sealed record InputBlock(
    TextObject Label,
    BlockElement Element,
    bool Optional,
    TextObject? Hint = null,
    bool? DispatchAction = null
) : Block;

/// <summary>Text of a block: plain as it stands, or with Slack's markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlainText), "plain_text")]
[JsonDerivedType(typeof(Mrkdwn), "mrkdwn")]
abstract record TextObject(string Text);

/// <summary>Shown as it stands; <c>Emoji</c>: whether <c>:names:</c> become pictures.</summary>
sealed record PlainText(string Text, bool Emoji = false) : TextObject(Text)
{
    /// <summary>Any text, made to fit: escaped, at most so long, and never empty, which Slack does not take.</summary>
    public static PlainText Of(string text, int most = Block.LongestText) =>
        new(string.IsNullOrWhiteSpace(text) ? "–" : SlackText.Escape(text, most));
}

/// <summary>Slack's markup; <c>Verbatim</c>: nothing becomes a link or a mention by itself.</summary>
sealed record Mrkdwn(string Text, bool Verbatim = true) : TextObject(Text);

/// <summary>Something in a block that can be pressed, chosen or filled in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(StaticSelect), "static_select")]
[JsonDerivedType(typeof(UsersSelect), "users_select")]
[JsonDerivedType(typeof(Datepicker), "datepicker")]
[JsonDerivedType(typeof(PlainTextInput), "plain_text_input")]
[JsonDerivedType(typeof(FeedbackButtons), "feedback_buttons")]
abstract record BlockElement(string ActionId);

sealed record Button(TextObject Text, string ActionId, string? Value = null, string? Style = null, string? Url = null)
    : BlockElement(ActionId)
{
    public const int LongestLabel = 75,
        LongestValue = 2000;
}

/// <summary>A choice of a select.</summary>
sealed record SelectOption(TextObject Text, string Value)
{
    public const int Longest = 75;
}

sealed record StaticSelect(
    string ActionId,
    IReadOnlyList<SelectOption> Options,
    TextObject? Placeholder = null,
    SelectOption? InitialOption = null
) : BlockElement(ActionId)
{
    public const int MostOptions = 100;
}

sealed record UsersSelect(string ActionId, TextObject? Placeholder = null, string? InitialUser = null)
    : BlockElement(ActionId);

sealed record Datepicker(string ActionId, string? InitialDate = null) : BlockElement(ActionId);

/// <summary>When a field is sent by itself: <c>on_enter_pressed</c>.</summary>
sealed record DispatchActionConfig(IReadOnlyList<string> TriggerActionsOn);

sealed record PlainTextInput(
    string ActionId,
    bool Multiline = false,
    string? InitialValue = null,
    TextObject? Placeholder = null,
    int? MaxLength = null,
    DispatchActionConfig? DispatchActionConfig = null
) : BlockElement(ActionId)
{
    public const int Longest = 3000;
}

/// <summary>One of the two buttons below an answer.</summary>
sealed record FeedbackButton(TextObject Text, string Value, string? AccessibilityLabel = null);

sealed record FeedbackButtons(string ActionId, FeedbackButton PositiveButton, FeedbackButton NegativeButton)
    : BlockElement(ActionId);
