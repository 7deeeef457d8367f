using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;
using SalesBot.Intents.Phrases;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads what somebody wants to see of the desk: their own list, the queue, what is due, one handoff, figures, people,
/// news.
/// </summary>
static partial class LookReader
{
    const int MaxQueryWords = 5,
        MaxWords = 26;

    /// <param name="frame">The message, framed.</param>
    /// <param name="entities">What it names.</param>
    public static Understanding? Read(string frame, MessageEntities entities)
    {
        if (frame.Count(c => c == ' ') > MaxWords)
            return null;
        foreach (var match in PhraseTable.Find(frame, "look"))
        {
            var look = match.Names[0];
            if (!match.NamesSomebody(entities.Text))
                continue;
            if (look == "show")
                return new Understanding
                {
                    Do = Deed.Look,
                    Look = look,
                    Number = entities.Numbers.Count > 0 ? entities.Numbers[0].Value : null,
                    Sure = 0.95,
                    Because = match.Words,
                };
            if (look == "find")
            {
                // A statement about leads looks for nothing.
                if (!Searching().IsIn(frame))
                    continue;
                if (Query(match, entities) is { } query)
                    return new Understanding
                    {
                        Do = Deed.Look,
                        Look = look,
                        Query = query,
                        Sure = 0.9,
                        Because = match.Words,
                    };
                continue;
            }
            return List(look, match.Words, frame, entities);
        }
        return null;
    }

    /// <summary>A list, with the team or the person that it is about.</summary>
    static Understanding List(string look, string words, string frame, MessageEntities entities) =>
        new()
        {
            Do = Deed.Look,
            Look = look,
            Team = look is "overdue" or "queue" or "due-today" or "people" ? TeamIn(frame) : null,
            Query = Whom(look, entities),
            Sure = 0.9,
            Because = words,
        };

    /// <summary>What a message wants to see of which nothing but that is known; null if it does not say whom.</summary>
    /// <param name="look">What is wanted.</param>
    /// <param name="frame">The message, framed.</param>
    /// <param name="entities">What it names.</param>
    /// <param name="last">The handoff that was last talked about, or null.</param>
    public static Understanding? Completed(string look, string frame, MessageEntities entities, string? last)
    {
        var read = List(look, entities.Text, frame, entities);
        return look switch
        {
            "show" => (entities.Numbers.Count > 0 ? entities.Numbers[0].Value : last) is { } number
                ? read with
                {
                    Number = number,
                }
                : null,
            "find" => Whomever(entities) is { } whom ? read with { Query = whom } : null,
            _ => read,
        };
    }

    /// <summary>Whom or what a message names.</summary>
    static string? Whomever(MessageEntities entities) =>
        entities.Emails.Count > 0 ? entities.Emails[0].Value
        : entities.Phones.Count > 0 ? entities.Phones[0].Value
        : entities.Person?.Value ?? entities.Company?.Value ?? Capitals(entities.Text);

    /// <summary>The first name-like words that do not begin the sentence.</summary>
    static string? Capitals(string text) =>
        Named()
            .FindAllIn(text)
            .Select(match => match.Value)
            .FirstOrDefault(words => !CommonWords.Has(words.Split(' ')[0]));

    [GeneratedRegex(@"(?<![\w@])\p{Lu}[\p{L}\p{M}\d&'-]+(?: (?:\p{Lu}|\d)[\p{L}\p{M}\d&'-]*)*")]
    private static partial Regex Named();

    static string? TeamIn(string frame) =>
        Team().FindAllIn(frame).Select(match => match.Value).Distinct().ToList() is [var one] ? one : null;

    static string? Whom(string look, MessageEntities entities) => look == "people" ? entities.Person?.Value : null;

    /// <summary>
    /// The words to look for: a person, a company, an address, or what is left of the phrase without little words.
    /// </summary>
    static string? Query(PhraseMatch match, MessageEntities entities)
    {
        if (entities.Emails.Count > 0)
            return entities.Emails[0].Value;
        if (entities.Phones.Count > 0)
            return entities.Phones[0].Value;
        if (
            entities.Person is { } person
            && (match.Query ?? "").Contains(person.Value, StringComparison.OrdinalIgnoreCase)
        )
            return person.Value;
        var words = Lead().ReplaceIn(match.Query ?? "", "");
        words = Tail().ReplaceIn(words, "").Trim(' ', '\'');
        if (words.Count(char.IsLetterOrDigit) < 2 || Vague().IsIn(words))
            return null;
        var named = entities.Person?.Value ?? entities.Company?.Value;
        var at = entities.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        var said = at >= 0 ? entities.Text.Substring(at, words.Length) : words;
        // Whom a search is for is a name, a thing that was asked for, or what the desk is said to have.
        var count = said.Split(' ').Length;
        if (
            count > MaxQueryWords
            || (
                named is null
                && !said.Split(' ').Any(word => char.IsUpper(word[0]) && !CommonWords.Has(word))
                && !Desk().IsIn(match.Words)
                && !(Verb().IsIn(match.Words) && match.At <= 1 && count <= 2)
            )
        )
            return null;
        return said;
    }

    [GeneratedRegex(
        @"^(?:(?:the|my|our|a|an|any|that|this|those|all|some|something|anything|someone|somebody|about|for|with|on|from|of|handoffs?|leads?|requests?|thing|one|ones|stuff|case|card|person|guy|lady|woman|man|customer|contact|entry|to do|named|called)\b\s*)+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"(?:\s+(?:handoffs?|leads?|requests?|thing|yet|already|please|pls|anywhere|in here|by chance|lately|doing|right now|go|stand|at the moment|still|again|or not|case|somewhere))+$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"^(?:from|to|it|this|that|them|you|me|us|him|her|there|here|new|news|help|more|sales|marketing|sales and marketing|(?:a |the )?(?:difference|meaning|answer|way|example|reason|definition|source)s?\b.*|time|(?:to|if|whether|how|what|why|when|who|where) .*)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Vague();

    [GeneratedRegex(
        @"\?|\b(?:dig (?:it|that|them) (?:out|up)|remember|recall|can't find|cannot find)\b|^ (?:(?:please|pls|can you|could you|just|now|hey|hi|ok|and|so|quickly|i need to|i want to|let me|can i|i am|i'm|im) )*(?:find|searching|looking|search|look|locate|show|where|wheres|what happened|what became|what about|what do we have|who|is there|are there|any|anything|something|did|do|have|has|was|handoffs?|leads?|requests?|seen|got|list|get|pull)\b"
    )]
    private static partial Regex Searching();

    [GeneratedRegex(@"\b(?:sales|marketing)(?=\b|['’]?s\b)")]
    private static partial Regex Team();

    [GeneratedRegex(@"\b(?:handoffs?|leads?|requests?|cards?|desk|system)\b")]
    private static partial Regex Desk();

    [GeneratedRegex(
        @"^(?:find|search|search for|searching for|looking for|look up|look for|locate|pull up|bring up|dig out|dig up)\b"
    )]
    private static partial Regex Verb();
}
