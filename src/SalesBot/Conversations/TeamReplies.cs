using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Clocks;
using SalesBot.Intents;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>Who is in a team, who is away until when, and which role the sender has.</summary>
sealed class TeamReplies(Roster roster, BusinessCalendars calendars, TimeProvider time)
{
    const int MaxShown = 40;

    public Reply Show(Talk talk, ShowPeople wanted)
    {
        var members = roster.All(talk.Person.Workspace);
        if (wanted.Who is { } who)
            return Reply.Of(
                members.FirstOrDefault(member =>
                    member.Name.StartsWith(who, StringComparison.OrdinalIgnoreCase) || member.Id == who
                )
                    is { } one
                    ? Line(one)
                    : $"I don't know anybody called {Handoffs.Requests.FieldFaults.Shown(who)}."
            );
        var own = members.FirstOrDefault(member => member.Id == talk.Person.Id);
        var self = own is not null ? $"You: {RoleOf(own.Role)}{Away(own)}." : $"You: {RoleOf(talk.Person.Role)}.";
        var shown = members
            .Where(member => wanted.Team is null ? member.Role != Role.Employee : Words.Of(member.Role) == wanted.Team)
            .Take(MaxShown)
            .ToList();
        if (shown.Count == 0)
            return Reply.Of(
                wanted.Team is null
                    ? $"{self} Nobody else has a role yet."
                    : $"Nobody is in {HandoffLabels.OfTeam(wanted.Team)} yet. An admin can change that: \"make @dana {wanted.Team}\"."
            );
        var rows = shown
            .Select(member =>
                (IReadOnlyList<string>)
                    [member.Name, RoleOf(member.Role), member.IsPresent(time.GetUtcNow()) ? "Here" : AwayUntil(member)]
            )
            .ToList();
        return new Reply(
            $"{self}\n{string.Join("\n", shown.Select(Line))}",
            [new TextBlock(self), new TableBlock(["Name", "Role", "Present"], rows)]
        );
    }

    string Line(Member member) => $"{member.Name}: {RoleOf(member.Role)}{Away(member)}.";

    string Away(Member member) =>
        member.IsPresent(time.GetUtcNow())
            ? ""
            : $", {char.ToLowerInvariant(AwayUntil(member)[0])}{AwayUntil(member)[1..]}";

    string AwayUntil(Member member) =>
        member.AwayUntil is { } until
            ? $"Away until {SpokenTime.Moment(until, calendars[member.Role == Role.Marketing ? Team.Marketing : Team.Sales].Zone)}"
            : "Away";

    static string RoleOf(Role role) =>
        role switch
        {
            Role.Sales => "Sales",
            Role.Marketing => "Marketing",
            Role.Manager => "Manager",
            Role.Admin => "Admin",
            _ => "Employee",
        };
}
