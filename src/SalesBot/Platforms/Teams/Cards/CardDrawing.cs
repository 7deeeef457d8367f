using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>
/// Where a card is drawn. In a dialog what is pressed is sent by the dialog; <c>Accounts</c>: who gets to see it
/// otherwise; <c>Once</c>: what the form on it is known by, so that it counts once.
/// </summary>
sealed record CardPlace(bool IsDialog = false, IReadOnlyList<string>? Accounts = null, string? Once = null);

/// <summary>
/// Draws replies as Adaptive Cards. What people and documents say stands in rich text, which knows no markup, and is
/// cut at a whole character where it is too long for a message.
/// </summary>
sealed class CardDrawing(CardPlace place, int longest)
{
    const int MostCitations = 5,
        MostShown = 3,
        LongestFallback = 400,
        LongestButton = 60;

    /// <summary>So long texts are cut, one after the other, until a card fits.</summary>
    static readonly int[] Lengths = [8000, 2000, 500, 150, 60];

    readonly List<CardElement> body = [];
    string said = "";

    /// <summary>The reply as the JSON of a card that fits a message.</summary>
    public static string Card(Reply reply, CardPlace place)
    {
        foreach (var length in Lengths)
            if (
                TeamsJson.Write(new CardDrawing(place, length).Draw(reply)) is var card
                && card.Length * sizeof(char) < MessageDrawing.MostBytes * 3 / 4
            )
                return card;
        return TeamsJson.Write(
            new CardDrawing(place, Lengths[0]).Draw(Reply.Of(PersonText.Cut(reply.FullText, Lengths[0])))
        );
    }

    /// <summary>Labels begin with a capital here.</summary>
    public static string Capital(string label) =>
        label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>
    /// Clients make dates of what stands in double braces; a joiner that nobody sees keeps them from it.
    /// </summary>
    public static string Safe(string text) => text.Replace("{{", "{\u2060{").Replace("{{", "{\u2060{");

    AdaptiveCard Draw(Reply reply)
    {
        if (reply.Lead is { } lead)
            Paragraph(lead, run => run with { Weight = "bolder" });
        foreach (var block in reply.Blocks.Where(block => block is not ChoicesBlock))
            Add(block);
        // All that can be pressed is one row at the end, in which what matters most comes first.
        if (reply.Blocks.OfType<ChoicesBlock>().SelectMany(block => block.Choices).ToList() is { Count: > 0 } choices)
            Choices(choices);
        return new AdaptiveCard(body)
        {
            FallbackText = PersonText.Cut(Safe(MessageDrawing.WithoutHours(reply)), LongestFallback),
            Refresh =
                reply.Own is { } own && place.Accounts is { Count: > 0 } accounts
                    ? new CardRefresh(
                        new ExecuteAction(null, own.Action.Name, own.Action.Values),
                        [.. accounts.Take(CardRefresh.MostUsers)]
                    )
                    : null,
        };
    }

    void Add(ReplyBlock block)
    {
        switch (block)
        {
            case TextBlock { IsNote: true } note:
                Paragraph(note.Text, run => run with { IsSubtle = true, Size = "small" });
                break;
            case TextBlock { IsTitle: true } title:
                Paragraph(title.Text, run => run with { Weight = "bolder", Size = "medium" });
                break;
            case TextBlock { IsStrong: true } strong:
                Paragraph(strong.Text, run => run with { Weight = "bolder" });
                break;
            case MomentBlock moment:
                body.Add(Drawn(moment));
                break;
            case TextBlock text:
                said += text.Text;
                Paragraph(text.Text, run => run);
                break;
            case CitationsBlock cited:
                foreach (var citation in cited.Citations.Take(MostCitations))
                    Paragraph(Cited(citation, cited.NamesOnly), run => run with { IsSubtle = true, Size = "small" });
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
                        : $"{progress.Label} {Bar(progress)} {progress.Done} of {progress.Total}",
                    run => run
                );
                break;
            case FormBlock form:
                Form(form);
                break;
            default:
                throw new InvalidOperationException($"Teams cannot draw {block.GetType().Name}.");
        }
    }

    static DateText Drawn(MomentBlock moment) =>
        new($"{moment.Before} {DateText.Moment(moment.At)}")
        {
            Spacing = "none",
            Weight = moment.IsStrong ? "bolder" : null,
        };

    /// <summary>A line each: rich text knows no line ends.</summary>
    void Paragraph(string text, Func<TextRun, TextRun> styled) => body.AddRange(Lines(text, styled));

    IEnumerable<RichTextBlock> Lines(string text, Func<TextRun, TextRun> styled)
    {
        var lines = PersonText.Cut(Safe(text), longest).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(
            (line, i) => RichTextBlock.Of(styled(new TextRun(line))) with { Spacing = i == 0 ? null : "none" }
        );
    }

    string Cited(Citation citation, bool isNamed) =>
        isNamed || said.Contains(citation.Quote, StringComparison.Ordinal)
            ? $"Source: {citation.Name}"
            : $"“{citation.Quote}” ({citation.Name})";

    void Fields(FieldsBlock block)
    {
        if (block.Title is { } title)
            Paragraph(title, run => run with { Weight = "bolder" });
        body.AddRange(
            block.Fields.Select(field => new ColumnSet([
                new Column("110px", [RichTextBlock.Of(new TextRun(Safe(Capital(field.Label))) { Weight = "bolder" })]),
                new Column("stretch", [.. Value(field)]),
            ])
            {
                Spacing = "small",
            })
        );
    }

    static TableCell Cell(IEnumerable<CardElement> items) => new([.. items]);

    IEnumerable<CardElement> Value(Field field) =>
        field.Link is { } link
        && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
            ?
            [
                RichTextBlock.Of(
                    new TextRun(Safe(field.Value)) { SelectAction = new OpenUrlAction(null, address.AbsoluteUri) }
                ),
            ]
            : Lines(
                field.From is { } from && from != field.Value ? $"{field.Value} (“{from}”)"
                    : field.Value is "" ? "–"
                    : field.Value,
                run => run
            );

    /// <summary>Rows with something to press stand by themselves, others below their heads.</summary>
    void Rows(TableBlock table)
    {
        if (table.Choices.Count == 0)
            body.Add(
                new Table(
                    [.. table.Heads.Select(_ => new TableColumn(1))],
                    [
                        Row(table.Heads.Select(Capital), run => run with { Weight = "bolder" }),
                        .. table.Rows.Select(row => Row(row, run => run)),
                    ]
                )
            );
        foreach (var (i, row) in table.Choices.Count == 0 ? [] : table.Rows.Index())
            body.Add(
                new ColumnSet([
                    new Column(
                        "stretch",
                        [
                            .. Lines(row[table.NameColumn], run => run with { Weight = "bolder" }),
                            .. Lines(table.Besides(i), run => run with { IsSubtle = true }),
                            .. table.MomentOf(i) is { } moment ? [Drawn(moment)] : Array.Empty<CardElement>(),
                        ]
                    )
                    {
                        VerticalContentAlignment = "center",
                    },
                    .. i < table.Choices.Count
                        ?
                        [
                            new Column(
                                "auto",
                                [
                                    new ActionSet([
                                        Button(table.Choices[i] with { Label = table.Choices[i].Label.Split(' ')[0] }),
                                    ]),
                                ]
                            ),
                        ]
                        : Array.Empty<Column>(),
                ])
            );
    }

    TableRow Row(IEnumerable<string> cells, Func<TextRun, TextRun> styled) =>
        new([.. cells.Select(cell => Cell(Lines(cell.Length == 0 ? "–" : cell, styled)))]);

    static string Bar(ProgressBlock progress)
    {
        var done = Math.Clamp(progress.Done * 10 / progress.Total, 0, 10);
        return new string('▰', done) + new string('▱', 10 - done);
    }

    /// <summary>What most want are buttons, the rest stands behind a menu.</summary>
    void Choices(IReadOnlyList<Choice> choices)
    {
        var shown = choices.Count <= ActionSet.MostShown ? choices.Count : MostShown;
        var ordered = ChoiceOrder.Of(choices, shown);
        body.Add(
            new ActionSet([
                .. ordered.Select(
                    (choice, i) => i < shown ? Button(choice) : Button(choice) with { Mode = CardAction.Menu }
                ),
            ])
        );
    }

    CardAction Button(Choice choice)
    {
        var title = PersonText.Cut(Safe(Capital(choice.Label)), LongestButton);
        CardAction button =
            place.IsDialog ? CardActions.Submit(title, choice.Action)
            // What begins with a form opens a dialog.
            : choice.Action.Name == "draft" ? CardActions.Fetch(title, choice.Action)
            : CardActions.Execute(title, choice.Action);
        return choice.IsMain ? button with { Style = CardAction.Main } : button;
    }

    void Form(FormBlock form)
    {
        body.AddRange(CardForms.Fields(form));
        var (submit, back) = (Capital(form.Submit), form.Back);
        CardAction send = place.IsDialog
            ? CardActions.Submit(submit, form.Action, place.Once)
            : CardActions.Execute(submit, form.Action, place.Once);
        List<CardAction> actions = [send with { Style = CardAction.Main }];
        if (back is not null && !place.IsDialog)
            actions.Add(CardActions.Back(back));
        body.Add(new ActionSet(actions));
    }
}
