using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;

namespace SalesBot.Answering;

/// <summary>
/// Reads by examples what no wording tells: what sort of question on the two teams something is, and what is wanted of
/// the answer before.
/// </summary>
sealed partial class NearestKind(AskModel asks, WishModel wishes)
{
    /// <summary>
    /// From this likeliness on it is read so. On the examples that were left out of the learning nine in ten that were
    /// so likely were right.
    /// </summary>
    public const double Least = 0.6;

    /// <summary>From this on it is read so whatever the passages say, where the material has an answer of that sort.</summary>
    public const double Sure = 0.8;

    /// <summary>What is longer asks something of its own, in words.</summary>
    const int Longest = 16;

    /// <summary>The sort of question that a message is likely to be, or none.</summary>
    /// <param name="text">The message.</param>
    /// <param name="least">How likely it must be.</param>
    public Intent? OfAsk(string text, double least)
    {
        var (kind, share) = asks.Best(text);
        if (share < least || least >= Sure && kind is not ("why-confused" or "qualities" or "measured"))
            return null;
        var team = TeamNames.SideOf(text, onlyOne: true)?.ToString().ToLowerInvariant();
        return (kind, team) switch
        {
            ("difference", _) when OfTheTwo().IsIn(text) => new AskComparison(
                $"What is {TeamQuestions.OfTheTwo}?",
                [],
                NamesOne: false
            ),
            ("list", { } one) => new ListOfTeam(text, one),
            ("qualities", _) => new AskHowOfTeam(text, [], team ?? "both", TeamQuestions.Character),
            ("measured", { } one) => new AskHowOfTeam(text, [], one, TeamQuestions.Success),
            ("example", _) => new AskExample(text, TeamQuestions.OfTheTwo, []),
            ("help", _) => new AskHelpOfTeam(text, "both"),
            ("meaning", { } one) => new AskQuestion($"what is {one}?", []),
            ("why-confused", _) => new AskQuestion("why are sales and marketing mistaken for the same?", []),
            ("task", _) => new AskTask(text, [], Asked: true, MayBeTold: true),
            ("which", _) => new AskComparison(text, [], NamesOne: true),
            _ => null,
        };
    }

    /// <summary>The two teams are named, or meant; nothing else is set side by side.</summary>
    [GeneratedRegex(
        @"\b(?:sales|marketing|selling|the two|both|they|them|each other)\b|^(?!.*\b(?:between|from|versus|vs|and)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfTheTwo();

    /// <summary>What is likely to be wanted of the answer before: a label of the model, or none.</summary>
    public string? OfWish(string text) =>
        text.Split(' ').Length <= Longest && wishes.Best(text) is { Label: not WishModel.New, Share: >= Least } wish
            ? wish.Label
            : null;
}
