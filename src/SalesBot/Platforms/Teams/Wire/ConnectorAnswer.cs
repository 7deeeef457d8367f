using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// What the connector answered: the status; the id of what was sent or begun; when it wants to be asked again.
/// </summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Id">The id of what was sent, or of the conversation that was begun; a typing activity has none.</param>
/// <param name="ActivityId">The id of the first message of a conversation that was begun.</param>
/// <param name="Body">What an answer that is no success says.</param>
/// <param name="RetryAfter">When it wants to be asked again.</param>
sealed record ConnectorAnswer(
    int Status,
    string? Id = null,
    string? ActivityId = null,
    JToken? Body = null,
    TimeSpan? RetryAfter = null
)
{
    /// <summary>Whether it was done.</summary>
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>Teams' word for what is wrong, in one of the shapes it has.</summary>
    public string Error =>
        Body.Text("error", "code") ?? Body.Text("subCode") ?? Body.Text("error") ?? Nested() ?? $"{Status}";

    /// <summary>Where the bot is blocked, the message is JSON in a text.</summary>
    string? Nested() => Body.Text("message") is ['{', ..] text ? Parse(text).Text("subCode") : null;

    /// <summary>The JSON that a text is; null if it is none, or more than that.</summary>
    public static JToken? Parse(string? text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text ?? ""))
            {
                DateParseHandling = DateParseHandling.None,
                MaxDepth = 64,
            };
            var read = JToken.ReadFrom(reader);
            return reader.Read() ? null : read;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
