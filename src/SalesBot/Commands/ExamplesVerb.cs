using System.CommandLine;
using SalesBot.Answering;
using SalesBot.Knowledge.Reading;
using SalesBot.People;

namespace SalesBot.Commands;

/// <summary><c>examples</c>: verdicts that people disagree with, and what becomes of them.</summary>
static class ExamplesVerb
{
    const string File = "examples/confirmed.tsv";

    static readonly Argument<long> Number = new("number") { Description = "The number in the list" };

    public static Command Create()
    {
        var list = new Command("list", "Lists the verdicts that people disagree with") { CommonOptions.Json };
        list.SetAction(ListAsync);
        var confirm = new Command(
            "confirm",
            $"Saves a disputed verdict as a labelled example in the knowledge folder ({File}) for the bot to learn from"
        )
        {
            Number,
        };
        confirm.SetAction((parsed, _) => DecideAsync(parsed, isRight: true));
        var drop = new Command("drop", "Drops a disputed verdict from the list because it was right") { Number };
        drop.SetAction((parsed, _) => DecideAsync(parsed, isRight: false));
        return new Command("examples", "Verdicts that people disagree with: save them as examples, or drop them")
        {
            list,
            confirm,
            drop,
        };
    }

    static async Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var tools = Toolbox.Open(parsed);
        var open = tools.Get<ChallengeStore>().List();
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(System.Text.Json.JsonSerializer.Serialize(open, System.Text.Json.JsonSerializerOptions.Web));
        else if (open.Count == 0)
            Screen.Line(
                "Nobody has disagreed with a verdict. People can do so in chat by replying \"no, that is marketing\"."
            );
        else
            Screen.Table(
                ["number", "task", "verdict", "suggested", "who"],
                open.Select(each =>
                    (IReadOnlyList<string>)[$"{each.Id}", each.Task, each.Verdict, each.Label, each.Person]
                )
            );
        return ExitCode.Done;
    }

    static async Task<int> DecideAsync(ParseResult parsed, bool isRight)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        await using var tools = Toolbox.Open(parsed);
        var store = tools.Get<ChallengeStore>();
        var number = parsed.GetValue(Number);
        if (store.List().FirstOrDefault(each => each.Id == number) is not { } challenge)
        {
            Screen.Error($"There is no number {number} in the list; see 'salesbot examples list'.");
            return ExitCode.NotFound;
        }
        if (isRight)
            tools
                .Get<KnowledgeFolder>()
                .AddLine(File, $"{challenge.Label}\t{challenge.Task.Replace('\t', ' ').Replace('\n', ' ')}");
        await store.RemoveAsync(number);
        Screen.Line(
            isRight
                ? $"“{challenge.Task}” is now an example of {challenge.Label}, saved in {File} in the knowledge folder. It takes effect when the index is next built."
                : $"Dropped “{challenge.Task}”; the verdict stays {challenge.Verdict}."
        );
        return ExitCode.Done;
    }
}
