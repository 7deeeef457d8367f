using SalesBot.People;

namespace SalesBot.Messaging;

/// <summary>Wires inbox and outbox; who loops is the host's or a verb's to say.</summary>
static class MessagingSetup
{
    public static IServiceCollection AddMessaging(this IServiceCollection services) =>
        services
            .AddSingleton<MessageOrder>()
            .AddSingleton<Outbox>()
            .AddSingleton<Posts>()
            .AddSingleton<PersonLimits>()
            .AddSingleton<Inbox>()
            .AddSingleton<Reach>()
            .AddSingleton<DeadLetters>()
            .AddSingleton<InboxWork>()
            .AddSingleton<OutboxWork>()
            .AddSingleton<Dispatcher>()
            .AddSingleton<IPersonalData, MessagingData>();
}
