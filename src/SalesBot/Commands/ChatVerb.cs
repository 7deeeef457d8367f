using System.CommandLine;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Conversations;
using SalesBot.Intents;
using SalesBot.Messaging;
using SalesBot.Platforms.Terminal;
using SalesBot.Storage;

namespace SalesBot.Commands;

/// <summary>
/// <c>chat</c>: a conversation in the terminal, the same as in Slack or Teams; beside a host that serves, or without
/// one.
/// </summary>
static class ChatVerb
{
    public static Command Create()
    {
        var verb = new Command(
            "chat",
            "Chat in the terminal: ask questions and manage handoffs in plain words; type 'bye' to leave"
        );
        verb.SetAction(RunAsync);
        return verb;
    }

    /// <summary>Nobody is kept waiting at their own terminal.</summary>
    const int AsFastAsOneTypes = 1_000_000;

    /// <summary>What is longer is said into a form, and is no command.</summary>
    const int LongestCommand = 60;

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var person = parsed.Actor();
        var drawing = new TerminalDrawing(System.Console.Out);
        var platform = new TerminalPlatform(drawing, System.Console.IsInputRedirected);
        await using var tools = Toolbox.Open(
            parsed,
            services =>
                services
                    .AddSingleton<IChatPlatform>(platform)
                    .Configure<MessagingOptions>(options => options.PerPersonPerMinute = AsFastAsOneTypes)
        );
        var index = await tools.ReadyIndexAsync(cancellationToken);
        // The first question would wait for what is learned from the documents.
        using (var lease = index.Lease())
            tools.Get<AnswerComposer>().Compose("is this a sales or marketing task?", [], lease);
        var (dispatcher, inbox) = (tools.Get<Dispatcher>(), tools.Get<Inbox>());
        var mine = TerminalPlatform.AddressOf(person.Id);
        dispatcher.SpeakFor(mine);
        // Whoever opens a terminal can be told things there from now on.
        await tools
            .Get<Writer>()
            .WriteAsync(session => tools.Get<Reach>().Met(session, person.Workspace, person.Id, mine));
        if (System.Console.IsInputRedirected)
            await new TerminalChat(platform, drawing, inbox, System.Console.In, isPiped: true, LeavesForm).RunAsync(
                person,
                SettleAsync
            );
        else
            await WithNewsAsync();
        return ExitCode.Done;

        bool LeavesForm(string typed) =>
            typed.Length <= LongestCommand
            && CommandReader.Read(
                PersonText.Clean(typed),
                DateOnly.FromDateTime(tools.Get<TimeProvider>().GetUtcNow().UtcDateTime),
                _ => false
            )
                is ListHandoffs
                    or ShowHandoff
                    or UndoLast
                    or AskHelp
                    or ShowDigest
                    or MoveHandoff { Number: not null, Move: not "note" };

        async Task SettleAsync()
        {
            await dispatcher.RunToEndAsync();
            while (!tools.Get<KnowledgeTalk>().Running.IsCompleted)
                await tools.Get<KnowledgeTalk>().Running;
            await dispatcher.RunToEndAsync();
        }

        // News of others come while somebody thinks what to type.
        async Task WithNewsAsync()
        {
            drawing.Line("Ask me anything, or type \"help\". \"bye\" to leave.");
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var news = dispatcher.RunAsync(ended.Token);
            await new TerminalChat(platform, drawing, inbox, System.Console.In, isPiped: false, LeavesForm).RunAsync(
                person,
                () => dispatcher.SettledAsync(mine, cancellationToken)
            );
            await ended.CancelAsync();
            await news;
        }
    }
}
