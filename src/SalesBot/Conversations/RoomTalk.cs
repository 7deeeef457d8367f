using SalesBot.Chat;
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
            return talk.Refuse("to choose where handoffs are told", "Only a manager or an admin says where a team's handoffs are told.");
        if ((wanted.Team is { } said ? Words.Parse<Team>(said) : null) is not { } team)
            return wanted.Stop ? StopAll(talk) : Reply.Of("For which team, sales or marketing? Say \"notify this channel for sales\".");
        if (talk.Message.IsShared && !wanted.Stop)
            return Reply.Of("People of another company read this channel too; handoffs are not told here.");
        var here = (talk.Message.Address with { Thread = null, For = null }).ToString();
        var before = database.Read(session => TeamChannels.Said(session, talk.Person.Workspace, team));
        if (wanted.Stop && before != here)
            return Reply.Of($"The handoffs of {Words.Of(team)} are not told here as it is.");
        talk.Keep = session => TeamChannels.Set(session, talk.Person.Workspace, team, wanted.Stop ? null : here, talk.Person.Id);
        var undo = talk.CanUndo(ChatAction.Of("undo", ("kind", "channel"), ("team", Words.Of(team))));
        return Reply.Of(wanted.Stop ? $"The handoffs of {Words.Of(team)} are told here no longer."
            : $"From now on the handoffs of {Words.Of(team)} are told here"
            + (before is null || before == here ? "." : ", and no longer where they were before."), new ChoicesBlock([undo]));
    }

    Reply StopAll(Talk talk)
    {
        var here = (talk.Message.Address with { Thread = null, For = null }).ToString();
        var teams = database.Read(session => Enum.GetValues<Team>().Where(team => TeamChannels.Said(session, talk.Person.Workspace, team) == here).ToList());
        talk.Keep = session => teams.ForEach(team => TeamChannels.Set(session, talk.Person.Workspace, team, null, talk.Person.Id));
        return Reply.Of(teams.Count == 0 ? "No team's handoffs are told here as it is." : "No team's handoffs are told here any longer.");
    }

    /// <summary>Puts a channel back to what it was.</summary>
    public static Reply Undo(Talk talk, IReadOnlyDictionary<string, string> step)
    {
        if (!talk.Person.Leads || Words.Parse<Team>(step.GetValueOrDefault("team")) is not { } team)
            return Reply.Of("That cannot be taken back.");
        talk.Keep = session => TeamChannels.GoBack(session, talk.Person.Workspace, team, talk.Person.Id);
        return Reply.Of($"Taken back: the handoffs of {Words.Of(team)} are told where they were before.");
    }

    public static Reply KeepQuiet(Talk talk, KeepQuiet wanted)
    {
        talk.Quiet = wanted.Quiet;
        return Reply.Of(!wanted.Quiet ? "I am here." : talk.Message.IsDirect ? "All right. Here I answer when you write."
            : "All right, I keep out. Name me when you want me.");
    }
}
