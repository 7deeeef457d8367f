using System.Text;

namespace SalesBot.EncoderModel;

/// <summary>
/// A step of a model's graph: what it does with which values. Field numbers are those of <c>NodeProto</c> in
/// onnx.proto.
/// </summary>
sealed record OnnxNode(string Operation, IReadOnlyList<string> Inputs, string Output)
{
    const int Input = 1,
        OutputName = 2,
        OperationName = 4,
        Domain = 7;

    public static OnnxNode Read(ReadOnlyMemory<byte> node)
    {
        var fields = ProtobufField.Read(node).ToLookup(field => field.Number, field => field);
        return new OnnxNode(
            Text(fields[OperationName].Single()),
            [.. fields[Input].Select(Text)],
            Text(fields[OutputName].First())
        );
    }

    /// <summary>
    /// The node as a message; <paramref name="domain"/> names the set of operations where it is not ONNX's own.
    /// </summary>
    public byte[] Written(string domain = "")
    {
        var node = new ProtobufWriter();
        foreach (var input in Inputs)
            node.Text(Input, input);
        node.Text(OutputName, Output).Text(OperationName, Operation);
        return (domain.Length == 0 ? node : node.Text(Domain, domain)).ToArray();
    }

    static string Text(ProtobufField field) => Encoding.UTF8.GetString(field.Bytes.Span);
}
