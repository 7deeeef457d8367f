using System.ComponentModel.DataAnnotations;
using SalesBot.Chat;

namespace SalesBot.People;

/// <summary>
/// The <c>People</c> section of the configuration: roles that hold without anybody giving them, by platform id
/// (<c>slack:T1/U1</c>, a user group <c>slack:T1/S1</c>, <c>teams:TENANT/OBJECT</c>, a group of the directory
/// <c>entra:TENANT/GROUP</c>). The highest one counts; the roster cannot take them away.
/// </summary>
sealed class PeopleOptions : IValidatableObject
{
    /// <summary>Who runs the bot.</summary>
    public List<string> Admins { get; set; } = [];

    /// <summary>Who leads both teams.</summary>
    public List<string> Managers { get; set; } = [];

    /// <summary>Who works in sales.</summary>
    public List<string> Sales { get; set; } = [];

    /// <summary>Who works in marketing.</summary>
    public List<string> Marketing { get; set; } = [];

    /// <summary>
    /// Whether guests, and people of other companies in a shared channel, may ask questions; handoffs are never theirs.
    /// Default true.
    /// </summary>
    public bool GuestsMayAsk { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (
            var (name, ids) in new[]
            {
                (nameof(Admins), Admins),
                (nameof(Managers), Managers),
                (nameof(Sales), Sales),
                (nameof(Marketing), Marketing),
            }
        )
        foreach (
            var id in ids.Where(id =>
                !id.StartsWith("local:", StringComparison.Ordinal)
                && Address.Parse(id) is not { Thread: null, For: null }
            )
        )
            yield return new(
                $"'{id}' is not an id such as slack:T012/U012, slack:T012/S012 for a user group, teams:TENANT/OBJECT, or entra:TENANT/GROUP for a group.",
                [name]
            );
    }
}
