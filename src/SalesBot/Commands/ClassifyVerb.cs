using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Classifying;

namespace SalesBot.Commands;

/// <summary><c>classify</c>: whose task something is, or each line of a file.</summary>
static class ClassifyVerb
{
    static readonly Argument<string?> TaskArgument = new("task")
    {
        Description = "The task to classify",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<FileInfo?> FileIn = new("--file")
    {
        Description = "Tasks, one JSON object per line: id, task",
        HelpName = "in.jsonl",
    };
    static readonly Option<FileInfo?> FileOut = new("--out")
    {
        Description = "Where the verdicts go (default: standard output)",
        HelpName = "out.jsonl",
    };

    public static Command Create()
    {
        var verb = new Command("classify", "Says whether a task is sales, marketing, both or neither, with evidence")
        {
            TaskArgument,
            FileIn,
            FileOut,
            CommonOptions.Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var task = parsed.GetValue(TaskArgument);
        var file = parsed.GetValue(FileIn);
        if (file is null && PersonText.Fault(task) is { } fault)
            throw new UsageFault(fault);
        await using var tools = Toolbox.Open(parsed);
        await tools.ReadyIndexAsync(cancellationToken);
        var classifier = tools.Get<TaskClassifier>();
        if (file is not null)
            await JsonLines.RunAsync(
                file,
                parsed.GetValue(FileOut),
                line => Task.FromResult(Named(classifier.Classify(PersonText.Clean(line.Text("task"))), line)),
                cancellationToken
            );
        else
            Show(classifier.Classify(PersonText.Clean(task ?? "")), parsed.GetValue(CommonOptions.Json));
        return ExitCode.Done;
    }

    static JsonObject Named(Classification classification, JsonObject line)
    {
        var json = new JsonObject { ["id"] = line["id"]?.DeepClone() };
        foreach (
            var (key, value) in JsonSerializer.SerializeToNode(classification, AnswerJson.Readable.Classification)
                as JsonObject
                ?? []
        )
            json[key] = value?.DeepClone();
        return json;
    }

    static void Show(Classification classification, bool asJson)
    {
        if (asJson)
        {
            Screen.Json(JsonSerializer.Serialize(classification, AnswerJson.Readable.Classification));
            return;
        }
        Screen.Line($"{classification.Verdict} ({classification.Confidence:P0})");
        foreach (var citation in classification.For)
            Screen.Line($"  + {citation.Quote.ReplaceLineEndings(" ")} ({citation.Document})");
        foreach (var citation in classification.Against)
            Screen.Line($"  - {citation.Quote.ReplaceLineEndings(" ")} ({citation.Document})");
        Screen.Line(classification.AskBack ?? classification.WouldChange);
    }
}
