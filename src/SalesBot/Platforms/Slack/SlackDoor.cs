using System.Collections.Concurrent;
using System.Text.Json;
using SalesBot.Messaging;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// What Slack is told about something it brought: whether it is kept, so that it need not come again; what is said with
/// that; and what follows once it is said.
/// </summary>
sealed record DoorAnswer(bool IsTaken, string? Json = null, Func<Task>? Afterwards = null)
{
    public static readonly DoorAnswer Taken = new(true),
        NotNow = new(false);
}

/// <summary>
/// Where everything from Slack comes in, over HTTP and through sockets alike: it is put into the inbox, and only then
/// counts as arrived.
/// </summary>
sealed partial class SlackDoor(
    Inbox inbox,
    Outbox outbox,
    EventReader events,
    InteractionReader interactions,
    SlackCalls calls,
    SlackIdentity identity,
    KeptActions kept,
    TimeProvider time,
    ILogger<SlackDoor> log
) : IAsyncDisposable
{
    static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Task, bool> following = [];

    /// <summary>
    /// Begins what follows an answer, while that is said; whatever goes wrong with it is told in the log. Nobody waits
    /// for it but the end of the host.
    /// </summary>
    public void Follow(DoorAnswer answer)
    {
        if (answer.Afterwards is not { } afterwards)
            return;
        var work = Task.Run(() => TryAsync(afterwards));
        following[work] = true;
        _ = work.ContinueWith(done => following.TryRemove(done, out _), TaskScheduler.Default);
    }

    async Task TryAsync(Func<Task> afterwards)
    {
        try
        {
            await afterwards();
        }
        catch (Exception fault)
        {
            NotFollowed(log, fault);
        }
    }

    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(following.Keys)
            .WaitAsync(Drain, TimeProvider.System)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>An event: the whole of what came.</summary>
    /// <exception cref="Storage.StorageFault">It was not kept.</exception>
    public async Task<DoorAnswer> EventAsync(JsonElement envelope)
    {
        var type = envelope.Text("event", "type") ?? envelope.Text("type");
        switch (type)
        {
            case "app_uninstalled" or "tokens_revoked" when !identity.IsOurs(envelope.Text("team_id")):
            case "tokens_revoked" when !envelope.Items("event", "tokens", "bot").Any():
                return DoorAnswer.Taken;
            case "app_uninstalled" or "tokens_revoked":
                identity.Fails(
                    "The app was removed from Slack; install it again and put its token into Slack:BotToken.",
                    time.GetUtcNow()
                );
                Removed(log);
                return DoorAnswer.Taken;
            case "app_rate_limited":
                RateLimited(log);
                return DoorAnswer.Taken;
            case "app_home_opened" when envelope.Text("event", "tab") == "messages":
            case "assistant_thread_started":
                return DoorAnswer.Taken with { Afterwards = () => PromptAsync(envelope) };
        }
        return events.Read(envelope) is { } message ? Told(await inbox.AcceptAsync(message)) : DoorAnswer.Taken;
    }

    /// <summary>A slash command, by its fields.</summary>
    /// <exception cref="Storage.StorageFault">It was not kept.</exception>
    public Task<DoorAnswer> CommandAsync(Func<string, string?> field) => TakeAsync(interactions.Command(field));

    /// <summary>A button, a dialog or a shortcut.</summary>
    /// <exception cref="Storage.StorageFault">It was not kept.</exception>
    public Task<DoorAnswer> InteractionAsync(JsonElement payload) => TakeAsync(interactions.Read(payload));

    async Task<DoorAnswer> TakeAsync(Interaction? interaction)
    {
        if (interaction is null)
            return DoorAnswer.Taken;
        if (interaction.Message.Action is { Name: BlockKit.More } more)
            return DoorAnswer.Taken with
            {
                Afterwards = () =>
                    OpenAsync(
                        interaction,
                        SlackViews.Whole(more.Values.GetValueOrDefault("text") ?? "", interaction.Context)
                    ),
            };
        var acceptance = await inbox.AcceptAsync(interaction.Message);
        if (interaction.IsSubmission)
            return acceptance is Acceptance.New or Acceptance.Repeated
                ? await SubmittedAsync(interaction)
                : NotRead(interaction, acceptance);
        // What is brought again was shown, or will be.
        return acceptance == Acceptance.New
            ? DoorAnswer.Taken with
            {
                Afterwards = () => ShowAsync(interaction),
            }
            : Told(acceptance);
    }

    /// <summary>A dialog that cannot be read now keeps what was typed.</summary>
    static DoorAnswer NotRead(Interaction interaction, Acceptance acceptance) =>
        acceptance == Acceptance.Full || interaction.Sent.Count == 0
            ? DoorAnswer.NotNow
            : Said(
                new ViewResponse(
                    "errors",
                    new Dictionary<string, string>
                    {
                        [interaction.Sent.Keys.First()] = "That's a lot at once. Please send it again in a minute.",
                    }
                )
            );

    static DoorAnswer Told(Acceptance acceptance) =>
        acceptance == Acceptance.Full ? DoorAnswer.NotNow : DoorAnswer.Taken;

    /// <summary>A dialog stays open with what is wrong, shows what came of it, or closes.</summary>
    async Task<DoorAnswer> SubmittedAsync(Interaction interaction)
    {
        var heard = await inbox.AnswerAsync(interaction.Message, Inbox.Breath);
        Func<Task> afterwards = () => RefreshHomeAsync(interaction);
        if (heard.Answer is not { } answer)
            return Said(new ViewResponse("clear")) with { Afterwards = afterwards };
        if (SlackViews.Errors(answer, interaction.Sent) is { } errors)
            return Said(new ViewResponse("errors", errors));
        var (view, toKeep) = SlackViews.Dialog(answer, interaction.Context);
        await kept.KeepAsync(toKeep);
        return Said(new ViewResponse("update", View: view)) with { Afterwards = afterwards };
    }

    static DoorAnswer Said(ViewResponse response) => new(true, SlackJson.Write(response));

    /// <summary>
    /// Opens a dialog with what was answered, if that is a form, or if it belongs into a dialog; the rest is sent.
    /// </summary>
    async Task ShowAsync(Interaction interaction)
    {
        var heard = await inbox.AnswerAsync(interaction.Message, Inbox.Breath);
        // Whether an answer helped shows on the buttons; the answer stays where it is.
        if (heard.Answer is { } answer && interaction is not { ViewId: not null, Message.Action.Name: "feedback" })
        {
            var (view, toKeep) = SlackViews.Dialog(answer, interaction.Context);
            await kept.KeepAsync(toKeep);
            if (!await OpenAsync(interaction, view))
                await outbox.SendAsync(
                    interaction.Message.PlaceOf(answer),
                    answer with
                    {
                        Via = interaction.Message.Via,
                    }
                );
        }
        await RefreshHomeAsync(interaction);
    }

    /// <summary>Shows a dialog, in the place of the one that something was pressed in.</summary>
    /// <returns>False if it is too late for that.</returns>
    async Task<bool> OpenAsync(Interaction interaction, View view)
    {
        var shown =
            interaction.ViewId is { } id
                ? await calls.CallAsync(
                    "views.update",
                    CancellationToken.None,
                    ("view_id", id),
                    ("view", SlackJson.Write(view))
                )
            : interaction.Trigger is { } trigger
                ? await calls.CallAsync(
                    "views.open",
                    CancellationToken.None,
                    ("trigger_id", trigger),
                    ("view", SlackJson.Write(view))
                )
            : new SlackResult(null, null);
        if (!shown.Ok)
            NotOpened(log, shown.Error ?? "no answer");
        // A trigger that is used up has opened it before.
        return shown.Ok || shown.Error == "exchanged_trigger_id";
    }

    /// <summary>What was done from the home tab shows there.</summary>
    async Task RefreshHomeAsync(Interaction interaction)
    {
        if (interaction.Message.Address is { For: null } at && SlackPlatform.IsUser(at.Conversation))
            await inbox.AcceptAsync(
                EventReader.HomeOf(at.Workspace, at.Conversation, $"home/{interaction.Message.Id}")
            );
    }

    /// <summary>Offers what one might say, where the app is an agent; elsewhere Slack says that it is none.</summary>
    async Task PromptAsync(JsonElement envelope)
    {
        var channel = envelope.Text("event", "channel") ?? envelope.Text("event", "assistant_thread", "channel_id");
        var answer = await calls.CallAsync(
            "assistant.threads.setSuggestedPrompts",
            CancellationToken.None,
            ("channel_id", channel),
            ("thread_ts", envelope.Text("event", "assistant_thread", "thread_ts")),
            ("prompts", SlackJson.Write(SlackPrompts.All))
        );
        if (!answer.Ok)
            NoPrompts(log, answer.Error ?? "no answer");
    }

    [LoggerMessage(77, LogLevel.Error, "What was to follow a press in Slack failed")]
    static partial void NotFollowed(ILogger log, Exception fault);

    [LoggerMessage(72, LogLevel.Warning, "The app was removed from Slack")]
    static partial void Removed(ILogger log);

    [LoggerMessage(73, LogLevel.Warning, "Slack holds events back: more than 30,000 came within an hour")]
    static partial void RateLimited(ILogger log);

    [LoggerMessage(74, LogLevel.Warning, "A dialog was not opened: {Error}")]
    static partial void NotOpened(ILogger log, string error);

    [LoggerMessage(75, LogLevel.Debug, "Slack shows no suggestions: {Error}")]
    static partial void NoPrompts(ILogger log, string error);
}
