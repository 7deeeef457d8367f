using System.CommandLine;
using SalesBot.People;

namespace SalesBot.Commands;

/// <summary>The options that every verb understands.</summary>
static class CommonOptions
{
    public static readonly Option<string?> Data = new("--data")
    {
        Description = "The folder for the database and the index (default: data)",
        HelpName = "DIR",
        Recursive = true,
    };
    public static readonly Option<string?> Knowledge = new("--knowledge")
    {
        Description = "The folder of documents (default: knowledge)",
        HelpName = "DIR",
        Recursive = true,
    };
    public static readonly Option<string> As = new Option<string>("--as")
    {
        Description = "The persona to act as",
        HelpName = string.Join('|', Personas.Names),
        Recursive = true,
        DefaultValueFactory = _ => "admin",
    }.AcceptOnlyFromAmong([.. Personas.Names]);
    public static readonly Option<bool> Json = new("--json") { Description = "Write the output as JSON" };

    public static IReadOnlyList<Option> All => [Data, Knowledge, As];

    /// <summary>The person that <c>--as</c> names.</summary>
    public static Person Actor(this ParseResult parsed) =>
        Personas.Find(parsed.GetValue(As) ?? "admin")
        ?? throw new UsageFault($"--as must be one of {string.Join(", ", Personas.Names)}.");

    /// <summary>Whether the person of <c>--as</c> has that role; if not, says so.</summary>
    public static bool MayActAs(this ParseResult parsed, Role role)
    {
        if (parsed.Actor().Role == role)
            return true;
        Screen.Error(
            $"Only an {role.ToString().ToLowerInvariant()} can do this, and you're acting as {parsed.Actor().Name}; use --as to change that."
        );
        return false;
    }

    /// <summary>The settings given on the command line, by key.</summary>
    public static List<KeyValuePair<string, string?>> Settings(this ParseResult parsed)
    {
        var settings = new List<KeyValuePair<string, string?>>();
        if (parsed.GetValue(Data) is { } data)
            settings.Add(new("Storage:DataFolder", data));
        if (parsed.GetValue(Knowledge) is { } knowledge)
            settings.Add(new("Knowledge:Folder", knowledge));
        return settings;
    }
}
