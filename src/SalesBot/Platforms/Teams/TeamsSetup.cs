using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>Wires Teams, where it is configured.</summary>
static partial class TeamsSetup
{
    /// <summary>What programs use that do not chat.</summary>
    public static IServiceCollection AddTeamsData(this IServiceCollection services) =>
        services.AddSingleton<TeamsDiagnosis>();

    /// <summary>Why the host must not start with these settings in its environment, in a sentence, or none.</summary>
    /// <param name="configuration">All settings.</param>
    /// <param name="environment">Where the host runs.</param>
    /// <param name="isLoopback">Whether it listens on loopback addresses only.</param>
    public static string? Fault(IConfiguration configuration, IHostEnvironment environment, bool isLoopback)
    {
        if (Read(configuration) is not { DangerouslyAllowAnonymous: true })
            return null;
        const string Key = $"Teams:{nameof(TeamsOptions.DangerouslyAllowAnonymous)} lets anyone act as anybody";
        if (!environment.IsDevelopment())
            return $"{Key}, so it works only in the environment 'Development' (ASPNETCORE_ENVIRONMENT).";
        return isLoopback ? null : $"{Key}, so it works only on a loopback address; listen on localhost.";
    }

    /// <summary>Whether Teams is configured, for which the host needs a public address.</summary>
    public static bool IsConfigured(IConfiguration configuration) => Read(configuration)?.IsOn() == true;

    static TeamsOptions? Read(IConfiguration configuration) => configuration.GetSection("Teams").Get<TeamsOptions>();

    /// <summary>The platform, where it is configured.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        if (Read(configuration) is not { } options || !options.IsOn())
            return services;
        services
            .AddSingleton(new ServiceUrls(options.AllowedServiceUrls))
            .AddKeyedSingleton<GuardedHttp>(nameof(Teams))
            .AddSingleton(provider => new SigningKeys(
                Http(provider),
                new Uri(options.MetadataUrl),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new BotTokens(
                Source(options, Http(provider), provider.GetRequiredService<TimeProvider>()),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton(provider => new ConnectorGuard(
                Http(provider),
                HasCredential(options) ? provider.GetRequiredService<BotTokens>() : null,
                options.Scope
            ))
            .AddSingleton<Connectors>()
            .AddSingleton<TeamsConnector>()
            .AddSingleton(provider => new GraphGroups(
                Http(provider),
                provider.GetRequiredService<BotTokens>(),
                new Uri(options.GraphUrl)
            ))
            .AddSingleton<TeamsIdentity>()
            .AddSingleton<TeamsConversations>()
            .AddSingleton<TeamsPeople>()
            .AddSingleton<TeamsRoutes>()
            .AddSingleton<SaidAnswers>()
            .AddSingleton<TeamsNames>()
            .AddSingleton<ThreadPace>()
            .AddSingleton<TeamsPosts>()
            .AddSingleton<TargetedMessages>()
            .AddSingleton<TeamsFiles>()
            .AddSingleton<TeamsInvokes>()
            .AddSingleton<TeamsAuthentication>()
            .AddSingleton<TeamsBot>()
            .AddSingleton<TeamsAdapter>()
            .AddSingleton<TeamsEndpoint>()
            .AddSingleton<IChatPlatform, TeamsPlatform>()
            .AddHostedService<TeamsWatch>();
        return options.AppId.Length == 0
            ? services
            : services.AddSingleton(provider => new ActivityToken(
                provider.GetRequiredService<SigningKeys>(),
                new TokenRules(options.Audience(), options.Issuer, options.RequireEndorsement),
                provider.GetRequiredService<TimeProvider>()
            ));
    }

    /// <summary>Answers at the address for Teams, where it is configured.</summary>
    public static void UseTeams(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<TeamsOptions>>().Value;
        if (!options.IsOn())
        {
            Off(app.Logger);
            return;
        }
        if (options.DangerouslyAllowAnonymous)
            Anonymous(app.Logger);
        app.Use(app.Services.GetRequiredService<TeamsEndpoint>().InvokeAsync);
    }

    static HttpClient Http(IServiceProvider provider) =>
        provider.GetRequiredKeyedService<GuardedHttp>(nameof(Teams)).Client;

    static bool HasCredential(TeamsOptions options) =>
        options.ClientSecret.Length > 0
        || options.CertificateFile.Length > 0
        || (options.Is(TeamsOptions.UserAssignedMsi) && options.AppId.Length > 0);

    /// <summary>Where the bot's own tokens come from, by what is configured.</summary>
    public static TokenSource Source(TeamsOptions options, HttpClient http, TimeProvider time) =>
        options.Is(TeamsOptions.UserAssignedMsi) ? MsalTokens.ManagedIdentity(options.Audience())
        : options.CertificateFile.Length > 0
            ? MsalTokens.Certificate(options.Authority(), options.Audience(), options.Certificate())
        : TokenSources.Secret(http, options.TokenAddress(), options.Audience(), options.ClientSecret, time);

    [LoggerMessage(93, LogLevel.Information, "Teams is off: no app is configured (Teams:AppId)")]
    static partial void Off(ILogger log);

    [LoggerMessage(
        94,
        LogLevel.Warning,
        "DANGER: Teams:DangerouslyAllowAnonymous is on; whoever reaches this machine's loopback speaks as anybody"
    )]
    static partial void Anonymous(ILogger log);
}
