using System.Text;
using Microsoft.Extensions.AI;
using SalesBot.Commands;
using SalesBot.Knowledge.Generations;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

/// <summary>The first index of a large folder: what is encoded, how far it is, and who answers meanwhile.</summary>
public sealed class FirstIndexTests
{
    /// <summary>An encoder that waits to be let through, and counts.</summary>
    sealed class SlowEncoder : IEmbeddingGenerator<string, Embedding<float>>
    {
        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Encoded { get; } = [];

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            await Open.Task;
            lock (Encoded)
                Encoded.AddRange(values);
            return new GeneratedEmbeddings<Embedding<float>>(
                values.Select(text => new Embedding<float>(new float[] { text.Length, 1 }))
            );
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata)
                ? new EmbeddingGeneratorMetadata("tests", defaultModelId: "slow")
                : null;

        public void Dispose() { }
    }

    static string Page(int items)
    {
        var page = new StringBuilder("# Prices\n\n");
        for (var i = 0; i < items; i++)
            page.Append($"- Article number {i} costs {i + 3} euros.\n");
        return page.ToString();
    }

    [Fact]
    public async Task While_serving_words_answer_before_the_meanings_are_there()
    {
        var encoder = new SlowEncoder();
        using var knowledge = new BuiltKnowledge(generator: encoder, set: options => options.ExampleQuestions = false);
        knowledge.Write("prices.md", Page(BuildParts.Soon + 50));
        knowledge.Index.IsLookedAfter = true;
        var building = knowledge.Index.RefreshAsync(cancellationToken: TestContext.Current.CancellationToken);
        while (!knowledge.Index.IsReady && !building.IsCompleted)
            await Task.Yield();
        building.IsCompleted.ShouldBeFalse();
        var byWords = knowledge.Generation;
        encoder.Open.SetResult();
        await building;
        knowledge.Generation.ShouldNotBe(byWords);
        knowledge.Search("article number 7")[0].Parts.Meaning.ShouldNotBe(0);
    }

    [Fact]
    public async Task Equal_and_unchanged_text_is_encoded_once()
    {
        var encoder = new SlowEncoder();
        encoder.Open.SetResult();
        using var knowledge = new BuiltKnowledge(generator: encoder, set: options => options.ExampleQuestions = false);
        knowledge.Write("one.md", "# Rebate\n\nThe rebate is three percent.");
        knowledge.Write("two.md", "# Rebate\n\nThe rebate is three percent.");
        await knowledge.RefreshedAsync();
        knowledge.Write("three.md", "# Freight\n\nFreight is free.");
        await knowledge.RefreshedAsync();
        encoder.Encoded.ShouldBe(["The rebate is three percent.", "Freight is free."], ignoreOrder: true);
    }

    [Fact]
    public async Task Above_the_limit_words_are_compared_alone_and_it_is_told()
    {
        using var knowledge = new BuiltKnowledge(set: options => options.MostEmbeddedPassages = 3);
        knowledge.Write("prices.md", Page(4));
        await knowledge.RefreshedAsync();
        knowledge.Search("article number 2")[0].Parts.Meaning.ShouldBe(0);
        knowledge
            .Index.Notices.ShouldHaveSingleItem()
            .ShouldContain("4 passages, more than the 3 that can be compared by meaning");
    }

    [Theory]
    [InlineData(3, 30, 100, 7.0)]
    [InlineData(60, 50, 100, 60.0)]
    public void What_is_left_is_told_by_what_has_passed(int passed, int done, int total, double left) =>
        ProgressLine.EstimateOf(TimeSpan.FromSeconds(passed), done, total)!.Value.TotalSeconds.ShouldBe(left, 0.001);

    [Theory]
    [InlineData(1, 50, 100)]
    [InlineData(10, 1, 100)]
    [InlineData(10, 100, 100)]
    public void Too_early_and_at_the_end_nothing_is_told(int passed, int done, int total) =>
        ProgressLine.EstimateOf(TimeSpan.FromSeconds(passed), done, total).ShouldBeNull();

    [Fact]
    public async Task Other_weights_order_passages_in_another_way()
    {
        using var weights = new TempFolder();
        File.WriteAllText(
            Path.Combine(weights.Path, "ranking.json"),
            """{"command":"tests","meaning":{"bias":0,"weights":{"Words":-1}},"words":{"bias":0,"weights":{"Words":-1}}}"""
        );
        using var usual = new BuiltKnowledge(embeddings: false);
        using var turned = new BuiltKnowledge(embeddings: false, set: options => options.Weights = weights.Path);
        foreach (var knowledge in new[] { usual, turned })
        {
            knowledge.Write("a.md", "# A\n\nHoney, honey, honey and wax.");
            knowledge.Write(
                "b.md",
                "# B\n\nThe long way home goes past a shop that sells honey and bread and many other things."
            );
            await knowledge.RefreshedAsync();
        }
        usual.Search("honey wax")[0].Passage.Document.ShouldBe("a.md");
        turned.Search("honey wax")[0].Passage.Document.ShouldBe("b.md");
    }
}
