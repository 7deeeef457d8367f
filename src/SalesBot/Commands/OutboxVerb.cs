using System.CommandLine;
using System.Text.Json;
using SalesBot.Messaging;
using SalesBot.People;

namespace SalesBot.Commands;

/// <summary><c>outbox</c>: messages that could not be sent.</summary>
static class OutboxVerb
{
    static readonly Argument<long?> Id = new("id") { Description = "Which one; all of them, if none is given", Arity = ArgumentArity.ZeroOrOne };
    static readonly Argument<long> Which = new("id") { Description = "Which one" };

    public static Command Create() => new("outbox", "Messages that could not be sent")
    {
        PeopleVerb.With(new Command("list", "Dead letters, oldest first") { CommonOptions.Json }, ListAsync),
        PeopleVerb.With(new Command("resend", "Sends them again; the host does, within a second") { Id }, ResendAsync),
        PeopleVerb.With(new Command("drop", "Drops one for good") { Which }, DropAsync),
    };

    static Task<int> ListAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return Task.FromResult(ExitCode.Refused);
        var letters = tools.Get<DeadLetters>().List();
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(JsonSerializer.Serialize(letters, JsonSerializerOptions.Web));
        else if (letters.Count == 0)
            Screen.Line("Every message was sent; there are no dead letters.");
        else
            Screen.Table(["id", "to", "why", "tries", "since", "message"], letters.Select(letter => (IReadOnlyList<string>)
                [$"{letter.Id}", letter.To, letter.Reason, $"{letter.Attempts}", $"{letter.DeadAt:yyyy-MM-dd HH:mm} UTC", letter.Text.Split('\n')[0]]));
        return Task.FromResult(ExitCode.Done);
    }

    static async Task<int> ResendAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var sent = await tools.Get<DeadLetters>().SendAgainAsync(parsed.GetValue(Id));
        if (sent == 0 && parsed.GetValue(Id) is { } id)
            return Missing(id);
        Screen.Line(sent == 0 ? "There are no dead letters."
            : $"{sent:N0} {(sent == 1 ? "message is" : "messages are")} on the way again; a host that serves sends them.");
        return ExitCode.Done;
    }

    static async Task<int> DropAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var id = parsed.GetRequiredValue(Which);
        if (await tools.Get<DeadLetters>().DropAsync(id) == 0)
            return Missing(id);
        Screen.Line("It is dropped.");
        return ExitCode.Done;
    }

    static int Missing(long id)
    {
        Screen.Error($"There is no dead letter {id}; 'salesbot outbox list' shows them.");
        return ExitCode.NotFound;
    }
}
