using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>The task inside a message about a task.</summary>
static partial class TaskText
{
    /// <summary>
    /// The message without the question around it: "is cold calling a sales or marketing task?" is about "cold
    /// calling".
    /// </summary>
    public static string Of(string message)
    {
        message = Wished().ReplaceIn(WhichTeam().ReplaceIn(message, "", 1), "", 1);
        var task = Frame().ReplaceIn(message, " ").Trim(' ', ',', ':', '-', '?', '.', '!', '"');
        return task.Length > 0 ? task : message;
    }

    /// <summary>"…. Which team should own it?": what stands before is the task.</summary>
    [GeneratedRegex(
        @"(?<=\S+ \S+ \S+)[.!?,;:–-]\s+(?:(?:so|and|now) )?(?:(?:which|what) (?:team|department|side|of (?:them|the two)|one of (?:them|the two)|one|group)|who|to whom|whom) [^.?!]*\?*\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WhichTeam();

    /// <summary>"My boss wants …": who wants a piece of work says nothing of whose it is.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:hi|hey|hello|ok|so|well)\W+)*(?:(?:my|our|the) (?:boss|manager|ceo|director|team lead|head|management|chief)|somebody|someone|they|we|i) (?:wants?(?: me| us)?|would like(?: me| us)?|needs?(?: me| us)?|asked (?:me|us|for)|asks (?:me|us|for)|told (?:me|us)) (?:to )?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Wished();

    /// <summary>
    /// Whether a message asks which of the two something is said of, rather than whose a piece of work is.
    /// </summary>
    public static bool AsksOfWhich(string message) => OfWhich().IsIn(message);

    /// <summary>Whether a message asks which of the two teams a piece of work is for.</summary>
    public static bool AsksBetween(string message) => Between().IsIn(message);

    [GeneratedRegex(
        @"\b(?:sales|marketing)\b[^?.]{0,20}\b(?:or|vs\.?|versus)\b[^?.]{0,20}\b(?:sales|marketing)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^\W*(?:so |and )?(?:who|which|is being|are you)\b.*\b(?:sales or marketing|marketing or sales)\W*$"
            + @"|^\W*(?:sales or marketing|marketing or sales)\b[\s,:–-]*(?:who|which)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfWhich();

    [GeneratedRegex(
        @"\b(?:(?:a |the )?(?:sales|marketing)(?:['’]s)?(?: (?:task|job|work|thing|activity|duty|responsibility))?"
            + @" (?:or|vs\.?|versus) (?:a |the )?(?:sales|marketing)(?:['’]s)?(?: (?:task|job|work|thing|activity|duty|responsibility))?"
            + @"|who(?:se|s|['’]s)? (?:job|task|work|turf|call|responsibility|duty)(?: (?:is|it|that|this))*|(?:can|could) (?:you|u) tell me|who (?:does"
            + @"|do|dose|is responsible for|is in charge of|should|handles?|takes care of|looks after)"
            + @"|(?:does|do|is|are) (?:this|that|it) (?:belong to|for)|is (?:this|that|it)|(?:a|the) (?:sales|marketing) (?:task|job|thing|activity|duty"
            + @"|responsibility))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Frame();
}
