using CsCheck;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Moves;
using SalesBot.Intents.Understanding;

namespace SalesBot.Tests.Intents;

/// <summary>Whatever people type is read: nothing in a message makes its reader fail.</summary>
public sealed class AnyMessageTests
{
    static readonly DateOnly Today = new(2026, 11, 30);

    static readonly string[] Pieces =
    [
        "can marketing make a video of that",
        "Could you in marketing do one, please?",
        "flag her to sales:",
        "Jane Doe of Acme & Sons, CTO",
        "jane@acme.example",
        "+44 20 7946 0958",
        "HO-1001",
        "1002, no wait, 1003",
        "the prospects keep asking for a page on security which nobody has ever written",
        "send it back",
        "not before spring",
        "by the end of next week at the latest",
        "I'm off until Wednesday the 9th",
        "“wanted: a one-pager”",
        "who has it",
        "王小明 想要报价",
        "🙂🙂",
        "no rush",
        "the name is",
        "urgency",
    ];

    static readonly string[] Labels =
    [
        "none",
        "edit",
        "move return",
        "move assign",
        "move merge",
        "move rate",
        "look find",
        "look show",
        "look people",
        "people away",
        "people role",
        "people notify",
    ];

    static readonly string[] Between = [" ", ". ", "? ", ", ", "\n", ": ", " – "];

    static readonly Gen<string> Message = Gen.Select(
            Gen.Int[0, Pieces.Length - 1].Array[1, 9],
            Gen.Int[0, Between.Length - 1].Array[9]
        )
        .Select(
            (pieces, between) => string.Concat(pieces.Select((piece, i) => Pieces[piece] + Between[between[i]])).Trim()
        );

    [Fact]
    public void Any_words_in_any_order_are_read_and_a_title_is_a_line()
    {
        var known = new Reasons(Options.Create(new HandoffOptions()));
        var reader = new MessageUnderstander(
            words => ReasonWords.Find(words, known),
            _ => new Dictionary<string, double>
            {
                ["none"] = 0.5,
                ["other"] = 0.3,
                ["lead"] = 0.2,
            },
            text => (Labels[text.Length % Labels.Length], 0.9)
        );
        Gen.Select(Message, Gen.Bool, Gen.Bool)
            .Sample(
                (message, isSales, isBelow) =>
                {
                    var read = reader.Read(
                        PersonText.Clean(message),
                        isBelow ? "HO-1001" : null,
                        isSales ? "sales" : null,
                        Today
                    );
                    return read.Do != Deed.Raise
                        || UnderstoodIntent.Draft(read, message, Today) is { Title: { Length: <= 190 } title }
                            && !title.Contains('\n');
                },
                iter: 20_000
            );
    }
}
