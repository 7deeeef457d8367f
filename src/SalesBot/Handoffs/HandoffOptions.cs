using System.ComponentModel.DataAnnotations;
using SalesBot.Handoffs.Clocks;
using SalesBot.Handoffs.Moves;
using SalesBot.Handoffs.Routing;

namespace SalesBot.Handoffs;

/// <summary>The <c>Handoffs</c> section of the configuration.</summary>
sealed class HandoffOptions
{
    /// <summary>When each team works.</summary>
    public CalendarOptionsByTeam Calendars { get; set; } = new();

    /// <summary>How soon things are to be done.</summary>
    public TargetOptions Targets { get; set; } = new();

    /// <summary>Who gets what.</summary>
    public RoutingOptions Routing { get; set; } = new();

    /// <summary>Reason codes whose next step differs from the one they have, or new ones.</summary>
    public List<ReasonOption> Reasons { get; set; } = [];

    /// <summary>Where each team hears of its handoffs.</summary>
    public NotifyOptions Notify { get; set; } = new();

    /// <summary>
    /// When a team gets its weekly digest, by its own clock, such as <c>Mon 09:00</c>, the default; empty for none.
    /// </summary>
    [RegularExpression(
        "^((Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([01][0-9]|2[0-3]):[0-5][0-9])?$",
        ErrorMessage = "The field Digest must be a day and a time such as Mon 09:00."
    )]
    public string Digest { get; set; } = "Mon 09:00";

    /// <summary>Personal data of a closed handoff is erased after so many days; 0 keeps it. Default 0.</summary>
    [Range(0, 36_500)]
    public int EraseAfterDays { get; set; }
}

/// <summary>A calendar for each team.</summary>
sealed class CalendarOptionsByTeam
{
    public CalendarOptions Sales { get; set; } = new();

    public CalendarOptions Marketing { get; set; } = new();
}

/// <summary>
/// A channel for each team: <c>slack:TEAM/CHANNEL</c>, <c>teams:TENANT/CONVERSATION</c>; empty for none. What is said
/// in a chat goes before it.
/// </summary>
sealed class NotifyOptions : IValidatableObject
{
    public string Sales { get; set; } = "";

    public string Marketing { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, text) in new[] { (nameof(Sales), Sales), (nameof(Marketing), Marketing) })
            if (text.Length > 0 && Chat.Address.Parse(text) is null)
                yield return new ValidationResult($"'{text}' is not a channel such as slack:T0123/C0456.", [name]);
    }
}

/// <summary>Working time in hours.</summary>
sealed class TargetOptions
{
    /// <summary>To accept what is wanted now. Default 1.</summary>
    [Range(0.01, 1000)]
    public double AcceptNow { get; set; } = 1;

    /// <summary>To accept what is wanted today. Default 4.</summary>
    [Range(0.01, 1000)]
    public double AcceptToday { get; set; } = 4;

    /// <summary>To accept all else. Default 24.</summary>
    [Range(0.01, 1000)]
    public double AcceptLater { get; set; } = 24;

    /// <summary>To contact the person after accepting. Default 4.</summary>
    [Range(0.01, 1000)]
    public double FirstContact { get; set; } = 4;

    /// <summary>For the sender to answer a return. Default 8.</summary>
    [Range(0.01, 1000)]
    public double AnswerReturn { get; set; } = 8;
}

/// <summary>How a handoff finds its owner.</summary>
sealed class RoutingOptions
{
    /// <summary>
    /// How many open handoffs somebody takes by rotation, unless the roster says otherwise for them. Default 25.
    /// </summary>
    [Range(0, 10_000)]
    public int Capacity { get; set; } = 25;

    /// <summary>Territories and segments; the first rule that fits counts.</summary>
    public List<RoutingRule> Rules { get; set; } = [];
}

/// <summary>Who gets a handoff of which some fields have some values.</summary>
sealed class RoutingRule : IValidatableObject
{
    /// <summary>
    /// Fields and values, all of which must hold: <c>team=sales; region=EMEA; domain=.de</c>. Fields: team, kind,
    /// urgency, source, campaign, region, industry, size, domain; a domain that begins with a dot is an ending.
    /// </summary>
    [Required]
    public string When { get; set; } = "";

    /// <summary>The id of the person.</summary>
    [Required]
    public string Owner { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RoutingRules.Fault(When) is { } fault)
            yield return new ValidationResult(fault, [nameof(When)]);
    }
}

/// <summary>What usually follows a reason.</summary>
sealed class ReasonOption
{
    /// <summary>The code, such as <c>bad-timing</c>.</summary>
    [Required, RegularExpression("^[a-z][a-z-]{1,39}$", ErrorMessage = "The field Code must be in lower-case-words.")]
    public string Code { get; set; } = "";

    /// <summary>The next step: <c>recycle</c>, <c>fix</c>, <c>merge</c> or <c>disqualify</c>.</summary>
    public NextStep Next { get; set; }

    /// <summary>For recycle: how many days until it wakes. Default 90.</summary>
    [Range(1, 1830)]
    public int Days { get; set; } = 90;
}
