using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Console;
using SalesBot.Conversations;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Due;
using SalesBot.Handoffs.Reports;
using SalesBot.Knowledge;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Platforms.Files;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Teams;
using SalesBot.Storage;

namespace SalesBot;

/// <summary>
/// What the program is wired of. The host serves; the verbs of the command line use the same slices without it.
/// </summary>
static class SalesBotHost
{
    public const string DefaultUrls = "http://localhost:3978";

    /// <summary>The slices, for host and verbs alike.</summary>
    public static IServiceCollection AddSalesBot(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings(configuration)
            .AddSingleton(TimeProvider.System)
            .AddStorage()
            .AddPeople()
            .AddMessaging()
            .AddKnowledge()
            .AddClassifying()
            .AddAnswering()
            .AddHandoffs()
            .AddConversations()
            .AddSlackData()
            .AddTeamsData()
            .AddSingleton<Readiness>();

    /// <summary>The web host, ready to be started.</summary>
    /// <param name="commandLine">Settings given on the command line, by key; <c>Urls</c> is where to listen.</param>
    /// <exception cref="SettingsFault">A setting is wrong.</exception>
    public static WebApplication Build(IReadOnlyCollection<KeyValuePair<string, string?>> commandLine)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        Settings.Read(builder.Configuration, commandLine);
        if (Settings.Faults(builder.Configuration) is { Count: > 0 } faults)
            throw new SettingsFault(faults);
        var urls = builder.Configuration["Urls"] ?? builder.Configuration["ASPNETCORE_URLS"] ?? DefaultUrls;
        if (UrlFault(urls) is { } wrong)
            throw new SettingsFault([wrong]);
        if (TeamsSetup.Fault(builder.Configuration, builder.Environment, IsLoopback(urls)) is { } unsafely)
            throw new SettingsFault([unsafely]);
        var localPersonas = LocalPersonas(builder.Configuration, urls);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(Limit);
        builder
            .Logging.ClearProviders()
            .AddSimpleConsole(line => line.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Error)
            // A start that fails is told by the verb, in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder
            .Services.AddSalesBot(builder.Configuration)
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25))
            // The last to stop: what others still say goes out.
            .AddHostedService(services => services.GetRequiredService<Dispatcher>())
            .AddFilesPlatform(builder.Configuration)
            .AddSlack(builder.Configuration)
            .AddTeams(builder.Configuration)
            .AddHostedService<KnowledgeWatcher>()
            .AddHostedService<WarmUp>()
            .AddHostedService<DueWorker>()
            .AddHostedService(services => services.GetRequiredService<QuestionRetention>());
        builder.Services.AddConsole().AddSingleton(new LocalAccess(localPersonas));
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = SayWhy).AddOpenApi("v1");
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Default);
            json.SerializerOptions.Converters.Add(new UtcTime());
        });
        var app = builder.Build();
        foreach (var warning in Settings.Warnings(builder.Configuration))
            HostLog.UnknownSetting(app.Logger, warning);
        Map(app, localPersonas);
        return app;
    }

    /// <summary>
    /// The longest question with its history has some 100,000 bytes; ten times that is nobody's question.
    /// </summary>
    static void Limit(Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = 1_000_000;
    }

    static void Map(WebApplication app, bool localPersonas)
    {
        app.UseSlack();
        app.UseTeams();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = fault =>
                    fault.Exception is KnowledgeFault or StorageFault or BadHttpRequestException,
            }
        );
        app.UseWhen(ConsoleSetup.IsPageView, pages => pages.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseWhen(http => !ConsoleSetup.IsPageView(http), programs => programs.UseStatusCodePages());
        // After the line above, so that the page of a path that is not there is routed anew.
        app.UseRouting();
        app.UseConsole(localPersonas);
        app.MapHealth();
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/openapi"),
            documents =>
                documents.Use(
                    async (http, next) =>
                    {
                        if (await Callers.RefuseReaderAsync(http, localPersonas) is { } refusal)
                            await refusal.ExecuteAsync(http);
                        else
                            await next(http);
                    }
                )
        );
        app.MapOpenApi();
        var api = app.MapGroup("/api/v1").RequireCaller(localPersonas);
        var ask = api.MapGroup("").NeedScope(AccessScopes.Ask);
        ask.MapAnswering();
        ask.MapClassifying();
        api.MapKnowledge();
        api.MapHandoffs();
        api.MapReports();
        api.MapPeople();
        api.MapMessaging();
        app.MapConsole(localPersonas);
    }

    /// <summary>
    /// Our own faults are sentences for people, and so is what the framework says of a request it cannot read.
    /// </summary>
    static void SayWhy(ProblemDetailsContext problem)
    {
        if (problem.Exception is StorageFault fault)
        {
            problem.ProblemDetails.Detail = fault.Outside;
            HostLog.StorageFailed(
                problem.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger<Database>(),
                fault.Message
            );
        }
        else if (problem.Exception is KnowledgeFault)
            problem.ProblemDetails.Detail = ((KnowledgeFault)problem.Exception).Outside;
        else if (problem.ProblemDetails is { Status: StatusCodes.Status400BadRequest, Detail: null })
            problem.ProblemDetails.Detail =
                problem.HttpContext.Request.Method == HttpMethods.Get
                    ? "A value in the address is not valid; see /openapi/v1.json."
                    : "The body is not the expected JSON object; see /openapi/v1.json.";
        else if (problem.ProblemDetails is { Status: StatusCodes.Status415UnsupportedMediaType, Detail: null })
            problem.ProblemDetails.Detail = "Send JSON, with the content type application/json.";
        else if (problem.ProblemDetails is { Status: StatusCodes.Status413PayloadTooLarge, Detail: null })
            problem.ProblemDetails.Detail = "The body is too large.";
    }

    static int StatusOf(Exception fault) =>
        fault switch
        {
            KnowledgeFault or StorageFault => StatusCodes.Status503ServiceUnavailable,
            BadHttpRequestException bad => bad.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };

    /// <summary>What is wrong with the addresses to listen on, in a sentence, or none.</summary>
    public static string? UrlFault(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } all
        || !all.All(url =>
            Uri.TryCreate(url.Replace("*", "any").Replace("+", "any"), UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
        )
            ? $"Urls: '{urls}' is not an address such as {DefaultUrls}."
        : all.Any(url => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            ? $"Urls: '{urls}' asks for https; listen on http and let a proxy in front of the bot hold the certificate."
        : null;

    /// <summary>
    /// Whether callers with the token of this machine may be personas: by default where every address is loopback and
    /// no platform needs a public one, for that means a proxy in front; asked for on other addresses, the start is
    /// refused.
    /// </summary>
    static bool LocalPersonas(IConfiguration configuration, string urls)
    {
        var loopback = IsLoopback(urls);
        var isPublic = SlackSetup.IsOverHttp(configuration) || TeamsSetup.IsConfigured(configuration);
        var signIn = configuration[$"{SignInOptions.Section}:{nameof(SignInOptions.SignIn)}"];
        if (string.IsNullOrEmpty(signIn))
            return loopback && !isPublic;
        if (signIn == SignInOptions.Local && !loopback)
            throw new SettingsFault([
                $"Console:SignIn: 'local' lets anyone act as anybody, so it works only on a loopback address, "
                    + $"not on {urls}; listen on localhost, or set it to 'off'.",
            ]);
        return signIn == SignInOptions.Local;
    }

    static bool IsLoopback(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .All(url => Callers.IsLoopbackName(BindingAddress.Parse(url).Host));
}
