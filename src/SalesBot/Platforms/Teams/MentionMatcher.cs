using SalesBot.Chat;
using SalesBot.Platforms.Shared;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Somebody whom an entity of an activity tells of: the address of their account, the words that name them, and whether
/// it is the bot.
/// </summary>
sealed record MentionEntity(string Id, string Name, string? Words, bool IsBot);

/// <summary>
/// Finds out whom a mention in a text means. Teams writes the same name otherwise in the text than in the entity
/// (escaped, with other blanks, in other case, or not at all), so it is matched by its words first, then by the number
/// it carries, then by its place.
/// </summary>
sealed class MentionMatcher(IReadOnlyList<MentionEntity> entities)
{
    readonly HashSet<MentionEntity> used = new(ReferenceEqualityComparer.Instance);
    int seen;

    /// <summary>Adds the mention with these words.</summary>
    /// <param name="to">What is put together.</param>
    /// <param name="words">What stands in the mention, decoded.</param>
    /// <param name="number">The number it carries; null if none.</param>
    public void Add(MessageTextBuilder to, string words, int? number)
    {
        var place = seen++;
        var entity =
            (Free(number) is { } numbered && Has(numbered, words) ? numbered : null)
            ?? entities.FirstOrDefault(one => !used.Contains(one) && Has(one, words))
            ?? entities.FirstOrDefault(one => Has(one, words))
            ?? Person(Free(number))
            ?? Person(Free(place))
            ?? OnlyPerson()
            ?? Free(place);
        if (entity is null)
        {
            to.GroupMention(words.Length == 0 ? "" : $"@{words}");
            return;
        }
        used.Add(entity);
        if (entity.IsBot)
            to.OwnMention();
        else
            to.Mention(new Mention(entity.Id, entity.Name.Length > 0 ? entity.Name : words));
    }

    /// <summary>Adds the mention of an entity that the text names without an element.</summary>
    public void Add(MessageTextBuilder to, MentionEntity entity)
    {
        used.Add(entity);
        if (entity.IsBot)
            to.OwnMention();
        else
            to.Mention(new Mention(entity.Id, entity.Name));
    }

    /// <summary>Words that are not the bot's name hardly mean the bot.</summary>
    static MentionEntity? Person(MentionEntity? entity) => entity is { IsBot: false } ? entity : null;

    MentionEntity? OnlyPerson() =>
        entities.Where(one => !one.IsBot && !used.Contains(one)).Take(2).ToList() is [var only] ? only : null;

    MentionEntity? Free(int? place) =>
        place is { } at && at < entities.Count && !used.Contains(entities[at]) ? entities[at] : null;

    static bool Has(MentionEntity entity, string words) =>
        words.Length > 0
        && (
            words.Equals(entity.Words, StringComparison.OrdinalIgnoreCase)
            || words.Equals(entity.Name, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Words with single plain blanks.</summary>
    public static string Folded(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
