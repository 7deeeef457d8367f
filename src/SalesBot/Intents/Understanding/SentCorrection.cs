using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads what is corrected of a handoff right after it was handed over, where "it" needs no name: "no, not urgent",
/// "make that 35 licences", "no, to sales".
/// </summary>
static partial class SentCorrection
{
    const int MaxLength = 120,
        MaxUrgency = 45;

    /// <summary>What is to be changed; null if the words are about something else.</summary>
    /// <param name="number">The handoff.</param>
    /// <param name="content">What it says: title and details by the names of its fields.</param>
    /// <param name="text">What is said now.</param>
    /// <param name="today">The day that dates count from.</param>
    public static Intent? Read(string number, IReadOnlyDictionary<string, string> content, string text, DateOnly today)
    {
        if (text.Length > MaxLength || text.Contains('?') || Asks().IsIn(text))
            return null;
        if (TextCorrection.IsMarked(text) && Receiver().FindIn(text) is { Success: true } receiver)
            return new RedirectHandoff(number, receiver.Groups["team"].Value.ToLowerInvariant());
        if (text.Length <= MaxUrgency && Pressing().IsIn(text) && UrgencyWords.Read(text, today) is { } urgency)
            return new EditHandoff(number, new Dictionary<string, string> { ["urgency"] = urgency });
        var entities = EntityReader.Read(text, today);
        if (
            EditReader.ReadAll(text, entities, today) is { Count: > 0 } fields
            && (fields.ContainsKey("name") || !NamesSomebodyElse(entities, content))
        )
            return new EditHandoff(number, fields);
        var changed = content
            .Select(field => (field.Key, Value: TextCorrection.Apply(field.Value, text)))
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Key, field => field.Value!);
        if (changed.Count > 0)
            return new EditHandoff(number, changed);
        return Strong().IsIn(text)
            ? new MoveHandoff(number, "note", new Dictionary<string, string> { ["note"] = text })
            : null;
    }

    /// <summary>Whether somebody is named of whom the handoff says nothing: then it is about them.</summary>
    static bool NamesSomebodyElse(MessageEntities entities, IReadOnlyDictionary<string, string> content) =>
        entities.Person is { } person
        && content.Values.All(said => !said.Contains(person.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>A question, and no correction.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no|sorry|oh|and|actually|wait)\W+)*(?:what|who|whom|whose|which|why|how|when|where|is|are|does|do|did|can|could|should|would|tell me|explain|show|list|find)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asks();

    [GeneratedRegex(
        @"\b(?:for|to|goes to|is for|meant for|belongs to) (?:the )?(?<team>sales|marketing)(?: please| pls| instead| team| rather| people)*\W*$|^\W*(?:no|sorry|actually|rather|oops)\W+(?<team>sales|marketing)(?: please| pls| instead| team)*\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Receiver();

    /// <summary>Hardly more than how urgent it is.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no|sorry|oh|and|also|actually|wait|oops|but|well|ah|make|it|that|this|its|it's|it’s|it is|that's|one|is|please|pls|by the way|btw|urgency|really|quite|very|pretty|super|so|all|at|now|has|to|be|should|done|needs|not|isn't|isn’t|nothing|there's|there’s|there|no)\b\W*)*(?:urgent|asap|rush|hurry|now|today|tomorrow|this week|next week|someday|deadline|critical|pressing|priority|prio|low prio|low priority|high prio|high priority|top priority|by (?:eod|tomorrow|tonight|noon|mon|tues?|wed(?:nes)?|thurs?|fri)(?:day)?|(?:this|next|on|by)? ?(?:mon|tues|wednes|thurs|fri)day|no rush|take your time|whenever)\b\W*(?:(?:please|pls|though|really|at all|anymore|any more|actually|after all|either|sorry|if possible|thanks)\b\W*)*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pressing();

    /// <summary>Nothing but a correction, whatever it corrects: it is kept, at least.</summary>
    [GeneratedRegex(
        @"^\W*(?:no\W+|sorry\W+|oops\W+|wait\W+|actually\W+)*(?:make (?:it|that)|i meant|correction|change (?:it|that) to|(?:it|that) should (?:be|say|read))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Strong();
}
