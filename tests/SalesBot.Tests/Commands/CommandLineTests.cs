using System.Text.Json;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Commands;

public sealed class CommandLineTests(CommandLineTests.Data data) : IClassFixture<CommandLineTests.Data>
{
    /// <summary>One data folder for all, so that the index is built once.</summary>
    public sealed class Data : IDisposable
    {
        internal TempFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }

    Task<Support.Program.Result> RunAsync(params string[] arguments) =>
        Support.Program.RunAsync([.. arguments, "--data", data.Folder.File("data")]);

    [Fact]
    public async Task Ask_answers_with_a_source()
    {
        var result = await RunAsync("ask", "Is cold calling a sales or marketing task?");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("sales task");
        result.Output.ShouldMatch(@"\n\[\d\] \w");
    }

    [Fact]
    public async Task A_refusal_is_a_normal_answer()
    {
        var result = await RunAsync("ask", "which rivers cross Mongolia?", "--json");
        result.ExitCode.ShouldBe(0);
        var answer = JsonDocument.Parse(result.Output).RootElement;
        answer.GetProperty("kind").GetString().ShouldBe("refusal");
        answer.GetProperty("missing").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_file_of_questions_is_answered_line_by_line()
    {
        var questions = data.Folder.Write(
            "in.jsonl",
            "{\"id\":\"q1\",\"question\":\"which 4 Ps are there?\"}\n\n{\"id\":\"q2\",\"question\":\"and email?\",\"history\":[\"tell me about podcasts\"]}\n{\"id\":3,\"question\":\"\\ud800\"}\n"
        );
        var result = await RunAsync("ask", "--file", questions, "--out", data.Folder.File("out.jsonl"));
        result.ExitCode.ShouldBe(0, result.Error);
        var answers = File.ReadAllLines(data.Folder.File("out.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        answers.Select(answer => answer.GetProperty("id").ToString()).ShouldBe(["q1", "q2", "3"]);
        answers[0].GetProperty("answerId").GetString().ShouldNotBeNull().ShouldStartWith("a-");
        answers[2].GetProperty("kind").GetString().ShouldBe("help");
    }

    [Fact]
    public async Task Eval_prints_figures_reliability_and_what_each_part_gains()
    {
        var tasks = data.Folder.Write(
            "labelled.jsonl",
            "{\"id\":\"t1\",\"task\":\"negotiate the deal with a customer\",\"label\":\"Sales\"}\n"
        );
        var result = await RunAsync("eval", tasks, "--parts", "--json");
        result.ExitCode.ShouldBe(0, result.Error);
        var said = JsonDocument.Parse(result.Output).RootElement;
        said.GetProperty("figures")[0].GetProperty("value").GetDouble().ShouldBe(1);
        said.GetProperty("reliability")[0].GetProperty("items").GetInt32().ShouldBe(1);
        said.GetProperty("parts")
            .EnumerateArray()
            .Select(part => part.GetProperty("without").GetString())
            .ShouldBe(["meaning", "example questions"]);
    }

    [Fact]
    public async Task Without_a_challenged_verdict_there_is_nothing_to_confirm()
    {
        (await RunAsync("examples", "list")).Output.ShouldContain("Nobody has disagreed");
        (await RunAsync("examples", "confirm", "7")).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_of_tasks_is_classified_line_by_line()
    {
        var tasks = data.Folder.Write(
            "tasks.jsonl",
            "{\"id\":\"t1\",\"task\":\"negotiate the deal with a customer\"}\n"
        );
        var result = await RunAsync("classify", "--file", tasks);
        var verdict = JsonDocument.Parse(result.Output).RootElement;
        verdict.GetProperty("id").GetString().ShouldBe("t1");
        verdict.GetProperty("verdict").GetString().ShouldBe("sales");
    }

    [Theory]
    [InlineData(2, "There's no text", "ask", "")]
    [InlineData(2, "There's no text", "classify", " ")]
    [InlineData(2, "does not exist", "ask", "--file", "none.jsonl")]
    [InlineData(2, "--help", "dance")]
    [InlineData(2, "--help", "search")]
    [InlineData(2, "from 1 to 1000", "search", "lead", "--top", "0")]
    [InlineData(2, "employee", "ask", "what?", "--as", "ceo")]
    [InlineData(2, "not an address", "serve", "--urls", "everywhere")]
    [InlineData(1, "does not exist", "index", "--knowledge", "none")]
    [InlineData(3, "no index version", "index", "use", "k-none")]
    [InlineData(4, "Only an admin", "index", "--as", "employee")]
    [InlineData(2, "not both", "ask", "what?", "--file", "README.md")]
    [InlineData(2, "same|is the file being read", "ask", "--file", "README.md", "--out", "README.md")]
    [InlineData(2, "is a folder", "ask", "--file", "src")]
    [InlineData(2, "https", "serve", "--urls", "https://127.0.0.1:4559")]
    public async Task What_makes_no_sense_is_told_in_a_sentence(int exitCode, string told, params string[] arguments)
    {
        var result = await RunAsync(arguments);
        result.ExitCode.ShouldBe(exitCode, result.Error);
        result.Error.ShouldMatch($"(?s){told}");
        result.Error.ShouldNotContain("   at ");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_begins_with_a_mention_is_no_file_of_options()
    {
        var result = await RunAsync("understand", "@lucas joined sales, set his role please");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("query: lucas");
    }

    [Fact]
    public async Task A_line_that_is_no_json_is_named()
    {
        var result = await RunAsync(
            "ask",
            "--file",
            data.Folder.Write("bad.jsonl", "{\"id\":1,\"question\":\"what is a lead?\"}\n{oops\n")
        );
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("line 2");
    }

    [Fact]
    public async Task Index_tells_what_is_in_it_and_verifies_it()
    {
        (await RunAsync("index")).ExitCode.ShouldBe(0);
        (await RunAsync("index", "check")).Output.ShouldContain("is intact");
        (await RunAsync("index", "status")).Output.ShouldContain("who-does-what.md");
        var history = JsonDocument.Parse((await RunAsync("index", "history", "--json")).Output).RootElement;
        history.EnumerateArray().Count(generation => generation.GetProperty("current").GetBoolean()).ShouldBe(1);
    }

    [Fact]
    public async Task Search_explains_its_scores() =>
        (await RunAsync("search", "newsleter", "--explain")).Output.ShouldStartWith(
            "score\twords\tmeaning\tasked\toften\tasked words\tcovered\tdocument"
        );

    [Fact]
    public async Task Doctor_tells_what_is_wrong()
    {
        (await RunAsync("doctor")).ExitCode.ShouldBe(0);
        var wrong = await RunAsync("doctor", "--knowledge", "none");
        wrong.ExitCode.ShouldBe(1);
        wrong.Output.ShouldContain("wrong  knowledge folder");
    }

    [Fact]
    public async Task A_wrong_setting_stops_every_verb()
    {
        var result = await Support.Program.RunAsync(
            new Dictionary<string, string> { ["Knowledge__MaxDocumentMegabytes"] = "lots" },
            "index",
            "--data",
            data.Folder.File("data")
        );
        result.ExitCode.ShouldBe(1);
        result.Error.ShouldContain("Knowledge:MaxDocumentMegabytes");
    }
}
