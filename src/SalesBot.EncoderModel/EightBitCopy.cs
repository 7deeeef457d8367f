namespace SalesBot.EncoderModel;

/// <summary>
/// Makes a copy of an ONNX model whose matrices are bytes: a quarter of the size, less than half of the time. Weights
/// are rounded once, each column with a scale of its own; what they are multiplied with is rounded as it comes (ONNX
/// Runtime's <c>DynamicQuantizeMatMul</c>). Of the table of word vectors each row has its scale.
/// </summary>
static class EightBitCopy
{
    /// <summary>
    /// The most a weight may be. 7 of the 8 bits: processors without VNNI add two products in 16 bits, and larger ones
    /// would not fit.
    /// </summary>
    const int Most = 63;

    /// <summary>The same for the table of word vectors, which nothing is multiplied with.</summary>
    const int MostInTable = 127;

    const string Domain = "com.microsoft";

    /// <summary>Fields of <c>ModelProto</c> and <c>GraphProto</c>.</summary>
    const int Graph = 7,
        OperationSet = 8,
        Node = 1,
        Initializer = 5;

    public static byte[] Of(ReadOnlyMemory<byte> model)
    {
        var copy = new ProtobufWriter();
        foreach (var field in ProtobufField.Read(model))
            if (field.Number == Graph)
                copy.Bytes(Graph, Rewritten(field.Bytes));
            else
                copy.Copy(field);
        return copy.Bytes(OperationSet, new ProtobufWriter().Text(1, Domain).Whole(2, 1).ToArray()).ToArray();
    }

    static byte[] Rewritten(ReadOnlyMemory<byte> graph)
    {
        var matrices = ProtobufField
            .Read(graph)
            .Where(field => field.Number == Initializer)
            .Select(field => OnnxTensor.Read(field.Bytes))
            .Where(tensor => tensor.IsMatrix)
            .ToDictionary(tensor => tensor.Name);
        var used = new HashSet<string>();
        var copy = new ProtobufWriter();
        foreach (var field in ProtobufField.Read(graph).Where(field => field.Number != Initializer))
            if (field.Number != Node || !TryRewrite(OnnxNode.Read(field.Bytes), matrices, used, copy))
                copy.Copy(field);
        foreach (var field in ProtobufField.Read(graph).Where(field => field.Number == Initializer))
            if (!used.Contains(OnnxTensor.Read(field.Bytes).Name))
                copy.Copy(field);
        return copy.ToArray();
    }

    static bool TryRewrite(
        OnnxNode node,
        Dictionary<string, OnnxTensor> matrices,
        HashSet<string> used,
        ProtobufWriter copy
    )
    {
        if (
            node is { Operation: "MatMul", Inputs: [var left, var right] }
            && matrices.TryGetValue(right, out var weights)
        )
            Multiply(node, left, weights, copy);
        else if (
            node is { Operation: "Gather", Inputs: [var name, var rows] }
            && matrices.TryGetValue(name, out var table)
            && table.Shape[0] > MostInTable
        )
            LookUp(node, table, rows, copy);
        else
            return false;
        used.Add(node.Inputs[node.Operation == "MatMul" ? 1 : 0]);
        return true;
    }

    static void Multiply(OnnxNode node, string input, OnnxTensor weights, ProtobufWriter copy)
    {
        var (rows, columns) = ((int)weights.Shape[0], (int)weights.Shape[1]);
        var scales = new float[columns];
        for (var i = 0; i < weights.Floats.Length; i++)
            scales[i % columns] = Math.Max(scales[i % columns], Math.Abs(weights.Floats[i]) / Most);
        var bytes = new sbyte[rows * columns];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = Rounded(weights.Floats[i], scales[i % columns]);
        copy.Bytes(Initializer, OnnxTensor.Of($"{weights.Name}.bytes", bytes, rows, columns).Written())
            .Bytes(Initializer, OnnxTensor.Of($"{weights.Name}.scales", scales, columns).Written())
            .Bytes(
                Node,
                new OnnxNode(
                    "DynamicQuantizeMatMul",
                    [input, $"{weights.Name}.bytes", $"{weights.Name}.scales"],
                    node.Output
                ).Written(Domain)
            );
    }

    static void LookUp(OnnxNode node, OnnxTensor table, string rows, ProtobufWriter copy)
    {
        var (count, width) = ((int)table.Shape[0], (int)table.Shape[1]);
        var scales = new float[count];
        for (var i = 0; i < table.Floats.Length; i++)
            scales[i / width] = Math.Max(scales[i / width], Math.Abs(table.Floats[i]) / MostInTable);
        var bytes = new sbyte[count * width];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = Rounded(table.Floats[i], scales[i / width]);
        var (found, whole, scale) = ($"{node.Output}.bytes", $"{node.Output}.whole", $"{node.Output}.scales");
        copy.Bytes(Initializer, OnnxTensor.Of($"{table.Name}.bytes", bytes, count, width).Written())
            .Bytes(Initializer, OnnxTensor.Of($"{table.Name}.scales", scales, count, 1).Written())
            .Bytes(Node, new OnnxNode("Gather", [$"{table.Name}.bytes", rows], found).Written())
            .Bytes(Node, new OnnxNode("Gather", [$"{table.Name}.scales", rows], scale).Written())
            .Bytes(Node, CastToFloat(found, whole))
            .Bytes(Node, new OnnxNode("Mul", [whole, scale], node.Output).Written());
    }

    static sbyte Rounded(float number, float scale) => scale == 0 ? (sbyte)0 : (sbyte)MathF.Round(number / scale);

    /// <summary>
    /// A cast names the type it makes in an attribute: field 5 of a node; its name is field 1, a whole number 3, its
    /// type 20.
    /// </summary>
    static byte[] CastToFloat(string input, string output) =>
        [
            .. new OnnxNode("Cast", [input], output).Written(),
            .. new ProtobufWriter()
                .Bytes(5, new ProtobufWriter().Text(1, "to").Whole(3, (long)OnnxType.Float).Whole(20, 2).ToArray())
                .ToArray(),
        ];
}
