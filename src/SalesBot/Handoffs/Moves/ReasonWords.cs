using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Handoffs.Moves;

/// <summary>Finds the reason that somebody's words give: its code, said as words, or what people say instead of it.</summary>
static partial class ReasonWords
{
    static readonly (string Code, Regex Said)[] Sayings =
    [
        ("wrong-region", Region()), ("bad-timing", Timing()), ("invalid-contact", Contact()), ("no-answer", Answer()), ("duplicate", Duplicate()),
        ("already-owned", Owned()), ("wrong-team", Team()), ("missing-information", Missing()), ("no-budget", Budget()), ("no-need", Need()), ("too-small", Small()),
        ("locked-in", Locked()), ("opted-out", OptedOut()), ("no-consent", Consent()), ("competitor", Competitor()), ("spam", Spam()), ("wrong-role", Role()),
        ("wrong-industry", Industry()), ("own-employee", Own()),
    ];

    /// <summary>The code, one of <paramref name="reasons"/>, or none.</summary>
    public static string? Find(string words, Reasons reasons) =>
        reasons.All.Where(reason => reason.Code != Reasons.Other && words.Contains(reason.Code.Replace('-', ' '), StringComparison.OrdinalIgnoreCase)
            || words.Contains(reason.Code, StringComparison.OrdinalIgnoreCase)).Select(reason => reason.Code).FirstOrDefault()
        ?? Sayings.FirstOrDefault(saying => saying.Said.IsIn(words) && reasons.Find(saying.Code) is not null).Code;

    [GeneratedRegex(@"\b(?:wrong|not (?:my|our|the right)|other|another) (?:region|country|territory|area|market)\b|\bout of (?:region"
        + @"|territory)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Region();

    [GeneratedRegex(@"\b(?:not (?:yet )?(?:ready|now)|too early|bad time|wrong time|(?:later|next) (?:year|quarter|spring|summer|autumn|winter)"
        + @"|until)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Timing();

    [GeneratedRegex(@"\b(?:(?:wrong|invalid|dead|bad) (?:number|phone|e-?mail|address|contact)|bounce[sd]?|does(?: not"
        + @"|n['’]?t) exist)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\b(?:no (?:answer|reply|response)|(?:did(?: not|n['’]?t)|never|does(?: not|n['’]?t)) (?:answer|reply|respond|call back|pick up)"
        + @"|ghosted)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\b(?:duplicate|double|same as|twice)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Duplicate();

    [GeneratedRegex(@"\b(?:already (?:owned|mine|taken|with|in)|has an owner)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Owned();

    [GeneratedRegex(@"\b(?:not (?:ours|mine|for us|our (?:job|task))|wrong (?:team|department|people))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Team();

    [GeneratedRegex(@"\b(?:missing|incomplete|not enough (?:information|info|details)|more (?:information|info|details)|which\b.*\?|no (?:phone|e-?mail"
        + @"|number|name|details))", RegexOptions.IgnoreCase)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\b(?:no (?:money|budget)|cannot afford|can['’]?t afford|too expensive)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Budget();

    [GeneratedRegex(@"\b(?:not interested|no (?:need|interest)|(?:does(?: not|n['’]?t)|do(?: not|n['’]?t)) need)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Need();

    [GeneratedRegex(@"\btoo (?:small|few (?:people|users|seats))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Small();

    [GeneratedRegex(@"\b(?:locked in|under contract|(?:has|have) a contract|just (?:signed|bought))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Locked();

    [GeneratedRegex(@"\b(?:opted out|unsubscribed|does(?: not|n['’]?t) want (?:to be contacted|mail|e-?mails?))\b", RegexOptions.IgnoreCase)]
    private static partial Regex OptedOut();

    [GeneratedRegex(@"\b(?:no consent|without consent|gdpr)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Consent();

    [GeneratedRegex(@"\bcompetitors?\b|\bworks for the competition\b", RegexOptions.IgnoreCase)]
    private static partial Regex Competitor();

    [GeneratedRegex(@"\b(?:spam|fake|bot|junk)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Spam();

    [GeneratedRegex(@"\b(?:wrong (?:role|person|contact person)|not (?:the|a) decision[- ]maker|student|intern)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Role();

    [GeneratedRegex(@"\bwrong (?:industry|sector|business)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Industry();

    [GeneratedRegex(@"\b(?:our own|own) (?:employee|colleague|staff|people)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Own();
}
