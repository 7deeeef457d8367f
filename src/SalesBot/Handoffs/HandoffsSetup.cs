using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Due;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.News;
using SalesBot.Handoffs.Reports;
using SalesBot.Handoffs.Requests;
using SalesBot.Handoffs.Routing;
using SalesBot.People;

namespace SalesBot.Handoffs;

/// <summary>Wires the desk.</summary>
static class HandoffsSetup
{
    public static IServiceCollection AddHandoffs(this IServiceCollection services) =>
        services
            .AddSingleton<BusinessCalendars>()
            .AddSingleton<ClockTargets>()
            .AddSingleton<HandoffClock>()
            .AddSingleton<DuePlan>()
            .AddSingleton<DueWork>()
            .AddSingleton<DueRefresh>()
            .AddSingleton<RoutingStore>()
            .AddSingleton<RoutingRules>()
            .AddSingleton<Router>()
            .AddSingleton<Reasons>()
            .AddSingleton<MoveReader>()
            .AddSingleton<CommandKeyStore>()
            .AddSingleton<HandoffStore>()
            .AddSingleton<HandoffDesk>()
            .AddSingleton<HandoffCards>()
            .AddSingleton<HandoffLists>()
            .AddSingleton<TeamChannels>()
            .AddSingleton<HandoffBlocks>()
            .AddSingleton<HandoffNews>()
            .AddSingleton<HistoryCheck>()
            .AddSingleton<Erasure>()
            .AddSingleton<IPersonalData>(services => services.GetRequiredService<Erasure>())
            .AddSingleton<ReportStore>()
            .AddSingleton<WeeklyDigest>()
            .AddSingleton<DigestWork>()
            .AddSingleton<MoveForms>()
            .AddSingleton<Leavers>()
            .AddSingleton<IMemberObserver>(services => services.GetRequiredService<Leavers>());
}
