using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads what is corrected of a draft before it is handed over: "company is Globex", "urgency now", "to sales".
/// </summary>
static partial class DraftCorrection
{
    /// <summary>The draft as it is to be; null if nothing is corrected.</summary>
    /// <param name="offer">What handing over would do.</param>
    /// <param name="said">The message the draft was read from.</param>
    /// <param name="text">The correction.</param>
    /// <param name="today">The day that dates count from.</param>
    public static OfferHandoff? Read(ChatAction offer, string said, string text, DateOnly today)
    {
        if (text.Length > MaxLength)
            return null;
        var values = new Dictionary<string, string>(offer.Values);
        if (Receiver().FindIn(text) is { Success: true } receiver)
        {
            values["to"] = receiver.Groups["team"].Value.ToLowerInvariant();
            values.Remove("kind");
        }
        else if (text.Length <= MaxUrgency && UrgencyWords.Read(text, today) is { } urgency)
            values["urgency"] = urgency;
        else if (EditReader.Read(text, EntityReader.Read(text, today), today) is { Count: > 0 } changed)
            foreach (var (field, corrected) in changed)
            {
                var before = values.GetValueOrDefault(field) ?? "";
                var value = field == "name" ? CorrectedName.Of(before, corrected) : corrected;
                if (before.Length > 1)
                    foreach (var told in Told.Where(values.ContainsKey))
                        values[told] = WholeWords.Replace(values[told], before, value);
                values[field] = value;
            }
        else if (
            Told.Where(values.ContainsKey)
                .Select(told => (Field: told, Value: TextCorrection.Apply(values[told], text)))
                .Where(told => told.Value is not null)
                .ToList() is
            { Count: > 0 } told
        )
            told.ForEach(one => values[one.Field] = one.Value!);
        else
            return null;
        return new OfferHandoff(
            new RaiseHandoff(
                values.GetValueOrDefault("to"),
                values.GetValueOrDefault("title") ?? "",
                [
                    .. values
                        .Where(value => value.Key is not ("to" or "title"))
                        .Select(value => new ReadField(value.Key, value.Value, "")),
                ]
            ),
            said
        );
    }

    /// <summary>Where the words of the message stand, which name what other fields hold.</summary>
    static readonly string[] Told = ["title", "details"];

    const int MaxLength = 120,
        MaxUrgency = 40;

    [GeneratedRegex(
        @"^\W*(?:no,? |sorry,? |rather |better |make it |send it |it goes |for |i meant |i mean )*(?:to |for )?(?<team>sales|marketing)(?: please| pls| instead| team| rather)*\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Receiver();
}
