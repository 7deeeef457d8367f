using SalesBot.Chat;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>Quotes a passage that was found.</summary>
static class PassageCitation
{
    public static Citation Of(PassageHit hit) =>
        new(
            hit.Passage.Document,
            hit.Passage.Title,
            hit.Passage.Section,
            hit.Passage.Text,
            hit.Passage.Start,
            hit.Passage.End,
            hit.Score
        )
        {
            Address = hit.Address,
            Context = ContextOf(hit.Passage),
        };

    static string ContextOf(Passage passage)
    {
        if (passage.Kind != PassageKind.Row)
            return passage.Section;
        var cells = passage.Text.Split(Passage.Cell);
        return string.Join(
            Passage.Below,
            new[] { passage.Section, cells[0], passage.Columns ?? "" }.Where(part => part.Length > 0)
        );
    }
}
