using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SalesBot.Knowledge.Search;

/// <summary>The share of a question's own terms that passages hold, read from the index: rare terms count more.</summary>
sealed class TermCoverage(IndexReader reader, SearchQuery query, int passages)
{
    /// <summary>The share for each of these passages, which are in ascending order.</summary>
    public double[] Of(IReadOnlyList<int> docs)
    {
        var covered = new double[docs.Count];
        var all = 0d;
        foreach (var term in query.Own)
        {
            var rarity = term.Rarity(passages);
            all += rarity;
            foreach (var at in Holding(term, docs))
                covered[at] += rarity;
        }
        return all == 0 ? covered : [.. covered.Select(share => share / all)];
    }

    /// <summary>Which of the passages, by their place in the list, hold a term in text, headings or title.</summary>
    HashSet<int> Holding(QueryTerm term, IReadOnlyList<int> docs)
    {
        var holding = new HashSet<int>();
        foreach (var field in new[] { PassageFields.Body, PassageFields.Heading, PassageFields.Title })
            if (MultiFields.GetTermDocsEnum(reader, null, field, new BytesRef(term.Stem)) is { } places)
                for (int i = 0, at = -1; i < docs.Count && at != DocIdSetIterator.NO_MORE_DOCS; i++)
                {
                    if (at < docs[i])
                        at = places.Advance(docs[i]);
                    if (at == docs[i])
                        holding.Add(i);
                }
        return holding;
    }
}
