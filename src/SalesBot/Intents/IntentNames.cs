using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Draws people's names into what was read: whoever acts on an intent gets plain text, and ids where somebody is meant.
/// </summary>
static class IntentNames
{
    /// <summary>Names may be longer than what stood for them.</summary>
    const int MaxTitle = 190;

    /// <summary>The field of a move that means a person.</summary>
    const string Owner = "owner";

    /// <summary>The intent with names in the place of tokens; where it means a person, the token stays.</summary>
    public static Intent? Draw(Intent? intent, IReadOnlyList<Mention> mentions)
    {
        return intent switch
        {
            RaiseHandoff raise => raise with
            {
                Title = PersonText.Cut(Drawn(raise.Title), MaxTitle),
                Fields = [.. raise.Fields.Select(DrawnField)],
            },
            DraftHandoff draft => draft with { Text = Drawn(draft.Text) },
            PassOn pass => pass with { Note = pass.Note is null ? null : Drawn(pass.Note) },
            MoveHandoff move => move with
            {
                Fields = move.Fields.ToDictionary(
                    field => field.Key,
                    field => field.Key == Owner ? field.Value : Drawn(field.Value)
                ),
            },
            ListHandoffs { Words: { } words } list => list with { Words = Drawn(words).TrimStart('@') },
            SearchKnowledge search => search with { Words = Drawn(search.Words) },
            AskInstead instead => instead with { Text = Drawn(instead.Text) },
            GiveFeedback { Comment: { } comment } feedback => feedback with { Comment = Drawn(comment) },
            _ => intent,
        };

        string Drawn(string text) => MentionToken.Draw(text, mentions);

        ReadField DrawnField(ReadField field) => field with { Value = Drawn(field.Value), From = Drawn(field.From) };
    }
}
