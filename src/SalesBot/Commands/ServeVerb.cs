using System.CommandLine;
using Microsoft.Extensions.Options;
using SalesBot.Knowledge;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Commands;

/// <summary><c>serve</c>: the host, until SIGTERM or Ctrl-C.</summary>
static class ServeVerb
{
    static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Where to listen (default: {SalesBotHost.DefaultUrls})",
        HelpName = "U",
    };

    public static IReadOnlyList<Option> Options => [Urls];

    public static Command Create()
    {
        var verb = new Command("serve", "Runs the web page, the API and every configured platform (the default)")
        {
            Urls,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = parsed.Settings();
        if (parsed.GetValue(Urls) is { } urls)
            settings.Add(new("Urls", Checked(urls)));
        await using var app = SalesBotHost.Build(settings);
        using var only = HostLock.Take(app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.DataFolder);
        if (app.Services.GetRequiredService<LocalAccess>().IsOn)
            app.Services.GetRequiredService<LocalToken>().Secret();
        // Opens beside the rest of the start; what goes wrong is told by whoever looks after the index.
        _ = app.Services.GetRequiredService<KnowledgeIndex>().OpenAheadAsync(cancellationToken);
        app.Services.GetRequiredService<Database>().Check(isQuick: true);
        // The lock says that no other host is at work on what it holds.
        await app.Services.GetRequiredService<Dispatcher>().TakeOverAsync();
        Intents.Understanding.MessageUnderstander.Warm();
        await app.StartAsync(cancellationToken);
        if (await app.Services.GetRequiredService<AdminClaim>().OfferAsync(Workspace.Default) is { } code)
            HostLog.NoAdmin(app.Logger, code);
        HostLog.Listening(app.Logger, string.Join(", ", app.Urls));
        SayHowToGetIn(app);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>The link stands in a terminal only: others read logs.</summary>
    static void SayHowToGetIn(WebApplication app)
    {
        if (!app.Services.GetRequiredService<LocalAccess>().IsOn)
            return;
        var (token, address) = (app.Services.GetRequiredService<LocalToken>(), LinkVerb.Address(app.Urls.First()));
        if (!System.Console.IsOutputRedirected)
            Screen.Line(
                $"Open {token.Link(address)}\nAnyone with this link can act as anybody here, so keep it to yourself."
            );
        else
            HostLog.TokenStands(app.Logger, address, token.FilePath ?? "the configuration (Console:LocalToken)");
    }

    static string Checked(string urls) => SalesBotHost.UrlFault(urls) is { } fault ? throw new UsageFault(fault) : urls;
}
