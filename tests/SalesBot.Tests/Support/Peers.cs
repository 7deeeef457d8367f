using System.Diagnostics;

namespace SalesBot.Tests.Support;

/// <summary>Programs by others, in <c>tests/peers</c>.</summary>
static class Peers
{
    static string Folder => Path.Combine(Repository.Root, "tests", "peers");

    public static bool AreInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "typescript"));

    /// <summary>Holds calls, a JSON object a line, against Slack's published types.</summary>
    public static Task<(int Status, string Said)> CheckAsync(IEnumerable<string> lines) =>
        RunAsync("slack/check.mjs", lines);

    /// <summary>Runs a script on a file of lines.</summary>
    public static async Task<(int Status, string Said)> RunAsync(
        string script,
        IEnumerable<string> lines,
        params string[] arguments
    )
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "lines.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        using var node = Start(script, [file, .. arguments]);
        var said = await node.StandardOutput.ReadToEndAsync() + await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, said);
    }

    /// <summary>Starts a script with Node; the caller ends it.</summary>
    public static Process Start(string script, params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Folder, script), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        ) ?? throw new InvalidOperationException("Node did not start.");
}
