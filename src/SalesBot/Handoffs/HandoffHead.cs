using SalesBot.Chat;
using SalesBot.Handoffs.Routing;

namespace SalesBot.Handoffs;

/// <summary>The row of a handoff that lists, filters and reports read: all of it follows from the events.</summary>
static class HandoffHead
{
    /// <summary>Inserts the row, or updates it if its last event is still the one before.</summary>
    public const string Upsert = """
        insert into handoffs (id, workspace, number, version, state, is_open, direction, team, kind, urgency, owner, raised_by, raised_at, raised_day,
            accepted_at, contacted_at,
            closed_at, due_at, wake_up, cycle, source, campaign, outcome, reason, rating, email_key, phone_key, company_key, search, has_words,
                last_sequence, last_hash)
        values (@Id, @Workspace, @Number, @Version, @State, @IsOpen, @Direction, @Team, @Kind, @Urgency, @Owner, @RaisedBy, @RaisedAt, @RaisedDay,
            @AcceptedAt, @ContactedAt,
            @ClosedAt, @DueAt, @WakeUp, @Cycle, @Source, @Campaign, @Outcome, @Reason, @Rating, @EmailKey, @PhoneKey, @CompanyKey, @Search, @HasWords,
                @LastSequence, @LastHash)
        on conflict (id) do update set version = excluded.version, state = excluded.state, is_open = excluded.is_open, kind = excluded.kind,
            urgency = excluded.urgency,
            owner = excluded.owner, accepted_at = excluded.accepted_at, contacted_at = excluded.contacted_at, closed_at = excluded.closed_at,
                due_at = excluded.due_at,
            wake_up = excluded.wake_up, cycle = excluded.cycle, source = excluded.source, campaign = excluded.campaign, outcome = excluded.outcome,
            reason = excluded.reason, rating = excluded.rating, email_key = excluded.email_key, phone_key = excluded.phone_key,
                company_key = excluded.company_key,
            search = excluded.search, has_words = excluded.has_words, last_sequence = excluded.last_sequence, last_hash = excluded.last_hash
        where handoffs.last_sequence = @SequenceBefore
        """;

    /// <summary>The values for <see cref="Upsert"/>.</summary>
    public static object Of(Handoff handoff, long? dueAt, long sequenceBefore) =>
        new
        {
            handoff.Id,
            handoff.Workspace,
            handoff.Number,
            handoff.Version,
            handoff.Owner,
            handoff.RaisedBy,
            handoff.Reason,
            handoff.Rating,
            State = Words.Of(handoff.State),
            IsOpen = handoff.IsOpen ? 1L : 0L,
            Direction = Words.Of(handoff.Direction),
            Team = Words.Of(handoff.Team),
            Kind = Words.Of(handoff.Brief.Kind),
            Urgency = Words.Of(handoff.Brief.Urgency),
            handoff.Brief.Source,
            handoff.Brief.Campaign,
            handoff.Cycle,
            RaisedAt = handoff.RaisedAt.ToUnixTimeMilliseconds(),
            RaisedDay = handoff.RaisedAt.ToUnixTimeMilliseconds() / 86_400_000,
            AcceptedAt = handoff.AcceptedAt?.ToUnixTimeMilliseconds(),
            ContactedAt = handoff.ContactedAt?.ToUnixTimeMilliseconds(),
            ClosedAt = handoff.ClosedAt?.ToUnixTimeMilliseconds(),
            DueAt = dueAt,
            WakeUp = handoff.WakeUp?.ToString("yyyy-MM-dd"),
            Outcome = handoff.Outcome is { } outcome ? Words.Of(outcome) : null,
            EmailKey = handoff.Words.Person?.Email is { } email ? ContactKeys.Email(email) : null,
            PhoneKey = handoff.Words.Person?.Phone is { } phone ? ContactKeys.Phone(phone) : null,
            CompanyKey = ContactKeys.Company(handoff.Words.Company, handoff.Words.Person),
            Search = Searched(handoff),
            LastSequence = handoff.Last.Sequence,
            LastHash = handoff.Last.Hash,
            HasWords = handoff.HasWords ? 1L : 0L,
            SequenceBefore = sequenceBefore,
        };

    /// <summary>What the search field of a list looks in: number, title, person and company, in lower case.</summary>
    static string Searched(Handoff handoff) =>
        string.Join(
                ' ',
                new[]
                {
                    handoff.Name,
                    handoff.IsErased ? null : handoff.Words.Title,
                    handoff.Words.Person?.Name,
                    handoff.Words.Person?.Email,
                    handoff.Words.Company?.Name,
                    handoff.Words.Company?.Domain,
                }.OfType<string>()
            )
            .ToLowerInvariant();
}
