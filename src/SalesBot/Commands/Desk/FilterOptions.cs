using System.CommandLine;
using SalesBot.Handoffs;

namespace SalesBot.Commands.Desk;

/// <summary>Which handoffs a verb is about.</summary>
static class FilterOptions
{
    static readonly Option<string?> State = new("--state")
    {
        Description = "Only handoffs in this state",
        HelpName = "STATE",
    };
    static readonly Option<string?> Team = new("--team")
    {
        Description = "Only handoffs to this team",
        HelpName = "sales|marketing",
    };
    static readonly Option<string?> Owner = new("--owner")
    {
        Description = "Only handoffs owned by this person; 'me' for your own, 'none' for those without an owner",
        HelpName = "WHO|me|none",
    };
    static readonly Option<bool> Overdue = new("--overdue") { Description = "Only overdue handoffs" };
    static readonly Option<bool> Open = new("--open") { Description = "With something left to do" };
    static readonly Option<string?> Words = new("--find")
    {
        Description = "With these words in number, title, person or company",
        HelpName = "WORDS",
    };

    public static IReadOnlyList<Option> All => [State, Team, Owner, Overdue, Open, Words];

    public static HandoffFilter Of(ParseResult parsed) =>
        new(
            parsed.GetValue(State),
            parsed.GetValue(Team),
            parsed.GetValue(Owner),
            Overdue: parsed.GetValue(Overdue) ? true : null,
            Q: parsed.GetValue(Words),
            Open: parsed.GetValue(Open) ? true : null
        );
}
