namespace SalesBot.People;

/// <summary>Wires roster and keys.</summary>
static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddSingleton<ConfiguredRoles>()
            .AddSingleton<RosterStore>()
            .AddSingleton<Roster>()
            .AddSingleton<ApiKeyStore>()
            .AddSingleton<ApiKeys>()
            .AddSingleton<WrongKeys>()
            .AddSingleton<LocalToken>()
            .AddSingleton<KeyLimits>()
            .AddSingleton<Audit>()
            .AddSingleton<AdminClaim>()
            .AddSingleton<PersonalData>();
}
