using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;
using SalesBot.Intents.Phrases;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads what is to be done with a handoff. An order is carried out; a hint is asked back; words with two meanings are
/// asked back with both.
/// </summary>
static partial class MoveUnderstander
{
    const int EarlyPlace = 50,
        ShortFrame = 130;

    static readonly string[] ForLater = ["no-answer", "bad-timing", "no-budget", "no-need", "locked-in"];

    static readonly string[] ForGood = ["disqualify"];

    /// <param name="frame">The message, framed.</param>
    /// <param name="entities">What it names.</param>
    /// <param name="last">The handoff that <c>it</c> means, or null.</param>
    /// <param name="reasonOf">The code of the reason that words give, or null.</param>
    /// <param name="today">The day that dates count from.</param>
    public static Understanding? Read(
        string frame,
        MessageEntities entities,
        string? last,
        Func<string, string?> reasonOf,
        DateOnly today
    )
    {
        var number = entities.Numbers.Count > 0 ? entities.Numbers[0].Value : last;
        var matches = PhraseTable.Find(frame, "move").ToList();
        if (matches.Find(match => match.Names[0] == "undo") is { } undo)
            return new Understanding
            {
                Do = Deed.Move,
                Number = number,
                Move = "undo",
                Sure = 0.95,
                Because = undo.Words,
            };
        if (number is null)
            return null;
        var two = matches.Find(match => match.Sureness == Sureness.Two);
        var orders = matches.Where(match => match.Sureness == Sureness.Order).ToList();
        // Without its number a handoff is hinted at in a few words, or in the first ones.
        var hints = matches
            .Where(match =>
                match.Sureness == Sureness.Hint
                && (entities.Numbers.Count > 0 || match.At < EarlyPlace || frame.Length < ShortFrame)
            )
            .ToList();
        var chosen = orders.Count > 0 ? Chosen(orders, frame) : two ?? (hints.Count > 0 ? Strongest(hints) : null);
        if (chosen is null)
            return entities.Numbers.Count > 0 && !QuestionGuard.Asks(frame)
                ? Remark(number, entities, reasonOf, today)
                : null;
        var move = chosen.Names[0];
        var read = new Understanding
        {
            Do = Deed.Move,
            Number = number,
            Move = move,
            Confirm = chosen.Sureness != Sureness.Order,
            Because = chosen.Words,
            Sure = chosen.Sureness switch
            {
                Sureness.Order => 0.95,
                Sureness.Hint => 0.7,
                _ => 0.5,
            },
            Readings = chosen.Sureness == Sureness.Two ? chosen.Names : [],
        };
        return Completed(read, frame, entities, reasonOf, today) is { } whole
            ? Checked(Settled(whole), frame, orders)
            : null;
    }

    /// <summary>A move that examples teach: the sender is asked first.</summary>
    public static Understanding? Learned(
        string move,
        string frame,
        MessageEntities entities,
        string? last,
        Func<string, string?> reasonOf,
        DateOnly today
    ) =>
        Completed(
            new Understanding
            {
                Do = Deed.Move,
                Number = entities.Numbers.Count > 0 ? entities.Numbers[0].Value : last,
                Move = move,
                Confirm = true,
                Sure = 0.6,
                Because = entities.Text,
            },
            frame,
            entities,
            reasonOf,
            today
        );

    /// <summary>What may mean a good end or a bad one is a good one where its outcome is said.</summary>
    static Understanding Settled(Understanding read) =>
        read is { Move: "complete", Outcome: not null, Readings: ["complete", "disqualify"] }
            ? read with
            {
                Confirm = false,
                Readings = [],
                Sure = 0.9,
            }
            : read;

    /// <summary>A number with a remark: a reason to return it, or a note.</summary>
    static Understanding? Remark(
        string number,
        MessageEntities entities,
        Func<string, string?> reasonOf,
        DateOnly today
    )
    {
        var said = Without(entities);
        if (said.Length < 4 || !said.Any(char.IsLetter))
            return null;
        // What ends for a while is told by its words; here only what cannot be worked with goes back.
        var reason = reasonOf(said) is { } found && !ForLater.Contains(found) ? found : null;
        return new Understanding
        {
            Do = Deed.Move,
            Number = number,
            Move = reason is null ? "note" : "return",
            Readings = reason is null ? [] : ["return", "note"],
            Reason = reason,
            Confirm = true,
            Note = said,
            Sure = 0.5,
            Because = said,
            Until = Until(entities, today),
        };
    }

    /// <summary>
    /// Where several orders stand, the most special one is meant: a return of which somebody speaks is agreed to, and
    /// not returned.
    /// </summary>
    static PhraseMatch Chosen(List<PhraseMatch> orders, string frame)
    {
        string[] before =
        [
            "agree",
            "merge",
            "rate",
            "note",
            "unwatch",
            "resubmit",
            "reopen",
            "resume",
            "recycle",
            "complete",
            "disqualify",
            "withdraw",
            "release",
            "return",
            "pause",
            "contact",
            "watch",
            "assign",
            "accept",
        ];
        return orders
            .OrderBy(order => order.At > FirstClause(frame) + 90 ? 1 : 0)
            .ThenBy(order => Array.IndexOf(before, order.Names[0]))
            .First();
    }

    static int FirstClause(string frame) => Math.Max(0, frame.IndexOf(" ho#", StringComparison.Ordinal));

    static PhraseMatch Strongest(List<PhraseMatch> hints)
    {
        string[] before =
        [
            "merge",
            "agree",
            "unwatch",
            "reopen",
            "resume",
            "resubmit",
            "disqualify",
            "withdraw",
            "complete",
            "recycle",
            "release",
            "assign",
            "return",
            "watch",
            "pause",
            "contact",
            "note",
            "rate",
            "accept",
        ];
        return hints.OrderBy(hint => Array.IndexOf(before, hint.Names[0])).First();
    }

    static Understanding? Completed(
        Understanding read,
        string frame,
        MessageEntities entities,
        Func<string, string?> reasonOf,
        DateOnly today
    )
    {
        var said = Without(entities);
        switch (read.Move)
        {
            case "return" or "disqualify":
                return read with { Reason = reasonOf(said), Note = said };
            case "recycle" or "pause":
                return read with
                {
                    Until = Until(entities, today),
                    Reason = read.Move == "recycle" ? reasonOf(said) ?? "bad-timing" : null,
                    Note = said,
                };
            case "complete":
                return read with { Outcome = Outcome(frame), Note = said };
            case "merge":
                var others = entities.Numbers.Select(one => one.Value).Distinct().ToList();
                return others.Count < 2 && read.Number == others.FirstOrDefault() && !read.Confirm ? null
                    : others.Count >= 2 ? read with { Number = others[0], Into = others[1] }
                    : others.Count == 1 && read.Number != others[0] ? read with { Into = others[0] }
                    : read with { Confirm = true };
            case "assign":
                return Owner(entities) is { } owner ? read with { Owner = owner }
                    : read.Readings.Count > 0 ? read
                    : null;
            case "rate":
                return read with { Rating = Stars(frame) };
            default:
                return read with { Note = said };
        }
    }

    /// <summary>
    /// Something that may be wrong with a handoff, in the form of a question: it may be meant to go back, or to end.
    /// </summary>
    public static Understanding? Doubted(MessageEntities entities, Func<string, string?> reasonOf) =>
        entities.Numbers.Count > 0
        && reasonOf(Without(entities)) is { } reason
        && reason is not ("missing-information" or "no-answer" or "bad-timing")
            ? new Understanding
            {
                Do = Deed.Move,
                Number = entities.Numbers[0].Value,
                Move = "return",
                Readings = ["return", "disqualify"],
                Reason = reason,
                Confirm = true,
                Note = Without(entities),
                Sure = 0.5,
                Because = reason,
            }
            : null;

    /// <summary>
    /// An order that ends in a question, that closes for good without a reason, or that says two things is asked back.
    /// </summary>
    static Understanding Checked(Understanding read, string frame, List<PhraseMatch> orders)
    {
        var asksBack =
            frame.TrimEnd().EndsWith('?') && !QuestionGuard.IsPolite(frame)
            || OrAsks().IsIn(frame)
            || (ForGood.Contains(read.Move) && read.Reason is null)
            || (read.Move == "complete" && read.Outcome is null)
            || (read.Move == "merge" && read.Into is null)
            || orders
                .Select(order => order.Names[0])
                .Distinct()
                .Count(name => name is not ("contact" or "note" or "accept" or "watch")) > 1
                && orders.Select(order => order.At).Distinct().Count() > 1
                && !IsOneDeed(orders)
            || Doubts().IsIn(frame);
        if (read is { Move: "return", Reason: null, Confirm: false } && HandBack().IsIn(frame))
            return read with { Confirm = true, Readings = ["return", "release"], Sure = 0.5 };
        return asksBack && !read.Confirm ? read with { Confirm = true, Sure = 0.6 } : read;
    }

    static bool IsOneDeed(List<PhraseMatch> orders) =>
        orders.Select(order => order.Names[0]).Distinct().Order().ToList()
            is ["release", "return"]
                or ["recycle", "return"]
                or ["note", ..];

    static string? Outcome(string frame) =>
        OutcomeWord()
            .FindAllIn(frame)
            .Select(match =>
                match.Value switch
                {
                    "lost" or "chose" or "picked" or "went with a competitor" or "bought from" or "decided for" =>
                        "lost",
                    var word when word.StartsWith("deliver", StringComparison.Ordinal) => "delivered",
                    var word when word.StartsWith("opportunit", StringComparison.Ordinal) => "opportunity",
                    var word when word.StartsWith("answer", StringComparison.Ordinal) => "answered",
                    _ => "won",
                }
            )
            .OrderBy(outcome =>
                outcome switch
                {
                    "lost" => 0,
                    "opportunity" => 1,
                    "won" => 2,
                    _ => 3,
                }
            )
            .FirstOrDefault()
        ?? (ContentIs().IsIn(frame) ? "delivered" : null);

    static int? Stars(string frame) =>
        StarWord().FindIn(frame) is { Success: true } stars
            ? stars.Groups["n"].Value switch
            {
                "one" => 1,
                "two" => 2,
                "three" => 3,
                "four" => 4,
                "five" => 5,
                [>= '1' and <= '5' and var digit] => digit - '0',
                var marks => Math.Min(5, marks.Length),
            }
            : null;

    /// <summary>To whom: behind "to", or in front of "should take".</summary>
    static string? Owner(MessageEntities entities)
    {
        foreach (var pattern in new[] { ToWhom(), WhoTakes() })
        foreach (var match in pattern.FindAllIn(entities.Text))
            if (
                match.Groups["who"].Value.Trim() is { Length: > 0 } who
                && !CommonWords.Has(who.Split(' ')[0])
                && !who.StartsWith("HO-", StringComparison.Ordinal)
            )
                return who.Split(' ') is [var first, var second, ..] && CommonWords.Has(second) ? first : who;
        return null;
    }

    static DateOnly? Until(MessageEntities entities, DateOnly today)
    {
        if (entities.Days.Count == 0)
            return Christmas().IsIn(entities.Text) ? new DateOnly(today.Year, 12, 27) : null;
        var until =
            ToSleep().FindIn(entities.Text) is { Success: true } asleep ? asleep
            : UntilWord().FindIn(entities.Text) is { Success: true } strict ? strict
            : AfterWord().FindIn(entities.Text);
        return (
            entities.Days.FirstOrDefault(day => until.Success && day.At + day.Words.Length > until.Index)
            ?? entities.Days[0]
        ).Date;
    }

    /// <summary>The message without its first handoff.</summary>
    static string Without(MessageEntities entities) =>
        (
            entities.Numbers.Count == 0
                ? entities.Text
                : entities.Text.Remove(entities.Numbers[0].At, entities.Numbers[0].Text.Length)
        ).Trim(' ', ':', ',', '-', '–', '—', '.');

    /// <summary>"Hand HO-1001 back", without a word to whom and why: to the sender, or to the queue.</summary>
    [GeneratedRegex(
        @"\b(?:hand|give|pass) (?:ho#|it|this|that|this one|that one|him|her) back(?! to)|\b(?:hand|give|pass) back ho#(?! to)"
    )]
    private static partial Regex HandBack();

    [GeneratedRegex(
        @" or (?:does|do|is|are|should|shall|can|could|maybe|what|who|would|rather)\b|[.…-] or\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OrAsks();

    [GeneratedRegex(
        @"\b(?:i think|i guess|probably|maybe|perhaps|not sure|i'd say|might|should we|shall we|what do you think|right \?|ok \?|unless|somehow)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Doubts();

    [GeneratedRegex(
        @"\b(?:won|signed|bought|ordered|paid|converted|closed won|in the bag|lost|chose|picked|went with us|went with a competitor|decided for|bought from|deliver(?:ed)?|opportunity|answer(?:ed)?)\b"
    )]
    private static partial Regex OutcomeWord();

    [GeneratedRegex(
        @"\b(?:case study|deck|one-pager|one pager|slides|video|flyer|brochure|page|content|document|post|template|file|draft|factsheet|datasheet|guide|banner|graphic|copy|campaign|landing page|whitepaper)\b.*\b(?:is|are|went|goes) (?:in|on|at|ready|live|online|done|published|attached|uploaded|finished|out|up)\b|\b(?:live|published|uploaded|online|in the share)\b"
    )]
    private static partial Regex ContentIs();

    [GeneratedRegex(
        @"(?:\b|^| )(?<n>[1-5]|one|two|three|four|five|\*{1,5}|⭐{1,5})(?: (?:stars?|points?|of|out|/)| $| [.,!]|$)"
    )]
    private static partial Regex StarWord();

    [GeneratedRegex(
        @"(?:\bto|→|->|:|\b(?:assign|give|hand|pass)) (?<who>@?[\p{L}\uE000-\uE0C7][\p{L}\p{M}\w'’.-]*(?: \p{Lu}[\p{L}\p{M}'’-]+)?)",
        RegexOptions.None
    )]
    private static partial Regex ToWhom();

    [GeneratedRegex(
        @"(?:\b(?:let|have|make|Let|Have|could|can|would|will|Could|Can|Would|Will) )?(?<who>@?\p{Lu}[\p{L}\p{M}\w'’.-]*(?: \p{Lu}[\p{L}\p{M}'’-]+)?|@\w+) (?:please )?(?:takes|take|should|will|gets|can|has|is|have|do|handle|instead|for|look|own|run|pick)\b|\b(?:owner|new owner)(?: of HO-\d+)?(?: is| should be|:)? (?<who>@?\p{L}[\p{L}\w'’.-]*)",
        RegexOptions.None
    )]
    private static partial Regex WhoTakes();

    /// <summary>"Recycle to 11 Jan": the day that belongs to the order, whatever other days are named.</summary>
    [GeneratedRegex(
        @"\b(?:recycle|snooze|pause|sleep|park|wake)\b(?: (?:it|this|that|her|him|them|HO-\d+))?(?: up)? (?:until|till|til|to|for|on|in)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ToSleep();

    [GeneratedRegex(
        @"\b(?:until|till|til|wake (?:it |her |him |them )?(?:up )?(?:again )?(?:on|in|at)?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex UntilWord();

    [GeneratedRegex(@"\b(?:to|before|after|in|on|by)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AfterWord();

    [GeneratedRegex(@"\b(?:christmas|xmas|the holidays|new year)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Christmas();
}
