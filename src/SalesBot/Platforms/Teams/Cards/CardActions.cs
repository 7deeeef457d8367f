using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams.Cards;

/// <summary>
/// Actions as cards carry them: the verb is the action's name, the data its values, among which Teams puts what was
/// filled in. People can change all of that: it names what is wanted, and permits nothing.
/// </summary>
static class CardActions
{
    const string Verb = "verb",
        Once = "once",
        Msteams = "msteams";

    /// <summary>No form has so many fields.</summary>
    const int MostValues = 60;

    /// <summary>
    /// A button of a message: an invoke, and a message with a value for clients that do not know invokes.
    /// </summary>
    public static ExecuteAction Execute(string? title, ChatAction action, string? once = null) =>
        new(title, action.Name, Data(action, once)) { Fallback = Submit(title, action, once) };

    /// <summary>A button that leaves a form as it is.</summary>
    public static ExecuteAction Back(ChatAction action) =>
        new("Cancel", action.Name, Data(action, null))
        {
            AssociatedInputs = "none",
            Fallback = Submit("Cancel", action) with { AssociatedInputs = "none" },
        };

    /// <summary>A button of a dialog, or of an old client.</summary>
    public static SubmitAction Submit(string? title, ChatAction action, string? once = null) =>
        new(
            title,
            TeamsJson.Element<IReadOnlyDictionary<string, string>>(
                new Dictionary<string, string>(Data(action, once)) { [Verb] = action.Name }
            )
        );

    /// <summary>A button that opens a dialog.</summary>
    public static SubmitAction Fetch(string? title, ChatAction action)
    {
        var data = new JsonObject
        {
            [Verb] = action.Name,
            [Msteams] = new JsonObject { ["type"] = "task/fetch" },
        };
        foreach (var (name, value) in action.Values)
            data[name] = value;
        return new SubmitAction(title, JsonSerializer.SerializeToElement(data));
    }

    static Dictionary<string, string> Data(ChatAction action, string? once)
    {
        var data = new Dictionary<string, string>(action.Values);
        if (once is not null)
            data[Once] = once;
        return data;
    }

    /// <summary>
    /// What was pressed, and which form it was sent from, if it was one; none if it is nothing of the bot's.
    /// </summary>
    /// <param name="verb">The verb, where it is not in the data.</param>
    /// <param name="data">What the button and the fields carry.</param>
    public static (ChatAction Action, string? Once)? Read(string? verb, JToken? data)
    {
        if (data is not JObject given)
            return verb is null ? null : (ChatAction.Of(verb), null);
        if ((verb ?? given.Text(Verb)) is not { Length: > 0 } name)
            return null;
        var values = new Dictionary<string, string>();
        foreach (var (key, value) in given)
            if (
                key is not (Verb or Once or Msteams)
                && values.Count < MostValues
                && ((value as JValue)?.Value as string ?? value.Written()) is { } said
                && (key != "link" || TeamsAddress.IsLink(said))
            )
                values[key] = said;
        return (new ChatAction(name, values), given.Text(Once));
    }
}
