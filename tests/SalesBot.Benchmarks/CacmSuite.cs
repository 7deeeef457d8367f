using System.Text.Json;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SalesBot.Knowledge.Search;
using IndexTerm = Lucene.Net.Index.Term;

namespace SalesBot.Benchmarks;

/// <summary>
/// Mean average precision of our analysis and BM25 on a judged collection, over the first 1,000 documents of each query
/// that has judgements (trec_eval's map).
/// </summary>
static class CacmSuite
{
    public static int Run(string folder)
    {
        using var directory = new RAMDirectory();
        var ids = Index(folder, directory);
        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader) { Similarity = Ranking.Similarity };
        var queries = new QueryReader(reader, vectorOf: null);
        var judged = File.ReadLines(Path.Combine(folder, "qrels.txt"))
            .Select(line => line.Split(' '))
            .Where(line => line[3] != "0")
            .ToLookup(line => line[0], line => line[2]);
        var precisions = new List<double>();
        foreach (
            var line in File.ReadLines(Path.Combine(folder, "queries.tsv"))
                .Select(line => line.Split('\t'))
                .Where(line => judged.Contains(line[0]))
        )
        {
            var query = new BooleanQuery(disableCoord: true);
            foreach (var term in queries.Read(line[1]).Terms)
                query.Add(
                    new TermQuery(new IndexTerm(PassageFields.Body, term.Stem)) { Boost = (float)term.Weight },
                    Occur.SHOULD
                );
            precisions.Add(
                AveragePrecision(
                    searcher.Search(query, 1000).ScoreDocs.Select(hit => ids[hit.Doc]),
                    judged[line[0]].ToHashSet()
                )
            );
        }
        System.Console.WriteLine(
            $"{precisions.Count} queries, {ids.Count} documents: MAP {precisions.Average():0.0000}"
        );
        return 0;
    }

    static List<string> Index(string folder, RAMDirectory directory)
    {
        var ids = new List<string>();
        using var writer = new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, EnglishAnalysis.Stemmed)
            {
                Similarity = Ranking.Similarity,
                MergePolicy = new LogDocMergePolicy(),
            }
        );
        foreach (var line in File.ReadLines(Path.Combine(folder, "docs.jsonl")))
        {
            using var document = JsonDocument.Parse(line);
            ids.Add(document.RootElement.GetProperty("id").GetString() ?? "");
            writer.AddDocument([
                new TextField(
                    PassageFields.Body,
                    document.RootElement.GetProperty("contents").GetString(),
                    Field.Store.NO
                ),
            ]);
        }
        writer.ForceMerge(1);
        writer.Commit();
        return ids;
    }

    static double AveragePrecision(IEnumerable<string> found, HashSet<string> relevant)
    {
        double hits = 0,
            sum = 0;
        foreach (var (id, rank) in found.Select((id, rank) => (id, rank + 1)))
            if (relevant.Contains(id))
                sum += ++hits / rank;
        return sum / relevant.Count;
    }
}
