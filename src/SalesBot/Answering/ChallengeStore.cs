using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>A verdict that somebody disagrees with: the task, what the bot said, and what they say instead.</summary>
sealed record Challenge(long Id, string Task, string Verdict, string Label, string Person);

/// <summary>
/// Keeps challenged verdicts until an administrator decides: one of each person for a task, the last one counts.
/// </summary>
sealed class ChallengeStore(Database database, Writer writer, TimeProvider time)
{
    /// <summary>
    /// Keeps it under a number of its own, so that what an administrator decides is what they have read.
    /// </summary>
    /// <exception cref="StorageFault">It was not kept.</exception>
    public Task KeepAsync(string task, string verdict, string label, Person person) =>
        writer.WriteAsync(session =>
        {
            var key = task.ToLowerInvariant();
            session.Execute(
                "delete from challenges where workspace = @Workspace and task_key = @key and person = @Id",
                new
                {
                    Workspace = Workspace.Default,
                    key,
                    person.Id,
                }
            );
            session.Execute(
                """
                insert into challenge_numbers (workspace, last) values (@Workspace, 1) on conflict (workspace) do update set last = challenge_numbers.last + 1
                """,
                new { Workspace = Workspace.Default }
            );
            session.Execute(
                """
                insert into challenges (workspace, id, task_key, task, verdict, label, person, at)
                values (@Workspace, (select last from challenge_numbers where workspace = @Workspace), @key, @task, @verdict, @label, @Id, @at)
                """,
                new
                {
                    Workspace = Workspace.Default,
                    key,
                    task,
                    verdict,
                    label,
                    person.Id,
                    at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            );
        });

    /// <summary>The open ones, oldest first.</summary>
    public IReadOnlyList<Challenge> List() =>
        database.Read<IReadOnlyList<Challenge>>(session =>
            session.Query<Challenge>(
                "select id as Id, task as Task, verdict as Verdict, label as Label, person as Person from challenges where workspace = @Workspace order by id",
                new { Workspace = Workspace.Default }
            )
        );

    /// <summary>Takes one away; false if there is none of that number.</summary>
    /// <exception cref="StorageFault">It is still there.</exception>
    public async Task<bool> RemoveAsync(long id) =>
        await writer.WriteAsync(session =>
            session.Execute(
                "delete from challenges where workspace = @Workspace and id = @id",
                new { Workspace = Workspace.Default, id }
            )
        ) > 0;
}
