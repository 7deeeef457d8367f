using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;
using Button = SalesBot.Platforms.Slack.Wire.Button;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// A reply as Slack draws it: the text for notifications and screen readers, the blocks, and what has to be kept for
/// their buttons to work.
/// </summary>
sealed record SlackDrawing(string Text, IReadOnlyList<Block> Blocks, IReadOnlyDictionary<string, ChatAction> ToKeep)
{
    /// <summary>
    /// The same with lines in the place of tables, for where Slack takes none; null where there is no table.
    /// </summary>
    public IReadOnlyList<Block>? InLines { get; init; }

    /// <summary>Without tables, which messages to one person alone do not hold.</summary>
    public SlackDrawing Alone => InLines is { } lines ? this with { Blocks = lines, InLines = null } : this;
}

/// <summary>
/// Draws replies in blocks, within Slack's limits. What people and documents say stands in plain text, escaped, so that
/// nothing in it becomes a mention, a link or markup; what is too long is cut at a whole character, with a button for
/// the rest.
/// </summary>
sealed class BlockKit
{
    /// <summary>The text of a message; Slack advises against more.</summary>
    public const int LongestMessage = 4000;

    const int MostCitations = 3,
        MostButtons = 5,
        MostLines = 10,
        LongestLine = 1000,
        LongestHeader = 150,
        LongestLink = 1500;

    /// <summary>The button that shows all of what was cut.</summary>
    public const string More = "more";

    readonly List<Block> content = [],
        actions = [];
    readonly Dictionary<string, ChatAction> toKeep = [];
    readonly bool isView,
        hasTables;
    string said = "";
    bool isCut;

    BlockKit(bool isView, bool hasTables = false) => (this.isView, this.hasTables) = (isView, hasTables);

    /// <summary>A reply as the blocks of a message.</summary>
    public static SlackDrawing Message(Reply reply)
    {
        var lines = new BlockKit(isView: false).Draw(reply, Block.MostInMessage);
        return reply.Blocks.OfType<TableBlock>().Count(IsDrawnAsTable) != 1
            ? lines
            : new BlockKit(isView: false, hasTables: true).Draw(reply, Block.MostInMessage) with
            {
                InLines = lines.Blocks,
            };
    }

    /// <summary>Rows with buttons are lines: a table of Slack's holds none. A message holds one table.</summary>
    static bool IsDrawnAsTable(TableBlock table) =>
        table.Choices.Count == 0
        && table.Rows.Count is > 0 and < TableOfCells.MostRows
        && table.Rows.Prepend(table.Heads).All(row => row.Count is > 0 and <= TableOfCells.MostCells)
        && table.Rows.Prepend(table.Heads).Sum(row => row.Sum(cell => SlackText.Escape(cell).Length + 1))
            < TableOfCells.MostCharacters;

    /// <summary>A reply as the blocks of a view: forms are filled in where they stand.</summary>
    public static SlackDrawing View(Reply reply) => new BlockKit(isView: true).Draw(reply, Block.MostInView);

    SlackDrawing Draw(Reply reply, int most)
    {
        if (reply.Lead is { } lead)
            Paragraph(lead);
        foreach (var block in reply.Blocks)
            if (block is TextBlock { IsTitle: true } title && SlackText.Escape(title.Text).Length <= LongestHeader)
                content.Add(new HeaderBlock(PlainText.Of(title.Text)));
            else
                Add(block);
        var room = most - actions.Count - 1;
        isCut |= content.Count > room;
        var blocks = content.Take(room).Concat(actions).ToList();
        if (isCut)
            blocks.Add(
                new ActionsBlock([
                    Button(0, new Choice("Show all of it", ChatAction.Of(More, ("text", reply.FullText)))),
                ])
            );
        return new SlackDrawing(Text(reply), Numbered(blocks), toKeep);
    }

    /// <summary>What notifications say: times as each reader's clock has them, as below.</summary>
    static string Text(Reply reply) =>
        reply.Moments.Aggregate(
            SlackText.Escape(reply.FullText, LongestMessage),
            (text, moment) =>
                text.Replace(
                    SlackText.Escape(moment.Words),
                    SlackText.Moment(moment.At, moment.Words),
                    StringComparison.Ordinal
                )
        );

    /// <summary>Each block that has something to press has an id of its own.</summary>
    static List<Block> Numbered(List<Block> blocks) =>
        [
            .. blocks.Select(
                (block, i) =>
                    block is ActionsBlock or ContextActionsBlock or SectionBlock { Accessory: not null }
                        ? block with
                        {
                            BlockId = $"b{i}",
                        }
                        : block
            ),
        ];

    void Add(ReplyBlock block)
    {
        switch (block)
        {
            case TextBlock { IsNote: true } note:
                content.Add(new ContextBlock([Plain(note.Text, Block.LongestText)]));
                break;
            case TextBlock { IsStrong: true } strong:
                content.Add(new RichTextBlock([Strong(strong.Text)]));
                break;
            case TextBlock text:
                said += text.Text;
                Paragraph(text.Text);
                break;
            case MomentBlock moment:
                content.Add(new SectionBlock(Drawn(moment)));
                break;
            case CitationsBlock cited:
                foreach (var citation in cited.Citations.Take(MostCitations))
                    content.Add(new ContextBlock([Cited(citation, cited.NamesOnly)]));
                break;
            case FieldsBlock fields:
                Fields(fields);
                break;
            case TableBlock table:
                Rows(table);
                break;
            case ProgressBlock progress:
                Paragraph(
                    progress.Total == 0
                        ? progress.Label
                        : $"{progress.Label} {Bar(progress)} {progress.Done} of {progress.Total}"
                );
                break;
            case ChoicesBlock choices:
                Choices(choices.Choices, isView ? content : actions);
                break;
            case FormBlock form when isView && !content.OfType<InputBlock>().Any():
                content.AddRange(Forms.Inline(form, KeptActions.ValueOf(form.Action, Block.LongestId, toKeep)));
                break;
            case FormBlock form:
                actions.Add(new ActionsBlock([Button(0, new Choice(form.Opens, form.Again ?? form.Action))]));
                break;
            default:
                throw new InvalidOperationException($"Slack cannot draw {block.GetType().Name}.");
        }
    }

    static Mrkdwn Drawn(MomentBlock moment) =>
        $"{SlackText.Escape(moment.Before, LongestHeader)} {SlackText.Moment(moment.At, moment.Words)}" is var drawn
        && moment.IsStrong
            ? new($"*{drawn}*")
            : new(drawn);

    void Paragraph(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            content.Add(new SectionBlock(Plain(text, Block.LongestText)));
    }

    RichTextSection Strong(string text)
    {
        isCut |= SlackText.Escape(text).Length > LongestLine;
        return new RichTextSection([
            new RichText(SlackText.Escape(text, LongestLine)) { Style = RichTextStyle.Strong },
        ]);
    }

    PlainText Plain(string text, int longest)
    {
        isCut |= SlackText.Escape(text).Length > longest;
        return PlainText.Of(text, longest);
    }

    /// <summary>A source with its link, where it has one; its words, where they do not stand above.</summary>
    TextObject Cited(Citation citation, bool isNamed)
    {
        var words = isNamed || said.Contains(citation.Quote, StringComparison.Ordinal) ? "" : $"“{citation.Quote}” ";
        return Uri.TryCreate(citation.Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? new Mrkdwn(
                $"{SlackText.Escape(words, LongestQuote)}<{SlackText.Escape(address.AbsoluteUri.Replace("|", "%7C"))}|{SlackText.Escape(citation.Name, LongestHeader)}>"
            )
            : Plain(words.Length == 0 ? $"Source: {citation.Name}" : $"{words}({citation.Name})", Block.LongestText);
    }

    const int LongestQuote = 2000;

    /// <summary>A line each: what it is called, and what it is.</summary>
    void Fields(FieldsBlock block)
    {
        if (block.Title is { } title)
            content.Add(new SectionBlock(new Mrkdwn($"*{SlackText.Escape(title, LongestHeader)}*")));
        foreach (var few in block.Fields.Chunk(MostLines))
            content.Add(new RichTextBlock([.. few.Select(Line)]));
    }

    RichTextSection Line(Field field)
    {
        var said = Said(field);
        isCut |= SlackText.Escape(said).Length > LongestLine;
        return new RichTextSection([
            new RichText($"{SlackText.Escape(Capital(field.Label), LongestHeader)}: ") { Style = RichTextStyle.Strong },
            field.Link is { Length: < LongestLink } link
            && Uri.TryCreate(link, UriKind.Absolute, out var address)
            && address.Scheme is "https" or "http"
                ? new RichTextLink(address.AbsoluteUri, SlackText.Escape(field.Value, LongestLine))
                : new RichText(SlackText.Escape(said.Length == 0 ? "–" : said, LongestLine)),
        ]);
    }

    static string Said(Field field) =>
        field.From is { } from && from != field.Value ? $"{field.Value} (“{from}”)" : field.Value;

    void Rows(TableBlock table)
    {
        if (hasTables && IsDrawnAsTable(table))
        {
            content.Add(
                new TableOfCells(
                    [
                        .. table
                            .Rows.Prepend(table.Heads)
                            .Select(IReadOnlyList<RawText> (row) => [.. row.Select(RawText.Of)]),
                    ],
                    [.. table.Heads.Select(_ => new TableColumn())]
                )
            );
            return;
        }
        foreach (var (i, row) in table.Rows.Index())
        {
            // Rows with buttons tell by themselves what each is about; others by their heads.
            content.Add(
                new SectionBlock(
                    Plain(
                        table.Choices.Count > 0
                            ? $"{row[table.NameColumn]}\n{table.Besides(i)}".Trim()
                            : string.Join('\n', table.InLines(row)),
                        Block.LongestText
                    ),
                    Accessory: i < table.Choices.Count
                        ? Button(0, table.Choices[i] with { Label = table.Choices[i].Label.Split(' ')[0] })
                        : null
                )
            );
            if (table.Choices.Count > 0 && table.MomentOf(i) is { } moment)
                content.Add(new ContextBlock([Drawn(moment)]));
        }
    }

    static string Bar(ProgressBlock progress)
    {
        var done = Math.Clamp(progress.Done * 10 / progress.Total, 0, 10);
        return new string('▰', done) + new string('▱', 10 - done);
    }

    /// <summary>
    /// What most want are buttons, the rest is behind one; whether an answer helped has buttons of its own. On a page
    /// they stand where they are put, below a message they end it.
    /// </summary>
    void Choices(IReadOnlyList<Choice> choices, List<Block> place)
    {
        if (choices.Where(IsFeedback).ToList() is [var yes, var no])
            place.Add(new ContextActionsBlock([new FeedbackButtons("feedback", Feedback(yes), Feedback(no))]));
        var others = choices.Where(choice => !IsFeedback(choice)).ToList();
        others = ChoiceOrder.Of(others, others.Count <= MostButtons ? others.Count : MostButtons - 1);
        var shown = others.Count <= MostButtons ? others : [.. others.Take(MostButtons - 1)];
        var rest = others.Skip(shown.Count).ToList();
        var options = rest.Select(choice => new SelectOption(Label(choice), SlackAction.Write(choice.Action))).ToList();
        if (
            options.Exists(option => option.Value.Length > SelectOption.Longest)
            || options.Count > StaticSelect.MostOptions
        )
            (shown, options) = ([.. others.Take(ActionsBlock.MostElements)], []);
        List<BlockElement> elements = [.. shown.Select((choice, i) => Button(i, choice))];
        if (options.Count > 0)
            elements.Add(new StaticSelect("choose", options, new PlainText("More…")));
        if (elements.Count > 0)
            place.Add(new ActionsBlock(elements));
    }

    static bool IsFeedback(Choice choice) => choice.Action.Name == "feedback";

    FeedbackButton Feedback(Choice choice) =>
        new(Label(choice), KeptActions.ValueOf(choice.Action, Wire.Button.LongestValue, toKeep), Label(choice).Text);

    Button Button(int number, Choice choice) =>
        new(
            Label(choice),
            $"choice-{number}",
            KeptActions.ValueOf(choice.Action, Wire.Button.LongestValue, toKeep),
            choice.IsMain ? "primary" : null
        );

    static PlainText Label(Choice choice) => PlainText.Of(Capital(choice.Label), Wire.Button.LongestLabel);

    /// <summary>Labels begin with a capital here.</summary>
    public static string Capital(string label) =>
        label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];
}
