using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Generations;

/// <summary>The passages of a generation, a JSON line each, beside its index: reading them from there costs a third of reading stored fields.</summary>
sealed class PassageFile(string path) : IDisposable
{
    public const string Name = "passages.jsonl";

    readonly SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);

    /// <summary>The passage whose line begins at byte <paramref name="at"/> and is <paramref name="size"/> bytes long.</summary>
    public Passage Read(long at, int size)
    {
        var line = new byte[size];
        var read = RandomAccess.Read(file, line, at);
        if (read != size)
            throw new KnowledgeFault("The passage file of the index is shorter than it was; run 'salesbot index --rebuild'.");
        return JsonSerializer.Deserialize(line, GenerationJson.Default.Passage)
            ?? throw new KnowledgeFault("The passage file of the index is damaged; run 'salesbot index --rebuild'.");
    }

    /// <summary>Every passage of a generation's file, in order.</summary>
    public static IEnumerable<Passage> ReadAll(string path) =>
        File.ReadLines(path)
            .Select(line => JsonSerializer.Deserialize(line, GenerationJson.Default.Passage)
                ?? throw new KnowledgeFault("The passage file of the index is damaged."));

    public void Dispose() => file.Dispose();
}
