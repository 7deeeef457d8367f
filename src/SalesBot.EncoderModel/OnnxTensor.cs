using System.Runtime.InteropServices;
using System.Text;

namespace SalesBot.EncoderModel;

/// <summary>
/// Numbers that a model carries, row by row. Field numbers are those of <c>TensorProto</c> in onnx.proto.
/// </summary>
sealed record OnnxTensor(string Name, OnnxType Type, IReadOnlyList<long> Shape, ReadOnlyMemory<byte> Raw)
{
    const int Dimension = 1,
        DataType = 2,
        NameField = 8,
        RawData = 9;

    public static OnnxTensor Read(ReadOnlyMemory<byte> tensor)
    {
        var fields = ProtobufField.Read(tensor).ToLookup(field => field.Number, field => field);
        return new OnnxTensor(
            Encoding.UTF8.GetString(fields[NameField].Single().Bytes.Span),
            (OnnxType)fields[DataType].Single().Whole,
            [.. fields[Dimension].Select(dimension => (long)dimension.Whole)],
            fields[RawData].SingleOrDefault().Bytes
        );
    }

    public static OnnxTensor Of(string name, float[] numbers, params long[] shape) =>
        new(name, OnnxType.Float, shape, MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());

    public static OnnxTensor Of(string name, sbyte[] numbers, params long[] shape) =>
        new(name, OnnxType.SignedByte, shape, MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray());

    /// <summary>Whether it is a matrix of numbers with a fraction.</summary>
    public bool IsMatrix => Type == OnnxType.Float && Shape.Count == 2 && Raw.Length > 0;

    public ReadOnlySpan<float> Floats => MemoryMarshal.Cast<byte, float>(Raw.Span);

    public byte[] Written()
    {
        var tensor = new ProtobufWriter();
        foreach (var dimension in Shape)
            tensor.Whole(Dimension, dimension);
        return tensor.Whole(DataType, (long)Type).Text(NameField, Name).Bytes(RawData, Raw.Span).ToArray();
    }
}

/// <summary>The types of numbers that occur here, with ONNX's numbers for them.</summary>
enum OnnxType
{
    Float = 1,
    SignedByte = 3,
    Whole64 = 7,
}
