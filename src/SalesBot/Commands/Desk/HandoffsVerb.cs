using System.CommandLine;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;

namespace SalesBot.Commands.Desk;

/// <summary><c>handoffs</c>: the desk from a shell.</summary>
static class HandoffsVerb
{
    public static readonly Argument<string> Number = new("number")
    {
        Description = "The handoff's number, such as HO-1001",
    };

    public static Command Create() =>
        new("handoffs", "Handoffs between sales and marketing")
        {
            List(),
            Show(),
            RaiseVerb.Create(),
            MoveVerb.Create(),
            ExportVerb.Create(),
            ReportVerb.Create(),
            VerifyVerb.Create(),
        };

    static Command List()
    {
        var page = new Option<int>("--page")
        {
            Description = "The page to show, starting at 1",
            DefaultValueFactory = _ => 1,
        };
        var size = new Option<int>("--size")
        {
            Description = $"Handoffs per page, at most {HandoffFilter.MostAtOnce}",
            DefaultValueFactory = _ => 50,
        };
        var verb = new Command("list", "Handoffs, newest first") { page, size, CommonOptions.Json };
        foreach (var option in FilterOptions.All)
            verb.Add(option);
        verb.SetAction(
            async (parsed, _) =>
            {
                var filter = FilterOptions.Of(parsed) with
                {
                    Page = parsed.GetValue(page),
                    Size = parsed.GetValue(size),
                };
                if (filter.Check(new FieldFaults()) is { Any: true } faults)
                    throw new UsageFault(new DeskResult.Invalid(faults.ByField).Sentence);
                await using var tools = Toolbox.Open(parsed);
                var found = tools.Get<HandoffLists>().Page(filter, parsed.Actor());
                if (parsed.GetValue(CommonOptions.Json))
                    Screen.Json(JsonSerializer.Serialize(found, CardJson.Readable.HandoffPage));
                else
                    HandoffText.Table(found, tools.Get<Handoffs.Clocks.BusinessCalendars>());
                return ExitCode.Done;
            }
        );
        return verb;
    }

    static Command Show()
    {
        var verb = new Command("show", "A handoff with its history") { Number, CommonOptions.Json };
        verb.SetAction(
            async (parsed, _) =>
            {
                await using var tools = Toolbox.Open(parsed);
                var name = parsed.GetRequiredValue(Number);
                if (tools.Get<HandoffLists>().Find(name, parsed.Actor()) is not { } card)
                    return Missing(HandoffReplies.Missing(name).Sentence);
                HandoffText.Card(
                    card,
                    parsed.GetValue(CommonOptions.Json),
                    tools.Get<Handoffs.Clocks.BusinessCalendars>(),
                    whole: true
                );
                return ExitCode.Done;
            }
        );
        return verb;
    }

    /// <summary>Shows what became of a command, and tells the shell.</summary>
    public static int Answer(DeskResult result, Toolbox tools, ParseResult parsed)
    {
        switch (result)
        {
            case DeskResult.Done done:
                HandoffText.Card(
                    tools.Get<HandoffLists>().Card(done.Handoff, parsed.Actor()),
                    parsed.GetValue(CommonOptions.Json),
                    tools.Get<Handoffs.Clocks.BusinessCalendars>(),
                    whole: false
                );
                return ExitCode.Done;
            case DeskResult.Missing missing:
                return Missing(missing.Sentence);
            case DeskResult.Invalid invalid:
                throw new UsageFault(OptionNames.Sentence(invalid));
            case DeskResult.Forbidden forbidden:
                Screen.Error(forbidden.Sentence);
                return ExitCode.Refused;
            case DeskResult.Conflict conflict:
                Screen.Error(conflict.Sentence);
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException(
                    $"Unexpected result: {result.GetType().Name}. Please report this fault."
                );
        }
    }

    /// <summary>Who acts from the command line; a key makes a repetition the same command.</summary>
    public static Acting By(ParseResult parsed, Option<string?> key) =>
        new(parsed.Actor(), "cli", parsed.GetValue(key) is { } text ? PersonText.Clean(text) : null);

    static int Missing(string sentence)
    {
        Screen.Error(sentence);
        return ExitCode.NotFound;
    }
}
