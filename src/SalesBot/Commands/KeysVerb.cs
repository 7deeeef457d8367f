using System.CommandLine;
using SalesBot.Chat;
using SalesBot.People;

namespace SalesBot.Commands;

/// <summary><c>people keys</c>: keys for programs that call the API.</summary>
static class KeysVerb
{
    static readonly Argument<string> Who = new("person") { Description = "The id of the person it acts as" };
    static readonly Argument<string> Id = new("id") { Description = "The key's id, as 'people keys list' shows it" };
    static readonly Option<string[]> Scopes =
        new("--scope") { Description = "What it may be used for; may be repeated", HelpName = string.Join('|', AccessScopes.All) };
    static readonly Option<string?> Label = new("--label") { Description = "What it is for", HelpName = "TEXT" };

    public static Command Create() => new("keys", "API keys: each acts as a named person, within its scopes")
    {
        PeopleVerb.With(new Command("list", "The keys, without their secrets"), ListAsync),
        PeopleVerb.With(new Command("add", "Makes a key and shows it this once") { Who, Scopes, Label }, AddAsync),
        PeopleVerb.With(new Command("revoke", "Ends a key") { Id }, RevokeAsync),
    };

    static Task<int> ListAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return Task.FromResult(ExitCode.Refused);
        var keys = tools.Get<ApiKeys>().All(parsed.Actor().Workspace);
        if (keys.Count == 0)
            Screen.Line("None yet. 'salesbot people keys add crm-import --scope handoffs:write' makes one.");
        else
            Screen.Table(["id", "person", "scopes", "label", "made", "state"], keys.Select(key => (IReadOnlyList<string>)
                [key.Id, key.Person, key.Scopes, key.Label, $"{key.MadeAt:yyyy-MM-dd}", key.Revoked ? "revoked" : "in use"]));
        return Task.FromResult(ExitCode.Done);
    }

    static async Task<int> AddAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var (person, scopes) = (parsed.GetRequiredValue(Who), parsed.GetValue(Scopes) ?? []);
        if (ApiKeyRequests.Fault(person, scopes) is var (_, fault))
            throw new UsageFault(fault);
        var (token, key) =
            await tools.Get<ApiKeys>().MakeAsync(parsed.Actor(), PersonText.Clean(person), PersonText.Clean(parsed.GetValue(Label) ?? ""), scopes.Distinct());
        Screen.Error($"The key {key.Id} acts as {key.Person} for {key.Scopes}. It is shown this once; send it as 'Authorization: Bearer KEY'.");
        Screen.Line(token);
        return ExitCode.Done;
    }

    static async Task<int> RevokeAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var id = parsed.GetRequiredValue(Id);
        if (!await tools.Get<ApiKeys>().RevokeAsync(parsed.Actor(), id))
        {
            Screen.Error("No key in use has that id.");
            return ExitCode.NotFound;
        }
        Screen.Line($"The key {PersonText.Clean(id)} is ended.");
        return ExitCode.Done;
    }
}
