using Lucene.Net.Index;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Search;

/// <summary>
/// Where the passages found stand in the passage file. For one search on one thread: Lucene's doc values may not be
/// shared.
/// </summary>
readonly struct PassageRecords(IndexReader reader)
{
    readonly NumericDocValues at = MultiDocValues.GetNumericValues(reader, PassageFields.At);
    readonly NumericDocValues size = MultiDocValues.GetNumericValues(reader, PassageFields.Size);
    readonly NumericDocValues kind = MultiDocValues.GetNumericValues(reader, PassageFields.Kind);

    public PassageKind Kind(int doc) => (PassageKind)kind.Get(doc);

    public Passage Read(int doc, PassageFile passages) => passages.Read(at.Get(doc), (int)size.Get(doc));
}
