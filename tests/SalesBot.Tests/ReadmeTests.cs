using System.Text.RegularExpressions;
using SalesBot.Tests.Support;

namespace SalesBot.Tests;

public partial class ReadmeTests
{
    static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task The_transcript_is_what_the_program_says()
    {
        using var data = new TempFolder();
        var examples = Transcript().Matches(Readme);
        examples.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (Match example in examples)
        {
            var result = await Support.Program.RunAsync("ask", example.Groups["question"].Value, "--data", data.Path);
            result.Output.Trim().ShouldBe(example.Groups["said"].Value.Trim());
        }
    }

    /// <summary>The handoff of the README, command by command; only times differ from day to day.</summary>
    [Fact]
    public async Task The_handoff_goes_as_it_is_told()
    {
        using var data = new TempFolder();
        var steps = Handoff().Matches(Readme);
        steps.Count.ShouldBe(9);
        foreach (Match step in steps)
        {
            var arguments = Argument()
                .Matches(step.Groups["command"].Value)
                .Select(argument => argument.Groups[1].Success ? argument.Groups[1].Value : argument.Value);
            var result = await Support.Program.RunAsync([.. arguments, "--data", data.Path]);
            Timeless(result.Output + result.Error).ShouldBe(Timeless(step.Groups["said"].Value), step.Value);
        }

        static string Timeless(string said) => Time().Replace(said.Trim(), "(time)");
    }

    /// <summary>The conversation of the README: what each types, and what they read.</summary>
    [Fact]
    public async Task The_conversation_goes_as_it_is_told()
    {
        using var data = new TempFolder();
        var chats = Chat().Matches(Readme);
        chats.Count.ShouldBe(5);
        foreach (Match chat in chats)
        {
            var (person, told) = (chat.Groups["person"].Value, chat.Groups["said"].Value);
            var typed = told.Split('\n')
                .Where(line => line.StartsWith($"{person}> ", StringComparison.Ordinal))
                .Select(line => line[(person.Length + 2)..]);
            var result = await Support.Program.TypeAsync(
                string.Concat(typed.Select(line => line + "\n")),
                "chat",
                "--as",
                person,
                "--data",
                data.Path
            );
            Timeless(result.Output[..result.Output.LastIndexOf($"{person}>", StringComparison.Ordinal)])
                .ShouldBe(Timeless(told));
        }

        static string Timeless(string said) => DueTime().Replace(said.Trim(), "(time)");
    }

    [Fact]
    public async Task The_command_finds_the_knowledge_folder_from_the_root_of_a_clone()
    {
        using var data = new TempFolder();
        var configuration = AppContext.BaseDirectory.Contains(
            $"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal
        )
            ? "Release"
            : "Debug";
        var start = new System.Diagnostics.ProcessStartInfo(
            "dotnet",
            [
                "run",
                "--no-build",
                "-c",
                configuration,
                "--project",
                "src/SalesBot",
                "--",
                "ask",
                "Is cold calling a sales or marketing task?",
                "--data",
                data.Path,
            ]
        )
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var run = System.Diagnostics.Process.Start(start).ShouldNotBeNull();
        (await run.StandardOutput.ReadToEndAsync()).ShouldStartWith("That is a sales task.");
    }

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        foreach (Match link in Link().Matches(Readme))
            (
                File.Exists(Path.Combine(Repository.Root, link.Groups[1].Value))
                || Directory.Exists(Path.Combine(Repository.Root, link.Groups[1].Value))
            ).ShouldBeTrue(link.Groups[1].Value);
    }

    [GeneratedRegex(
        """\$ dotnet run --project src/SalesBot -- ask "(?<question>[^"]+)"\n(?<said>.+?)(?=\n\n\$|\n```)""",
        RegexOptions.Singleline
    )]
    private static partial Regex Transcript();

    [GeneratedRegex(
        """\$ salesbot (?<command>handoffs [^\n]+)\n(?<said>.+?)(?=\n\n\$|\n```)""",
        RegexOptions.Singleline
    )]
    private static partial Regex Handoff();

    [GeneratedRegex("""\$ salesbot chat --as (?<person>\w+)\n(?<said>.+?)(?=\n\n\$|\n```)""", RegexOptions.Singleline)]
    private static partial Regex Chat();

    [GeneratedRegex(@"(?<=\n)Should be (?:accepted|contacted|started|answered) by .*")]
    private static partial Regex DueTime();

    [GeneratedRegex(
        """
            "([^"]*)"|\S+
            """
    )]
    private static partial Regex Argument();

    [GeneratedRegex(@"\w{3} \d+\s\w{3}, \d+:\d\d\s[ap]m|(?<=\n  Due       ).*")]
    private static partial Regex Time();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
