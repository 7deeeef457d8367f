using System.CommandLine;
using SalesBot.Chat;
using SalesBot.People;

namespace SalesBot.Commands;

/// <summary><c>people keys</c>: keys for programs that call the API.</summary>
static class KeysVerb
{
    static readonly Argument<string> Who = new("person") { Description = "The id of the person the key acts as" };
    static readonly Argument<string> Id = new("id") { Description = "The key's id, as 'people keys list' shows it" };
    static readonly Option<string[]> Scopes = new("--scope")
    {
        Description = "What the key may be used for; may be repeated",
        HelpName = string.Join('|', AccessScopes.All),
    };
    static readonly Option<string?> Label = new("--label")
    {
        Description = "A label that says what the key is for",
        HelpName = "TEXT",
    };

    public static Command Create() =>
        new("keys", "API keys: each acts as a named person, within its scopes")
        {
            PeopleVerb.With(new Command("list", "The keys, without their secrets"), ListAsync),
            PeopleVerb.With(
                new Command("add", "Creates a key and shows it only once") { Who, Scopes, Label },
                AddAsync
            ),
            PeopleVerb.With(new Command("revoke", "Revokes a key") { Id }, RevokeAsync),
        };

    static Task<int> ListAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return Task.FromResult(ExitCode.Refused);
        var keys = tools.Get<ApiKeys>().All(parsed.Actor().Workspace);
        if (keys.Count == 0)
            Screen.Line("No keys yet. Create one with 'salesbot people keys add crm-import --scope handoffs:write'.");
        else
            Screen.Table(
                ["id", "person", "scopes", "label", "made", "state"],
                keys.Select(key =>
                    (IReadOnlyList<string>)
                        [
                            key.Id,
                            key.Person,
                            key.Scopes,
                            key.Label,
                            $"{key.MadeAt:yyyy-MM-dd}",
                            key.Revoked ? "revoked" : "in use",
                        ]
                )
            );
        return Task.FromResult(ExitCode.Done);
    }

    static async Task<int> AddAsync(ParseResult parsed, Toolbox tools)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        var (person, scopes) = (parsed.GetRequiredValue(Who), parsed.GetValue(Scopes) ?? []);
        if (ApiKeyRequests.Fault(person, scopes) is var (_, fault))
            throw new UsageFault(fault);
        var (token, key) = await tools
            .Get<ApiKeys>()
            .MakeAsync(
                parsed.Actor(),
                PersonText.Clean(person),
                PersonText.Clean(parsed.GetValue(Label) ?? ""),
                scopes.Distinct()
            );
        Screen.Error(
            $"Key {key.Id} acts as {key.Person} with the scopes {key.Scopes}. It's shown only this once; send it as 'Authorization: Bearer KEY'."
        );
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
            Screen.Error("There is no active key with that id; see 'salesbot people keys list'.");
            return ExitCode.NotFound;
        }
        Screen.Line($"Key {PersonText.Clean(id)} is revoked.");
        return ExitCode.Done;
    }
}
