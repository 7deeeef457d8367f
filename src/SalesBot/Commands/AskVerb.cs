using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Answering;
using SalesBot.Chat;
using SalesBot.Knowledge;

namespace SalesBot.Commands;

/// <summary><c>ask</c>: one answer, or one for each line of a file.</summary>
static class AskVerb
{
    static readonly Argument<string?> Question = new("question")
    {
        Description = "What you want to know",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<string[]> History = new("--history")
    {
        Description = "An earlier turn of the conversation, oldest first; may be repeated",
        HelpName = "TEXT",
    };
    static readonly Option<FileInfo?> FileIn = new("--file")
    {
        Description = "Questions, one JSON object per line: id, question, history",
        HelpName = "in.jsonl",
    };
    static readonly Option<FileInfo?> FileOut = new("--out")
    {
        Description = "Where the answers go (default: standard output)",
        HelpName = "out.jsonl",
    };

    public static Command Create()
    {
        var verb = new Command("ask", "Answers a question from the documents, with its sources")
        {
            Question,
            History,
            FileIn,
            FileOut,
            CommonOptions.Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var question = parsed.GetValue(Question);
        var file = parsed.GetValue(FileIn);
        if (file is null && PersonText.Fault(question) is { } fault)
            throw new UsageFault(fault);
        if (file is not null && question is not null)
            throw new UsageFault("Give a question or --file, not both.");
        if (PersonText.Fault(parsed.GetValue(History)) is { } wrong)
            throw new UsageFault(wrong);
        await using var tools = Toolbox.Open(parsed);
        await tools.ReadyIndexAsync(cancellationToken);
        var answerer = tools.Get<Answerer>();
        // The first line of a file would wait for what is learned from the documents.
        if (file is not null)
            using (var lease = tools.Get<KnowledgeIndex>().Lease())
                tools.Get<AnswerComposer>().Compose("is this a sales or marketing task?", [], lease);
        var person = parsed.Actor();
        if (file is not null)
            await JsonLines.RunAsync(
                file,
                parsed.GetValue(FileOut),
                async line =>
                    Renamed(await answerer.AskAsync(line.Text("question"), line.Texts("history"), person), line),
                cancellationToken
            );
        else
            Show(
                await answerer.AskAsync(question ?? "", parsed.GetValue(History) ?? [], person),
                parsed.GetValue(CommonOptions.Json)
            );
        return ExitCode.Done;
    }

    /// <summary>The answer under the id of its line; its own becomes <c>answerId</c>.</summary>
    static JsonObject Renamed(Answer answer, JsonObject line)
    {
        var json = JsonSerializer.SerializeToNode(answer, AnswerJson.Readable.Answer) as JsonObject ?? [];
        json["id"] = line["id"]?.DeepClone();
        json["answerId"] = answer.Id;
        return json;
    }

    static void Show(Answer answer, bool asJson)
    {
        if (asJson)
            Screen.Json(JsonSerializer.Serialize(answer, AnswerJson.Readable.Answer));
        else
            Screen.Line(answer.Text);
    }
}
