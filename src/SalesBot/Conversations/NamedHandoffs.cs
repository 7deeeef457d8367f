using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Intents;
using SalesBot.Intents.Entities;

namespace SalesBot.Conversations;

/// <summary>
/// Finds the handoff that an order means by somebody's name: "accept the Otto one", "return Jane's lead, no budget".
/// Who gave the order is always asked first.
/// </summary>
sealed partial class NamedHandoffs(HandoffLists lists)
{
    const int MaxChoices = 5;

    /// <summary>
    /// What to ask back; null where no open handoff is about anybody of that name, for then it is no order to the desk.
    /// </summary>
    /// <param name="talk">Who speaks.</param>
    /// <param name="text">The message, cleaned.</param>
    public OfferMoves? Find(Talk talk, string text)
    {
        if (Order().FindIn(text) is not { Success: true } order || HandoffNumbers.Read(text).Count > 0)
            return null;
        var move = MoveOf(order.Groups["verb"].Value);
        var words = order
            .Groups["name"]
            .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Possessive().ReplaceIn(word, ""))
            .Where(word => word.Length > 2 && !CommonWords.Has(word))
            .ToList();
        if (words.Count == 0)
            return null;
        var found = lists
            .Page(
                new HandoffFilter(Q: words[0], Open: move == "reopen" ? null : true) with
                {
                    Size = MaxChoices,
                },
                talk.Person
            )
            .Items.Where(card =>
                words.TrueForAll(word =>
                    $" {card.Person?.Name} {card.Company?.Name} ".Contains(word, StringComparison.OrdinalIgnoreCase)
                )
            )
            .ToList();
        if (found.Count == 0)
            return null;
        var fields = order.Groups["why"] is { Length: > 1 } why
            ? new Dictionary<string, string>
            {
                [move is "return" or "disqualify" or "recycle" ? "why" : "note"] = why.Value.Trim(),
            }
            : [];
        return new OfferMoves(
            found[0].Number,
            [.. found.Select(card => new MoveHandoff(card.Number, move, fields))],
            text
        );
    }

    /// <summary>
    /// The open handoffs about somebody whom a message names, newest first; a name that is also a word counts only with
    /// a capital.
    /// </summary>
    /// <param name="talk">Who speaks.</param>
    /// <param name="text">The message, cleaned.</param>
    /// <param name="onlyCapitals">Whether any name counts only with a capital.</param>
    public List<HandoffCard> About(Talk talk, string text, bool onlyCapitals)
    {
        var said = Word()
            .FindAllIn(text)
            .Select(word => Possessive().ReplaceIn(word.Value, ""))
            .Where(word => word.Length > 2)
            .ToList();
        return
        [
            .. lists
                .Page(new HandoffFilter(Open: true) with { Size = Newest }, talk.Person)
                .Items.Where(card =>
                    card.Person?.Name is { } name
                    && Word()
                        .FindAllIn(name)
                        .Select(part => part.Value)
                        .Where(part => part.Length > 2)
                        .Any(part =>
                            said.Exists(word =>
                                word.Equals(part, StringComparison.OrdinalIgnoreCase)
                                && (char.IsUpper(word[0]) || !onlyCapitals && !CommonWords.Has(word))
                            )
                        )
                ),
        ];
    }

    /// <summary>So many open handoffs are looked through for a name.</summary>
    const int Newest = 50;

    [GeneratedRegex(@"[\p{L}\p{M}][\p{L}\p{M}'’-]*")]
    private static partial Regex Word();

    static string MoveOf(string verb) =>
        verb.ToLowerInvariant() switch
        {
            "take" or "grab" or "claim" or "accept" => "accept",
            "return" or "send back" or "hand back" or "reject" => "return",
            "disqualify" or "drop" or "junk" => "disqualify",
            "close" or "complete" or "finish" => "complete",
            "snooze" or "recycle" => "recycle",
            "follow" or "watch" => "watch",
            var same => same,
        };

    [GeneratedRegex(
        @"^\W*(?:(?:please|pls|ok|can you|could you|i want to|i['’]?ll|i will|let me)\W+)*(?<verb>accept|take|grab|claim|return|send back|hand back|reject|disqualify|drop|junk|close|complete|finish|snooze|recycle|withdraw|reopen|release|pause|resume|watch|follow)\s+(?:the |my |that |this )?(?<name>[\p{L}][\p{L}\p{M}'’-]+(?: [\p{L}][\p{L}\p{M}'’-]+){0,2}?)(?: (?:one|lead|handoff|request|card|thing))?(?: (?:back|please|pls|now))*\s*(?:$|[,;:.!–-]+\s*(?<why>.*)$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Order();

    [GeneratedRegex(@"['’]s$", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();
}
