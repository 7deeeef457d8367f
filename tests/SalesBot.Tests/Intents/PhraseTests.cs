using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Moves;
using SalesBot.Intents;
using SalesBot.Intents.Entities;
using SalesBot.Intents.Phrases;
using SalesBot.Intents.Understanding;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Intents;

/// <summary>The phrases of the desk: each one's examples mean what it says, and nothing else.</summary>
public sealed class PhraseTests
{
    static readonly DateOnly Today = new(2026, 11, 30);

    static readonly Reasons Known = new(Options.Create(new HandoffOptions()));

    static readonly TextVectors Encoder = new(
        new OnnxEncoder(Options.Create(new KnowledgeOptions())),
        Options.Create(new KnowledgeOptions())
    );

    static readonly MessageUnderstander Understander = new(
        words => ReasonWords.Find(words, Known),
        new HandoverModel(Encoder).Score,
        new DeskModel(Encoder).Best
    );

    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (
            var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Intents", "phrase-examples.tsv"))
                .Where(line => !line.StartsWith('#'))
        )
            data.Add(line.Split('\t')[0], line.Split('\t')[1]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_read_as_what_its_phrase_means(string intent, string text)
    {
        var (topic, names) = (intent.Split(' ')[0], intent.Split(' ')[1].Split('|'));
        var read = Understander.Read(text, "HO-1001", "sales", Today);
        Words.Of(read.Do).ShouldBe(topic);
        names.ShouldContain(
            topic switch
            {
                "move" => read.Move,
                "look" => read.Look,
                _ => read.Admin,
            }
        );
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void No_order_of_another_move_stands_in_an_example(string intent, string text)
    {
        var own = intent.Split(' ')[1].Split('|');
        var frame = MessageFrame.Of(EntityReader.Read(CommandText.Bare(text, out _), Today));
        if (intent.StartsWith("move", StringComparison.Ordinal))
            PhraseTable
                .Find(frame, "move")
                .Where(match => match.Sureness == Sureness.Order)
                .SelectMany(match => match.Names)
                .Except(own)
                .ShouldBeEmpty();
        else
            PhraseTable.Find(frame, "move").Where(match => match.Sureness == Sureness.Order).ShouldBeEmpty();
    }

    [Fact]
    public void Every_move_that_people_make_has_a_phrase_and_an_example()
    {
        var phrased = Examples()
            .Select(row => row.Data.Item1)
            .SelectMany(intent => intent.Split(' ')[1].Split('|'))
            .ToHashSet();
        Enum.GetValues<Move>()
            .Where(move => move is > Move.Raise and < Move.Wake and not Move.Edit)
            .Select(Words.Of)
            .Except(phrased)
            .ShouldBeEmpty();
    }

    [Fact]
    public void What_the_evaluation_asks_and_the_handbooks_say_touches_nothing_and_offers_hardly_anything()
    {
        var shared = Path.Combine(Repository.Root, "..", "shared");
        if (!Directory.Exists(shared))
            return;
        var said = Sentences(shared).Take(4000).ToList();
        var read = said.ConvertAll(text => (Text: text, Read: Understander.Read(text, null, "sales", Today)));
        read.Where(one => !one.Read.Confirm && one.Read.Do is Deed.Raise or Deed.Move or Deed.Edit or Deed.People)
            .Select(one => one.Text)
            .ShouldBeEmpty();
        read.Count(one => one.Read.Do != Deed.Ask).ShouldBeLessThanOrEqualTo(said.Count * 2 / 100);
        read.Count(one => one.Read.Confirm).ShouldBeLessThanOrEqualTo(said.Count / 100);
    }

    /// <summary>Questions of the evaluation and sentences of the handbooks, mixed.</summary>
    static IEnumerable<string> Sentences(string shared)
    {
        var asked = new[]
        {
            "eval/dev/questions.jsonl",
            "eval/dev/comparisons.jsonl",
            "eval/dev/tasks.jsonl",
            "eval/dev/unanswerable.jsonl",
            "eval/dev/offtopic_public.jsonl",
            "eval/asks/asks.jsonl",
        }
            .Select(path => Path.Combine(shared, path))
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Where(line => line.Trim().Length > 0)
            .Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!)
            .Select(node => node["question"] ?? node["task"] ?? node["ask"])
            .Where(node => node is not null)
            .Select(node => (string)node!);
        var told = Directory.Exists(Path.Combine(shared, "handbooks"))
            ? Directory
                .EnumerateFiles(Path.Combine(shared, "handbooks"), "*.md", SearchOption.AllDirectories)
                .Order()
                .SelectMany(File.ReadLines)
                .SelectMany(line => line.Split(". "))
                .Where(sentence => sentence.Length is > 25 and < 220 && char.IsLetter(sentence[0]))
            : [];
        return asked.Concat(told.Where((_, i) => i % 37 == 0));
    }
}
