using System.CommandLine;
using System.Text.Json;
using SalesBot.Messaging;
using SalesBot.People;

namespace SalesBot.Commands;

/// <summary><c>outbox</c>: messages that could not be sent.</summary>
static class OutboxVerb
{
    static readonly Argument<long?> Id = new("id")
    {
        Description = "The id of the message (default: all of them)",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Argument<long> Which = new("id") { Description = "The id of the message" };

    public static Command Create() =>
        new("outbox", "Messages that could not be sent")
        {
            PeopleVerb.With(
                new Command("list", "Undelivered messages, oldest first") { CommonOptions.Json },
                ListAsync
            ),
            PeopleVerb.With(new Command("resend", "Sends them again (SalesBot must be running)") { Id }, ResendAsync),
            PeopleVerb.With(new Command("drop", "Deletes one for good") { Which }, DropAsync),
        };

    static Task<int> ListAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return Task.FromResult(ExitCode.Refused);
        var letters = tools.Get<DeadLetters>().List();
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(JsonSerializer.Serialize(letters, JsonSerializerOptions.Web));
        else if (letters.Count == 0)
            Screen.Line("Every message was delivered.");
        else
            Screen.Table(
                ["id", "to", "why", "tries", "since", "message"],
                letters.Select(letter =>
                    (IReadOnlyList<string>)
                        [
                            $"{letter.Id}",
                            letter.To,
                            letter.Reason,
                            $"{letter.Attempts}",
                            $"{letter.DeadAt:yyyy-MM-dd HH:mm} UTC",
                            letter.Text.Split('\n')[0],
                        ]
                )
            );
        return Task.FromResult(ExitCode.Done);
    }

    static async Task<int> ResendAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var sent = await tools.Get<DeadLetters>().SendAgainAsync(parsed.GetValue(Id));
        if (sent == 0 && parsed.GetValue(Id) is { } id)
            return Missing(id);
        Screen.Line(
            sent == 0
                ? "There are no undelivered messages."
                : $"{sent:N0} {(sent == 1 ? "message is" : "messages are")} queued again and will be sent while SalesBot is running."
        );
        return ExitCode.Done;
    }

    static async Task<int> DropAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var id = parsed.GetRequiredValue(Which);
        if (await tools.Get<DeadLetters>().DropAsync(id) == 0)
            return Missing(id);
        Screen.Line("Message deleted.");
        return ExitCode.Done;
    }

    static int Missing(long id)
    {
        Screen.Error($"There is no undelivered message {id}; see 'salesbot outbox list'.");
        return ExitCode.NotFound;
    }
}
