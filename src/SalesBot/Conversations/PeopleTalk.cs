using System.Globalization;
using SalesBot.Chat;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Requests;
using SalesBot.Intents;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Conversations;

/// <summary>Absences and roles in a chat.</summary>
sealed class PeopleTalk(Roster roster, Database database, BusinessCalendars calendars, TimeProvider time)
{
    /// <summary>For one who says only that they are away: until the next day.</summary>
    const int UsualDays = 1;

    public async Task<Reply> SetAwayAsync(Talk talk, SetAway wanted)
    {
        if (Whom(talk, wanted.Who) is not { } who)
            return Nobody(talk, wanted.Who ?? "");
        if (wanted.IsUnclear)
            return Reply.Of("Until when? Say \"I'm away until Monday\" or \"I'm away from 3 to 7 March\".");
        if (wanted.IsBack && Before(talk, who).AwayUntil is null)
            return Reply.Of(
                $"{(who.Id == talk.Person.Id ? "You weren't" : $"{who.Name} wasn't")} away, as far as I know. Nothing was changed."
            );
        var calendar = calendars[who.Role == Role.Marketing ? Team.Marketing : Team.Sales];
        var before = Before(talk, who);
        var now = time.GetUtcNow();
        var from = wanted.From is { } day && day > talk.Today ? calendar.MorningOf(day) : now;
        var change = wanted.IsBack
            ? new MemberChange(null, null, null, null, true, null)
            : new MemberChange(
                null,
                null,
                from,
                calendar.MorningOf(wanted.Until ?? talk.Today.AddDays(UsualDays)),
                false,
                null
            );
        return Said(
            talk,
            before,
            await roster.SetAsync(talk.Person, who.Id, Introduced(talk, who, change)),
            after =>
                wanted.IsBack
                    ? $"{Called(talk, who)} back. New handoffs can be assigned again."
                    : $"{Called(talk, who)} away {(from > now ? $"from {Day(after.AwayFrom, calendar)} " : "")}until {Day(after.AwayUntil, calendar)}. New handoffs go to others until then."
        );
    }

    public async Task<Reply> SetRoleAsync(Talk talk, SetRole wanted)
    {
        if (Whom(talk, wanted.Who) is not { } who)
            return Nobody(talk, wanted.Who);
        if (talk.Message.Mentions.Any(mention => mention.Id == who.Id && mention.IsGuest))
            return Reply.Of($"{who.Name} is a guest; only people in the company can have a role.");
        var role = Words.Parse<Role>(wanted.Role == "administrator" ? "admin" : wanted.Role);
        var before = Before(talk, who);
        return Said(
            talk,
            before,
            await roster.SetAsync(
                talk.Person,
                who.Id,
                Introduced(talk, who, new MemberChange(null, role, null, null, false, null))
            ),
            after =>
                before.Role == after.Role
                    ? $"{after.Name}'s role is already {Words.Of(after.Role)}."
                    : $"{after.Name}'s role is now {Words.Of(after.Role)} (was {Words.Of(before.Role)})."
        );
    }

    /// <summary>Puts somebody back to what they were.</summary>
    public async Task<Reply> UndoAsync(Talk talk, IReadOnlyDictionary<string, string> step)
    {
        if (!step.TryGetValue("person", out var id))
            return Reply.Of("That can't be undone.");
        if (
            step.TryGetValue("now", out var then)
            && Now(Before(talk, roster.PersonOf(talk.Person.Workspace, id))) != then
        )
            return Reply.Of("Somebody has changed that since, so nothing was undone.");
        var until = Time(step, "until") is { } end && end > time.GetUtcNow() ? end : (DateTimeOffset?)null;
        var result = await roster.SetAsync(
            talk.Person,
            id,
            new MemberChange(
                null,
                Words.Parse<Role>(step.GetValueOrDefault("role")),
                until is null ? null : Time(step, "from"),
                until,
                step.ContainsKey("absence") && until is null,
                null
            )
        );
        return Reply.Of(result.Ended == RosterResult.Outcome.Done ? $"Undone: {result.Sentence}." : result.Sentence);
    }

    /// <summary>Whom a name means; a mention means exactly one.</summary>
    Person? Whom(Talk talk, string? name)
    {
        if (name is null)
            return talk.Person;
        if (MentionToken.Find(name, talk.Message.Mentions) is not { } mention)
            return database.Read(session => roster.Find(session, talk.Person.Workspace, name));
        if (!mention.IsKnown)
            return null;
        var known = roster.PersonOf(talk.Person.Workspace, mention.Id);
        return known.Name == known.Id ? known with { Name = mention.Called } : known;
    }

    static Reply Nobody(Talk talk, string name) =>
        Reply.Of(
            $"I can't tell who {FieldFaults.Shown(MentionToken.Draw(name, talk.Message.Mentions))} is. Please @mention them, or ask them to message me once."
        );

    /// <summary>Somebody new is kept under their name.</summary>
    static MemberChange Introduced(Talk talk, Person who, MemberChange change) =>
        talk.Person.Role == Role.Admin && who.Name != who.Id ? change with { Name = who.Name } : change;

    Member Before(Talk talk, Person who) =>
        roster.All(talk.Person.Workspace).FirstOrDefault(member => member.Id == who.Id)
        ?? new Member(who.Id, who.Name, who.Role, null, null, null, false);

    static Reply Said(Talk talk, Member before, RosterResult result, Func<Member, string> said)
    {
        if (result is not { Ended: RosterResult.Outcome.Done, Member: { } after })
            return Reply.Of(result.Sentence);
        var step = new List<(string, string)> { ("kind", "person"), ("person", before.Id), ("now", Now(after)) };
        if (before.Role != after.Role)
            step.Add(("role", Words.Of(before.Role)));
        if (before.AwayUntil != after.AwayUntil)
            step.AddRange([("absence", "yes"), ("from", Text(before.AwayFrom)), ("until", Text(before.AwayUntil))]);
        var undo = talk.CanUndo(ChatAction.Of("undo", [.. step]));
        return Reply.Of(result.Also is { } also ? $"{said(after)} {also}" : said(after), new ChoicesBlock([undo]));
    }

    /// <summary>What can be taken back of somebody, as it is now.</summary>
    static string Now(Member member) => $"{Words.Of(member.Role)} {Text(member.AwayFrom)} {Text(member.AwayUntil)}";

    static string Called(Talk talk, Person who) => who.Id == talk.Person.Id ? "You are" : $"{who.Name} is";

    static string Day(DateTimeOffset? at, BusinessCalendar calendar) =>
        at is { } known ? SpokenTime.Moment(known, calendar.Zone) : "";

    static string Text(DateTimeOffset? at) => at?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    static DateTimeOffset? Time(IReadOnlyDictionary<string, string> step, string name) =>
        DateTimeOffset.TryParse(step.GetValueOrDefault(name), CultureInfo.InvariantCulture, out var at) ? at : null;
}
