using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// What Teams wants answered in the same breath. It goes through the inbox like everything else; what was answered stays with it, so that a repeated invoke
/// gets the same. What takes longer than a breath comes as a message.
/// </summary>
sealed class TeamsInvokes(Inbox inbox, TeamsConversations conversations, SaidAnswers answers)
{
    const string TooMany = "That is a lot at once. Try it again in a minute.", Later = "That takes a moment. I write to you as soon as it is done.",
        Again = "That takes too long now; try it again.";

    /// <summary>Answers an invoke.</summary>
    /// <exception cref="Storage.StorageFault">It was not kept.</exception>
    public async Task<TeamsAnswer> AnswerAsync(Activity activity, ActivityPlace place)
    {
        var answer = await OfAsync(activity, place, activity.Value ?? default);
        return activity.ExpectsReplies ? Wrapped(answer) : answer;
    }

    Task<TeamsAnswer> OfAsync(Activity activity, ActivityPlace place, JsonElement value) => activity.Name switch
    {
        "adaptiveCard/action" => CardAsync(activity, place, value),
        "task/fetch" or "task/submit" or "composeExtension/submitAction" => CardActions.Read(null, value.At("data")) is var (action, once)
            ? DialogAsync(ActivityReader.Aside(activity, place, action, once), activity) : Now(TeamsAnswer.Unreadable),
        "composeExtension/fetchTask" => TeamsCommands.ActionOf(value) is { } action
            ? DialogAsync(ActivityReader.Aside(activity, place, action), activity) : Now(TeamsAnswer.Unreadable),
        // There is one search; clients are known to send the id of the manifest's first command instead of its own.
        "composeExtension/query" => SearchAsync(activity, place, TeamsCommands.WordsIn(value) ?? "", TeamsCommands.PageIn(value)),
        "composeExtension/selectItem" => value.Text(TeamsCommands.SearchParameter) is { } words
            ? SearchAsync(activity, place, words, (0, int.MaxValue)) : Now(TeamsAnswer.Unreadable),
        "message/submitAction" => FeedbackAsync(activity, place, value),
        "signin/verifyState" or "signin/failure" => Now(TeamsAnswer.Taken),
        "signin/tokenExchange" => Now(new TeamsAnswer(412, TeamsJson.Write(new TokenExchangeFailure(value.Text("id"), value.Text("connectionName"),
            "The bot asks nobody to sign in.")))),
        _ => Now(TeamsAnswer.Unknown),
    };

    static Task<TeamsAnswer> Now(TeamsAnswer answer) => Task.FromResult(answer);

    async Task<TeamsAnswer> CardAsync(Activity activity, ActivityPlace place, JsonElement value)
    {
        if (value.At("action") is not { ValueKind: JsonValueKind.Object } pressed)
            return TeamsAnswer.Unreadable;
        if (pressed.Text("type") is not (null or "Action.Execute"))
            return TeamsAnswer.Of(CardActionResponse.Wrong(400, "NotSupported", "Only Action.Execute is known."));
        var isLook = value.Text("trigger") == "automatic";
        if (CardActions.Read(pressed.Text("verb"), pressed.At("data")) is not var (action, once) || (isLook && action.Name != "show"))
            return TeamsAnswer.Of(CardActionResponse.Wrong(400, "BadRequest", "That button does nothing."));
        var message = ActivityReader.Pressed(activity, place, action, once) with
        {
            Awaits = isLook || activity.ExpectsReplies ? Awaited.All : Awaited.Brief, IsUnasked = isLook, IsSilent = isLook,
        };
        var acceptance = await inbox.AcceptAsync(message);
        if (acceptance is Acceptance.Full)
            return TeamsAnswer.NotNow;
        var heard = acceptance == Acceptance.TooMany ? null : await inbox.AnswerAsync(message, Inbox.LongBreath);
        return TeamsAnswer.Of(heard switch
        {
            null => CardActionResponse.Of(TooMany),
            { IsDone: false } => isLook ? CardActionResponse.Wrong(500, "InternalServerError", Again) : CardActionResponse.Of(Later),
            { Answer: null } => CardActionResponse.Of(place.IsDirect ? "You find it below." : "I have answered you in our own chat."),
            { Answer: { Slot: null, Form: null } said } when said.Blocks.All(block => block is TextBlock) => isLook
                ? CardActionResponse.Wrong(400, "BadRequest", said.Text) : CardActionResponse.Of(said.Text),
            { Answer: var answer } => CardActionResponse.Of(CardDrawing.Card(OwnFor(answer, place),
                new CardPlace(Accounts: place.IsDirect ? null : [activity.From?.Id ?? ""], Once: activity.Id))),
        });
    }

    /// <summary>Without another view for somebody a card would take the place of everybody's; a form is for who has asked for it.</summary>
    static Reply OwnFor(Reply answer, ActivityPlace place) =>
        !place.IsDirect && answer is { Own: null, Form.Back: { } back } ? answer with { Own = new OwnView(back, [place.Sender]) } : answer;

    async Task<TeamsAnswer> DialogAsync(IncomingMessage message, Activity activity)
    {
        var acceptance = await inbox.AcceptAsync(message);
        if (acceptance is Acceptance.Full)
            return TeamsAnswer.NotNow;
        var heard = acceptance == Acceptance.TooMany ? null : await inbox.AnswerAsync(message, Inbox.LongBreath);
        return TeamsAnswer.Of(heard switch
        {
            null => TaskModuleResponse.Of(TooMany),
            { Answer: null } => TaskModuleResponse.Of(Later),
            { Answer: { Slot: null } said } when said.Blocks.All(block => block is TextBlock) => TaskModuleResponse.Of(said.Text),
            { Answer: var answer } => TaskModuleResponse.Of(answer.Form is { } form ? CardDrawing.Capital(form.Title) : "SalesBot",
                CardDrawing.Card(answer, new CardPlace(IsDialog: true, Once: activity.Id))),
        });
    }

    async Task<TeamsAnswer> SearchAsync(Activity activity, ActivityPlace place, string words, (int Skip, int Count) page)
    {
        var message = ActivityReader.Aside(activity, place, ChatAction.Of("search", ("text", words))) with { IsUnasked = true, IsSilent = true };
        if (await inbox.AcceptAsync(message) is Acceptance.Full)
            return TeamsAnswer.NotNow;
        var heard = await inbox.AnswerAsync(message, Inbox.LongBreath);
        var found = heard.Answer?.Blocks.OfType<CitationsBlock>().SelectMany(block => block.Citations).ToList() ?? [];
        return TeamsAnswer.Of(found.Count == 0 ? MessagingExtensionResponse.Of(heard.Answer?.Text ?? Again)
            : MessagingExtensionResponse.Of([.. found.Skip(page.Skip).Take(page.Count).Select(SearchResult.Of)]));
    }

    async Task<TeamsAnswer> FeedbackAsync(Activity activity, ActivityPlace place, JsonElement value)
    {
        if (value.Text("actionName") != "feedback" || value.Text("actionValue", "reaction") is not ("like" or "dislike"))
            return TeamsAnswer.Unreadable;
        var action = ChatAction.Of("feedback", ("helpful", value.Text("actionValue", "reaction") == "like" ? "yes" : "no"));
        if (activity.ReplyToId is { } on && answers.Find(TeamsAddress.MessageOf(activity.Conversation?.Id ?? "", on)) is { } answer)
            action = action.With([KeyValuePair.Create("answer", answer)]);
        if (CommentIn(value.Text("actionValue", "feedback")) is { } comment)
            action = action.With([KeyValuePair.Create("comment", comment)]);
        // Where it was thought of an answer, the last one of that conversation is meant if nothing tells which.
        var message = ActivityReader.Pressed(activity, place, action, null) with { Awaits = Awaited.All, IsSilent = true };
        if (await inbox.AcceptAsync(message) is Acceptance.Full)
            return TeamsAnswer.NotNow;
        await inbox.AnswerAsync(message, Inbox.LongBreath);
        return new TeamsAnswer(200, "{}");
    }

    /// <summary>What somebody wrote with a thumb: Teams sends it as JSON in a text, others as it is.</summary>
    static string? CommentIn(string? feedback)
    {
        if (string.IsNullOrWhiteSpace(feedback))
            return null;
        try
        {
            using var json = JsonDocument.Parse(feedback);
            return json.RootElement.Text("feedbackText") is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            return feedback;
        }
    }

    /// <summary>The replies to a message that expects them in the body.</summary>
    public async Task<TeamsAnswer> RepliesAsync(IncomingMessage message, ActivityPlace place, Acceptance acceptance)
    {
        var heard = acceptance is Acceptance.TooMany or Acceptance.Ignored ? new Heard(true) : await inbox.AnswerAsync(message, Inbox.LongBreath);
        return TeamsAnswer.Of(new ExpectedReplies(heard.Answer is not { } answer ? []
            : [TeamsJson.Element(MessageDrawing.Of(answer,
                new CardPlace(Accounts: place.IsDirect ? null : conversations.AccountsOf(answer.Own, place.Tenant), Once: message.Id), place.IsDirect))]));
    }

    /// <summary>An invoke that expects replies has its answer among them.</summary>
    static TeamsAnswer Wrapped(TeamsAnswer answer)
    {
        using var body = answer.Json is null ? null : JsonDocument.Parse(answer.Json);
        var response = new InvokeResponseActivity(new InvokeResponseValue(answer.Status, body?.RootElement.Clone()));
        return TeamsAnswer.Of(new ExpectedReplies([TeamsJson.Element(response)]));
    }
}
