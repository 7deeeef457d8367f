using SalesBot.Chat;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>Quotes a passage that was found.</summary>
static class PassageCitation
{
    public static Citation Of(PassageHit hit) =>
        new(hit.Passage.Document, hit.Passage.Title, hit.Passage.Section, hit.Passage.Text, hit.Passage.Start, hit.Passage.End, hit.Score)
        {
            Address = hit.Address,
        };
}
