using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>Wires Slack, where it is configured.</summary>
static partial class SlackSetup
{
    /// <summary>What is kept for Slack, also for programs that do not chat.</summary>
    public static IServiceCollection AddSlackData(this IServiceCollection services) =>
        services
            .AddSingleton<KeptActions>()
            .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<KeptActions>())
            .AddSingleton<SlackDiagnosis>();

    /// <summary>The platform, where it is configured.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        if (Read(configuration) is not { } options || !options.IsOn())
            return services;
        services
            .AddSingleton<GuardedHttp>()
            .AddSingleton<SlackIdentity>()
            .AddSingleton<SlackCalls>()
            .AddSingleton<SlackPeople>()
            .AddSingleton<ChannelPace>()
            .AddSingleton<SentBefore>()
            .AddSingleton<ResponseUrls>()
            .AddSingleton<EventReader>()
            .AddSingleton<InteractionReader>()
            .AddSingleton<SlackDoor>()
            .AddSingleton(provider => new WebApi(
                provider.GetRequiredService<GuardedHttp>().Client,
                new Uri(options.ApiUrl),
                options.BotToken
            ))
            .AddSingleton<IChatPlatform, SlackPlatform>()
            .AddSingleton<SlackEndpoints>()
            .AddHostedService<SlackWatch>();
        return options.Mode == SlackOptions.Socket ? services.AddHostedService<SlackSockets>() : services;
    }

    /// <summary>Whether Slack calls this host, for which it needs a public address.</summary>
    public static bool IsOverHttp(IConfiguration configuration) =>
        Read(configuration) is { Mode: SlackOptions.Http } options && options.IsOn();

    /// <summary>Answers at Slack's addresses, where it comes over HTTP.</summary>
    public static void UseSlack(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (!options.IsOn())
            Off(app.Logger);
        else if (options.Mode == SlackOptions.Http)
            app.Use(app.Services.GetRequiredService<SlackEndpoints>().InvokeAsync);
    }

    static SlackOptions? Read(IConfiguration configuration) => configuration.GetSection("Slack").Get<SlackOptions>();

    [LoggerMessage(87, LogLevel.Information, "Slack is off: no token is configured (Slack:BotToken)")]
    static partial void Off(ILogger log);
}
