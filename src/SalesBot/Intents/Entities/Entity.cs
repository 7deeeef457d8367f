namespace SalesBot.Intents.Entities;

/// <summary>
/// A span of a message that names something. <c>Value</c>: what it names; <c>Text</c>: the words as they stand, from
/// <c>At</c> on.
/// </summary>
sealed record Entity(string Value, string Text, int At)
{
    /// <summary>The position behind the last character.</summary>
    public int End => At + Text.Length;
}
