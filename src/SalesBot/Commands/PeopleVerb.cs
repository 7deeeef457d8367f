using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Commands;

/// <summary><c>people</c>: roles and absences, keys, and what is kept about somebody.</summary>
static class PeopleVerb
{
    static readonly Argument<string> Who = new("person") { Description = "An id, such as slack:T1/U1" };
    static readonly Argument<string> Email = new("email") { Description = "The e-mail address of the person" };
    static readonly Option<string?> Name = new("--name") { Description = "The person's name", HelpName = "TEXT" };
    static readonly Option<string?> RoleOption = new("--role")
    {
        Description = "The person's role",
        HelpName = string.Join('|', Enum.GetValues<Role>().Select(Words.Of)),
    };
    static readonly Option<DateTimeOffset?> AwayFrom = new("--away-from")
    {
        Description = "The start of an absence (default: now)",
        HelpName = "TIME",
    };
    static readonly Option<DateTimeOffset?> AwayUntil = new("--away-until")
    {
        Description = "The end of the absence",
        HelpName = "TIME",
    };
    static readonly Option<bool> Back = new("--back") { Description = "End the absence now" };
    static readonly Option<long?> Capacity = new("--capacity")
    {
        Description = "How many open handoffs they can have before rotation skips them",
        HelpName = "N",
    };
    static readonly Option<bool> Yes = new("--yes")
    {
        Description = "Erase for good (default: only show what would be erased)",
    };

    public static Command Create()
    {
        var verb = new Command("people", "People and roles, API keys, and stored personal data");
        verb.Add(With(new Command("list", "Everybody in the roster") { CommonOptions.Json }, ListAsync));
        verb.Add(
            With(
                new Command("set", "Sets a person's role, name, absence or capacity; adds the person if new")
                {
                    Who,
                    Name,
                    RoleOption,
                    AwayFrom,
                    AwayUntil,
                    Back,
                    Capacity,
                },
                SetAsync
            )
        );
        verb.Add(
            With(new Command("export", "Everything stored about an e-mail address, as JSON") { Email }, ExportAsync)
        );
        verb.Add(
            With(
                new Command("forget", "Erases everything stored about an e-mail address; histories stay intact")
                {
                    Email,
                    Yes,
                },
                ForgetAsync
            )
        );
        verb.Add(KeysVerb.Create());
        return verb;
    }

    public static Command With(Command verb, Func<ParseResult, Toolbox, Task<int>> run)
    {
        verb.SetAction(
            async (parsed, _) =>
            {
                await using var tools = Toolbox.Open(parsed);
                return await run(parsed, tools);
            }
        );
        return verb;
    }

    static Task<int> ListAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.Actor().Leads)
            return Task.FromResult(Refused("Only a manager or an admin may see the roster."));
        var members = tools.Get<Roster>().All(parsed.Actor().Workspace);
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(
                JsonSerializer.Serialize(
                    members.Select(member => new
                    {
                        member.Id,
                        member.Name,
                        role = Words.Of(member.Role),
                        member.AwayFrom,
                        member.AwayUntil,
                        member.Capacity,
                    }),
                    Written
                )
            );
        else if (members.Count == 0)
            Screen.Line(
                "The roster is empty. Add somebody with 'salesbot people set slack:T1/U1 --name Dana --role sales'."
            );
        else
            Screen.Table(
                ["id", "name", "role", "away until", "capacity"],
                members.Select(member =>
                    (IReadOnlyList<string>)
                        [
                            member.Id,
                            member.Name,
                            Words.Of(member.Role),
                            member.AwayUntil is { } until ? $"{until:yyyy-MM-dd HH:mm} UTC" : "",
                            $"{member.Capacity}",
                        ]
                )
            );
        return Task.FromResult(ExitCode.Done);
    }

    static async Task<int> SetAsync(ParseResult parsed, Toolbox tools)
    {
        var role = parsed.GetValue(RoleOption);
        if (role is not null && Words.Parse<Role>(role) is null)
            throw new UsageFault($"The role must be one of {Words.List<Role>()}.");
        var until = parsed.GetValue(AwayUntil);
        var from = parsed.GetValue(AwayFrom) ?? (until is null ? null : tools.Get<TimeProvider>().GetUtcNow());
        var result = await tools
            .Get<Roster>()
            .SetAsync(
                parsed.Actor(),
                parsed.GetRequiredValue(Who),
                new MemberChange(
                    parsed.GetValue(Name),
                    Words.Parse<Role>(role),
                    from,
                    until,
                    parsed.GetValue(Back),
                    parsed.GetValue(Capacity)
                )
            );
        if (result.Ended == RosterResult.Outcome.Faulty)
            throw new UsageFault(result.Sentence);
        if (result.Ended == RosterResult.Outcome.Refused)
            return Refused(result.Sentence);
        Screen.Line(result.Sentence + ".");
        return ExitCode.Done;
    }

    static Task<int> ExportAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return Task.FromResult(ExitCode.Refused);
        Screen.Json(
            JsonSerializer.Serialize(tools.Get<PersonalData>().Export(parsed.Actor(), Address(parsed)), Written)
        );
        return Task.FromResult(ExitCode.Done);
    }

    static async Task<int> ForgetAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var (data, email) = (tools.Get<PersonalData>(), Address(parsed));
        var found = data.Export(parsed.Actor(), email).Select(kind => $"{kind.Value.Count} {kind.Key}").ToList();
        if (!parsed.GetValue(Yes))
        {
            Screen.Line(
                $"'{email}' appears in {string.Join(" and ", found)}. Nothing has been erased yet; add --yes to erase the text of all of them for good."
            );
            return ExitCode.Done;
        }
        Screen.Error("Erasing …");
        var done = await data.ForgetAsync(parsed.Actor(), email);
        Screen.Line(
            $"Erased from {string.Join(" and ", done.Select(kind => $"{kind.Value} {kind.Key}"))}. Earlier backups still contain it."
        );
        foreach (var aside in Backup.KeptAside(tools.Get<Database>()))
            Screen.Line($"So may '{aside}', kept aside by a restore; delete it once you no longer need it.");
        return ExitCode.Done;
    }

    static string Address(ParseResult parsed) =>
        PersonText.Clean(parsed.GetRequiredValue(Email)) is var email
        && Handoffs.Routing.ContactKeys.Email(email) is not null
            ? email
            : throw new UsageFault("Give an e-mail address such as jane@acme.example.");

    static int Refused(string sentence)
    {
        Screen.Error(sentence);
        return ExitCode.Refused;
    }

    static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };
}
