using System.CommandLine;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Conversations;
using SalesBot.Messaging;
using SalesBot.Platforms.Terminal;
using SalesBot.Storage;

namespace SalesBot.Commands;

/// <summary><c>chat</c>: a conversation in the terminal, the same as in Slack or Teams; beside a host that serves, or without one.</summary>
static class ChatVerb
{
    public static Command Create()
    {
        var verb = new Command("chat", "A conversation in the terminal: questions, handoffs, all in plain words; 'bye' ends it");
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var person = parsed.Actor();
        var drawing = new TerminalDrawing(System.Console.Out);
        var platform = new TerminalPlatform(drawing, System.Console.IsInputRedirected);
        await using var tools = Toolbox.Open(parsed, services => services.AddSingleton<IChatPlatform>(platform));
        var index = await tools.ReadyIndexAsync(cancellationToken);
        // The first question would wait for what is learned from the documents.
        using (var lease = index.Lease())
            tools.Get<AnswerComposer>().Compose("is this a sales or marketing task?", [], lease);
        var (dispatcher, inbox) = (tools.Get<Dispatcher>(), tools.Get<Inbox>());
        var mine = TerminalPlatform.AddressOf(person.Id);
        dispatcher.SpeakFor(mine);
        // Whoever opens a terminal can be told things there from now on.
        await tools.Get<Writer>().WriteAsync(session => tools.Get<Reach>().Met(session, person.Workspace, person.Id, mine));
        if (System.Console.IsInputRedirected)
            await new TerminalChat(platform, drawing, inbox, System.Console.In, isPiped: true).RunAsync(person, SettleAsync);
        else
            await WithNewsAsync();
        return ExitCode.Done;

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
            await new TerminalChat(platform, drawing, inbox, System.Console.In,
                isPiped: false).RunAsync(person, () => dispatcher.SettledAsync(mine, cancellationToken));
            await ended.CancelAsync();
            await news;
        }
    }
}
