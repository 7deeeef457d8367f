namespace SalesBot.Chat;

/// <summary>Somebody named in a message: the words that name them, and who it is.</summary>
sealed record Mention(string Text, string Id);

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

/// <summary>
/// What somebody said or pressed in a chat. <c>Id</c> is the platform's own id of it, so that the same message delivered again is known; <c>Sender</c> is an
/// id that stays the same (<c>slack:T1/U1</c>). <c>IsDirect</c>: nobody else is in the conversation; <c>IsAddressed</c>: the bot is named, or an action is
/// its own.
/// </summary>
sealed record IncomingMessage(
    string Id, Address Address, string Sender, string SenderName, string Text, bool IsDirect = true, bool IsAddressed = true, bool IsFromBot = false)
{
    public ChatAction? Action { get; init; }

    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>A link to the message, where the platform has one.</summary>
    public string? Link { get; init; }
}
