using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Classifying;

public class LearnedFileTests
{
    static readonly string[] Tasks =
    [
        "write a newsletter",
        "call the readers",
        "walk the dog",
        "zorb the flimflam",
        "",
    ];

    [Fact]
    public async Task What_was_learned_is_the_same_when_it_is_read_again()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        var learned = new TaskModel(
            [.. LabelledExample.Shipped.Value.Select(example => (example, 1.0))],
            knowledge.Encoder
        );
        LearnedFile.Write(lease.Generation, "test.learned", "encoder", learned, (model, file) => model.Write(file));
        var read = LearnedFile.Read(
            lease.Generation,
            "test.learned",
            "encoder",
            file => new TaskModel(file, knowledge.Encoder)
        );
        foreach (var task in Tasks)
            read.ShouldNotBeNull().Score(task).ShouldBe(learned.Score(task));
        read.ShouldNotBeNull()
            .Similar("write the newsletter", Verdict.Marketing)
            .ShouldBe(learned.Similar("write the newsletter", Verdict.Marketing));
    }

    [Fact]
    public async Task The_statements_of_a_generation_are_the_same_when_they_are_read_again()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        var kept = StatementFile.Read(lease.Generation);
        kept.Count.ShouldBeGreaterThan(50);
        File.Exists(Path.Combine(lease.Generation.Folder, "statements.learned")).ShouldBeTrue();
        var read = StatementFile.Read(lease.Generation);
        read.Select(Told).ShouldBe(kept.Select(Told));
        read.Select(Told).ShouldBe(StatementReader.Read([.. lease.Generation.AllPassages()]).Select(Told));

        static string Told(Statement statement) =>
            $"{statement.Side}|{statement.Team}|{statement.Sentence}|{statement.Said}|{statement.Context}|{statement.IsOwner}|{statement.IsDenied}";
    }

    [Fact]
    public async Task A_damaged_file_one_of_another_encoder_and_none_are_learned_again()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        using var lease = knowledge.Index.Lease();
        string? Read(string encoder) =>
            LearnedFile.Read(lease.Generation, "word.learned", encoder, file => file.ReadString());
        Read("encoder").ShouldBeNull();
        LearnedFile.Write(lease.Generation, "word.learned", "encoder", "learned", (word, file) => file.Write(word));
        Read("encoder").ShouldBe("learned");
        Read("another").ShouldBeNull();
        var path = Path.Combine(lease.Generation.Folder, "word.learned");
        var content = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        for (var at = 0; at < content.Length; at++)
        {
            content[at] ^= 1;
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
            Read("encoder").ShouldBeNull($"byte {at}");
            content[at] ^= 1;
        }
        await File.WriteAllBytesAsync(path, content[..^1], TestContext.Current.CancellationToken);
        Read("encoder").ShouldBeNull();
    }
}
