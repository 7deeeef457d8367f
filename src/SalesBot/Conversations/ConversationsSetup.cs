using SalesBot.Classifying;
using SalesBot.Handoffs.Moves;
using SalesBot.Intents.Understanding;
using SalesBot.Messaging;

namespace SalesBot.Conversations;

/// <summary>Wires the bot and what it talks about.</summary>
static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services) =>
        services
            .AddSingleton(services => new MessageUnderstander(
                words => ReasonWords.Find(words, services.GetRequiredService<Reasons>()),
                services.GetRequiredService<HandoverModel>().Score,
                services.GetRequiredService<DeskModel>().Best
            ))
            .AddSingleton<MessageIntents>()
            .AddSingleton<NamedHandoffs>()
            .AddSingleton<OfferReplies>()
            .AddSingleton<TeamReplies>()
            .AddSingleton<NewsReplies>()
            .AddSingleton<Memories>()
            .AddSingleton<Listener>()
            .AddSingleton<CardAbove>()
            .AddSingleton<AnswerTalk>()
            .AddSingleton<LastAnswerTalk>()
            .AddSingleton<HandoffTalk>()
            .AddSingleton<RaiseTalk>()
            .AddSingleton<PeopleTalk>()
            .AddSingleton<RoomTalk>()
            .AddSingleton<KnowledgeTalk>()
            .AddSingleton<DocumentTalk>()
            .AddSingleton<LetterTalk>()
            .AddSingleton<RedirectTalk>()
            .AddSingleton<UndoTalk>()
            .AddSingleton<DigestTalk>()
            .AddSingleton<HomeTalk>()
            .AddSingleton<GuestRule>()
            .AddSingleton<Bot>()
            .AddSingleton<Converse>(services => services.GetRequiredService<Bot>().AnswerAsync);
}
