using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying.Statements;

/// <summary>
/// What a question is about, without the asking and without the teams: "who runs our webinars?" is about "runs our
/// webinars".
/// </summary>
static partial class AskedTopic
{
    public static string Of(string message)
    {
        var topic = TeamNames
            .Without(Ending().ReplaceIn(Opening().ReplaceIn(TaskText.Of(message), "", 1), "", 1))
            .Trim(' ', '?', '.', '!', ',', ':', '"', '“', '”');
        return topic.Length > 0 ? topic : message;
    }

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok|okay|well|hey|hi|hello|please|pls|now|then|yo),?\s+)*(?:(?:can|could) (?:you|u|somebody|someone) (?:please )?(?:tell me )?|i (?:want|need|would like|have) to |i(?:['’]d| would) like to |we (?:want|need|have) to |let['’]?s |do you know )?"
            + @"(?:(?:what|which) (?:team|department|side|one|people|group|of (?:them|the two|both))|what(?:['’]?s| is| are| does)|where|who(?:['’]?s| is| are| was)?|whos|whose (?:job|task|work|call|turf|responsibility|duty|business)(?: (?:is|are|would be))?|whose|to whom|is|are|does|do|should|would)?"
            + @"\s*(?:(?:is|are|was|does|do|should|would|must|will|can|gets to|has to|needs to|ought to|is supposed to|in charge of|responsible for|the owner of|the one (?:who|to)|it (?:that|who)|that|to|the ones? (?:who|that|for)|handling|taking care of|owns?|for)\b\s*)*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"(?:[,.?!;:–-]\s*(?:is (?:that|this|it)|are (?:those|these|they)|whose (?:job|task|work|call|turf|responsibility)(?: is (?:that|this|it))?|who(?:se)?(?:(?: (?:should|must|can|will|would|has to))? \w+(?: (?:to|with|for|after|of|care of))*(?: (?:that|it|this|them|him|her))?)?|which (?:one|team|of the two)(?: is (?:it|that))?|which|or|right|isn['’]?t it)?"
            + @"|\s(?:is (?:that|this|it) (?:for )?|(?:closer|nearer|more) to|belongs? to|up to|or|a|an|the|for|by|with|as|to|of))+\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Ending();
}
