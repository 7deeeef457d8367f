using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying.Statements;

/// <summary>
/// Tells who goes to something from who puts it on: that salespeople attend webinars says nothing of who runs one.
/// </summary>
static partial class EventVerbs
{
    /// <summary>Whether somebody asks who puts something on, and is told who goes to it, or the other way round.</summary>
    /// <param name="topic">What is asked about, without the asking.</param>
    /// <param name="said">What a statement says.</param>
    public static bool Differ(string topic, string said) =>
        Organises().IsIn(topic) && Attends().IsIn(said) && !Organises().IsIn(said)
        || Attends().IsIn(topic) && Organises().IsIn(said) && !Attends().IsIn(said);

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
