using SalesBot.Chat;

namespace SalesBot.Platforms.Files;

/// <summary>Wires the chat through files, where a folder is configured.</summary>
static class FilesSetup
{
    public static IServiceCollection AddFilesPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Files:Folder"] is not { Length: > 0 } folder)
            return services;
        Directory.CreateDirectory(folder);
        return services
            .AddSingleton<FilesPlatform>()
            .AddSingleton<IChatPlatform>(provider => provider.GetRequiredService<FilesPlatform>())
            .AddHostedService<FilesReader>();
    }
}
