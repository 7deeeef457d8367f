using System.CommandLine;
using SalesBot.Knowledge;

namespace SalesBot.Commands;

/// <summary>The slices for a verb that runs without the host.</summary>
sealed class Toolbox : IAsyncDisposable
{
    readonly ServiceProvider services;

    Toolbox(ServiceProvider services) => this.services = services;

    /// <param name="parsed">The command line.</param>
    /// <param name="more">Adds services of the verb's own.</param>
    /// <param name="settings">Settings of the verb's own, which win.</param>
    /// <exception cref="SettingsFault">A setting is wrong.</exception>
    public static Toolbox Open(
        ParseResult parsed,
        Action<IServiceCollection>? more = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null
    )
    {
        var configuration = new ConfigurationBuilder();
        Settings.Read(
            configuration,
            [.. parsed.Settings().Concat(settings ?? []).GroupBy(setting => setting.Key).Select(same => same.Last())]
        );
        var read = configuration.Build();
        if (Settings.Faults(read) is { Count: > 0 } faults)
            throw new SettingsFault(faults);
        foreach (var warning in Settings.Warnings(read))
            Screen.Error(warning);
        var services = new ServiceCollection().AddSalesBot(read).AddLogging(ToStandardError);
        more?.Invoke(services);
        return new Toolbox(services.BuildServiceProvider());
    }

    static void ToStandardError(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(line => line.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>
    /// The index, made to say what the folder says; where that fails, the last good one, with a word on standard error.
    /// </summary>
    /// <exception cref="KnowledgeFault">There is none that could answer.</exception>
    public async Task<KnowledgeIndex> ReadyIndexAsync(CancellationToken cancellationToken, bool rebuild = false)
    {
        var index = Get<KnowledgeIndex>();
        try
        {
            using var progress = new ProgressLine("Indexing");
            await index.RefreshAsync(rebuild, progress, cancellationToken: cancellationToken);
        }
        catch (KnowledgeFault fault) when (index.IsReady && !rebuild)
        {
            Screen.Error($"{fault.Message} Using the last good index.");
        }
        return index;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
