using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Platforms.Teams.Wire;
using Activity = Microsoft.Bot.Schema.Activity;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// What Teams wants answered in the same breath. It goes through the inbox like everything else; what was answered
/// stays with it, so that a repeated invoke gets the same. What takes longer than a breath comes as a message.
/// </summary>
sealed class TeamsInvokes(Inbox inbox, TeamsConversations conversations, SaidAnswers answers)
{
    const string TooMany = "That's a lot at once. Please try again in a minute.",
        Later = "This will take a moment. I'll message you as soon as it's done.",
        Again = "That's taking too long. Please try again.";

    /// <summary>Answers an invoke.</summary>
    /// <exception cref="Storage.StorageFault">It was not kept.</exception>
    /// <exception cref="TeamsRefusal">It lacks what it needs, or there is no room for it now.</exception>
    public Task<InvokeResponse> AnswerAsync(Activity activity, ActivityPlace place) =>
        OfAsync(activity, place, activity.Carried);

    Task<InvokeResponse> OfAsync(Activity activity, ActivityPlace place, JToken? value) =>
        activity.Name switch
        {
            "adaptiveCard/action" => CardAsync(activity, place, value),
            "task/fetch" or "task/submit" or "composeExtension/submitAction" => CardActions.Read(null, value.At("data"))
                is var (action, once)
                ? DialogAsync(ActivityReader.Aside(activity, place, action, once), activity)
                : throw TeamsRefusal.Unreadable(),
            "composeExtension/fetchTask" => TeamsCommands.ActionOf(value) is { } action
                ? DialogAsync(ActivityReader.Aside(activity, place, action), activity)
                : throw TeamsRefusal.Unreadable(),
            // There is one search; clients are known to send the id of the manifest's first command instead of its own.
            "composeExtension/query" => SearchAsync(
                activity,
                place,
                TeamsCommands.WordsIn(value) ?? "",
                TeamsCommands.PageIn(value)
            ),
            "composeExtension/selectItem" => value.Text(TeamsCommands.SearchParameter) is { } words
                ? SearchAsync(activity, place, words, (0, int.MaxValue))
                : throw TeamsRefusal.Unreadable(),
            "message/submitAction" => FeedbackAsync(activity, place, value),
            "signin/verifyState" or "signin/failure" => Task.FromResult(InvokeAnswers.Taken()),
            "signin/tokenExchange" => Task.FromResult(
                InvokeAnswers.NoSignIn(
                    value.Text("id"),
                    value.Text("connectionName"),
                    "The bot doesn't ask anyone to sign in."
                )
            ),
            _ => Task.FromResult(InvokeAnswers.Unknown()),
        };

    async Task<InvokeResponse> CardAsync(Activity activity, ActivityPlace place, JToken? value)
    {
        if (value.At("action") is not JObject pressed)
            throw TeamsRefusal.Unreadable();
        if (pressed.Text("type") is not (null or "Action.Execute"))
            return InvokeAnswers.Wrong(400, "NotSupported", "Only Action.Execute is known.");
        var isLook = value.Text("trigger") == "automatic";
        if (
            CardActions.Read(pressed.Text("verb"), pressed.At("data")) is not var (action, once)
            || (isLook && action.Name != "show")
        )
            return InvokeAnswers.Wrong(400, "BadRequest", "That button no longer works.");
        var message = ActivityReader.Pressed(activity, place, action, once) with
        {
            Awaits = isLook || activity.ExpectsReplies ? Awaited.All : Awaited.Brief,
            IsUnasked = isLook,
            IsSilent = isLook,
        };
        var acceptance = await inbox.AcceptAsync(message);
        if (acceptance is Acceptance.Full)
            throw TeamsRefusal.NotNow();
        var heard = acceptance == Acceptance.TooMany ? null : await inbox.AnswerAsync(message, Inbox.LongBreath);
        return heard switch
        {
            null => InvokeAnswers.Sentence(TooMany),
            { IsDone: false } => isLook
                ? InvokeAnswers.Wrong(500, "InternalServerError", Again)
                : InvokeAnswers.Sentence(Later),
            { Answer: null } => InvokeAnswers.Sentence(Elsewhere(action, place)),
            { Answer: { Slot: null, Form: null } said } when said.Blocks.All(block => block is TextBlock) => isLook
                ? InvokeAnswers.Wrong(400, "BadRequest", said.Text)
                : InvokeAnswers.Sentence(said.Text),
            { Answer: var answer } => InvokeAnswers.Card(
                CardDrawing.Card(
                    OwnFor(answer, place),
                    new CardPlace(Accounts: place.IsDirect ? null : [activity.From?.Id ?? ""], Once: activity.Id)
                )
            ),
        };
    }

    static string Elsewhere(ChatAction action, ActivityPlace place)
    {
        if (action.Name == "share")
            return "I'll share it with everybody here.";
        return place.IsDirect ? "You'll find it below." : "I've answered you privately, here or in our own chat.";
    }

    /// <summary>
    /// Without another view for somebody a card would take the place of everybody's; a form is for who has asked for
    /// it.
    /// </summary>
    static Reply OwnFor(Reply answer, ActivityPlace place) =>
        !place.IsDirect && answer is { Own: null, Form.Back: { } back }
            ? answer with
            {
                Own = new OwnView(back, [place.Sender]),
            }
            : answer;

    async Task<InvokeResponse> DialogAsync(IncomingMessage message, Activity activity)
    {
        var acceptance = await inbox.AcceptAsync(message);
        if (acceptance is Acceptance.Full)
            throw TeamsRefusal.NotNow();
        var heard = acceptance == Acceptance.TooMany ? null : await inbox.AnswerAsync(message, Inbox.LongBreath);
        return heard switch
        {
            null => InvokeAnswers.DialogEnds(TooMany),
            { Answer: null } => InvokeAnswers.DialogEnds(Later),
            { Answer: { Slot: null } said } when said.Blocks.All(block => block is TextBlock) =>
                InvokeAnswers.DialogEnds(said.Text),
            { Answer: var answer } => InvokeAnswers.Dialog(
                answer.Form is { } form ? CardDrawing.Capital(form.Title) : "SalesBot",
                CardDrawing.Card(answer, new CardPlace(IsDialog: true, Once: activity.Id))
            ),
        };
    }

    async Task<InvokeResponse> SearchAsync(
        Activity activity,
        ActivityPlace place,
        string words,
        (int Skip, int Count) page
    )
    {
        var message = ActivityReader.Aside(activity, place, ChatAction.Of("search", ("text", words))) with
        {
            IsUnasked = true,
            IsSilent = true,
        };
        if (await inbox.AcceptAsync(message) is Acceptance.Full)
            throw TeamsRefusal.NotNow();
        var heard = await inbox.AnswerAsync(message, Inbox.LongBreath);
        var found = heard.Answer?.Blocks.OfType<CitationsBlock>().SelectMany(block => block.Citations).ToList() ?? [];
        return found.Count == 0
            ? InvokeAnswers.NoResults(heard.Answer?.Text ?? Again)
            : InvokeAnswers.Results(found.Skip(page.Skip).Take(page.Count).Select(SearchResult.Of));
    }

    async Task<InvokeResponse> FeedbackAsync(Activity activity, ActivityPlace place, JToken? value)
    {
        if (
            value.Text("actionName") != "feedback"
            || value.Text("actionValue", "reaction") is not ("like" or "dislike")
        )
            throw TeamsRefusal.Unreadable();
        var action = ChatAction.Of(
            "feedback",
            ("helpful", value.Text("actionValue", "reaction") == "like" ? "yes" : "no")
        );
        if (
            activity.ReplyToId is { } on
            && answers.Find(TeamsAddress.MessageOf(activity.Conversation?.Id ?? "", on)) is { } answer
        )
            action = action.With([KeyValuePair.Create("answer", answer)]);
        if (CommentIn(value.Text("actionValue", "feedback")) is { } comment)
            action = action.With([KeyValuePair.Create("comment", comment)]);
        // Where it was thought of an answer, the last one of that conversation is meant if nothing tells which.
        var message = ActivityReader.Pressed(activity, place, action, null) with
        {
            Awaits = Awaited.All,
            IsSilent = true,
        };
        if (await inbox.AcceptAsync(message) is Acceptance.Full)
            throw TeamsRefusal.NotNow();
        await inbox.AnswerAsync(message, Inbox.LongBreath);
        return InvokeAnswers.Empty();
    }

    /// <summary>What somebody wrote with a thumb: Teams sends it as JSON in a text, others as it is.</summary>
    static string? CommentIn(string? feedback)
    {
        if (string.IsNullOrWhiteSpace(feedback))
            return null;
        var read = ConnectorAnswer.Parse(feedback);
        if (read is not JObject)
            return feedback;
        return read.Text("feedbackText") is { Length: > 0 } text ? text : null;
    }

    /// <summary>The reply to a message that expects it in the body; none if there is nothing to say.</summary>
    public async Task<Activity?> ReplyAsync(IncomingMessage message, ActivityPlace place, Acceptance acceptance)
    {
        var heard = acceptance is Acceptance.TooMany or Acceptance.Ignored
            ? new Heard(true)
            : await inbox.AnswerAsync(message, Inbox.LongBreath);
        return heard.Answer is not { } answer
            ? null
            : MessageDrawing.Of(
                answer,
                new CardPlace(
                    Accounts: place.IsDirect ? null : conversations.AccountsOf(answer.Own, place.Tenant),
                    Once: message.Id
                ),
                place.IsDirect
            );
    }
}
