using System.Text.RegularExpressions;
using SalesBot.Answering.Honesty;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Answering.Spans;

/// <summary>Chooses the sentences of a text that answer, and the neighbour that belongs to them.</summary>
sealed partial class SentenceSpan(LearnedWeights weights)
{
    /// <summary>A passage up to this length is quoted whole, in UTF-16 units.</summary>
    const int WholePassage = 240;

    /// <summary>What speaks for a sentence, by name.</summary>
    public static readonly string[] Names = ["Words", "Meaning", "Told", "Holding", "First", "Hanging", "Short"];

    /// <summary>A shorter sentence says little, in UTF-16 units.</summary>
    const int Little = 40;

    /// <summary>One to three sentences, in their order in the passage.</summary>
    public IReadOnlyList<string> Of(Passage passage, string question, SearchQuery query, ReadPassage read)
    {
        var all = SentenceSplitter.Split(passage.Text);
        // What only asks is no answer.
        var sentences = all.FindAll(sentence => passage.Text[sentence.End - 1] != '?');
        if (
            sentences.Count == 0
            || passage.Text.Length <= WholePassage && all.Count <= 3 && sentences.Count == all.Count
        )
            return [passage.Text];
        if (sentences.Count == 1)
            return [passage.Text[sentences[0].Start..sentences[0].End]];
        var weighing = weights.Of(LearnedWeights.Sentences, query.Vector is not null);
        var scores = sentences
            .Select((sentence, i) => weighing.Sum(Names, Signs(passage, sentence, i, question, query, read)))
            .ToList();
        var best = scores.IndexOf(scores.Max());
        var second = Neighbour(passage, sentences, scores, best);
        return
        [
            .. sentences
                .Where((_, i) => i == best || i == second)
                .Select(sentence => passage.Text[sentence.Start..sentence.End]),
        ];
    }

    /// <summary>What speaks for a sentence of a passage, the <paramref name="place"/>th from 0.</summary>
    public static double[] Signs(
        Passage passage,
        (int Start, int End) at,
        int place,
        string question,
        SearchQuery query,
        ReadPassage read
    )
    {
        var sentence = passage.Text[at.Start..at.End];
        var said = Terms.Set(sentence);
        var all = query.Own.Sum(Coverage.Weight);
        var words = all == 0 ? 0 : query.Own.Where(term => said.Contains(term.Stem)).Sum(Coverage.Weight) / all;
        var holds = AnswerType.Holds(AnswerType.Of(question), sentence);
        return
        [
            words,
            read.Meaning(at.Start, at.End),
            read.ToldBy(at.Start, at.End).Mean,
            holds ? 1 : 0,
            place == 0 ? 1 : 0,
            Subjects.Hangs(sentence) ? 1 : 0,
            sentence.Length < Little ? 1 : 0,
        ];
    }

    /// <summary>
    /// The sentence that goes with the best one: the one before it where that names what it speaks of, else one beside
    /// it that scores nearly as well.
    /// </summary>
    static int Neighbour(Passage passage, List<(int Start, int End)> sentences, List<double> scores, int best)
    {
        if (best + 1 < sentences.Count && Opens().IsIn(passage.Text[sentences[best].Start..sentences[best].End]))
            return best + 1;
        if (best > 0 && Subjects.Hangs(passage.Text[sentences[best].Start..sentences[best].End]))
            return best - 1;
        foreach (var near in new[] { best + 1, best - 1 })
            if (near >= 0 && near < scores.Count && scores[near] >= scores[best] - Near)
                return near;
        return best;
    }

    const double Near = 1;

    /// <summary>What only opens an example tells nothing without the sentence behind it.</summary>
    [GeneratedRegex(
        @"^(?:let['’]?s (?:consider|take|look|say|imagine|suppose)|imagine|suppose|consider|picture this|take (?:a|an|the)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Opens();
}
