using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>A question the material does not answer, how often it was asked, and what is missing.</summary>
sealed record Gap(string Question, string Missing, long Asked, DateTimeOffset LastAskedAt);

/// <summary>Keeps gaps, without a name: the same question counts up.</summary>
sealed class GapStore(Database database, Writer writer, TimeProvider time)
{
    sealed record Row(string Question, string Missing, long Asked, long LastAskedAt);

    /// <exception cref="StorageFault">It was not kept.</exception>
    public Task KeepAsync(Answer refusal) =>
        writer.WriteAsync(session =>
            session.Execute(
                """
                insert into gaps (workspace, question_key, question, missing, asked, last_asked_at) values (@Workspace, @key, @Question, @missing, 1, @at)
                on conflict (workspace, question_key) do update set asked = gaps.asked + 1, last_asked_at = excluded.last_asked_at, missing = excluded.missing
                """,
                new
                {
                    Workspace = Workspace.Default,
                    key = Key(refusal.Question),
                    refusal.Question,
                    missing = string.Join(", ", refusal.Missing),
                    at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            )
        );

    /// <summary>The gaps, those asked most often first.</summary>
    public IReadOnlyList<Gap> List(int most) =>
        database.Read<IReadOnlyList<Gap>>(session =>
            [
                .. session
                    .Query<Row>(
                        """
                        select question as Question, missing as Missing, asked as Asked, last_asked_at as LastAskedAt
                        from gaps where workspace = @Workspace order by asked desc, last_asked_at desc, question_key limit @most
                        """,
                        new { Workspace = Workspace.Default, most }
                    )
                    .Select(row => new Gap(
                        row.Question,
                        row.Missing,
                        row.Asked,
                        DateTimeOffset.FromUnixTimeMilliseconds(row.LastAskedAt)
                    )),
            ]
        );

    static string Key(string question) =>
        string.Concat(question.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')).Trim();
}
