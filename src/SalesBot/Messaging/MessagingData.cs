using System.Text.Json;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Messaging;

/// <summary>What messages say about somebody: those that wait, those put aside, and what conversations remember.</summary>
sealed class MessagingData(Database database, Writer writer) : IPersonalData
{
    static readonly (string Table, string Column, string Where)[] Places =
        [("outbox", "reply", ""), ("inbox", "message", " and message is not null"), ("memories", "memory", "")];

    public string Kind => "messages";

    public IReadOnlyList<JsonElement> Export(Person admin, string email) => database.Read<IReadOnlyList<JsonElement>>(session =>
    [
        .. Places.SelectMany(place => session.Query<string>($"select {place.Column} from {place.Table} where {Holds(place)}", new { like = Like(email) }))
            .Select(text => JsonSerializer.Deserialize<JsonElement>(text)),
    ]);

    public Task<int> EraseAsync(Person admin, string email) => writer.WriteAsync(session =>
        Places.Sum(place => session.Execute($"delete from {place.Table} where {Holds(place)}", new { like = Like(email) })));

    static string Holds((string Table, string Column, string Where) place) => $"lower({place.Column}) like @like escape '\\'{place.Where}";

    static string Like(string email) => $"%{email.ToLowerInvariant().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
