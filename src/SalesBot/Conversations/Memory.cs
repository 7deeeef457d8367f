using System.Text.Json;
using System.Text.Json.Serialization;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.Conversations;

/// <summary>
/// What one person said last in one conversation: turns (question, answer, …), oldest first; the last answer and
/// handoff; the step that can be taken back.
/// </summary>
sealed record Memory
{
    public IReadOnlyList<string> Turns { get; init; } = [];
    public string? AnswerId { get; init; }
    public string? Handoff { get; init; }
    public ChatAction? Undo { get; init; }

    /// <summary>
    /// What was ordered last could not be done: "undo" behind it means that, and there is nothing to undo of it.
    /// </summary>
    public bool WasRefused { get; init; }

    /// <summary>The handoff that was handed over, or corrected, just before: "no, not urgent" is about it.</summary>
    public string? JustSent { get; init; }

    /// <summary>What is done once somebody says to which team.</summary>
    public ChatAction? WhichTeam { get; init; }

    /// <summary>What is done once the sender says yes to what the bot offered.</summary>
    public ChatAction? Offer { get; init; }

    /// <summary>How many messages on something else came since the offer.</summary>
    public int OfferAge { get; init; }

    /// <summary>The message that was offered to be handed over.</summary>
    public string? OfferedOf { get; init; }

    /// <summary>What the bot answered last.</summary>
    public string? Said { get; init; }
}

/// <summary>
/// What goes on in a room with several people: with whom the bot talks, and whether it was asked to keep out.
/// </summary>
sealed record RoomMemory(string? TalkingWith = null, bool IsQuiet = false);

/// <summary>Memories as rows, for a day.</summary>
sealed partial class Memories(Database database, TimeProvider time)
{
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>What that person said last there.</summary>
    public Memory Of(Address conversation, string person) =>
        Read(conversation, person) is { } json
            ? JsonSerializer.Deserialize(json, MemoryJson.Kept.Memory) ?? new()
            : new();

    /// <summary>The last step of somebody's, wherever they made it; none if it was long ago.</summary>
    public ChatAction? LastUndo(string person) =>
        database
            .Read(session =>
                session.Query<string>(
                    "select memory from memories where person = @person and at >= @since",
                    new { person, since = (time.GetUtcNow() - KeptFor).ToUnixTimeMilliseconds() }
                )
            )
            .Select(json => JsonSerializer.Deserialize(json, MemoryJson.Kept.Memory)?.Undo)
            .OfType<ChatAction>()
            .MaxBy(undo => long.TryParse(undo.Values.GetValueOrDefault("at"), out var at) ? at : 0);

    /// <summary>What goes on there.</summary>
    public RoomMemory OfRoom(Address conversation) =>
        Read(conversation, "") is { } json
            ? JsonSerializer.Deserialize(json, MemoryJson.Kept.RoomMemory) ?? new()
            : new();

    public void Keep(Session session, Address conversation, string person, Memory memory) =>
        Keep(session, conversation, person, JsonSerializer.Serialize(memory, MemoryJson.Kept.Memory));

    public void Keep(Session session, Address conversation, RoomMemory memory) =>
        Keep(session, conversation, "", JsonSerializer.Serialize(memory, MemoryJson.Kept.RoomMemory));

    string? Read(Address conversation, string person) =>
        database.Read(session =>
            session.Find<string>(
                "select memory from memories where line = @line and person = @person and at >= @since",
                new
                {
                    line = conversation.ToString(),
                    person,
                    since = (time.GetUtcNow() - KeptFor).ToUnixTimeMilliseconds(),
                }
            )
        );

    void Keep(Session session, Address conversation, string person, string memory)
    {
        var now = time.GetUtcNow();
        session.Execute(
            "delete from memories where at < @before",
            new { before = (now - KeptFor).ToUnixTimeMilliseconds() }
        );
        session.Execute(
            """
            insert into memories (line, person, memory, at) values (@line, @person, @memory, @now)
            on conflict (line, person) do update set memory = excluded.memory, at = excluded.at
            """,
            new
            {
                line = conversation.ToString(),
                person,
                memory,
                now = now.ToUnixTimeMilliseconds(),
            }
        );
    }

    [JsonSerializable(typeof(Memory))]
    [JsonSerializable(typeof(RoomMemory))]
    sealed partial class MemoryJson : JsonSerializerContext
    {
        public static readonly MemoryJson Kept = new(
            new JsonSerializerOptions
            {
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
    }
}
