using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.News;
using SalesBot.Intents;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Conversations;

/// <summary>What a conversation is for: where a team's handoffs are told, and where the bot keeps out.</summary>
sealed class RoomTalk(Database database)
{
    public Reply Notify(Talk talk, NotifyHere wanted)
    {
        if (!talk.Person.Leads)
            return talk.Refuse(
                "to choose where handoffs are posted",
                "Only a manager or an admin can choose where a team's handoffs are posted."
            );
        if ((wanted.Team is { } said ? Words.Parse<Team>(said) : null) is not { } team)
            return wanted.Stop
                ? StopAll(talk)
                : Reply.Of("For which team? Say \"notify this channel for sales\" or \"… for marketing\".");
        if (talk.Message.IsShared && !wanted.Stop)
            return Reply.Of("People from another company can read this channel, so I don't post handoffs here.");
        var here = (talk.Message.Address with { Thread = null, For = null }).ToString();
        var before = database.Read(session => TeamChannels.Said(session, talk.Person.Workspace, team));
        if (wanted.Stop && before != here)
            return Reply.Of($"{HandoffLabels.Of(team)} handoffs aren't posted here.");
        talk.Keep = session =>
            TeamChannels.Set(session, talk.Person.Workspace, team, wanted.Stop ? null : here, talk.Person.Id);
        var undo = talk.CanUndo(ChatAction.Of("undo", ("kind", "channel"), ("team", Words.Of(team))));
        return Reply.Of(
            wanted.Stop
                ? $"{HandoffLabels.Of(team)} handoffs are no longer posted here."
                : $"From now on {HandoffLabels.Of(team)} handoffs are posted here"
                    + (before is null || before == here ? "." : ", and no longer where they were before."),
            new ChoicesBlock([undo])
        );
    }

    Reply StopAll(Talk talk)
    {
        var here = (talk.Message.Address with { Thread = null, For = null }).ToString();
        var teams = database.Read(session =>
            Enum.GetValues<Team>()
                .Where(team => TeamChannels.Said(session, talk.Person.Workspace, team) == here)
                .ToList()
        );
        talk.Keep = session =>
            teams.ForEach(team => TeamChannels.Set(session, talk.Person.Workspace, team, null, talk.Person.Id));
        return Reply.Of(teams.Count == 0 ? "No handoffs are posted here." : "Handoffs are no longer posted here.");
    }

    /// <summary>Puts a channel back to what it was.</summary>
    public static Reply Undo(Talk talk, IReadOnlyDictionary<string, string> step)
    {
        if (!talk.Person.Leads || Words.Parse<Team>(step.GetValueOrDefault("team")) is not { } team)
            return Reply.Of("That can't be undone.");
        talk.Keep = session => TeamChannels.GoBack(session, talk.Person.Workspace, team, talk.Person.Id);
        return Reply.Of($"Undone: {HandoffLabels.Of(team)} handoffs are posted where they were before.");
    }

    public static Reply KeepQuiet(Talk talk, KeepQuiet wanted)
    {
        talk.Quiet = wanted.Quiet;
        return Reply.Of(
            !wanted.Quiet ? "I'm back."
            : talk.Message.IsDirect ? "OK. I'll always answer here."
            : "OK, I'll stay quiet here. Mention me when you need me."
        );
    }
}
