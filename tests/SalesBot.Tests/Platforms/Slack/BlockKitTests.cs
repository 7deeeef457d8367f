using System.Text.Json.Nodes;
using CsCheck;
using SalesBot.Chat;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

public class BlockKitTests
{
    static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[0, 40],
        Gen.String[0, 200],
        Some.Of(
            "<!channel>",
            "<@U1>",
            "<https://evil.example|bank>",
            "&",
            "",
            " ",
            new string('x', 5000),
            string.Concat(Enumerable.Repeat("👩‍👩‍👧", 900)),
            new string('<', 4000)
        )
    );

    static readonly Gen<ChatAction> Actions = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 10],
        Words,
        (name, value) => ChatAction.Of(name, ("text", value))
    );

    static readonly Gen<Choice> Choices = Gen.Select(
        Words,
        Actions,
        Gen.Bool,
        (label, action, main) => new Choice(label, action, main)
    );

    static readonly Gen<ReplyBlock> Blocks = Gen.OneOf<ReplyBlock>(
        Gen.Select(Words, Gen.Bool, (text, note) => (ReplyBlock)new TextBlock(text, note)),
        Words
            .Array[0, 5]
            .Select(quotes =>
                (ReplyBlock)
                    new CitationsBlock([.. quotes.Select(quote => new Citation("d", quote, quote, quote, 0, 1, 1))])
            ),
        Gen.Select(
            Words,
            Gen.Select(Words, Words).Array[0, 30],
            (title, fields) =>
                (ReplyBlock)
                    new FieldsBlock(
                        title.Length > 0 ? title : null,
                        [.. fields.Select(field => new Field(field.Item1, field.Item2, field.Item1))]
                    )
        ),
        Gen.Select(
            Words.Array[3].Array[0, 120],
            Choices.Array[0, 120],
            (rows, choices) => (ReplyBlock)new TableBlock(["a", "b", "c"], rows) { Choices = choices }
        ),
        Choices.Array[0, 40].Select(choices => (ReplyBlock)new ChoicesBlock(choices)),
        Gen.Select(
            Words,
            Gen.Int[0, 50],
            Gen.Int[0, 50],
            (label, done, total) => (ReplyBlock)new ProgressBlock(label, done, total)
        ),
        Gen.Select(
            Words,
            Actions,
            (title, action) =>
                (ReplyBlock)new FormBlock(title, action, [new FormField("f", "field", FieldKind.Line)], "send")
        )
    );

    static readonly Gen<Reply> Replies = Gen.Select(
        Words,
        Blocks.Array[0, 60],
        (text, blocks) => new Reply(text.Length > 0 ? text : "text", blocks)
    );

    [Fact]
    public void Whatever_is_said_stays_within_Slacks_limits_and_mentions_nobody() =>
        Replies.Sample(
            reply =>
            {
                foreach (var (drawing, most) in new[] { (BlockKit.Message(reply), 50), (BlockKit.View(reply), 100) })
                {
                    drawing.Text.Length.ShouldBeLessThanOrEqualTo(4000);
                    drawing.Blocks.Count.ShouldBeLessThanOrEqualTo(most);
                    BlockLimits
                        .Faults(JsonNode.Parse(SlackJson.Write(drawing.Blocks))!)
                        .Concat(BlockLimits.Live(drawing.Text))
                        .ShouldBeEmpty();
                    foreach (var (key, action) in drawing.ToKeep)
                        key.ShouldStartWith("#");
                }
            },
            iter: 300
        );

    [Fact]
    public void A_dialog_stays_within_Slacks_limits() =>
        Gen.Select(Words, Words.Array[1, 20], Actions)
            .Sample(
                (title, labels, action) =>
                {
                    var fields = labels.Select(
                        (label, i) =>
                            new FormField(
                                $"f{i}",
                                label.Length == 0 ? "label" : PersonText.Cut(label, 100),
                                (FieldKind)(i % 5),
                                i % 2 == 0
                            )
                            {
                                Value = label,
                                Options =
                                [
                                    new FieldOption("a", label.Length == 0 ? "x" : label),
                                    new FieldOption("b", "other"),
                                ],
                            }
                    );
                    var (view, _) = SlackViews.Dialog(
                        Reply.Of(
                            title.Length == 0 ? "t" : title,
                            new FormBlock(title.Length == 0 ? "t" : title, action, [.. fields], "send")
                        ),
                        new ViewContext("slack:T1/C1")
                    );
                    BlockLimits.Faults(JsonNode.Parse(SlackJson.Write(view))!).ShouldBeEmpty();
                },
                iter: 200
            );

    [Fact]
    public void Actions_come_back_as_they_went() =>
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 10], Gen.Dictionary(Gen.String[1, 10], Gen.String)[0, 5])
            .Where((_, values) => values.Keys.Concat(values.Values).All(text => !text.Any(char.IsSurrogate)))
            .Sample(
                (name, values) =>
                    SlackAction.Read(SlackAction.Write(new ChatAction(name, values))) is { } read
                    && read.Name == name
                    && read.Values.OrderBy(one => one.Key).SequenceEqual(values.OrderBy(one => one.Key))
            );

    [Fact]
    public void What_is_too_long_for_a_button_is_kept_beside_it()
    {
        var drawing = BlockKit.Message(
            Reply.Of(
                "To whom?",
                new ChoicesBlock([new Choice("to sales", ChatAction.Of("raise", ("details", new string('x', 3000))))])
            )
        );
        var (key, action) = drawing.ToKeep.ShouldHaveSingleItem();
        action.Values["details"].Length.ShouldBe(3000);
        SlackJson.Write(drawing.Blocks).ShouldContain(key);
    }

    [Fact]
    public void What_is_cut_can_be_seen_whole()
    {
        var whole = string.Concat(Enumerable.Range(0, 2000).Select(i => $"word{i} & "));
        var drawing = BlockKit.Message(Reply.Of(whole));
        SlackJson.Write(drawing.Blocks).ShouldContain("Show all of it");
        var view = (ModalView)
            SlackViews.Whole(
                drawing.ToKeep.Values.ShouldHaveSingleItem().Values["text"],
                new ViewContext("slack:T1/C1")
            );
        string.Concat(view.Blocks.Cast<SectionBlock>().Select(block => block.Text!.Text))
            .ShouldBe(SlackText.Escape(whole));
        BlockLimits.Faults(JsonNode.Parse(SlackJson.Write<View>(view))!).ShouldBeEmpty();
    }
}
