namespace SalesBot.Intents;

/// <summary>What a person wants with a message.</summary>
abstract record Intent;

/// <summary>
/// A question about the material. <c>LeansOn</c>: the earlier turns it cannot be understood without, oldest first.
/// <c>MayStandAlone</c>: it leans on them only because it is short, and may mean what it says.
/// </summary>
sealed record AskQuestion(string Text, IReadOnlyList<string> LeansOn, bool MayStandAlone = false) : Intent;

/// <summary>
/// A question about how the two teams compare. <c>NamesOne</c>: it asks which of them something holds for.
/// <c>OfTheOther</c>: what holds for the other one is wanted.
/// </summary>
sealed record AskComparison(string Text, IReadOnlyList<string> LeansOn, bool NamesOne, bool OfTheOther = false)
    : Intent;

/// <summary>
/// Whose task is this? <c>Asked</c>: the message says so, and is not just the task. <c>MayBeTold</c>: it only asks who
/// does something, which may be anybody.
/// </summary>
sealed record AskTask(string Text, IReadOnlyList<string> LeansOn, bool Asked, bool MayBeTold = false) : Intent;

/// <summary>What asks nothing of the material: a greeting, thanks, a call for help.</summary>
sealed record SmallTalk(TalkKind Kind = TalkKind.Help) : Intent;
