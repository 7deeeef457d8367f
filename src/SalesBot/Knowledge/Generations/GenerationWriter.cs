using System.Text;
using System.Text.Json;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Search;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// Writes the files of a generation side by side: Lucene's index, the passages, the documents' texts.
/// </summary>
sealed class GenerationWriter : IDisposable
{
    readonly string folder;
    readonly FSDirectory directory;
    readonly IndexWriter index;
    readonly FileStream passages,
        texts;

    public GenerationWriter(string folder, Analyzer analyzer)
    {
        this.folder = folder;
        directory = FSDirectory.Open(Path.Combine(folder, "lucene"));
        // One thread and merges in order keep the documents' order, which decides between equal scores.
        index = new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
            {
                Similarity = Ranking.Similarity,
                OpenMode = OpenMode.CREATE,
                MergePolicy = new LogDocMergePolicy(),
                MergeScheduler = new SerialMergeScheduler(),
            }
        );
        passages = File.Create(Path.Combine(folder, PassageFile.Name));
        texts = File.Create(Path.Combine(folder, IndexGeneration.TextFileName));
    }

    public IndexedDocument Add(KnowledgeFile file, ReadDocument document)
    {
        foreach (var passage in document.Passages)
        {
            var line = JsonSerializer.SerializeToUtf8Bytes(passage, GenerationJson.Default.Passage);
            index.AddDocument(PassageFields.Of(passage, passages.Position, line.Length));
            passages.Write(line);
            passages.WriteByte((byte)'\n');
        }
        var text = Encoding.UTF8.GetBytes(document.Text);
        var at = texts.Position;
        texts.Write(text);
        return new IndexedDocument(
            file.Path,
            document.Title,
            document.Source,
            file.Length,
            file.Modified,
            document.Hash,
            document.Passages.Count,
            at,
            text.Length
        );
    }

    /// <summary>
    /// Keeps a file of labelled examples with the generation, so that what learns from it can be repeated.
    /// </summary>
    public void Keep(KnowledgeFile example)
    {
        System.IO.Directory.CreateDirectory(Path.Combine(folder, IndexGeneration.ExamplesFolder));
        File.Copy(
            example.FullPath,
            Path.Combine(folder, IndexGeneration.ExamplesFolder, example.Path.Replace('/', '_')),
            overwrite: true
        );
    }

    /// <summary>Merges into one segment and brings everything to the disk.</summary>
    public void Finish()
    {
        index.ForceMerge(1);
        index.Commit();
        passages.Flush(flushToDisk: true);
        texts.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        // After a fault nothing of this build is kept: rolling back closes the writer without another attempt to write.
        index.Rollback();
        directory.Dispose();
        passages.Dispose();
        texts.Dispose();
    }
}
