using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying.Statements;

/// <summary>
/// Tells who goes to something from who puts it on: that salespeople attend webinars says nothing of who runs one.
/// </summary>
static partial class EventVerbs
{
    /// <summary>The role that a text speaks of.</summary>
    public static EventRole Of(string text) =>
        (Organises().IsIn(text), Attends().IsIn(text)) switch
        {
            (true, false) => EventRole.Organises,
            (false, true) => EventRole.Attends,
            _ => EventRole.None,
        };

    /// <summary>Whether one speaks of who puts something on, and the other of who goes to it.</summary>
    public static bool Differ(EventRole one, EventRole other) =>
        one != other && one != EventRole.None && other != EventRole.None;

    [GeneratedRegex(
        @"\b(?:run|runs|running|organi[sz](?:e|es|ing)|hosts?|hosting|holds?|holding|plans?|planning|set(?:s|ting)? up|put(?:s|ting)? on|arrang(?:e|es|ing)|prepar(?:e|es|ing)|produc(?:e|es|ing)|launch(?:es|ing)?|promot(?:e|es|ing)|advertis(?:e|es|ing)|sponsors?|sponsoring|schedul(?:e|es|ing)|record(?:s|ing)?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Organises();

    [GeneratedRegex(
        @"\b(?:attend(?:s|ing)?|visit(?:s|ing)?|go(?:es|ing)? to|join(?:s|ing)?|tak(?:e|es|ing) part|participat(?:e|es|ing)|show(?:s|ing)? up|meet(?:s|ing)? (?:\w+ )?(?:people|others|buyers|prospects))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Attends();
}
