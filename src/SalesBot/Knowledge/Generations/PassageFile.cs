using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// The passages of a generation, a JSON line each, beside its index: reading them from there costs a third of reading
/// stored fields.
/// </summary>
sealed class PassageFile : IDisposable
{
    public const string Name = "passages.jsonl";

    const string Damaged = "The passage file of the index is damaged; run 'salesbot index --rebuild'.";

    readonly byte[]? content;
    readonly SafeFileHandle? file;

    /// <param name="path">The file.</param>
    /// <param name="inMemory">Whether it is read whole now, or line by line when asked for.</param>
    public PassageFile(string path, bool inMemory)
    {
        if (inMemory)
            content = File.ReadAllBytes(path);
        else
            file = File.OpenHandle(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                FileOptions.RandomAccess
            );
    }

    /// <summary>
    /// The passage whose line begins at byte <paramref name="at"/> and is <paramref name="size"/> bytes long.
    /// </summary>
    /// <exception cref="KnowledgeFault">The file is no longer what was written.</exception>
    public Passage Read(long at, int size) => Parse(content is null ? Line(at, size) : content.AsSpan((int)at, size));

    /// <summary>Every passage of a generation's file, in order.</summary>
    /// <exception cref="KnowledgeFault">The file is no longer what was written.</exception>
    public static IEnumerable<Passage> ReadAll(string path) =>
        File.ReadLines(path).Select(line => Parse(System.Text.Encoding.UTF8.GetBytes(line)));

    byte[] Line(long at, int size)
    {
        var line = new byte[size];
        return file is not null && RandomAccess.Read(file, line, at) == size ? line : throw new KnowledgeFault(Damaged);
    }

    static Passage Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, GenerationJson.Default.Passage)
                ?? throw new KnowledgeFault(Damaged);
        }
        catch (JsonException fault)
        {
            throw new KnowledgeFault(Damaged, fault);
        }
    }

    public void Dispose() => file?.Dispose();
}
