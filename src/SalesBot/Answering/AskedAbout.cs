using System.Text.Json;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Answering;

/// <summary>Questions and answers in which somebody's e-mail address stands.</summary>
sealed class AskedAbout(Database database, Writer writer) : IPersonalData
{
    sealed record Row(string Id, string Question, string History, string Answer);

    const string Holds = "(lower(question) like @like escape '\\' or lower(history) like @like escape '\\')";

    public string Kind => "questions";

    public IReadOnlyList<JsonElement> Export(Person admin, string email) => database.Read(session => session.Query<Row>(
        $"select id as Id, question as Question, history as History, answer as Answer from receipts where workspace = @Workspace and {Holds} order by asked_at",
        new { admin.Workspace, like = Like(email) }).ConvertAll(row => JsonSerializer.Deserialize<JsonElement>(row.Answer)));

    public Task<int> EraseAsync(Person admin, string email) => writer.WriteAsync(session =>
    {
        var parameters = new { admin.Workspace, like = Like(email) };
        session.Execute("delete from gaps where workspace = @Workspace and lower(question) like @like escape '\\'", parameters);
        session.Execute($"delete from feedback where workspace = @Workspace and answer_id in (select id from receipts where workspace = @Workspace and {Holds})", parameters);
        return session.Execute($"delete from receipts where workspace = @Workspace and {Holds}", parameters);
    });

    static string Like(string email) => $"%{email.ToLowerInvariant().Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
}
