using System.Text.Json;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Benchmarks;

/// <summary>Time and memory of the sentence encoder, and how near it is to the original's vectors where a file of them is given.</summary>
static class EncoderSuite
{
    public static int Run(string texts, string? original)
    {
        var lines = JsonSerializer.Deserialize<string[]>(File.ReadAllText(texts)) ?? [];
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = TimeProvider.System.GetTimestamp();
        var encoder = SentenceEncoder.Shipped();
        var loaded = TimeProvider.System.GetElapsedTime(started);
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        foreach (var line in lines.Take(200))
            encoder.Encode(line);
        var times = new List<double>();
        var vectors = new List<float[]>();
        foreach (var line in lines)
        {
            started = TimeProvider.System.GetTimestamp();
            vectors.Add(encoder.Encode(line));
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        System.Console.WriteLine($"loaded in {loaded.TotalMilliseconds:0} ms, {memory / 1048576.0:0.0} MiB kept; {lines.Length} texts of {lines.Average(line => line.Length):0} characters:"
            + $" mean {times.Average():0.00} ms, p50 {times[times.Count / 2]:0.00}, p99 {times[times.Count * 99 / 100]:0.00}");
        if (original is not null)
        {
            var right = JsonSerializer.Deserialize<float[][]>(File.ReadAllText(original)) ?? [];
            var cosines = vectors.Zip(right, (ours, theirs) => System.Numerics.Tensors.TensorPrimitives.CosineSimilarity<float>(ours, theirs)).Order().ToList();
            foreach (var (line, ours, theirs) in lines.Zip(vectors, right))
                if (System.Numerics.Tensors.TensorPrimitives.CosineSimilarity<float>(ours, theirs) < 0.998)
                    System.Console.WriteLine($"below .998: {line[..Math.Min(80, line.Length)]}");
            System.Console.WriteLine($"cosine to the original: least {cosines[0]:0.00000}, 1 % {cosines[cosines.Count / 100]:0.00000}, median {cosines[cosines.Count / 2]:0.00000}");
        }
        GC.KeepAlive(encoder);
        return 0;
    }
}
