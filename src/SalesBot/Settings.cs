using SalesBot.Answering;
using SalesBot.Handoffs;
using SalesBot.Knowledge;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Platforms.Files;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Teams;
using SalesBot.Storage;

namespace SalesBot;

/// <summary>
/// The configuration as a whole: where it comes from, which keys there are, and whether their values are right.
/// </summary>
static partial class Settings
{
    /// <summary>Each section and the class that describes its keys.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Storage"] = typeof(StorageOptions),
        ["Knowledge"] = typeof(KnowledgeOptions),
        ["Handoffs"] = typeof(HandoffOptions),
        ["People"] = typeof(PeopleOptions),
        ["Messaging"] = typeof(MessagingOptions),
        ["Answering"] = typeof(AnsweringOptions),
        ["Slack"] = typeof(SlackOptions),
        ["Teams"] = typeof(TeamsOptions),
        ["Files"] = typeof(FilesOptions),
        [SignInOptions.Section] = typeof(SignInOptions),
    };

    /// <summary>
    /// The file beside the program, then the one in the working directory, then the environment, then what the command
    /// line says.
    /// </summary>
    public static void Read(IConfigurationBuilder configuration, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        configuration.Sources.Clear();
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(commandLine);
        configuration.AddInMemoryCollection(
            Aliases(configuration is IConfiguration given ? given : configuration.Build())
        );
        configuration.AddInMemoryCollection(
            FromFiles(configuration is IConfiguration read ? read : configuration.Build())
        );
    }

    /// <summary>Names that Microsoft's SDKs have made known; our own win.</summary>
    static readonly (string Theirs, string Ours)[] Known =
    [
        ("MicrosoftAppId", "Teams:AppId"),
        ("MicrosoftAppPassword", "Teams:ClientSecret"),
        ("MicrosoftAppType", "Teams:AppType"),
        ("MicrosoftAppTenantId", "Teams:TenantId"),
    ];

    static IEnumerable<KeyValuePair<string, string?>> Aliases(IConfiguration configuration) =>
        [
            .. Known
                .Where(name =>
                    string.IsNullOrEmpty(configuration[name.Ours]) && configuration[name.Theirs] is { Length: > 0 }
                )
                .Select(name => KeyValuePair.Create(name.Ours, configuration[name.Theirs])),
        ];

    /// <summary>
    /// A text may stand in a file, so that a secret need not stand in the environment: <c>Slack:SigningSecretFile</c>
    /// names it.
    /// </summary>
    static List<KeyValuePair<string, string?>> FromFiles(IConfiguration configuration)
    {
        var found = new List<KeyValuePair<string, string?>>();
        foreach (var (section, type) in Sections)
        foreach (var property in type.GetProperties().Where(property => property.PropertyType == typeof(string)))
            if (configuration[$"{section}:{property.Name}{FileSuffix}"] is { Length: > 0 } file)
                found.Add(
                    KeyValuePair.Create<string, string?>(
                        $"{section}:{property.Name}",
                        File.Exists(file)
                            ? File.ReadAllText(file).Trim()
                            : throw new SettingsFault([
                                $"{section}:{property.Name}{FileSuffix}: there is no file {file}.",
                            ])
                    )
                );
        return found;
    }

    const string FileSuffix = "File";

    /// <summary>Binds every section.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) =>
        services
            .Configure<StorageOptions>(configuration.GetSection("Storage"))
            .Configure<KnowledgeOptions>(configuration.GetSection("Knowledge"))
            .Configure<HandoffOptions>(configuration.GetSection("Handoffs"))
            .Configure<MessagingOptions>(configuration.GetSection("Messaging"))
            .Configure<AnsweringOptions>(configuration.GetSection("Answering"))
            .Configure<SlackOptions>(configuration.GetSection("Slack"))
            .Configure<TeamsOptions>(configuration.GetSection("Teams"))
            .Configure<FilesOptions>(configuration.GetSection("Files"))
            .Configure<PeopleOptions>(configuration.GetSection("People"))
            .Configure<SignInOptions>(configuration.GetSection(SignInOptions.Section));
}
