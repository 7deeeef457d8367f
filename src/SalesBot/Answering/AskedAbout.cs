using System.Text.Json;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>Questions and answers in which somebody's e-mail address stands.</summary>
sealed class AskedAbout(Database database, Writer writer) : IPersonalData
{
    sealed record Row(string Id, string Question, string History, string Answer);

    sealed record GapRow(string Key, string Question);

    public string Kind => "questions";

    public IReadOnlyList<JsonElement> Export(Person admin, string email) =>
        database.Read(session =>
            About(session, admin, email).ConvertAll(row => JsonSerializer.Deserialize<JsonElement>(row.Answer))
        );

    public Task<int> EraseAsync(Person admin, string email) =>
        writer.WriteAsync(session =>
        {
            var about = About(session, admin, email);
            foreach (var row in about)
            {
                session.Execute(
                    "delete from feedback where workspace = @Workspace and answer_id = @Id",
                    new { admin.Workspace, row.Id }
                );
                session.Execute(
                    "delete from receipts where workspace = @Workspace and id = @Id",
                    new { admin.Workspace, row.Id }
                );
            }
            var gaps = session.Query<GapRow>(
                "select question_key as Key, question as Question from gaps where workspace = @Workspace and (question like '%@%' or question like '%＠%')",
                new { admin.Workspace }
            );
            foreach (var gap in gaps.Where(gap => Names(email, MailAddresses.In(gap.Question))))
                session.Execute(
                    "delete from gaps where workspace = @Workspace and question_key = @Key",
                    new { admin.Workspace, gap.Key }
                );
            foreach (
                var comment in session
                    .Query<string>(
                        "select distinct comment from feedback where workspace = @Workspace and (comment like '%@%' or comment like '%＠%')",
                        new { admin.Workspace }
                    )
                    .Where(comment => Names(email, MailAddresses.In(comment)))
            )
                session.Execute(
                    "update feedback set comment = null where workspace = @Workspace and comment = @comment",
                    new { admin.Workspace, comment }
                );
            foreach (
                var task in session
                    .Query<string>(
                        "select distinct task from challenges where workspace = @Workspace and (task like '%@%' or task like '%＠%')",
                        new { admin.Workspace }
                    )
                    .Where(task => Names(email, MailAddresses.In(task)))
            )
                session.Execute(
                    "delete from challenges where workspace = @Workspace and task = @task",
                    new { admin.Workspace, task }
                );
            return about.Count;
        });

    static List<Row> About(Session session, Person admin, string email) =>
        session
            .Query<Row>(
                """
                select id as Id, question as Question, history as History, answer as Answer from receipts
                where workspace = @Workspace and ((question like '%@%' or question like '%＠%') or (history like '%@%' or history like '%＠%')) order by asked_at
                """,
                new { admin.Workspace }
            )
            .FindAll(row => Names(email, MailAddresses.In(row.Question).Concat(MailAddresses.InJson(row.History))));

    static bool Names(string email, IEnumerable<string> found) => MailKey.IsAmong(email, found);
}
