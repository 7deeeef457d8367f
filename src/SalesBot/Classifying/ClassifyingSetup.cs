namespace SalesBot.Classifying;

/// <summary>Wires the verdicts.</summary>
static class ClassifyingSetup
{
    public static IServiceCollection AddClassifying(this IServiceCollection services) =>
        services
            .AddSingleton<TaskClassifier>()
            .AddSingleton<SideModel>()
            .AddSingleton<Activities>()
            .AddSingleton<HandoverModel>()
            .AddSingleton<DeskModel>()
            .AddSingleton<WishModel>()
            .AddSingleton<AskModel>();
}
