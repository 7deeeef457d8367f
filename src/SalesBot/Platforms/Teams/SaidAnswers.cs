using SalesBot.Storage;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// Which answer stands in which message: the thumbs that Teams shows below a message say no more than which message it
/// is.
/// </summary>
sealed class SaidAnswers(Database database, Writer writer, TimeProvider time)
{
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    /// <summary>Remembers it.</summary>
    public Task KeepAsync(string message, string answer) =>
        writer.WriteAsync(session =>
        {
            var now = time.GetUtcNow();
            session.Execute(
                "delete from teams_answers where at < @before",
                new { before = (now - KeptFor).ToUnixTimeMilliseconds() }
            );
            session.Execute(
                """
                insert into teams_answers (message, answer, at) values (@message, @answer, @at) on conflict (message) do update set answer = excluded.answer
                """,
                new
                {
                    message,
                    answer,
                    at = now.ToUnixTimeMilliseconds(),
                }
            );
        });

    /// <summary>The answer in a message, or none.</summary>
    public string? Find(string message) =>
        database.Read(session =>
            session.Find<string>("select answer from teams_answers where message = @message", new { message })
        );
}
