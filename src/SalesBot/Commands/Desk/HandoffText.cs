using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Clocks;
using SalesBot.People;

namespace SalesBot.Commands.Desk;

/// <summary>Cards and lists for a terminal.</summary>
static class HandoffText
{
    public static void Table(HandoffPage page, BusinessCalendars calendars)
    {
        if (page.Total == 0)
        {
            Screen.Line("No handoffs found. Use 'salesbot handoffs raise' to hand something over.");
            return;
        }
        Screen.Table(
            ["Number", "What", "Kind", "State", "Due"],
            page.Items.Select(card =>
                (IReadOnlyList<string>)
                    [
                        card.Number,
                        card.Title,
                        HandoffLabels.OfValue("kind", card.Kind),
                        HandoffWording.Status(card),
                        DeadlineWording.Of(card, calendars),
                    ]
            )
        );
        if (page.Total > page.Items.Count)
            Screen.Line($"{page.Items.Count} of {page.Total:N0}; --page shows more.");
    }

    /// <summary>A card as text, times in the zone of the receiving team; or as JSON.</summary>
    /// <param name="card">What is shown.</param>
    /// <param name="asJson">Whether a program reads it.</param>
    /// <param name="calendars">For the zone.</param>
    /// <param name="whole">Whether all that is known is shown, or how things stand after a move.</param>
    public static void Card(HandoffCard card, bool asJson, BusinessCalendars calendars, bool whole)
    {
        if (asJson)
        {
            Screen.Json(JsonSerializer.Serialize(card, CardJson.Readable.HandoffCard));
            return;
        }
        Screen.Line($"{card.Title}");
        Screen.Line($"  {card.Number} · {HandoffLabels.OfValue("kind", card.Kind)} · {HandoffWording.Status(card)}");
        foreach (var (label, text) in (whole ? Content(card) : []).Concat(Standing(card)))
            Screen.Line($"  {label, -9} {text}");
        var zone = calendars[card.Team == "sales" ? Team.Sales : Team.Marketing].Zone;
        foreach (var e in whole ? card.History : card.History.TakeLast(1))
            Screen.Line($"  {SpokenTime.Moment(e.At, zone)}: {HandoffWording.Told(e)}");
    }

    static IEnumerable<(string Label, string Text)> Content(HandoffCard card)
    {
        if (card.Details is { } details)
            yield return ("Details", details);
        if (card.Person is { } person)
            yield return ("Contact", Joined(person.Name, person.Role, person.Email, person.Phone));
        if (card.Company is { } company)
            yield return (
                "Company",
                Joined(company.Name, company.Domain, company.Industry, company.Size, company.Region)
            );
        if (card.NextStep is { } step)
            yield return ("Next step", step);
    }

    static IEnumerable<(string Label, string Text)> Standing(HandoffCard card)
    {
        yield return (
            "Owner",
            $"{card.OwnerName ?? $"nobody yet ({HandoffLabels.OfTeam(card.Team)} queue)"}: {card.Routing}"
        );
        if (card.State == "returned")
            yield return ("Waits", $"for {card.RaisedByName} to send it again, agree to close it or withdraw it");
        foreach (var due in card.Due)
            yield return (due.Overdue ? "Overdue" : "Due", due.Because);
        if (card.WakeUp is { } wakeUp)
            yield return ("Snoozed", $"until {SpokenTime.Day(wakeUp)}");
        if (card.DuplicateOf is { } into)
            yield return ("Merged", $"into {into}");
        foreach (var twin in card.Twins)
            yield return ("See also", $"{twin.Number}, {twin.State}: {twin.Because}");
        if (card.Moves.Count > 0)
            yield return ("You can", string.Join(", ", card.Moves));
    }

    static string Joined(params string?[] parts) => string.Join(", ", parts.OfType<string>());
}
