using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;

namespace SalesBot.Answering;

/// <summary>
/// Reads by examples what no wording tells: what sort of question on the two teams something is, and what is wanted of
/// the answer before.
/// </summary>
sealed class NearestKind(AskModel asks, WishModel wishes)
{
    /// <summary>
    /// From this likeliness on it is read so. On the examples that were left out of the learning nine in ten that were
    /// so likely were right.
    /// </summary>
    const double Least = 0.6;

    /// <summary>What is longer asks something of its own, in words.</summary>
    const int Longest = 16;

    /// <summary>The sort of question that a message is likely to be, or none.</summary>
    public Intent? OfAsk(string text)
    {
        var (kind, share) = asks.Best(text);
        if (share < Least)
            return null;
        var team = TeamNames.SideOf(text, onlyOne: true)?.ToString().ToLowerInvariant();
        return (kind, team) switch
        {
            ("difference", _) => new AskComparison($"What is {TeamQuestions.OfTheTwo}?", [], NamesOne: false),
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

    /// <summary>What is likely to be wanted of the answer before: a label of the model, or none.</summary>
    public string? OfWish(string text) =>
        text.Split(' ').Length <= Longest && wishes.Best(text) is { Label: not WishModel.New, Share: >= Least } wish
            ? wish.Label
            : null;
}
