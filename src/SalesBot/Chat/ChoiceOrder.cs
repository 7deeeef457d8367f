namespace SalesBot.Chat;

/// <summary>
/// The order in which things to press are drawn where only some of them fit: what most people want first, and the way
/// back last of those that are seen.
/// </summary>
static class ChoiceOrder
{
    /// <param name="choices">All of them, in the order in which they were made.</param>
    /// <param name="shown">How many are seen at once.</param>
    public static List<Choice> Of(IReadOnlyList<Choice> choices, int shown)
    {
        var ordered = choices.OrderByDescending(choice => choice.IsMain).ToList();
        var undo = ordered.FindIndex(choice => choice.Action.Name == "undo");
        if (undo < 0)
            return ordered;
        var back = ordered[undo];
        ordered.RemoveAt(undo);
        ordered.Insert(Math.Clamp(shown - 1, 0, ordered.Count), back);
        return ordered;
    }
}
