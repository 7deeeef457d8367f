using System.CommandLine;
using System.Text.Json;
using SalesBot.Answering;
using SalesBot.Knowledge;

namespace SalesBot.Commands.Evaluation;

/// <summary><c>eval</c>: how good the answers are, on files of questions and tasks.</summary>
static class EvalVerb
{
    static readonly Argument<FileInfo[]> Files =
        new("files") { Description = "Questions or tasks with what is right: .jsonl or .tsv", Arity = ArgumentArity.OneOrMore };
    static readonly Option<int> Misses =
        new("--misses") { Description = "How many misses to list (default: 20)", HelpName = "N", DefaultValueFactory = _ => 20 };

    public static Command Create()
    {
        var verb =
            new Command("eval", "Scores the answers on files of questions and tasks, with 95 % confidence intervals and the misses") { Files, Misses,
                CommonOptions.Json };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var items = (parsed.GetValue(Files) ?? []).SelectMany(EvaluationItem.Read).ToList();
        await using var tools = Toolbox.Open(parsed);
        var index = await tools.ReadyIndexAsync(cancellationToken);
        var run = new EvaluationRun(Answer(items, tools.Get<AnswerComposer>(), index, cancellationToken));
        if (parsed.GetValue(CommonOptions.Json))
        {
            Screen.Json(JsonSerializer.Serialize(new { figures = run.Figures(), misses = run.Misses() }, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }
        Screen.Table(["measure", "value", "95 % from", "to", "items"], run.Figures().Select(figure => (IReadOnlyList<string>)
            [figure.Name, $"{figure.Value:0.000}", $"{figure.Low:0.00}", $"{figure.High:0.00}", $"{figure.Items}"]));
        foreach (var miss in run.Misses().Take(parsed.GetValue(Misses)))
            Screen.Line(miss);
        return ExitCode.Done;
    }

    static List<(EvaluationItem, AnswerDraft)> Answer(List<EvaluationItem> items, AnswerComposer composer, KnowledgeIndex index,
        CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine("Asking");
        using var lease = index.Lease();
        var answers = new List<(EvaluationItem, AnswerDraft)>();
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            answers.Add((item, composer.Compose(item.Text, item.History, lease)));
            progress.Show(answers.Count, items.Count, item.Id);
        }
        return answers;
    }
}
