using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace SalesBot.Knowledge.Search;

/// <summary>Which of a question's own terms passages hold, read from the index.</summary>
sealed class TermCoverage(IndexReader reader, SearchQuery query, int passages)
{
    readonly List<QueryTerm> own = [.. query.Own.Take(QueryReader.MaxTerms)];

    /// <summary>
    /// A bit for each own term that a passage holds, for each of these passages, which are in ascending order.
    /// </summary>
    public ulong[] Held(IReadOnlyList<int> docs)
    {
        var held = new ulong[docs.Count];
        for (var i = 0; i < own.Count; i++)
            foreach (var at in Holding(own[i], docs))
                held[at] |= 1UL << i;
        return held;
    }

    /// <summary>
    /// The share of the terms that these bits stand for, rare terms counting more; 0 for a question without a term.
    /// </summary>
    public double Share(ulong held)
    {
        double all = 0,
            here = 0;
        for (var i = 0; i < own.Count; i++)
        {
            var rarity = own[i].Topic * own[i].Rarity(passages);
            all += rarity;
            here += (held >> i & 1) == 1 ? rarity : 0;
        }
        return all == 0 ? 0 : Math.Round(here / all, 4);
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
