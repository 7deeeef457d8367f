using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.People;

namespace SalesBot.Handoffs.Routing;

/// <summary>The configured territories and segments.</summary>
sealed class RoutingRules(IOptions<HandoffOptions> options)
{
    static readonly string[] Fields =
    [
        "team",
        "kind",
        "urgency",
        "source",
        "campaign",
        "region",
        "industry",
        "size",
        "domain",
    ];

    /// <summary>The first rule that fits, or none.</summary>
    public RoutingRule? Find(Team team, HandoffBrief brief, HandoffWords words) =>
        options.Value.Routing.Rules.Find(rule =>
            Conditions(rule.When).All(condition => Holds(condition, team, brief, words))
        );

    /// <summary>What is wrong with a rule's condition, in a sentence, or none.</summary>
    public static string? Fault(string when) =>
        Conditions(when).Find(condition => !Fields.Contains(condition.Field) || condition.Value.Length == 0)
            is { Field: not null } wrong
            ? $"'{wrong.Field}={wrong.Value}' is not a valid rule; the field must be one of {string.Join(", ", Fields)}."
            : null;

    static List<(string Field, string Value)> Conditions(string when) =>
        [
            .. when.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
                .Select(pair => (pair[0].ToLowerInvariant(), pair.Length > 1 ? pair[1] : "")),
        ];

    static bool Holds((string Field, string Value) condition, Team team, HandoffBrief brief, HandoffWords words)
    {
        var actual = condition.Field switch
        {
            "team" => Words.Of(team),
            "kind" => Words.Of(brief.Kind),
            "urgency" => Words.Of(brief.Urgency),
            "source" => brief.Source,
            "campaign" => brief.Campaign,
            "region" => words.Company?.Region,
            "industry" => words.Company?.Industry,
            "size" => words.Company?.Size,
            _ => ContactKeys.Company(words.Company, words.Person),
        };
        return actual is not null
            && (
                condition.Field == "domain" && condition.Value.StartsWith('.')
                    ? actual.EndsWith(condition.Value, StringComparison.OrdinalIgnoreCase)
                    : actual.Equals(condition.Value, StringComparison.OrdinalIgnoreCase)
            );
    }
}
