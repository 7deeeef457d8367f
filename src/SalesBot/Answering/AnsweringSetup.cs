using SalesBot.Answering.Honesty;
using SalesBot.Answering.Sides;

namespace SalesBot.Answering;

/// <summary>Wires the answers.</summary>
static class AnsweringSetup
{
    public static IServiceCollection AddAnswering(this IServiceCollection services) =>
        services.AddSingleton<QuestionRetention>().AddSingleton<ReceiptStore>().AddSingleton<GapStore>().AddSingleton<FeedbackStore>().AddSingleton<ChallengeStore>()
            .AddSingleton<RequestModel>().AddSingleton<WorkModel>().AddSingleton<Sides.SideChoice>().AddSingleton<Spans.SpanChoice>().AddSingleton<Reranker>().AddSingleton<PassageFinder>()
            .AddSingleton<PassageAnswers>().AddSingleton<Sides.ComparisonAnswers>().AddSingleton<Sides.SideAnswers>().AddSingleton<Sides.TeamAnswers>().AddSingleton<AnswerComposer>().AddSingleton<CitationAddress>().AddSingleton<ContrastTable>().AddSingleton<ClaimAnswers>().AddSingleton<Answerer>().AddSingleton<People.IPersonalData, AskedAbout>();
}
