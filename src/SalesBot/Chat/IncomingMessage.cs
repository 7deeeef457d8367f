using System.Text.Json.Serialization;

namespace SalesBot.Chat;

/// <summary>
/// Somebody named in a message: who it is (an empty id if nobody can say), what they are called, and whether they are
/// none of the company's. The id decides who is meant; the name is for people to read.
/// </summary>
sealed record Mention(string Id, string Called, bool IsGuest = false)
{
    /// <summary>Whether it is known who it is.</summary>
    [JsonIgnore]
    public bool IsKnown => Id.Length > 0;
}

/// <summary>A file that somebody sent: its name as they call it, and where it is had for a while.</summary>
sealed record SharedFile(string Name, string Url);

/// <summary>A button that was pressed or a form that was sent: what it does, and with which values.</summary>
sealed record ChatAction(string Name, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The same action with more values, which win.</summary>
    public ChatAction With(IEnumerable<KeyValuePair<string, string>> more)
    {
        var values = new Dictionary<string, string>(Values);
        foreach (var (key, value) in more)
            values[key] = value;
        return this with { Values = values };
    }

    public static ChatAction Of(string name, params (string Key, string Value)[] values) =>
        new(name, values.ToDictionary(value => value.Key, value => value.Value));
}

/// <summary>Whether somebody belongs to the company.</summary>
[JsonConverter(typeof(KebabCaseEnum<Standing>))]
enum Standing
{
    Member,

    /// <summary>The platform could not say.</summary>
    Unknown,

    /// <summary>A guest, or somebody from elsewhere in a shared room.</summary>
    Guest,
}

/// <summary>What of an answer is waited for in the same breath.</summary>
[JsonConverter(typeof(KebabCaseEnum<Awaited>))]
enum Awaited
{
    Nothing,

    /// <summary>A form that is to be filled in, or in again.</summary>
    Forms,

    /// <summary>What has room where it was pressed: a form, the pressed card as it is now, a sentence.</summary>
    Brief,

    All,
}

/// <summary>
/// What somebody said or pressed in a chat. <c>Id</c> is the platform's own id of it, so that the same message
/// delivered again is known; <c>Sender</c> is an id that stays the same (<c>slack:T1/U1</c>). <c>IsDirect</c>: nobody
/// else is in the conversation; <c>IsAddressed</c>: the bot is named, or an action is its own.
/// </summary>
sealed record IncomingMessage(
    string Id,
    Address Address,
    string Sender,
    string SenderName,
    string Text,
    bool IsDirect = true,
    bool IsAddressed = true,
    bool IsFromBot = false
)
{
    public ChatAction? Action { get; init; }

    /// <summary>An answer begins the thread of its address; nobody has written there yet.</summary>
    public bool StartsThread { get; init; }

    /// <summary>
    /// Where only its sender sees what is said: in a room, a corner of their own; what is said so begins no thread.
    /// </summary>
    [JsonIgnore]
    public Address Alone =>
        IsDirect || Address.Parse(Sender) is not { } person
            ? Address
            : Address with
            {
                For = person.Conversation,
                Thread = StartsThread ? null : Address.Thread,
            };

    /// <summary>It was pressed where others see it too.</summary>
    [JsonIgnore]
    public bool IsPressedAmongOthers => Pressed is not null && !IsDirect;

    /// <summary>Whom it names; the text has a <see cref="MentionToken"/> for each.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>It names others, and not the bot: they are meant.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>What others said that its sender quotes or forwards.</summary>
    public string? Quoted { get; init; }

    /// <summary>
    /// The platform's ids of the messages that it answers or quotes: what they show is what it is about.
    /// </summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>A file came with it, whether or not it can be read.</summary>
    public bool HasFiles { get; init; }

    /// <summary>Where a reply to it goes.</summary>
    public Address PlaceOf(Reply reply) =>
        reply.IsForAll ? Address with { For = null }
        : reply.IsPrivate ? Alone
        : Address;

    /// <summary>It was said in a room, where only its sender sees the answer.</summary>
    [JsonIgnore]
    public bool IsAsideInARoom => !IsDirect && Address.For is not null;

    /// <summary>Nobody has said it: it burdens nobody's limit, and gets no word that it takes time.</summary>
    public bool IsUnasked { get; init; }

    /// <summary>
    /// It only looks, or says what needs no word: nothing of it is remembered, and only who waits for the answer hears
    /// it.
    /// </summary>
    public bool IsSilent { get; init; }

    /// <summary>A link to the message, where the platform has one.</summary>
    public string? Link { get; init; }

    /// <summary>Another id under which the platform brings the same message.</summary>
    public string? AlsoKnownAs { get; init; }

    /// <summary>The platform's id of the message whose button it is.</summary>
    public string? Pressed { get; init; }

    /// <summary>
    /// How to answer it beside its address, in the platform's own words; a secret for as long as it holds.
    /// </summary>
    public string? Via { get; init; }

    /// <summary>What of the answer somebody waits for in the same breath; the rest is sent.</summary>
    public Awaited Awaits { get; init; }

    /// <summary>
    /// What the form that was sent is known by with all that it says: sent once more as it is, it commands nothing new.
    /// </summary>
    public string? Once { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<SharedFile> Files { get; init; } = [];

    /// <summary>Whether its sender belongs to the company.</summary>
    public Standing Standing { get; init; }

    /// <summary>People from elsewhere read the room.</summary>
    public bool IsShared { get; init; }
}
