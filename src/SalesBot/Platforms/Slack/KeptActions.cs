using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Platforms.Slack;

/// <summary>What buttons do that is too long to stand in them, and the whole of what was cut, for a month.</summary>
sealed class KeptActions(Database database, Writer writer, TimeProvider time) : IPersonalData
{
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public string Kind => "buttons";

    /// <summary>
    /// The text that a button carries for an action: itself, or the key under which it has to be kept before the button
    /// is shown.
    /// </summary>
    /// <param name="action">What the button does.</param>
    /// <param name="longest">How long the text may be.</param>
    /// <param name="toKeep">Where an action is put that has to be kept.</param>
    public static string ValueOf(ChatAction action, int longest, IDictionary<string, ChatAction> toKeep)
    {
        var text = SlackAction.Write(action);
        if (text.Length <= longest)
            return text;
        var key = $"{SlackAction.Kept}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40]}";
        toKeep[key] = action;
        return key;
    }

    /// <summary>Keeps them, so that their buttons work.</summary>
    /// <exception cref="StorageFault">They were not kept.</exception>
    public Task KeepAsync(IReadOnlyDictionary<string, ChatAction> actions) =>
        actions.Count == 0
            ? Task.CompletedTask
            : writer.WriteAsync(session =>
            {
                var now = time.GetUtcNow();
                session.Execute(
                    "delete from kept_actions where at < @before",
                    new { before = (now - KeptFor).ToUnixTimeMilliseconds() }
                );
                foreach (var (id, action) in actions)
                    session.Execute(
                        "insert into kept_actions (id, action, at) values (@id, @text, @at) on conflict (id) do update set at = excluded.at",
                        new
                        {
                            id,
                            text = JsonSerializer.Serialize(action, ChatJson.Kept.ChatAction),
                            at = now.ToUnixTimeMilliseconds(),
                        }
                    );
            });

    /// <summary>The action behind what a button carries, or none if nobody knows it any more.</summary>
    public ChatAction? Find(string value) =>
        !value.StartsWith(SlackAction.Kept) ? SlackAction.Read(value)
        : database.Read(session =>
            session.Find<string>("select action from kept_actions where id = @value", new { value })
        )
            is { } kept
            ? JsonSerializer.Deserialize(kept, ChatJson.Kept.ChatAction)
        : null;

    public IReadOnlyList<JsonElement> Export(Person admin, string email) =>
        [.. About(email).Select(kept => JsonSerializer.Deserialize<JsonElement>(kept.Action))];

    public async Task<int> EraseAsync(Person admin, string email)
    {
        var about = About(email);
        foreach (var (id, _) in about)
            await writer.WriteAsync(session => session.Execute("delete from kept_actions where id = @id", new { id }));
        return about.Count;
    }

    List<(string Id, string Action)> About(string email) =>
        database.Read(session =>
            session
                .Query<(string Id, string Action)>(
                    "select id, action from kept_actions where action like '%@%' or action like '%＠%'"
                )
                .FindAll(kept => MailKey.IsAmong(email, MailAddresses.InJson(kept.Action)))
        );
}
