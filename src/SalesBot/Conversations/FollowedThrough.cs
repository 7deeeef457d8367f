using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Intents.Understanding;

namespace SalesBot.Conversations;

/// <summary>
/// A correction followed through: where the person, the company or an address is changed, title and details say the new
/// one, too, and a first name that is corrected leaves the surname alone.
/// </summary>
static class FollowedThrough
{
    /// <summary>The corrected fields with what follows from them.</summary>
    public static Dictionary<string, string> Of(HandoffWords before, IReadOnlyDictionary<string, string> corrected)
    {
        var fields = new Dictionary<string, string>(corrected);
        var replaced = new List<(string Old, string New)>();
        if (fields.TryGetValue("name", out var name) && before.Person?.Name is { Length: > 1 } called)
        {
            fields["name"] = CorrectedName.Of(called, name);
            replaced.Add((called, fields["name"]));
            if (First(called) != First(fields["name"]) && called.Contains(' '))
                replaced.Add((First(called), First(fields["name"])));
        }
        foreach (
            var (field, old) in new[]
            {
                ("company", before.Company?.Name),
                ("email", before.Person?.Email),
                ("phone", before.Person?.Phone),
                ("role", before.Person?.Role),
            }
        )
            if (old is { Length: > 1 } && fields.TryGetValue(field, out var now))
                replaced.Add((old, now));
        Follow("title", before.Title, replaced, fields);
        Follow("details", before.Details, replaced, fields);
        return fields;
    }

    static void Follow(
        string field,
        string? said,
        List<(string Old, string New)> replaced,
        Dictionary<string, string> fields
    )
    {
        if (said is null || fields.ContainsKey(field))
            return;
        var now = replaced.Aggregate(said, (text, pair) => WholeWords.Replace(text, pair.Old, pair.New));
        if (now != said)
            fields[field] = now;
    }

    static string First(string name) => name.Split(' ')[0];
}
