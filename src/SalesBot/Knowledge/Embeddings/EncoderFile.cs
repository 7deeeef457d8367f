using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>Reads the file of weights that <c>tests/peers/encoder/pack.mjs</c> writes; the form stands there.</summary>
sealed class EncoderFile(byte[] content)
{
    int at;

    public void Head()
    {
        if (!content.AsSpan(0, 4).SequenceEqual("USEL"u8) || Take(8)[4] != 1)
            throw new InvalidDataException("The file of the sentence encoder is none, or of another version.");
    }

    public List<(string Piece, float Score)> Pieces()
    {
        var pieces = new List<(string, float)>();
        for (var left = Int(); left > 0; left--)
            pieces.Add((System.Text.Encoding.UTF8.GetString(Take(Int())), BinaryPrimitives.ReadSingleLittleEndian(Take(4))));
        return pieces;
    }

    public float[] Vector() => Floats(Int());

    public ByteMatrix Matrix()
    {
        var (rows, columns) = (Int(), Int());
        var scales = Floats(rows);
        return new ByteMatrix(rows, columns, scales, MemoryMarshal.Cast<byte, sbyte>(Take(rows * columns)).ToArray());
    }

    float[] Floats(int count)
    {
        var floats = new float[count];
        foreach (ref var number in floats.AsSpan())
            number = BinaryPrimitives.ReadSingleLittleEndian(Take(4));
        return floats;
    }

    int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    ReadOnlySpan<byte> Take(int count)
    {
        at += count;
        return content.AsSpan(at - count, count);
    }
}
