using SalesBot.Chat;
using SalesBot.Handoffs.Reports;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>The figures of the week, for those who work in a team.</summary>
sealed class DigestTalk(WeeklyDigest digest)
{
    public Reply Show(Talk talk)
    {
        if (talk.Person.Role == Role.Employee)
            return Reply.Of("Only sales, marketing and managers can see reports.");
        var teams = Enum.GetValues<Team>()
            .Where(talk.Person.Serves)
            .Select(team => digest.Of(talk.Person.Workspace, team, talk.Today))
            .ToList();
        return new Reply(
            string.Join("\n\n", teams.Select(team => team.Text)),
            [.. teams.SelectMany(team => team.Blocks)]
        );
    }
}
