using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>Sources as Teams shows them: a number in the text, and behind it the name and the words.</summary>
static class Sources
{
    /// <summary>What a source is called.</summary>
    public static string NameOf(Citation citation) =>
        citation.Section.Length > 0 && citation.Section != citation.Title ? $"{citation.Title}, {citation.Section}" : citation.Title;

    /// <summary>The sources of a text, numbered from one.</summary>
    public static MessageEntity Of(IEnumerable<Citation> citations) => new(
        [.. citations.Take(MessageEntity.MostCitations).Select((citation, i) => new ClaimCitation(i + 1,
            new CitedDocument(PersonText.Cut(NameOf(citation), CitedDocument.LongestName), PersonText.Cut(citation.Quote, CitedDocument.LongestAbstract))))]);
}
