using System.Diagnostics;

namespace SalesBot.Tests.Support;

/// <summary>The program as a shell runs it.</summary>
static class Program
{
    /// <summary>What a run printed and told the shell.</summary>
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs a verb to its end, in the checkout's root.</summary>
    public static Task<Result> RunAsync(params string[] arguments) =>
        RunAsync(new Dictionary<string, string>(), arguments);

    public static Task<Result> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(environment, null, arguments);

    /// <summary>Runs a verb to whose questions somebody types that.</summary>
    public static Task<Result> TypeAsync(string input, params string[] arguments) =>
        RunAsync(new Dictionary<string, string>(), input, arguments);

    static async Task<Result> RunAsync(
        IReadOnlyDictionary<string, string> environment,
        string? input,
        string[] arguments
    )
    {
        using var process = Start(environment, arguments);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(limit.Token);
        return new Result(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a verb; the caller ends it.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "salesbot.dll"), .. arguments]
        )
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
