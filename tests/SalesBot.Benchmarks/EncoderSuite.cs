using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Benchmarks;

/// <summary>
/// Time and memory of the sentence encoder; and how near the 8-bit copy that ships is to the model that it is a copy
/// of, where that is given (<c>model.onnx</c> of the package, as a file).
/// </summary>
static class EncoderSuite
{
    public static int Run(string texts, string? original)
    {
        var lines = JsonSerializer.Deserialize<string[]>(File.ReadAllText(texts)) ?? [];
        var (before, started) = (Environment.WorkingSet, TimeProvider.System.GetTimestamp());
        using var encoder = new OnnxEncoder(Options.Create(new KnowledgeOptions()));
        encoder.Encode("load");
        var loaded = TimeProvider.System.GetElapsedTime(started);
        var times = new List<double>();
        var vectors = new List<float[]>();
        foreach (var line in lines)
        {
            started = TimeProvider.System.GetTimestamp();
            vectors.Add(encoder.Encode(line));
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        System.Console.WriteLine(
            FormattableString.Invariant(
                $"loaded in {loaded.TotalMilliseconds:0} ms, {(Environment.WorkingSet - before) >> 20} MiB more; {lines.Length} texts of {lines.Average(line => line.Length):0} characters:"
            )
                + FormattableString.Invariant(
                    $" mean {times.Average():0.00} ms, p50 {times[times.Count / 2]:0.00}, p99 {times[times.Count * 99 / 100]:0.00}"
                )
        );
        if (original is not null)
            Compare(lines, vectors, original);
        return 0;
    }

    static void Compare(string[] lines, List<float[]> vectors, string original)
    {
        var options = new KnowledgeOptions();
        (options.Encoder.Model, options.Encoder.Vocabulary) = (
            original,
            Path.Combine(AppContext.BaseDirectory, "encoder", "vocab.txt")
        );
        using var encoder = new OnnxEncoder(Options.Create(options));
        var cosines = lines
            .Zip(vectors, (line, ours) => TensorPrimitives.CosineSimilarity<float>(ours, encoder.Encode(line)))
            .Order()
            .ToList();
        System.Console.WriteLine(
            FormattableString.Invariant(
                $"cosine to the original: least {cosines[0]:0.0000}, 1 % {cosines[cosines.Count / 100]:0.0000}, median {cosines[cosines.Count / 2]:0.0000}"
            )
        );
    }
}
