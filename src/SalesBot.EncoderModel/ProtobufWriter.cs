using System.Text;

namespace SalesBot.EncoderModel;

/// <summary>Writes a message of protocol buffers, field by field.</summary>
sealed class ProtobufWriter
{
    readonly MemoryStream message = new();

    public ProtobufWriter Whole(int number, long value)
    {
        Key(number, WireType.Varint);
        Varint((ulong)value);
        return this;
    }

    public ProtobufWriter Text(int number, string value) => Bytes(number, Encoding.UTF8.GetBytes(value));

    public ProtobufWriter Bytes(int number, ReadOnlySpan<byte> value)
    {
        Key(number, WireType.Bytes);
        Varint((ulong)value.Length);
        message.Write(value);
        return this;
    }

    /// <summary>The field as it was read.</summary>
    public ProtobufWriter Copy(ProtobufField field)
    {
        if (field.Type == WireType.Varint)
            return Whole(field.Number, (long)field.Whole);
        if (field.Type == WireType.Bytes)
            return Bytes(field.Number, field.Bytes.Span);
        Key(field.Number, field.Type);
        message.Write(field.Bytes.Span);
        return this;
    }

    public byte[] ToArray() => message.ToArray();

    void Key(int number, WireType type) => Varint((ulong)number << 3 | (uint)type);

    void Varint(ulong value)
    {
        for (; value >= 128; value >>= 7)
            message.WriteByte((byte)(value | 128));
        message.WriteByte((byte)value);
    }
}
