using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.Routing;
using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>A due time as shown; <c>Because</c> is the sentence that explains it.</summary>
sealed record DueView(string Clock, DateTimeOffset? At, bool Overdue, string Because);

/// <summary>An event as shown: <c>Actor</c> is an id, <c>ActorName</c> what people call them.</summary>
sealed record EventView(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string ActorName,
    string Platform,
    string Move,
    string? From,
    string To,
    string? Reason,
    string? Note,
    IReadOnlyList<string>? Changed,
    string? Owner,
    string? Outcome,
    DateOnly? WakeUp,
    string? Into,
    int? Rating,
    string Hash
);

/// <summary>
/// A handoff as every door shows it to one person: what it says, who has it, when it is due and why, and what that
/// person can do with it now.
/// </summary>
sealed record HandoffCard(
    string Id,
    string Number,
    long Version,
    string State,
    int Cycle,
    string Direction,
    string Kind,
    string Title,
    string? Details,
    ContactPerson? Person,
    Company? Company,
    string Urgency,
    string? Source,
    string? Campaign,
    string? NextStep,
    IReadOnlyList<string> Links,
    Qualification? Qualification,
    string LawfulBasis,
    IReadOnlyList<string> OptOuts,
    DateOnly? RetainUntil,
    HandoffOrigin? Origin,
    string RaisedBy,
    string RaisedByName,
    string Team,
    string? Owner,
    string? OwnerName,
    string Routing,
    IReadOnlyList<string> Watchers,
    DateTimeOffset RaisedAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? FirstContactAt,
    DateTimeOffset? ClosedAt,
    bool Paused,
    bool Escalated,
    string? Outcome,
    string? Reason,
    DateOnly? WakeUp,
    int? Rating,
    string? DuplicateOf,
    bool Erased,
    IReadOnlyList<DueView> Due,
    IReadOnlyList<string> Moves,
    IReadOnlyList<Twin> Twins,
    IReadOnlyList<EventView> History
);

/// <summary>Draws cards.</summary>
sealed class HandoffCards(HandoffClock clock, TimeProvider time)
{
    /// <summary>The card of a handoff for one person.</summary>
    /// <param name="handoff">What is shown.</param>
    /// <param name="viewer">Whom it is shown to.</param>
    /// <param name="names">Names of people by id.</param>
    /// <param name="twins">Others about the same person or company.</param>
    public HandoffCard Of(
        Handoff handoff,
        Person viewer,
        IReadOnlyDictionary<string, string> names,
        IReadOnlyList<Twin>? twins = null
    )
    {
        var (brief, words, runs) = (handoff.Brief, handoff.Words, clock.Runs(handoff));
        var running = runs is [.., { StoppedAt: null } run] ? run : null;
        return new HandoffCard(
            handoff.Id,
            handoff.Name,
            handoff.Version,
            Words.Of(handoff.State),
            handoff.Cycle,
            Words.Of(handoff.Direction),
            Words.Of(brief.Kind),
            words.Title,
            words.Details,
            words.Person,
            words.Company,
            Words.Of(brief.Urgency),
            brief.Source,
            brief.Campaign,
            words.NextStep,
            words.Links,
            words.Qualification,
            Words.Of(brief.LawfulBasis),
            words.OptOuts,
            brief.RetainUntil,
            words.Origin,
            handoff.RaisedBy,
            Name(handoff.RaisedBy),
            Words.Of(handoff.Team),
            handoff.Owner,
            handoff.Owner is { } owner ? Name(owner) : null,
            Routing(),
            handoff.Watchers,
            handoff.RaisedAt,
            handoff.AcceptedAt,
            handoff.ContactedAt,
            handoff.ClosedAt,
            handoff.PausedAt is not null,
            running is not null && handoff.Events.Any(e => e.Move == Move.Escalate && e.Sequence > running.Sequence),
            handoff.Outcome is { } outcome ? Words.Of(outcome) : null,
            handoff.Reason,
            handoff.WakeUp,
            handoff.Rating,
            handoff.DuplicateOf is { } into ? Handoff.NameOf(into) : null,
            handoff.IsErased,
            running is null ? [] : [Shown(clock.Due(running, time.GetUtcNow()))],
            [.. MoveRights.Offered(handoff, viewer).Select(Words.Of)],
            twins ?? [],
            [.. handoff.Events.Select(View)]
        );

        string Name(string id) => names.GetValueOrDefault(id, id);

        // Why it went to somebody may name another handoff, which is none of an employee's business.
        string Routing() =>
            viewer.Role == Role.Employee
            && handoff.Owner is { } chosen
            && handoff.Routing.Contains(NumberPrefix, StringComparison.Ordinal)
                ? $"{Name(chosen)} is taking care of this"
                : handoff.Routing;

        EventView View(HandoffEvent e) =>
            new(
                e.Sequence,
                e.At,
                e.Actor,
                Name(e.Actor),
                e.Platform,
                Words.Of(e.Move),
                e.From is { } from ? Words.Of(from) : null,
                Words.Of(e.To),
                e.Facts.Reason,
                e.Words?.Note,
                e.Facts.Changed,
                e.Facts.Owner,
                e.Facts.Outcome is { } came ? Words.Of(came) : null,
                e.Facts.WakeUp,
                (e.Facts.Into ?? e.Facts.Absorbed) is { } other ? Handoff.NameOf(other) : null,
                e.Facts.Rating,
                e.Hash
            );
    }

    const string NumberPrefix = "HO-";

    static DueView Shown(DueTime due) => new(Words.Of(due.Clock), due.At, due.Overdue, due.Because);
}

/// <summary>A page of cards.</summary>
sealed record HandoffPage(IReadOnlyList<HandoffCard> Items, int Page, int Size, long Total);

/// <summary>Cards as JSON: camel case, every script as itself.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandoffCard))]
[JsonSerializable(typeof(HandoffPage))]
sealed partial class CardJson : JsonSerializerContext
{
    /// <summary>The context all doors write with.</summary>
    public static readonly CardJson Readable = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new UtcTime() },
        }
    );
}
