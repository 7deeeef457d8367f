using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>An answer without id and time: all that the same question on the same knowledge repeats byte for byte.</summary>
sealed record AnswerDraft(
    AnswerKind Kind, string Text, IReadOnlyList<AnswerSentence> Sentences, Team? Verdict, Classification? Classification, IReadOnlyList<Citation> Citations, IReadOnlyList<string> Missing, double Confidence);

/// <summary>From a question to what is said: reads the intent, searches, passes the honesty gate, chooses sentences.</summary>
sealed class AnswerComposer(TaskClassifier classifier)
{
    const int MostCitations = 10;

    public AnswerDraft Compose(string text, IReadOnlyList<string> history, GenerationLease lease) =>
        PersonText.Fault(text) is { } fault ? Help(fault) : Compose(IntentReader.Read(text, history), lease);

    AnswerDraft Compose(Intent intent, GenerationLease lease) => intent switch
    {
        SmallTalk => Help(AnswerWording.Help),
        AskTask task => Verdict(task, lease),
        AskQuestion question => Answer(question, lease),
        _ => throw new InvalidOperationException($"No answer is made for {intent.GetType().Name}."),
    };

    static AnswerDraft Help(string text) => new(AnswerKind.Help, text, [], null, null, [], [], 1);

    static AnswerDraft Answer(AskQuestion question, GenerationLease lease)
    {
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(question.Text, question.LeansOn);
        var hits = searcher.Search(query, MostCitations);
        var citations = hits.Select(PassageCitation.Of).ToList();
        if (HonestyGate.Missing(query, hits) is { Count: > 0 } missing)
            return new AnswerDraft(AnswerKind.Refusal, AnswerWording.Refusal(missing, citations), [], null, null, citations, missing, 0);
        var sentences = SentenceChoice.From(hits[0].Passage, query).Select(sentence => new AnswerSentence(sentence, Exact: true, Citation: 0)).ToList();
        return new AnswerDraft(AnswerKind.Answer, AnswerWording.Quoted(sentences, citations), sentences, null, null, citations, [], Margin(hits));
    }

    AnswerDraft Verdict(AskTask task, GenerationLease lease)
    {
        var classification = classifier.Classify(task.Text, lease.Generation);
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(TaskText.Of(task.Text), task.LeansOn);
        var hits = searcher.Search(query, MostCitations);
        var citations = hits.Select(PassageCitation.Of).ToList();
        var sentences = classification.Verdict == Team.Neither || hits.Count == 0
            ? []
            : SentenceChoice.From(hits[0].Passage, query).Select(sentence => new AnswerSentence(sentence, Exact: true, Citation: 0)).ToList();
        var said = AnswerWording.Verdict(classification, sentences, citations);
        return new AnswerDraft(AnswerKind.Classification, said, sentences, classification.Verdict, classification, citations, [], classification.Confidence);
    }

    /// <summary>How far the best passage stands out from the second, 0.5 to 1.</summary>
    static double Margin(List<PassageHit> hits) => hits.Count == 1 ? 1 : Math.Round(hits[0].Score / (hits[0].Score + hits[1].Score), 4);
}
