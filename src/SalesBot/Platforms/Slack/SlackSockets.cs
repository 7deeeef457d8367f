using Microsoft.Extensions.Options;
using SalesBot.Messaging;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Storage;

namespace SalesBot.Platforms.Slack;

/// <summary>Slack through Socket Mode: the same door as over HTTP, without a public address.</summary>
sealed partial class SlackSockets(
    SlackDoor door,
    GuardedHttp http,
    IOptions<SlackOptions> options,
    SlackIdentity identity,
    TimeProvider time,
    ILogger<SlackSockets> log
) : BackgroundService
{
    string? problem;
    int open;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var app = new WebApi(http.Client, new Uri(options.Value.ApiUrl), options.Value.AppToken);
        await new SocketModeClient(app, AnswerAsync, Tell, time).RunAsync(stoppingToken);
    }

    async Task<SocketAnswer> AnswerAsync(SocketEnvelope envelope)
    {
        try
        {
            var answer = envelope.Type switch
            {
                "events_api" => await door.EventAsync(envelope.Payload),
                "slash_commands" => await door.CommandAsync(name => envelope.Payload.Text(name)),
                "interactive" => await door.InteractionAsync(envelope.Payload),
                _ => DoorAnswer.Taken,
            };
            door.Follow(answer);
            return new SocketAnswer(answer.IsTaken, answer.Json);
        }
        catch (StorageFault fault)
        {
            NotKept(log, fault.Message);
            return new SocketAnswer(false);
        }
        catch (Exception fault)
        {
            Failed(log, envelope.Type, fault);
            return new SocketAnswer(false);
        }
    }

    void Tell(SocketState state)
    {
        identity.Hears(state);
        if (state.Problem is not null && state.Problem != problem)
            Troubled(log, state.Problem);
        else if (state.Open > open)
            Connected(log, state.Open);
        (problem, open) = (state.Problem, state.Open);
    }

    [LoggerMessage(80, LogLevel.Information, "Connected to Slack, {Open} connections")]
    static partial void Connected(ILogger log, int open);

    [LoggerMessage(81, LogLevel.Warning, "Socket Mode: {Problem}")]
    static partial void Troubled(ILogger log, string problem);

    [LoggerMessage(82, LogLevel.Error, "What Slack brought was not kept, and comes again: {Reason}")]
    static partial void NotKept(ILogger log, string reason);

    [LoggerMessage(83, LogLevel.Error, "What Slack brought failed: {Type}")]
    static partial void Failed(ILogger log, string type, Exception fault);
}
