using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SalesBot.Answering;
using SalesBot.Knowledge;

namespace SalesBot;

/// <summary>
/// Goes through an answer and a page once, so that the first person does not wait for the program to be compiled.
/// Nothing of it is kept; if it fails, nothing is lost.
/// </summary>
sealed partial class WarmUp(
    KnowledgeIndex index,
    AnswerComposer composer,
    Classifying.HandoverModel handovers,
    Classifying.DeskModel desk,
    IServer server,
    IHostApplicationLifetime host,
    TimeProvider time,
    ILogger<WarmUp> log
) : BackgroundService
{
    static readonly string[] Questions =
    [
        "is this a sales or marketing task?",
        "what is the difference?",
        "which one comes first?",
        "wat is markting",
    ];

    const string FollowUp = "could you expand on that";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        while (!index.IsReady)
            await Task.Delay(TimeSpan.FromMilliseconds(50), time, stoppingToken);
        try
        {
            Answer();
            handovers.Score("can marketing keep Jane Doe warm?");
            desk.Best("what is late?");
        }
        // An index that is damaged at this moment must not end the host.
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotWarm(log, fault.Message);
        }
        await LookAtPagesAsync(stoppingToken);
    }

    void Answer()
    {
        using var lease = index.Lease();
        foreach (var question in Questions)
        {
            composer.Compose(question, [], lease);
            composer.Compose(FollowUp, [question], lease);
        }
    }

    [LoggerMessage(99, LogLevel.Warning, "The first answer may take longer than usual: {Reason}")]
    static partial void NotWarm(ILogger log, string reason);

    Task StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        host.ApplicationStarted.Register(started.SetResult);
        return started.Task.WaitAsync(stoppingToken);
    }

    async Task LookAtPagesAsync(CancellationToken stoppingToken)
    {
        var address = server
            .Features.Get<IServerAddressesFeature>()
            ?.Addresses.FirstOrDefault(address => address.StartsWith("http://", StringComparison.Ordinal));
        if (address is null)
            return;
        using var client = new HttpClient
        {
            BaseAddress = new Uri(address.Replace("0.0.0.0", "127.0.0.1").Replace("[::]", "[::1]")),
            Timeout = TimeSpan.FromSeconds(5),
        };
        try
        {
            foreach (var page in new[] { "/", "/privacy", "/site.css" })
                await client.GetAsync(page, stoppingToken);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            // Not reachable by that name from here; the first visitor waits a little.
        }
    }
}
