using SalesBot.Knowledge;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

public class KnowledgeIndexTests
{
    [Fact]
    public async Task An_unchanged_start_reads_no_document()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "# Bees\n\nBees make honey in summer.");
        await knowledge.RefreshedAsync();
        knowledge.DocumentsRead.ShouldBe(1);
        knowledge.Restart();
        await knowledge.RefreshedAsync();
        knowledge.DocumentsRead.ShouldBe(0);
        knowledge.Search("honey").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_changed_document_is_read_again()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        knowledge.Write("b.md", "Cows give milk.");
        await knowledge.RefreshedAsync();
        _ = knowledge.DocumentsRead;
        knowledge.Write("b.md", "Cows give milk and cheese is made of it.");
        await knowledge.RefreshedAsync();
        knowledge.DocumentsRead.ShouldBe(1);
        knowledge.Search("cheese").ShouldHaveSingleItem().Passage.Document.ShouldBe("b.md");
        knowledge.Search("honey").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Added_renamed_and_deleted_files_are_noticed()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        await knowledge.RefreshedAsync();
        knowledge.Write("sub/b.txt", "Cows give milk.");
        await knowledge.RefreshedAsync();
        knowledge.Search("milk").ShouldHaveSingleItem().Passage.Document.ShouldBe("sub/b.txt");
        File.Move(Path.Combine(knowledge.Folder, "a.md"), Path.Combine(knowledge.Folder, "z.md"));
        await knowledge.RefreshedAsync();
        knowledge.Search("honey").ShouldHaveSingleItem().Passage.Document.ShouldBe("z.md");
        knowledge.Delete("sub/b.txt");
        await knowledge.RefreshedAsync();
        knowledge.Search("milk").ShouldBeEmpty();
    }

    [Fact]
    public async Task Readme_and_examples_are_never_passages()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        knowledge.Write("README.md", "Wasps sting.");
        knowledge.Write("examples/tasks.md", "Wasps sting.");
        knowledge.Write(".hidden.md", "Wasps sting.");
        await knowledge.RefreshedAsync();
        knowledge.Search("wasps").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_file_is_named_and_the_rest_goes_on()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        knowledge.Write("deep.md", new string('>', 100_000));
        knowledge.Write("empty.txt", " \n ");
        File.WriteAllBytes(
            Path.Combine(knowledge.Folder, "image.txt"),
            [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 7 % 32))]
        );
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        lease
            .Generation.Manifest.Problems.Select(problem => $"{problem.Path}: {problem.Reason}")
            .ShouldBe([
                "deep.md: its Markdown is nested too deeply",
                "empty.txt: it contains no text",
                "image.txt: it is not a text file",
            ]);
        knowledge.Search("honey").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Equal_content_makes_an_equal_generation()
    {
        using var one = new BuiltKnowledge(embeddings: false);
        using var other = new BuiltKnowledge(embeddings: false);
        foreach (var knowledge in new[] { one, other })
        {
            knowledge.Write("a.md", "Bees make honey.");
            knowledge.Write("b.md", "Bees sting.");
        }
        (await one.RefreshedAsync()).Generation.ShouldBe((await other.RefreshedAsync()).Generation);
        one.Search("bees")
            .Select(hit => (hit.Passage.Document, hit.Score))
            .ShouldBe(other.Search("bees").Select(hit => (hit.Passage.Document, hit.Score)));
    }

    [Fact]
    public async Task When_the_folder_cannot_be_indexed_the_last_good_generation_answers()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        await knowledge.RefreshedAsync();
        knowledge.Delete("a.md");
        (await Should.ThrowAsync<KnowledgeFault>(() => knowledge.RefreshedAsync())).Message.ShouldContain(
            "holds no document"
        );
        knowledge.Search("honey").ShouldHaveSingleItem();
        knowledge.Restart();
        await Should.ThrowAsync<KnowledgeFault>(() => knowledge.RefreshedAsync());
        knowledge.Index.Problem.ShouldNotBeNull().ShouldContain("holds no document");
        knowledge.Search("honey").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("emptied")]
    [InlineData("halved")]
    [InlineData("zeroed")]
    [InlineData("one bit turned")]
    public async Task A_damaged_index_is_built_anew(string damage)
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        var generation = (await knowledge.RefreshedAsync()).Generation;
        foreach (
            var file in new DirectoryInfo(knowledge.Store.FolderOf(generation))
                .GetFiles("*", SearchOption.AllDirectories)
                .Where(file => file.Length > 0 && file.Name != "write.lock")
        )
        {
            knowledge.Index.Dispose();
            Spoil(file.FullName, damage);
            knowledge.Restart();
            await knowledge.RefreshedAsync();
            knowledge.Search("honey").ShouldHaveSingleItem($"after {file.Name} was {damage}");
            using var lease = knowledge.Index.Lease();
            lease.Generation.Check().ShouldBeNull($"after {file.Name} was {damage}");
        }
    }

    static void Spoil(string path, string damage)
    {
        var bytes = File.ReadAllBytes(path);
        switch (damage)
        {
            case "missing":
                File.Delete(path);
                return;
            case "emptied":
                bytes = [];
                break;
            case "halved":
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case "zeroed":
                Array.Clear(bytes);
                break;
            default:
                bytes[bytes.Length / 2] ^= 1;
                break;
        }
        File.WriteAllBytes(path, bytes);
    }

    [Fact]
    public async Task Going_back_holds_until_the_folder_changes()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        var first = (await knowledge.RefreshedAsync()).Generation;
        knowledge.Write("b.md", "Cows give milk.");
        var second = (await knowledge.RefreshedAsync()).Generation;
        await knowledge.Index.UseAsync(first);
        (await knowledge.RefreshedAsync()).Generation.ShouldBe(first);
        knowledge.Restart();
        (await knowledge.RefreshedAsync()).Generation.ShouldBe(first);
        knowledge.Write("c.md", "Hens lay eggs.");
        var third = (await knowledge.RefreshedAsync()).Generation;
        third.ShouldNotBeOneOf(first, second);
        knowledge.Search("milk").ShouldHaveSingleItem();
        knowledge.Store.All().Select(manifest => manifest.Id).ShouldBe([third, second, first]);
    }

    [Fact]
    public async Task Indexing_on_demand_ends_a_going_back()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        var first = (await knowledge.RefreshedAsync()).Generation;
        knowledge.Write("b.md", "Cows give milk.");
        var second = (await knowledge.RefreshedAsync()).Generation;
        await knowledge.Index.UseAsync(first);
        await knowledge.Index.RefreshAsync(onDemand: true);
        knowledge.Generation.ShouldBe(second);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_also_when_nothing_else_changed()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        await knowledge.RefreshedAsync();
        knowledge.Write("empty.txt", " ");
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        lease.Generation.Manifest.Problems.ShouldHaveSingleItem().Path.ShouldBe("empty.txt");
    }

    [Fact]
    public async Task An_earlier_generation_stays_open_for_whoever_still_reads_it()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        await knowledge.RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        knowledge.Write("a.md", "Bees sting, and more is said of them here.");
        await knowledge.RefreshedAsync();
        lease.Generation.Searcher.Search(lease.Generation.Searcher.Queries.Read("honey"), 1).ShouldHaveSingleItem();
        knowledge.Search("honey").ShouldBeEmpty();
    }

    [Fact]
    public async Task Searches_go_on_while_generations_are_swapped()
    {
        using var knowledge = new BuiltKnowledge(embeddings: false);
        knowledge.Write("a.md", "Bees make honey.");
        await knowledge.RefreshedAsync();
        using var stop = new CancellationTokenSource();
        var searching = Task.Run(() =>
        {
            var searches = 0;
            for (; !stop.IsCancellationRequested; searches++)
                knowledge.Search("honey").ShouldHaveSingleItem();
            return searches;
        });
        for (var i = 0; i < 10; i++)
        {
            knowledge.Write("b.md", new string('x', i + 3));
            await knowledge.RefreshedAsync();
        }
        await stop.CancelAsync();
        (await searching).ShouldBeGreaterThan(0);
    }
}
