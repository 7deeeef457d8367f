using SalesBot.Answering.Honesty;
using SalesBot.Answering.Sides;

namespace SalesBot.Answering;

/// <summary>Wires the answers.</summary>
static class AnsweringSetup
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) =>
        services
            .AddSingleton<QuestionRetention>()
            .AddSingleton<ReceiptStore>()
            .AddSingleton<GapStore>()
            .AddSingleton<FeedbackStore>()
            .AddSingleton<ChallengeStore>()
            .AddSingleton<RequestModel>()
            .AddSingleton<WorkModel>()
            .AddSingleton<SideChoice>()
            .AddSingleton<Spans.SpanChoice>()
            .AddSingleton<Reranker>()
            .AddSingleton<PassageFinder>()
            .AddSingleton<PassageAnswers>()
            .AddSingleton<ComparisonAnswers>()
            .AddSingleton<SideAnswers>()
            .AddSingleton<TeamAnswers>()
            .AddSingleton<NeedAnswers>()
            .AddSingleton<NearestKind>()
            .AddSingleton<FurtherAnswers>()
            .AddSingleton<SeveralAnswers>()
            .AddSingleton<WorkAnswers>()
            .AddSingleton<IntentAnswers>()
            .AddSingleton<AnswerComposer>()
            .AddSingleton<CitationAddress>()
            .AddSingleton<ContrastTable>()
            .AddSingleton<ClaimAnswers>()
            .AddSingleton<Answerer>()
            .AddSingleton<People.IPersonalData, AskedAbout>();
}
