using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>
/// Chooses the sentences of a passage that answer: the one that shares most with the question, and its neighbour where the two belong together.
/// </summary>
static class SentenceChoice
{
    /// <summary>A passage up to this length is quoted whole, in UTF-16 units.</summary>
    const int WholePassage = 240;

    /// <summary>One to three sentences, in their order in the passage.</summary>
    public static IReadOnlyList<string> From(Passage passage, SearchQuery query)
    {
        var sentences = SentenceSplitter.Split(passage.Text);
        if (passage.Kind == PassageKind.Row && passage.Text.Split(" | ") is [_, _, ..] cells)
            return cells.Length == 2 ? cells : cells[1..];
        if (passage.Text.Length <= WholePassage && sentences.Count <= 3)
            return [passage.Text];
        var shares = sentences.Select(sentence => Share(passage.Text[sentence.Start..sentence.End], query)).ToList();
        var best = shares.IndexOf(shares.Max());
        var second = Neighbour(shares, best);
        return [.. sentences.Where((_, i) => i == best || i == second).Select(sentence => passage.Text[sentence.Start..sentence.End])];
    }

    /// <summary>The sentence after or before the best one, if it holds at least a third of what the best holds; the one after goes first.</summary>
    static int Neighbour(List<double> shares, int best)
    {
        foreach (var near in new[] { best + 1, best - 1 })
            if (near >= 0 && near < shares.Count && shares[near] > 0 && shares[near] >= shares[best] / 3)
                return near;
        return best;
    }

    static double Share(string sentence, SearchQuery query)
    {
        var stems = Terms.Set(sentence);
        return query.Terms.Where(term => stems.Contains(term.Stem)).Sum(term => term.Weight / Math.Log(2.7 + term.Passages));
    }
}
