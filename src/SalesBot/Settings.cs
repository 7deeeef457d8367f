using SalesBot.Handoffs;
using SalesBot.Knowledge;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Platforms.Files;
using SalesBot.Platforms.Slack;
using SalesBot.Storage;

namespace SalesBot;

/// <summary>The configuration as a whole: where it comes from, which keys there are, and whether their values are right.</summary>
static partial class Settings
{
    /// <summary>Each section and the class that describes its keys.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
    {
        ["Storage"] = typeof(StorageOptions), ["Knowledge"] = typeof(KnowledgeOptions), ["Handoffs"] = typeof(HandoffOptions),
        ["People"] = typeof(PeopleOptions), ["Messaging"] = typeof(MessagingOptions),
        ["Slack"] = typeof(SlackOptions), ["Files"] = typeof(FilesOptions), [SignInOptions.Section] = typeof(SignInOptions),
    };

    /// <summary>The file beside the program, then the one in the working directory, then the environment, then what the command line says.</summary>
    public static void Read(IConfigurationBuilder configuration, IEnumerable<KeyValuePair<string, string?>> commandLine)
    {
        configuration.Sources.Clear();
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(commandLine);
    }

    /// <summary>Binds every section.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<StorageOptions>(configuration.GetSection("Storage"))
        .Configure<KnowledgeOptions>(configuration.GetSection("Knowledge"))
        .Configure<HandoffOptions>(configuration.GetSection("Handoffs"))
        .Configure<MessagingOptions>(configuration.GetSection("Messaging"))
        .Configure<SlackOptions>(configuration.GetSection("Slack"))
        .Configure<FilesOptions>(configuration.GetSection("Files"))
        .Configure<PeopleOptions>(configuration.GetSection("People"))
        .Configure<SignInOptions>(configuration.GetSection(SignInOptions.Section));
}
