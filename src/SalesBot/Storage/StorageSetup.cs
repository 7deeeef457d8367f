namespace SalesBot.Storage;

/// <summary>Wires the database.</summary>
static class StorageSetup
{
    public static IServiceCollection AddStorage(this IServiceCollection services) =>
        services.AddSingleton<Database>().AddSingleton<Writer>().AddSingleton<Backup>();
}
