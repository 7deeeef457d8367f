using System.Globalization;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>Reads buttons and forms of the bot's own: what is pressed means what could have been said.</summary>
static class ActionReader
{
    /// <summary>What is wanted, or none if the bot knows no such action (it may be an older one's).</summary>
    public static Intent? Read(ChatAction action) =>
        action.Name switch
        {
            "move" => new MoveHandoff(
                Value(action, "number"),
                Value(action, "move") ?? "",
                Rest(action, "number", "move")
            ),
            "show" => new ShowHandoff(Value(action, "number")),
            "raise" => new RaiseHandoff(
                Value(action, "to"),
                Value(action, "title") ?? "",
                [.. Rest(action, "to", "title").Select(field => new ReadField(field.Key, field.Value, ""))]
            ),
            "draft" => new DraftHandoff(Value(action, "to"), Value(action, "text") ?? "", Value(action, "link"))
            {
                Known = Rest(action, "to", "text", "link"),
            },
            "redirect" when Value(action, "number") is { } number && Value(action, "to") is { } team =>
                new RedirectHandoff(number, team, IsAgreed: true),
            "help" => new AskHelp(),
            "home" => new ShowHome(),
            "greet" => new GreetRoom(),
            "add-document" => new AddDocuments(
                [new SharedFile(Value(action, "name") ?? "", Value(action, "url") ?? "")],
                Replace: true
            ),
            "search" => new SearchKnowledge(Value(action, "text") ?? ""),
            "pass-on" => new PassOn(
                Value(action, "to"),
                Value(action, "answer"),
                Value(action, "note"),
                IsDraft: Value(action, "draft") is not null
            ),
            "feedback" => new GiveFeedback(
                Value(action, "answer"),
                Value(action, "helpful") == "yes",
                Value(action, "comment")
            ),
            "share" => new ShareAnswer(Value(action, "answer")),
            "list" => Words.Parse<HandoffsWanted>(Value(action, "which")) is { } which
                ? new ListHandoffs(which, Value(action, "team"), Value(action, "words"))
                : null,
            "undo" => new UndoStep(action.Values),
            "offer-again" => new OfferHandoff(
                new RaiseHandoff(
                    Value(action, "to"),
                    Value(action, "title") ?? "",
                    [.. Rest(action, "to", "title", "said").Select(field => new ReadField(field.Key, field.Value, ""))]
                ),
                Value(action, "said") ?? ""
            ),
            "away" => new SetAway(Value(action, "who"), Day(action, "from"), Day(action, "until")),
            "back" => new SetAway(Value(action, "who"), null, null, IsBack: true),
            "role" when Value(action, "who") is { } who && Value(action, "role") is { } role => new SetRole(who, role),
            "notify" => new NotifyHere(Value(action, "team"), Value(action, "stop") is not null),
            "reindex" => new ReindexKnowledge(),
            "drop-offer" => new DropOffer(),
            "send-again" => new ShowDeadLetters(SendAgain: true),
            _ => null,
        };

    static DateOnly? Day(ChatAction action, string name) =>
        DateOnly.TryParseExact(
            Value(action, name),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    static string? Value(ChatAction action, string name) =>
        action.Values.TryGetValue(name, out var value) && value.Trim().Length > 0 ? value : null;

    static Dictionary<string, string> Rest(ChatAction action, params string[] without) =>
        action
            .Values.Where(value => !without.Contains(value.Key))
            .ToDictionary(value => value.Key, value => value.Value);
}
