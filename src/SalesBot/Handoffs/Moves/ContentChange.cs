namespace SalesBot.Handoffs.Moves;

/// <summary>Which fields differ between what a handoff says and what it is to say.</summary>
static class ContentChange
{
    public static List<string> Fields(Handoff handoff, HandoffBrief brief, HandoffWords words)
    {
        var (was, said) = (handoff.Brief, handoff.Words);
        var pairs = new (string Field, object? Before, object? After)[]
        {
            ("kind", was.Kind, brief.Kind),
            ("urgency", was.Urgency, brief.Urgency),
            ("source", was.Source, brief.Source),
            ("campaign", was.Campaign, brief.Campaign),
            ("company", said.Company, words.Company),
            ("lawfulBasis", was.LawfulBasis, brief.LawfulBasis),
            ("retainUntil", was.RetainUntil, brief.RetainUntil),
            ("title", said.Title, words.Title),
            ("details", said.Details, words.Details),
            ("person", said.Person, words.Person),
            ("links", string.Join('\n', said.Links), string.Join('\n', words.Links)),
            ("qualification", said.Qualification, words.Qualification),
            ("nextStep", said.NextStep, words.NextStep),
            ("optOuts", string.Join('\n', said.OptOuts), string.Join('\n', words.OptOuts)),
        };
        return [.. pairs.Where(pair => !Equals(pair.Before, pair.After)).Select(pair => pair.Field)];
    }
}
