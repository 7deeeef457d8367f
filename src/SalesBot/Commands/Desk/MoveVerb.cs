using System.CommandLine;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;

namespace SalesBot.Commands.Desk;

/// <summary><c>handoffs move</c>: makes a move, by default on the version there is now.</summary>
static class MoveVerb
{
    static readonly Argument<string> Moved = new Argument<string>("move") { Description = "What to do with it" }
        .AcceptOnlyFromAmong([.. Enum.GetValues<Move>().Where(move => move is not Move.Raise and < Move.Wake).Select(Words.Of)]);
    static readonly Option<long?> Version = new("--version") { Description = "The version it is based on; a later one refuses the move", HelpName = "N" };
    static readonly Option<string?> Reason = new("--reason") { Description = "Why, for return, recycle and disqualify", HelpName = "CODE" };
    static readonly Option<string?> Note = new("--note") { Description = "In your words", HelpName = "TEXT" };
    static readonly Option<string?> WakeUp = new("--wake-up") { Description = "The date on which a recycled one comes back", HelpName = "YYYY-MM-DD" };
    static readonly Option<string?> Owner = new("--to") { Description = "Who is to have it, for assign", HelpName = "WHO" };
    static readonly Option<string?> Outcome = new("--outcome")
        { Description = "What came of it, for complete", HelpName = string.Join('|', Enum.GetValues<HandoffOutcome>().Select(Words.Of)) };
    static readonly Option<string?> Into = new("--into") { Description = "Which one it is the same as, for merge", HelpName = "HO-N" };
    static readonly Option<int?> Rating = new("--rating") { Description = "1 to 5, for rate", HelpName = "N" };
    static readonly Option<string?> Title = new("--title") { Description = "A new title, for edit and resubmit", HelpName = "TEXT" };
    static readonly Option<string?> Key = new("--key") { Description = "A repetition with the same key does nothing more", HelpName = "TEXT" };

    public static Command Create()
    {
        var verb = new Command("move", "Makes a move: accept, return, contact, complete …")
            { HandoffsVerb.Number, Moved, Version, Reason, Note, WakeUp, Owner, Outcome, Into, Rating, Title, Key, CommonOptions.Json };
        foreach (var option in ContentOptions.All)
            verb.Add(option);
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var tools = Toolbox.Open(parsed);
        var name = parsed.GetRequiredValue(HandoffsVerb.Number);
        var request = ContentOptions.Over(parsed, new MoveRequest
        {
            Version = parsed.GetValue(Version) ?? tools.Get<HandoffLists>().Find(name, parsed.Actor())?.Version,
            Reason = parsed.GetValue(Reason), Note = parsed.GetValue(Note), WakeUp = parsed.GetValue(WakeUp), Owner = parsed.GetValue(Owner),
            Outcome = parsed.GetValue(Outcome), Into = parsed.GetValue(Into), Rating = parsed.GetValue(Rating), Title = parsed.GetValue(Title),
        });
        var move = Words.Parse<Move>(parsed.GetRequiredValue(Moved)) ?? throw new UsageFault("There is no such move.");
        return HandoffsVerb.Answer(await tools.Get<HandoffDesk>().MoveAsync(name, move, request, HandoffsVerb.By(parsed, Key)), tools, parsed);
    }
}
