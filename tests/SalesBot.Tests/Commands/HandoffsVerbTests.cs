using System.Text.Json;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Commands;

public sealed class HandoffsVerbTests : IDisposable
{
    readonly TempFolder data = new();

    public void Dispose() => data.Dispose();

    async Task<Support.Program.Result> RunAsync(int exitCode, params string[] arguments)
    {
        var result = await Support.Program.RunAsync([.. arguments, "--data", data.Path]);
        result.ExitCode.ShouldBe(exitCode, result.Error + result.Output);
        return result;
    }

    [Fact]
    public async Task The_desk_works_from_a_shell_and_tells_it_what_became_of_a_command()
    {
        (await RunAsync(0, "handoffs", "list")).Output.ShouldStartWith("No handoffs found.");
        (
            await RunAsync(2, "handoffs", "raise", "x", "--to", "sales", "--kind", "nurture", "--email", "jane@")
        ).Error.ShouldContain("--email: 'jane@' is not an e-mail address");
        var raised = await RunAsync(
            0,
            "handoffs",
            "raise",
            "\u001b[31mAcme\u001b[0m",
            "--to",
            "marketing",
            "--kind",
            "nurture",
            "--as",
            "rep",
            "--key",
            "k1"
        );
        raised.Output.ShouldStartWith("Acme\n  HO-1001 · Nurture · Waiting for Marketing to accept\n");
        (
            await RunAsync(
                0,
                "handoffs",
                "raise",
                "\u001b[31mAcme\u001b[0m",
                "--to",
                "marketing",
                "--kind",
                "nurture",
                "--as",
                "rep",
                "--key",
                "k1"
            )
        ).Output.ShouldContain("HO-1001 ");
        (await RunAsync(3, "handoffs", "move", "HO-7", "accept")).Error.ShouldContain("I can't find HO-7");
        (await RunAsync(4, "handoffs", "move", "HO-1001", "accept", "--as", "rep")).Error.ShouldContain(
            "Only marketing"
        );
        (await RunAsync(2, "handoffs", "move", "HO-1001", "return", "--as", "marketer")).Error.ShouldContain(
            "--reason: Give a reason"
        );
        await RunAsync(0, "handoffs", "move", "ho-1001", "accept", "--as", "marketer");
        (
            await RunAsync(4, "handoffs", "move", "HO-1001", "accept", "--as", "manager", "--version", "1")
        ).Error.ShouldContain("marketer accepted HO-");
        (await RunAsync(2, "handoffs", "move", "HO-1001", "fly")).Error.ShouldNotBeEmpty();
        (await RunAsync(0, "handoffs", "show", "1001", "--json")).Output.ShouldContain("\"state\":\"accepted\"");
        (await RunAsync(0, "handoffs", "export", "--format", "jsonl"))
            .Output.Trim()
            .Split('\n')
            .Select(line => JsonDocument.Parse(line))
            .ShouldHaveSingleItem();
        JsonDocument
            .Parse((await RunAsync(0, "handoffs", "export", "--format", "json")).Output)
            .RootElement.GetArrayLength()
            .ShouldBe(1);
        (await RunAsync(0, "handoffs", "export", "--state", "done", "--format", "json")).Output.Trim().ShouldBe("[\n]");
        (await RunAsync(0, "handoffs", "report", "times")).Output.ShouldContain("marketing\taccept\t1");
        (await RunAsync(4, "handoffs", "report", "times", "--as", "employee")).Error.ShouldContain("Reports are for");
        (await RunAsync(0, "handoffs", "verify"))
            .Output.Trim()
            .ShouldBe("1 handoff with 2 events: every history is intact.");
    }

    [Fact]
    public async Task A_backup_goes_and_comes_back()
    {
        await RunAsync(0, "handoffs", "raise", "Acme", "--to", "marketing", "--kind", "nurture");
        (await RunAsync(0, "backup", data.File("copy"))).Output.ShouldContain("Backed up");
        await RunAsync(0, "handoffs", "raise", "Beta", "--to", "marketing", "--kind", "nurture");
        (await RunAsync(1, "backup", data.File("copy"))).Error.ShouldContain("already exists");
        (await RunAsync(4, "restore", data.File("copy"), "--as", "rep")).Error.ShouldContain("Only an admin");
        (await RunAsync(0, "restore", data.File("copy"))).Output.ShouldContain("the previous database is kept");
        (await RunAsync(0, "handoffs", "verify")).Output.ShouldStartWith("1 handoff ");
        (await RunAsync(1, "restore", data.File("nothing"))).Error.ShouldContain("does not exist");
        await RunAsync(0, "migrate");
    }

    [Fact]
    public async Task People_are_told_forgotten_and_given_keys()
    {
        (await RunAsync(0, "people", "list")).Output.ShouldStartWith("The roster is empty.");
        (
            await RunAsync(0, "people", "set", "slack:T1/U1", "--name", "Dana", "--role", "marketing")
        ).Output.ShouldContain("Dana's role is now marketing");
        (await RunAsync(2, "people", "set", "slack:T1/U1", "--role", "boss")).Error.ShouldContain(
            "The role must be one of"
        );
        (await RunAsync(4, "people", "set", "slack:T1/U1", "--role", "admin", "--as", "manager")).Error.ShouldContain(
            "Only an admin"
        );
        (
            await RunAsync(
                0,
                "handoffs",
                "raise",
                "Acme",
                "--to",
                "marketing",
                "--kind",
                "nurture",
                "--email",
                "jane@acme.example",
                "--as",
                "rep"
            )
        ).Output.ShouldContain("who is next in the rotation");
        (await RunAsync(0, "people", "export", "jane@acme.example")).Output.ShouldContain("HO-1001");
        (await RunAsync(0, "people", "forget", "jane@acme.example")).Output.ShouldContain(
            "Nothing has been erased yet"
        );
        (await RunAsync(0, "people", "forget", "jane@acme.example", "--yes")).Output.ShouldContain("Erased from");
        (await RunAsync(0, "handoffs", "show", "HO-1001")).Output.ShouldContain("(erased)");
        (await RunAsync(0, "people", "keys", "add", "crm", "--scope", "handoffs:read")).Output.ShouldStartWith("sb_");
        (await RunAsync(2, "people", "keys", "add", "crm", "--scope", "everything")).Error.ShouldContain(
            "Give at least one of these scopes"
        );
        (await RunAsync(0, "people", "keys", "list")).Output.ShouldContain("in use");
    }
}
