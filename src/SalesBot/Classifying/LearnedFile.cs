using System.Security.Cryptography;
using System.Text;
using SalesBot.Knowledge.Generations;

namespace SalesBot.Classifying;

/// <summary>
/// A file beside a generation that keeps what was learned of it, so that a start need not learn it again. It is no part
/// of the generation: a file of another program, of another encoder, a damaged one and none at all are the same.
/// </summary>
static class LearnedFile
{
    /// <summary>Changes with every change of the program.</summary>
    static readonly string Program = typeof(LearnedFile).Module.ModuleVersionId.ToString();

    /// <summary>What was kept, or null where that does not hold any more.</summary>
    /// <param name="generation">Of which generation.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="encoder">The id of the encoder in use.</param>
    /// <param name="read">Reads it.</param>
    public static TLearned? Read<TLearned>(
        IndexGeneration generation,
        string name,
        string encoder,
        Func<BinaryReader, TLearned> read
    )
        where TLearned : class
    {
        try
        {
            var content = File.ReadAllBytes(Path.Combine(generation.Folder, name));
            if (
                content.Length < SHA256.HashSizeInBytes
                || !SHA256
                    .HashData(content.AsSpan(SHA256.HashSizeInBytes))
                    .AsSpan()
                    .SequenceEqual(content.AsSpan(0, SHA256.HashSizeInBytes))
            )
                return null;
            using var file = new BinaryReader(
                new MemoryStream(content, SHA256.HashSizeInBytes, content.Length - SHA256.HashSizeInBytes),
                Encoding.UTF8
            );
            return file.ReadString() == Key(generation, encoder) ? read(file) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was learned; where nothing can be written it is learned again the next time.</summary>
    public static TLearned Write<TLearned>(
        IndexGeneration generation,
        string name,
        string encoder,
        TLearned learned,
        Action<TLearned, BinaryWriter> write
    )
    {
        var content = new MemoryStream();
        using (var file = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            file.Write(Key(generation, encoder));
            write(learned, file);
        }
        var path = Path.Combine(generation.Folder, name);
        var temporary = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
        try
        {
            using (var file = File.Create(temporary))
            {
                file.Write(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
                content.WriteTo(file);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Read-only, full, or pruned meanwhile: what was learned serves all the same.
        }
        return learned;
    }

    static string Key(IndexGeneration generation, string encoder) => $"{Program} {generation.Id} {encoder}";
}
