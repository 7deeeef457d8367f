using System.CommandLine;
using SalesBot.Handoffs;

namespace SalesBot.Commands.Desk;

/// <summary>Which handoffs a verb is about.</summary>
static class FilterOptions
{
    static readonly Option<string?> State = new("--state") { Description = "In that state", HelpName = "STATE" };
    static readonly Option<string?> Team = new("--team") { Description = "To that team", HelpName = "sales|marketing" };
    static readonly Option<string?> Owner = new("--owner") { Description = "Owned by a person, by me, or by none", HelpName = "WHO|me|none" };
    static readonly Option<bool> Overdue = new("--overdue") { Description = "Past their due time" };
    static readonly Option<bool> Open = new("--open") { Description = "With something left to do" };
    static readonly Option<string?> Words = new("--find") { Description = "With these words in number, title, person or company", HelpName = "WORDS" };

    public static IReadOnlyList<Option> All => [State, Team, Owner, Overdue, Open, Words];

    public static HandoffFilter Of(ParseResult parsed) => new(parsed.GetValue(State), parsed.GetValue(Team), parsed.GetValue(Owner),
        Overdue: parsed.GetValue(Overdue) ? true : null, Q: parsed.GetValue(Words), Open: parsed.GetValue(Open) ? true : null);
}
