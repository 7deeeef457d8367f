using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads by examples what no phrase foresaw: a list, an absence, a move. What changes anything is asked back.
/// </summary>
/// <param name="deedOf">What a message most likely wants of the desk, and how likely, 0 to 1.</param>
/// <param name="reasonOf">The code of the reason that words give, or null.</param>
sealed partial class DeskExamples(Func<string, (string Label, double Share)> deedOf, Func<string, string?> reasonOf)
{
    /// <summary>What a message wants that wants nothing of the desk.</summary>
    public const string Nothing = "none";

    /// <summary>So likely it must be where no phrase says anything; a move of what is not named even more so.</summary>
    const double LeastSure = 0.5,
        Unnamed = 0.7;

    /// <summary>So likely it must be to stand against a reading that phrases only hint at.</summary>
    const double Against = 0.6;

    /// <summary>How sure a reading is that only examples teach.</summary>
    public const double Learned = 0.6;

    /// <summary>A reading that is no surer than this is only a hint.</summary>
    const double Hinted = 0.7;

    /// <summary>The handoff that a message names; a bare number in a message that wants nothing is none.</summary>
    /// <param name="entities">What it names.</param>
    /// <param name="text">The message as it was typed.</param>
    public string? Meant(MessageEntities entities, string text) =>
        entities.Numbers is [var first, ..]
        && (Written().IsIn(text) || deedOf(entities.Text) is not (Nothing, >= Against))
            ? first.Value
            : null;

    [GeneratedRegex(@"\bho[- ]?\d|#\d", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    /// <summary>What a message wants that no phrase reads; null if that is nothing, or unclear.</summary>
    public Understanding? Read(string frame, MessageEntities entities, string? last, DateOnly today)
    {
        var (label, share) = deedOf(entities.Text);
        return share < LeastSure ? null : Completed(label, share, frame, entities, last, today);
    }

    /// <summary>
    /// What was read, or what examples clearly teach instead where it was only hinted at; null where that is nothing.
    /// </summary>
    public Understanding? Corrected(
        Understanding read,
        string frame,
        MessageEntities entities,
        string? last,
        DateOnly today
    )
    {
        // What phrases read in two ways is asked back with both.
        var isOfTwo = read.Readings.Count > 0 && !IsRemark(read);
        if (read.Sure > Hinted || isOfTwo)
            return read;
        var (label, share) = deedOf(entities.Text);
        if (share < Against || IsSame(read, label))
            return read;
        if (label == Nothing)
            return null;
        return Completed(label, share, frame, entities, last, today) ?? read;
    }

    /// <summary>What is wanted of the desk at large is said in a few words; a long sentence must be clearer.</summary>
    static bool IsLong(string frame, double share) => frame.Count(c => c == ' ') > MostWords && share < Clear;

    const int MostWords = 20;

    const double Clear = 0.75;

    /// <summary>A number with some words, of which no phrase says what is wanted.</summary>
    static bool IsRemark(Understanding read) => read.Because == read.Note;

    static bool IsSame(Understanding read, string label) =>
        read.Do switch
        {
            Deed.Raise => label == "raise",
            Deed.Move => label == $"move {read.Move}",
            Deed.Edit => label == "edit",
            Deed.Look => label == $"look {read.Look}",
            _ => label == $"people {read.Admin}",
        };

    Understanding? Completed(
        string label,
        double share,
        string frame,
        MessageEntities entities,
        string? last,
        DateOnly today
    ) =>
        label.Split(' ') switch
        {
            ["edit"] when entities.Numbers is [{ Value: var number }, ..] && !QuestionGuard.Asks(frame) =>
                new Understanding
                {
                    Do = Deed.Edit,
                    Number = number,
                    // Where no field is read for sure, its form is opened.
                    Fields = share < Clear ? [] : EditReader.ReadAll(entities.Text, entities, today),
                    Sure = share,
                    Because = entities.Text,
                },
            ["look", var look] when !IsLong(frame, share) => LookReader.Completed(look, frame, entities, last),
            ["people", var admin] when !IsLong(frame, share) => PeopleReader.Completed(
                admin,
                entities.Text,
                frame,
                entities,
                today
            ) with
            {
                Sure = Learned,
                Confirm = admin is "away" or "back" or "role" or "notify" or "reindex",
            },
            // What is taken back at once is ordered in so many words.
            ["move", not "undo" and var move]
                when entities.Numbers.Count > 0 || (last is not null && share >= Unnamed) => MoveUnderstander.Learned(
                move,
                frame,
                entities,
                last,
                reasonOf,
                today
            ),
            _ => null,
        };
}
