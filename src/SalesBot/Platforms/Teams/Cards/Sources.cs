using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>
/// Sources as Teams shows them: a number in the text, and behind it the name and the words (learn.microsoft.com, "Bot
/// messages with AI-generated content").
/// </summary>
static class Sources
{
    const int MostCitations = 20,
        LongestName = 80,
        LongestAbstract = 160;

    /// <summary>The sources of a text, numbered from one; a message has at most one such entity.</summary>
    public static Entity Of(IEnumerable<Citation> citations) =>
        new("https://schema.org/Message")
        {
            Properties = new JObject
            {
                ["@type"] = "Message",
                ["@context"] = "https://schema.org",
                ["citation"] = new JArray(
                    citations
                        .Take(MostCitations)
                        .Select(
                            (citation, i) =>
                                new JObject
                                {
                                    ["@type"] = "Claim",
                                    ["position"] = i + 1,
                                    ["appearance"] = Appearance(citation),
                                }
                        )
                ),
            },
        };

    static JObject Appearance(Citation citation)
    {
        var appearance = new JObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = PersonText.Cut(citation.Name, LongestName),
            ["abstract"] = PersonText.Cut(citation.Quote, LongestAbstract),
        };
        if (citation.Address is { } address)
            appearance["url"] = address;
        return appearance;
    }
}
