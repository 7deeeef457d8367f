using System.CommandLine;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;

namespace SalesBot.Commands.Desk;

/// <summary><c>handoffs move</c>: makes a move, by default on the version there is now.</summary>
static class MoveVerb
{
    static readonly Argument<string> Moved = new Argument<string>("move")
    {
        Description = "The move to make",
    }.AcceptOnlyFromAmong([
        .. Enum.GetValues<Move>().Where(move => move is not Move.Raise and < Move.Wake).Select(Words.Of),
    ]);
    static readonly Option<long?> Version = new("--version")
    {
        Description = "The version you are acting on; the move is refused if there is a newer one",
        HelpName = "N",
    };
    static readonly Option<string?> Reason = new("--reason")
    {
        Description = "The reason, for return, recycle (snooze) and disqualify",
        HelpName = "CODE",
    };
    static readonly Option<string?> Note = new("--note")
    {
        Description = "A note in your own words",
        HelpName = "TEXT",
    };
    static readonly Option<string?> WakeUp = new("--wake-up")
    {
        Description = "The day it comes back, for recycle (snooze)",
        HelpName = "YYYY-MM-DD",
    };
    static readonly Option<string?> Owner = new("--to") { Description = "The new owner, for assign", HelpName = "WHO" };
    static readonly Option<string?> Outcome = new("--outcome")
    {
        Description = "The outcome, for complete",
        HelpName = string.Join('|', Enum.GetValues<HandoffOutcome>().Select(Words.Of)),
    };
    static readonly Option<string?> Into = new("--into")
    {
        Description = "The handoff to merge it into, for merge",
        HelpName = "HO-N",
    };
    static readonly Option<int?> Rating = new("--rating")
    {
        Description = "A rating from 1 to 5, for rate",
        HelpName = "N",
    };
    static readonly Option<string?> Title = new("--title")
    {
        Description = "A new title, for edit and resubmit",
        HelpName = "TEXT",
    };
    static readonly Option<string?> Key = new("--key")
    {
        Description = "A key that makes the command safe to repeat",
        HelpName = "TEXT",
    };

    public static Command Create()
    {
        var verb = new Command("move", "Changes a handoff: accept, return, contact, complete and more")
        {
            HandoffsVerb.Number,
            Moved,
            Version,
            Reason,
            Note,
            WakeUp,
            Owner,
            Outcome,
            Into,
            Rating,
            Title,
            Key,
            CommonOptions.Json,
        };
        foreach (var option in ContentOptions.All)
            verb.Add(option);
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var tools = Toolbox.Open(parsed);
        var name = parsed.GetRequiredValue(HandoffsVerb.Number);
        var request = ContentOptions.Over(
            parsed,
            new MoveRequest
            {
                Version = parsed.GetValue(Version) ?? tools.Get<HandoffLists>().Find(name, parsed.Actor())?.Version,
                Reason = parsed.GetValue(Reason),
                Note = parsed.GetValue(Note),
                WakeUp = parsed.GetValue(WakeUp),
                Owner = parsed.GetValue(Owner),
                Outcome = parsed.GetValue(Outcome),
                Into = parsed.GetValue(Into),
                Rating = parsed.GetValue(Rating),
                Title = parsed.GetValue(Title),
            }
        );
        var move =
            Words.Parse<Move>(parsed.GetRequiredValue(Moved))
            ?? throw new UsageFault("There is no such move. See 'salesbot handoffs move --help'.");
        return HandoffsVerb.Answer(
            await tools.Get<HandoffDesk>().MoveAsync(name, move, request, HandoffsVerb.By(parsed, Key)),
            tools,
            parsed
        );
    }
}
