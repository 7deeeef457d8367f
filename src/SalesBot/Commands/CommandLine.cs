using System.CommandLine;
using System.Text.RegularExpressions;
using SalesBot.Knowledge;
using SalesBot.Storage;

namespace SalesBot.Commands;

/// <summary>The verbs, and how a shell learns what became of them.</summary>
static partial class CommandLine
{
    /// <summary>What the parser says of a value that is no number or time names types of .NET.</summary>
    [GeneratedRegex("^Cannot parse argument '([^']*)' for (?:option|argument|command) '([^']*)' as expected type .*$")]
    private static partial Regex WrongType();

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand(
            "Tells you whether something is a sales or a marketing task, based on your own documents."
        );
        foreach (var option in CommonOptions.All)
            root.Add(option);
        foreach (
            var verb in new[]
            {
                ServeVerb.Create(),
                AskVerb.Create(),
                ClassifyVerb.Create(),
                UnderstandVerb.Create(),
                IndexVerb.Create(),
                SearchVerb.Create(),
                Evaluation.EvalVerb.Create(),
                DoctorVerb.Create(),
                Desk.HandoffsVerb.Create(),
                ChatVerb.Create(),
                PeopleVerb.Create(),
                OutboxVerb.Create(),
                ExamplesVerb.Create(),
                SlackVerb.Create(),
                TeamsVerb.Create(),
                LinkVerb.Create(),
            }.Concat(BackupVerbs.Create())
        )
            root.Add(verb);
        root.SetAction(ServeVerb.RunAsync);
        foreach (var option in ServeVerb.Options)
            root.Add(option);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Screen.Error(WrongType().Replace(error.Message, "'$1' is not a valid value for $2."));
            Screen.Error($"See 'salesbot {string.Concat(Verbs(parsed))}--help'.");
            return ExitCode.Usage;
        }
        return await SaidPlainlyAsync(() =>
            parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    // The host ends what it has begun, and knows its own limit.
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            )
        );
    }

    static IEnumerable<string> Verbs(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at.Parent is System.CommandLine.Parsing.CommandResult parent; at = parent)
            names.Push(at.Command.Name);
        return names.Select(name => name + " ");
    }

    /// <summary>
    /// What can go wrong outside the program is one sentence on standard error; anything else is a fault of ours and
    /// shows itself.
    /// </summary>
    static async Task<int> SaidPlainlyAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (UsageFault fault)
        {
            Screen.Error(fault.Message);
            return ExitCode.Usage;
        }
        catch (Exception fault)
            when (fault
                    is KnowledgeFault
                        or StorageFault
                        or SettingsFault
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
            )
        {
            Screen.Error(fault.Message);
            return ExitCode.Failed;
        }
    }
}

/// <summary>The command line asks for something that makes no sense; the message says what would.</summary>
sealed class UsageFault(string message) : Exception(message);
