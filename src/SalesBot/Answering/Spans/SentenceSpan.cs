using SalesBot.Answering.Honesty;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Spans;

/// <summary>Chooses the sentences of a text that answer, and the neighbour that belongs to them.</summary>
sealed class SentenceSpan(TextVectors encoder)
{
    /// <summary>A passage up to this length is quoted whole, in UTF-16 units.</summary>
    const int WholePassage = 240;

    /// <summary>A sentence is likelier to answer by so much for each of these, learned by <c>tests/SalesBot.Benchmarks -- spans</c>.</summary>
    const double Words = 1, Meaning = 2, Holding = 0.5, Place = 0.03;

    /// <summary>One to three sentences, in their order in the passage.</summary>
    public IReadOnlyList<string> Of(Passage passage, string question, SearchQuery query)
    {
        var all = SentenceSplitter.Split(passage.Text);
        // What only asks is no answer.
        var sentences = all.FindAll(sentence => passage.Text[sentence.End - 1] != '?');
        if (sentences.Count == 0 || passage.Text.Length <= WholePassage && all.Count <= 3 && sentences.Count == all.Count)
            return [passage.Text];
        if (sentences.Count == 1)
            return [passage.Text[sentences[0].Start..sentences[0].End]];
        var scores = sentences.Select((sentence, i) => Score(passage, sentence, i, question, query)).ToList();
        var best = scores.IndexOf(scores.Max());
        var second = Neighbour(passage, sentences, scores, best);
        return [.. sentences.Where((_, i) => i == best || i == second).Select(sentence => passage.Text[sentence.Start..sentence.End])];
    }

    double Score(Passage passage, (int Start, int End) sentence, int place, string question, SearchQuery query)
    {
        var text = passage.Text[sentence.Start..sentence.End];
        var said = Terms.Set(text);
        var all = query.Own.Sum(Coverage.Weight);
        var words = all == 0 ? 0 : query.Own.Where(term => said.Contains(term.Stem)).Sum(Coverage.Weight) / all;
        var meaning = encoder.OfQuestion(question) is { } asked && encoder.Of($"{passage.Section} {text}") is { } here ? asked.Cosine(here) : 0;
        var holds = AnswerType.Of(question) is var kind && kind != AskedFor.Anything && AnswerType.Holds(kind, text) ? 1 : 0;
        return Words * words + Meaning * meaning + Holding * holds - Place * place;
    }

    /// <summary>
    /// The sentence that goes with the best one: the one before it where that names what it speaks of, else one beside it that scores nearly as well.
    /// </summary>
    static int Neighbour(Passage passage, List<(int Start, int End)> sentences, List<double> scores, int best)
    {
        if (best > 0 && Subjects.Hangs(passage.Text[sentences[best].Start..sentences[best].End]))
            return best - 1;
        foreach (var near in new[] { best + 1, best - 1 })
            if (near >= 0 && near < scores.Count && scores[near] >= scores[best] * Near)
                return near;
        return best;
    }

    const double Near = 0.75;
}
