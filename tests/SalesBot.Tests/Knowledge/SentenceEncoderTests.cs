using System.Diagnostics;
using System.Numerics.Tensors;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Questions;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

/// <summary>The sentence encoder against the program it comes from, and what is built on it.</summary>
public sealed class SentenceEncoderTests
{
    static readonly Lazy<SentenceEncoder> Encoder = new(SentenceEncoder.Shipped);

    [Fact]
    public async Task Vectors_of_five_hundred_texts_are_those_of_the_original_with_its_float_weights()
    {
        var tasks = LabelledExample.Shipped.Value;
        string[] texts =
        [
            .. tasks.Where((_, i) => i % (tasks.Count / 350) == 0).Select(example => example.Task), .. ExampleFact.Shipped.Value.Select(fact => fact.Statement),
            "日本語の文", "emoji 😀 in the middle", "a", "?!", new string('x', 40), string.Join(' ', Enumerable.Repeat("word", 200)),
        ];
        texts.Length.ShouldBeGreaterThan(500);
        Needs.Peer("@energetic-ai/embeddings/package.json");
        var (status, said) = await Peers.RunAsync("encoder/original.mjs", [JsonSerializer.Serialize(texts)]);
        status.ShouldBe(0, said);
        var original = JsonSerializer.Deserialize<float[][]>(said)!;
        foreach (var (text, theirs) in texts.Zip(original))
            TensorPrimitives.CosineSimilarity<float>(Encoder.Value.Encode(text), theirs).ShouldBeGreaterThanOrEqualTo(0.998f, text);
    }

    [Fact]
    public async Task Vectors_are_the_same_bytes_without_the_wide_registers()
    {
        var here = await AskAsync([]);
        (await AskAsync([("DOTNET_EnableAVX2", "0")])).ShouldBe(here);
        (await AskAsync([("DOTNET_EnableAVX512F", "0")])).ShouldBe(here);
    }

    /// <summary>What the program finds for some words, with scores, in a process of its own.</summary>
    static async Task<string> AskAsync((string Name, string Value)[] environment)
    {
        using var data = new TempFolder();
        var start =
            new ProcessStartInfo("dotnet", [typeof(SentenceEncoder).Assembly.Location, "search", "who haggles with shoppers over money", "--json", "--explain",
            "--knowledge", Repository.Knowledge, "--data", data.Path]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return said;
    }

    [Fact]
    public async Task The_vectors_that_ship_are_those_of_the_texts_that_ship()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge, embeddings: false).RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        using var resource = typeof(TextVectors).Assembly.GetManifestResourceStream("known-texts.bin")!;
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        var shipped = VectorStore.Read(content);
        var texts = KnownTexts.All(lease.Generation);
        texts.Where(text => shipped.Find(text) is null).ShouldBeEmpty("run the benchmarks' 'pack' again");
        foreach (var text in texts.Where((_, i) => i % 97 == 0))
            shipped.Find(text)!.Cosine(SentenceVector.Of(Encoder.Value.Encode(text))).ShouldBe(1, 0.0001, text);
    }

    [Fact]
    public void Any_text_gets_a_vector_of_length_one() =>
        Gen.String.Sample(text =>
        {
            var vector = Encoder.Value.Encode(text);
            vector.Length.ShouldBe(SentenceEncoder.Dimensions);
            if (text.Length > 0)
                ExactMath.Dot(vector, vector).ShouldBe(1, 0.001);
        }, iter: 200);

    [Fact]
    public void A_store_of_vectors_gives_back_what_was_put_in_and_refuses_what_is_cut_off()
    {
        using var file = new MemoryStream();
        VectorStore.Write(file, [("one", SentenceVector.Of([1f, 0])), ("two", SentenceVector.Of([0.5f, -1]))]);
        var store = VectorStore.Read(file.ToArray());
        store.Find("two")!.Values.ToArray().ShouldBe([64, -127]);
        store.Find("three").ShouldBeNull();
        foreach (var cut in new[] { 0, 3, 11, 20, (int)file.Length - 1 })
            Should.Throw<InvalidDataException>(() => VectorStore.Read(file.ToArray()[..cut]));
    }

    [Fact]
    public void A_companys_own_encoder_takes_its_place()
    {
        var options = Options.Create(new KnowledgeOptions());
        using var own = new LettersEncoder();
        var vectors = new TextVectors(own, options);
        vectors.Id.ShouldBe("letters");
        vectors.Of("abc")!.Cosine(vectors.Of("cab")!).ShouldBe(1, 0.001);
        vectors.Of("abc")!.Cosine(vectors.Of("xyz")!).ShouldBe(0, 0.001);
        vectors.Of("abc").ShouldBeSameAs(vectors.Of(" abc "));
        own.Asked.ShouldBe(3);
        new TextVectors(own, Options.Create(new KnowledgeOptions { Embeddings = false })).Of("abc").ShouldBeNull();
    }

    [Fact]
    public async Task Without_an_encoder_the_words_still_find_and_the_index_is_another()
    {
        using var with = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        using var without = await new BuiltKnowledge(Repository.Knowledge, embeddings: false).RefreshedAsync();
        without.Search("newsletters and coupons")[0].Passage.Text.ShouldContain("newsletters");
        without.Search("newsletters and coupons")[0].Parts.Meaning.ShouldBe(0);
        with.Search("newsletters and coupons")[0].Parts.Meaning.ShouldBeGreaterThan(0.3);
        without.Generation.ShouldNotBe(with.Generation);
    }

    sealed class LettersEncoder : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Asked { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default)
        {
            Asked++;
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text =>
                new Embedding<float>(Enumerable.Range('a', 26).Select(letter => (float)text.Count(c => c == letter)).ToArray()))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("tests", defaultModelId: "letters") : null;

        public void Dispose()
        {
        }
    }
}
