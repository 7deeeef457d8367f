using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Console;
using SalesBot.Knowledge;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot;

/// <summary>What the program is wired of. The host serves; the verbs of the command line use the same slices without it.</summary>
static class SalesBotHost
{
    public const string DefaultUrls = "http://localhost:3978";

    /// <summary>The slices, for host and verbs alike.</summary>
    public static IServiceCollection AddSalesBot(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings(configuration)
        .AddSingleton(TimeProvider.System)
        .AddStorage()
        .AddKnowledge()
        .AddClassifying()
        .AddAnswering();

    /// <summary>The web host, ready to be started.</summary>
    /// <param name="commandLine">Settings given on the command line, by key; <c>Urls</c> is where to listen.</param>
    /// <exception cref="SettingsFault">A setting is wrong.</exception>
    public static WebApplication Build(IReadOnlyCollection<KeyValuePair<string, string?>> commandLine)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Settings.Read(builder.Configuration, commandLine);
        if (Settings.Faults(builder.Configuration) is { Count: > 0 } faults)
            throw new SettingsFault(faults);
        var urls = builder.Configuration["Urls"] ?? builder.Configuration["ASPNETCORE_URLS"] ?? DefaultUrls;
        var localPersonas = LocalPersonas(builder.Configuration, urls);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.ClearProviders().AddSimpleConsole(line => line.SingleLine = true).AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.Diagnostics", LogLevel.Error)
            // A start that fails is told by the verb, in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            // Keys that protect forms rest in the data folder like everything else.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSalesBot(builder.Configuration).AddHostedService<KnowledgeWatcher>().AddHostedService<WarmUp>().AddSingleton<Readiness>();
        builder.Services.AddConsole(builder.Configuration["Storage:DataFolder"] ?? new StorageOptions().DataFolder);
        builder.Services.AddProblemDetails().AddOpenApi("v1");
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Default));
        var app = builder.Build();
        foreach (var warning in Settings.Warnings(builder.Configuration))
            HostLog.UnknownSetting(app.Logger, warning);
        Map(app, localPersonas);
        return app;
    }

    static void Map(WebApplication app, bool localPersonas)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = fault => fault.Exception is KnowledgeFault or BadHttpRequestException });
        app.UseWhen(ConsoleSetup.IsPageView, pages => pages.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseWhen(http => !ConsoleSetup.IsPageView(http), programs => programs.UseStatusCodePages());
        // After the line above, so that the page of a path that is not there is routed anew.
        app.UseRouting();
        app.UseConsole(localPersonas);
        app.MapHealth();
        app.MapOpenApi();
        var api = app.MapGroup("/api/v1").RequireCaller(localPersonas);
        api.MapAnswering();
        api.MapClassifying();
        api.MapKnowledge();
        app.MapConsole(localPersonas);
    }

    static int StatusOf(Exception fault) => fault switch
    {
        KnowledgeFault => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whether callers may be personas: by default where every address is loopback; asked for elsewhere, the start is refused.</summary>
    static bool LocalPersonas(IConfiguration configuration, string urls)
    {
        var loopback = urls.Split(';', StringSplitOptions.RemoveEmptyEntries).All(url => Callers.IsLoopbackName(BindingAddress.Parse(url).Host));
        var signIn = configuration[$"{SignInOptions.Section}:{nameof(SignInOptions.SignIn)}"] ?? (loopback ? SignInOptions.Local : SignInOptions.Off);
        if (signIn == SignInOptions.Local && !loopback)
            throw new SettingsFault([$"Console:SignIn: 'local' lets anyone be anybody and works on a loopback address only, "
                + $"not on {urls}; listen on localhost, or set it to 'off'."]);
        return signIn == SignInOptions.Local;
    }
}
