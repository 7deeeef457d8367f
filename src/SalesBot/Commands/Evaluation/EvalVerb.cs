using System.CommandLine;
using System.Text.Json;
using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Knowledge;

namespace SalesBot.Commands.Evaluation;

/// <summary><c>eval</c>: how good the answers are, on files of questions and tasks.</summary>
static class EvalVerb
{
    static readonly Argument<FileInfo[]> Files = new("files")
    {
        Description = "Questions or tasks with the right answers: .jsonl or .tsv",
        Arity = ArgumentArity.OneOrMore,
    };
    static readonly Option<int> Misses = new("--misses")
    {
        Description = "How many misses to list (default: 20)",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };
    static readonly Option<bool> Parts = new("--parts")
    {
        Description = "Also show what each part contributes, by rerunning with it switched off",
    };

    /// <summary>What can be switched off, by the setting that does so.</summary>
    static readonly (string Part, string Setting)[] Switches =
    [
        ("meaning", "Knowledge:Embeddings"),
        ("example questions", "Knowledge:ExampleQuestions"),
    ];

    public static Command Create()
    {
        var verb = new Command(
            "eval",
            "Scores the answers to files of questions and tasks, with 95% confidence intervals and the misses"
        )
        {
            Files,
            Misses,
            Parts,
            CommonOptions.Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var items = (parsed.GetValue(Files) ?? []).SelectMany(EvaluationItem.Read).ToList();
        var run = await RunAsync(parsed, items, [], cancellationToken);
        var without = new List<(string Part, List<Figure> Figures)>();
        foreach (var (part, setting) in parsed.GetValue(Parts) ? Switches : [])
            without.Add((part, [.. (await WithoutAsync(parsed, items, setting, cancellationToken)).Figures()]));
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(
                JsonSerializer.Serialize(
                    new
                    {
                        figures = run.Figures(),
                        misses = run.Misses(),
                        reliability = run.Reliabilities(),
                        parts = without.Select(each => new { without = each.Part, figures = each.Figures }),
                    },
                    JsonSerializerOptions.Web
                )
            );
        else
            Show(run, without, parsed.GetValue(Misses));
        return ExitCode.Done;
    }

    static void Show(EvaluationRun run, List<(string Part, List<Figure> Figures)> without, int misses)
    {
        Screen.Table(
            [
                "measure",
                "value",
                "95 % from",
                "to",
                "items",
                "floor",
                "goal",
                "moonshot",
                .. without.Select(each => $"without {each.Part}"),
            ],
            run.Figures()
                .Select(figure =>
                    (IReadOnlyList<string>)
                        [
                            figure.Name,
                            $"{figure.Value:0.000}",
                            $"{figure.Low:0.00}",
                            $"{figure.High:0.00}",
                            $"{figure.Items}",
                            .. Wanted(Target.Of(figure.Name)),
                            .. without.Select(each =>
                                each.Figures.FirstOrDefault(other => other.Name == figure.Name) is { } other
                                    ? $"{other.Value:0.000}"
                                    : ""
                            ),
                        ]
                )
        );
        Screen.Table(
            ["confidence of", "from", "items", "mean confidence", "right"],
            run.Reliabilities()
                .Select(bar =>
                    (IReadOnlyList<string>)
                        [bar.Kind, $"{bar.From:0.0}", $"{bar.Items}", $"{bar.Confidence:0.00}", $"{bar.Right:0.00}"]
                )
        );
        foreach (var miss in run.Misses().Take(misses))
            Screen.Line(miss);
    }

    static string[] Wanted(Target? target) =>
        target is null ? ["", "", ""] : [$"{target.Floor:0.00}", $"{target.Goal:0.00}", $"{target.Moonshot:0.00}"];

    /// <summary>The same in a folder of its own, with one part switched off.</summary>
    static async Task<EvaluationRun> WithoutAsync(
        ParseResult parsed,
        List<EvaluationItem> items,
        string setting,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-eval-").FullName;
        try
        {
            return await RunAsync(
                parsed,
                items,
                [new("Storage:DataFolder", folder), new(setting, "false")],
                cancellationToken
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<EvaluationRun> RunAsync(
        ParseResult parsed,
        List<EvaluationItem> items,
        KeyValuePair<string, string?>[] settings,
        CancellationToken cancellationToken
    )
    {
        await using var tools = Toolbox.Open(parsed, settings: settings);
        var index = await tools.ReadyIndexAsync(cancellationToken);
        using var lease = index.Lease();
        return new EvaluationRun(
            Answer(items, tools.Get<AnswerComposer>(), tools.Get<TaskClassifier>(), lease, cancellationToken)
        );
    }

    static List<(EvaluationItem, AnswerDraft)> Answer(
        List<EvaluationItem> items,
        AnswerComposer composer,
        TaskClassifier classifier,
        GenerationLease lease,
        CancellationToken cancellationToken
    )
    {
        using var progress = new ProgressLine("Asking");
        var answers = new List<(EvaluationItem, AnswerDraft)>();
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A statement of a table is a task for certain; a message is read as anybody's.
            answers.Add(
                (
                    item,
                    item.Kind == "statement"
                        ? Verdict(classifier.Classify(item.Text, lease.Generation))
                        : composer.Compose(item.Text, item.History, lease)
                )
            );
            progress.Show(answers.Count, items.Count, item.Id);
        }
        return answers;
    }

    static AnswerDraft Verdict(Classification classification) =>
        new(
            AnswerKind.Classification,
            "",
            [],
            classification.Verdict,
            classification,
            [],
            [],
            classification.Confidence
        );
}
