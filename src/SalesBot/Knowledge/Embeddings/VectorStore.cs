using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// Vectors of texts, found by the text. As a file, little endian: "VECS", the size of a vector, their count; the first
/// eight bytes of the SHA-256 of each text, ascending; the vectors in the same order.
/// </summary>
sealed class VectorStore
{
    const int HeadSize = 12;

    readonly ulong[] keys;
    readonly SentenceVector[] vectors;

    VectorStore(ulong[] keys, SentenceVector[] vectors) => (this.keys, this.vectors) = (keys, vectors);

    public static readonly VectorStore Empty = new([], []);

    public bool IsEmpty => keys.Length == 0;

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static VectorStore Read(byte[] content)
    {
        if (content.Length < HeadSize || !content.AsSpan(0, 4).SequenceEqual("VECS"u8))
            throw new InvalidDataException("The vector file is not valid.");
        var size = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(4));
        var count = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(8));
        if (size < 0 || count < 0 || content.Length != HeadSize + (long)count * (8 + size))
            throw new InvalidDataException("The vector file is incomplete.");
        var keys = new ulong[count];
        var vectors = new SentenceVector[count];
        var values = MemoryMarshal.Cast<byte, sbyte>(content.AsSpan(HeadSize + 8 * count)).ToArray();
        for (var i = 0; i < count; i++)
        {
            keys[i] = BinaryPrimitives.ReadUInt64LittleEndian(content.AsSpan(HeadSize + 8 * i));
            vectors[i] = new SentenceVector(values.AsMemory(i * size, size));
        }
        return new VectorStore(keys, vectors);
    }

    /// <summary>Writes the vectors of these texts, each once.</summary>
    public static void Write(Stream file, IEnumerable<(string Text, SentenceVector Vector)> texts)
    {
        var sorted = new SortedDictionary<ulong, SentenceVector>();
        foreach (var (text, vector) in texts)
            sorted[Key(text)] = vector;
        var head = new byte[HeadSize];
        "VECS"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(
            head.AsSpan(4),
            sorted.Count == 0 ? 0 : sorted.First().Value.Values.Length
        );
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(8), sorted.Count);
        file.Write(head);
        var key = new byte[8];
        foreach (var hash in sorted.Keys)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(key, hash);
            file.Write(key);
        }
        foreach (var vector in sorted.Values)
            file.Write(MemoryMarshal.AsBytes(vector.Values));
    }

    /// <summary>The vector of a text, or none if it is not among these.</summary>
    public SentenceVector? Find(string text) =>
        Array.BinarySearch(keys, Key(text)) is >= 0 and var at ? vectors[at] : null;

    static ulong Key(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
