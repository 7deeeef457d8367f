using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Reads what a message asks to be done, in plain words. What it does not know for a command is a question; so "how do
/// I hand a lead to sales?" is answered and nothing is handed over.
/// </summary>
static partial class CommandReader
{
    /// <summary>The command, or none.</summary>
    /// <param name="text">The message, cleaned.</param>
    /// <param name="today">Where the sender is.</param>
    /// <param name="isKnown">Whether somebody is called so.</param>
    public static Intent? Read(string text, DateOnly today, Func<string, bool> isKnown)
    {
        // Nobody commands in thousands of characters; what is pasted after the command goes along with it.
        var head = text.Length > LongestCommand ? PersonText.Clean(text[..LongestCommand]) : text;
        if (!CommandText.HasWords(head) && !MentionToken.IsIn(head))
            return ReadWordless(head);
        var bare = CommandText.Bare(head, out var tail);
        if (ReadBare(text, head, bare, today, isKnown) is { } read)
            return read is MoveHandoff { Move: "note" } note ? WithTail(note, tail) : read;
        if (
            CommandText.WithoutTail(bare) is var shorter
            && shorter != bare
            && ReadBare(text, head, shorter, today, isKnown) is { } without
        )
            return without;
        // Colleagues may be called together with the bot: "please @Dana, what is overdue?".
        var called = Called().FindIn(Courtesy().ReplaceIn(Plain(bare), ""));
        if (!called.Success)
            return null;
        var rest = called.Groups["rest"].Value;
        // Only what looks: a deed that somebody else is called to do must not be done by the speaker.
        return
            (
                ReadBare(text, head, rest, today, isKnown)
                ?? ReadBare(text, head, CommandText.WithoutTail(rest), today, isKnown)
            )
                is (ListHandoffs or ShowHandoff or ShowStatus or ShowGaps or ShowDigest or AskHelp)
                    and var look
            ? look
            : null;
    }

    [GeneratedRegex(
        @"^(?:" + MentionToken.Pattern + @"[\s,;:–—-]*)+(?<rest>\S.*)$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline
    )]
    private static partial Regex Called();

    /// <summary>
    /// What is said below a card without saying of which handoff: "accept", "return, wrong region", "note: she called".
    /// Null if it is no move or look: people talk below cards.
    /// </summary>
    /// <param name="card">The handoff that the card shows.</param>
    /// <param name="text">The message, cleaned.</param>
    /// <param name="today">Where the sender is.</param>
    public static Intent? ReadBelow(string card, string text, DateOnly today) =>
        Read($"{card}: {text}", today, _ => false) switch
        {
            MoveHandoff { Move: "note" } note when text.StartsWith("note", StringComparison.OrdinalIgnoreCase) =>
                note with
                {
                    Fields = new Dictionary<string, string>(note.Fields)
                    {
                        ["note"] = note.Fields.GetValueOrDefault("note")?["note".Length..].Trim(' ', ':', ',') ?? "",
                    },
                },
            MoveHandoff { Move: not "note" } move => move,
            ShowHandoff show => show,
            _ => null,
        };

    /// <summary>Smileys alone are thanks or nothing; a question mark alone asks for help.</summary>
    static Intent? ReadWordless(string text) =>
        CommandText.IsKind(text) ? new SayThanks()
        : text.Contains('?') && !CommandText.HasSmiley(text) ? new AskHelp()
        : CommandText.HasSmiley(text) || text.All(c => c is '.' or '…' or '!' or ' ') && text.Length > 0
            ? new SayNothing()
        : null;

    /// <summary>A note is kept as it was said, smileys included.</summary>
    static MoveHandoff WithTail(MoveHandoff note, string tail) =>
        tail.Trim().Length == 0 || !note.Fields.TryGetValue("note", out var said)
            ? note
            : note with
            {
                Fields = new Dictionary<string, string>(note.Fields) { ["note"] = $"{said}{tail}".Trim() },
            };

    static Intent? ReadBare(string text, string head, string bare, DateOnly today, Func<string, bool> isKnown)
    {
        // Behind a greeting there may be quotation marks, and a greeting in them.
        var greeted = Courtesy().ReplaceIn(Plain(bare), "").Trim();
        var plain = Courtesy().ReplaceIn(CommandText.Bare(greeted, out _), "").Trim();
        if (plain.Length == 0)
            return null;
        if (text.Length > LongestCommand && LongNote().FindIn(text) is { Success: true } note)
            return new MoveHandoff(
                $"HO-{note.Groups["digits"].Value}",
                "note",
                new Dictionary<string, string> { ["note"] = text[note.Length..] }
            );
        var read =
            text.Length > LongestCommand
                ? null
                : DeskWords.Read(plain) ?? PeopleWords.Read(plain, today, isKnown) ?? MoveWords.Read(plain, today);
        return read ?? Whole(RaiseReader.Read(plain, today), text, head);
    }

    static RaiseHandoff? Whole(RaiseHandoff? raise, string text, string head) =>
        raise is null || text.Length <= head.Length
            ? raise
            : raise with
            {
                Fields = [.. raise.Fields.Where(field => field.Name != "details"), new ReadField("details", text, "")],
            };

    /// <summary>
    /// The same with single spaces, no spaces before commas, and words for arrows and for what people shorten.
    /// </summary>
    static string Plain(string text) =>
        Short()
            .ReplaceIn(
                Arrow().ReplaceIn(Spaces().ReplaceIn(BeforeComma().ReplaceIn(text, "$1"), " "), " to "),
                "marketing"
            )
            .Trim();

    const int LongestCommand = 2000;

    [GeneratedRegex(
        @"^(?:(?:please )?(?:add (?:a )?)?(?:note|comment)(?: (?:on|to|for))? HO[- ]?(?<digits>\d{1,9})\b[\s:,–—-]*|HO[- ]?(?<digits>\d{1,9})\s*[:–—-]\s*)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex LongNote();

    [GeneratedRegex(@"[ \t\u00A0\u2000-\u200A\u202F\u3000]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]+([,;:.!?])(?=\s|$)")]
    private static partial Regex BeforeComma();

    [GeneratedRegex(@" ?(?:->|=>|→|⇒) ?")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\b(?:mktg|mkt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Short();

    /// <summary>What people say before they say what they want.</summary>
    [GeneratedRegex(
        @"^(?:(?:hi|hey|hello|ok|okay|please|pls|so|and|now|well|then|@?salesbot|@?bot|team|good morning|thanks)(?:[,!:.]+\s*|\s+)"
            + @"|(?:can|could|would|will) (?:you|u)(?: please)? |i(?:['’]?d| would) like (?:you )?to |i (?:want|need|have) (?:you )?to |i wanna |let me "
            + @"|let['’]?s |we (?:need|have|want) to )+(?=\S)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Courtesy();
}
