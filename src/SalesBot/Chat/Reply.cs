using System.Text.Json.Serialization;

namespace SalesBot.Chat;

/// <summary>
/// What the bot says: <c>Text</c> is the whole of it in plain text, for notifications and for whoever cannot see
/// blocks; the blocks are how a platform draws it. A reply with a <c>Slot</c> takes the place of the one that was sent
/// under the same name to the same conversation.
/// </summary>
sealed record Reply(string Text, IReadOnlyList<ReplyBlock> Blocks, string? Slot = null)
{
    /// <summary>
    /// For whom a reply in a slot is drawn: an id, or a team; whoever keeps it in step draws it for the same.
    /// </summary>
    public string? Viewer { get; init; }

    /// <summary>
    /// Sent anew at the end of the conversation, although the slot was sent before; the earlier one is kept in step
    /// too.
    /// </summary>
    public bool IsNew { get; init; }

    /// <summary>The news it brings, above what it shows; it stays when what it shows is drawn anew.</summary>
    public string? Lead { get; init; }

    /// <summary>For nobody but whom it answers.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>For all of the room, although what it answers was said where only one person sees it.</summary>
    public bool IsForAll { get; init; }

    /// <summary>The <see cref="IncomingMessage.Via"/> of the message that it answers.</summary>
    public string? Via { get; init; }

    /// <summary>
    /// It takes the place of the message whose button was pressed, where the platform knows of that one by <see
    /// cref="Via"/> only.
    /// </summary>
    public bool ReplacesSource { get; init; }

    /// <summary>How some see it otherwise where others see it too, or none.</summary>
    public OwnView? Own { get; init; }

    /// <summary>Everything that can be pressed, in order.</summary>
    [JsonIgnore]
    public IEnumerable<Choice> Choices =>
        Blocks.SelectMany(block =>
            block switch
            {
                ChoicesBlock some => some.Choices,
                TableBlock table => table.Choices,
                _ => [],
            }
        );

    /// <summary>Every point of time that is told, each once.</summary>
    [JsonIgnore]
    public IEnumerable<MomentBlock> Moments =>
        Blocks
            .SelectMany(block =>
                block switch
                {
                    MomentBlock moment => [moment],
                    TableBlock table => table.Moments.OfType<MomentBlock>(),
                    _ => Array.Empty<MomentBlock>(),
                }
            )
            .DistinctBy(moment => moment.Words);

    /// <summary>What is to be filled in, or none.</summary>
    [JsonIgnore]
    public FormBlock? Form => Blocks.OfType<FormBlock>().FirstOrDefault();

    /// <summary>All of it in plain text.</summary>
    [JsonIgnore]
    public string FullText => Lead is null ? Text : $"{Lead}\n{Text}";

    /// <summary>A reply of one text.</summary>
    public static Reply Of(string text, params ReplyBlock[] more) => new(text, [new TextBlock(text), .. more]);

    /// <summary>The same with more blocks at its end.</summary>
    public Reply And(params IEnumerable<ReplyBlock> more) => this with { Blocks = [.. Blocks, .. more] };

    /// <summary>The same without some of what can be pressed.</summary>
    public Reply Without(Func<Choice, bool> unwanted) =>
        this with
        {
            Blocks =
            [
                .. Blocks.Select(block =>
                    block is ChoicesBlock row
                        ? new ChoicesBlock([.. row.Choices.Where(choice => !unwanted(choice))])
                        : block
                ),
            ],
        };

    /// <summary>The same with one more thing to press, in the row of those that are there.</summary>
    public Reply AndChoice(Choice choice) =>
        Blocks.LastOrDefault(block => block is ChoicesBlock) is not ChoicesBlock row
            ? And(new ChoicesBlock([choice]))
            : this with
            {
                Blocks = [.. Blocks.Select(block => block == row ? new ChoicesBlock([.. row.Choices, choice]) : block)],
            };
}

/// <summary>What those people, by id, get to see instead when they look: what that action shows them.</summary>
sealed record OwnView(ChatAction Action, IReadOnlyList<string> People);

/// <summary>A part of a reply. Texts are plain: a platform shows them as they are.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(TextBlock), "text")]
[JsonDerivedType(typeof(MomentBlock), "moment")]
[JsonDerivedType(typeof(CitationsBlock), "citations")]
[JsonDerivedType(typeof(FieldsBlock), "fields")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(ChoicesBlock), "choices")]
[JsonDerivedType(typeof(FormBlock), "form")]
[JsonDerivedType(typeof(ProgressBlock), "progress")]
abstract record ReplyBlock;

/// <summary>
/// A paragraph; <c>IsNote</c>: in small letters; <c>IsTitle</c>: what the rest is about; <c>IsStrong</c>: what is read
/// first of the rest.
/// </summary>
sealed record TextBlock(string Text, bool IsNote = false, bool IsTitle = false, bool IsStrong = false) : ReplyBlock;

/// <summary>
/// A line that ends in a point of time: platforms that can show it as each reader's clock has it. <c>Before</c>: what
/// stands before it, in the bot's own words; <c>Words</c>: the time as it is told where it cannot be drawn;
/// <c>IsStrong</c>: what is read first of the rest.
/// </summary>
sealed record MomentBlock(string Before, DateTimeOffset At, string Words, bool IsStrong = false) : ReplyBlock
{
    public string Text => $"{Before} {Words}";
}

/// <summary>Sources, best first. <c>NamesOnly</c>: their words stand above already.</summary>
sealed record CitationsBlock(IReadOnlyList<Citation> Citations, bool NamesOnly = false) : ReplyBlock;

/// <summary>Names and values; <c>Title</c> stands above them.</summary>
sealed record FieldsBlock(string? Title, IReadOnlyList<Field> Fields) : ReplyBlock;

/// <summary>
/// A value with its name, and the words it was taken from, where it was; <c>Link</c>: the address behind it, of the
/// platform's own making.
/// </summary>
sealed record Field(string Label, string Value, string? From = null, string? Link = null);

/// <summary>Rows under heads; the choices are those of the rows, in their order.</summary>
sealed record TableBlock(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows) : ReplyBlock
{
    /// <summary>
    /// A row for places without tables: its name, then each cell under the head of its column on a line of its own.
    /// </summary>
    public IReadOnlyList<string> InLines(IReadOnlyList<string> row) =>
        [.. row.Select((cell, column) => column == 0 && row.Count > 2 ? cell : $"{Heads[column]}: {cell}")];

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>
    /// The points of time in the last column, by row, for platforms that can show them as each reader's clock has them;
    /// empty, or none for a row, where there are none.
    /// </summary>
    public IReadOnlyList<MomentBlock?> Moments { get; init; } = [];

    /// <summary>The column that says what a row is about.</summary>
    public int NameColumn { get; init; }

    /// <summary>What else is known of a row than what it is about, but for its point of time.</summary>
    public string Besides(int row) =>
        string.Join(
            " · ",
            Rows[row]
                .Where(
                    (cell, column) =>
                        column != NameColumn && cell.Length > 0 && (column < Heads.Count - 1 || MomentOf(row) is null)
                )
        );

    /// <summary>The point of time of a row, or none.</summary>
    public MomentBlock? MomentOf(int row) => row < Moments.Count ? Moments[row] : null;
}

/// <summary>Things to press.</summary>
sealed record ChoicesBlock(IReadOnlyList<Choice> Choices) : ReplyBlock;

/// <summary>
/// A thing to press and what it does; <c>IsMain</c>: what most people will want; <c>Asks</c>: the form that is filled
/// in first.
/// </summary>
sealed record Choice(string Label, ChatAction Action, bool IsMain = false, FormBlock? Asks = null);

/// <summary>
/// Fields to fill in; sending them is the action, with their values. <c>Again</c> brings the form as it is, where it
/// cannot be filled in at once.
/// </summary>
sealed record FormBlock(string Title, ChatAction Action, IReadOnlyList<FormField> Fields, string Submit) : ReplyBlock
{
    public ChatAction? Again { get; init; }

    /// <summary>The button that brings it, where it cannot stand.</summary>
    public string Opens { get; init; } = $"{Title}…";

    /// <summary>Shows what stood there before, for whoever does not want to fill it in after all.</summary>
    public ChatAction? Back { get; init; }
}

/// <summary>How a field is filled in.</summary>
[JsonConverter(typeof(KebabCaseEnum<FieldKind>))]
enum FieldKind
{
    Line,
    Text,
    Date,
    Choice,

    /// <summary>Somebody: their name, or an id.</summary>
    Person,
}

/// <summary>
/// A field of a form: what it is called, what stands in it, what can be chosen, and what is wrong with what was sent.
/// </summary>
sealed record FormField(string Name, string Label, FieldKind Kind, bool Required = false)
{
    public string? Value { get; init; }
    public IReadOnlyList<FieldOption> Options { get; init; } = [];
    public string? Fault { get; init; }
    public string? Hint { get; init; }
}

/// <summary>A value that can be chosen, as it is sent and as it is shown.</summary>
sealed record FieldOption(string Value, string Label);

/// <summary>How far something is that takes its time; <c>Total</c> is 0 while nobody knows.</summary>
sealed record ProgressBlock(string Label, int Done, int Total) : ReplyBlock;

/// <summary>
/// Replies and messages as they are kept: every script as itself, so that a search for an address finds it.
/// </summary>
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(ChatAction))]
[JsonSerializable(typeof(IncomingMessage))]
sealed partial class ChatJson : JsonSerializerContext
{
    public static readonly ChatJson Kept = new(
        new System.Text.Json.JsonSerializerOptions
        {
            PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );
}
