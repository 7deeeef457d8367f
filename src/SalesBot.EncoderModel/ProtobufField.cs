namespace SalesBot.EncoderModel;

/// <summary>
/// A field of a protocol buffer as it is encoded: its number, how its value is written, and the value.
/// </summary>
readonly record struct ProtobufField(int Number, WireType Type, ulong Whole, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The fields of a message, in order.</summary>
    public static IEnumerable<ProtobufField> Read(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length; )
        {
            var key = Varint(message.Span, ref at);
            var (number, type) = ((int)(key >> 3), (WireType)(key & 7));
            if (type == WireType.Varint)
            {
                yield return new ProtobufField(number, type, Varint(message.Span, ref at), default);
                continue;
            }
            var length = type switch
            {
                WireType.Bytes => (int)Varint(message.Span, ref at),
                WireType.Fixed64 => 8,
                WireType.Fixed32 => 4,
                _ => throw new InvalidDataException($"A field is written as {type}, which ONNX does not use."),
            };
            yield return new ProtobufField(number, type, 0, message.Slice(at, length));
            at += length;
        }
    }

    static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }
    }
}

/// <summary>How the value of a field is written.</summary>
enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
