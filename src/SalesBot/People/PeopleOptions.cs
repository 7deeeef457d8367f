namespace SalesBot.People;

/// <summary>
/// The <c>People</c> section of the configuration: roles that hold without anybody giving them, by platform id (<c>slack:T1/U1</c>, a
/// user group <c>slack:T1/S1</c>, <c>teams:TENANT/OBJECT</c>). The highest one counts; the roster cannot take them away.
/// </summary>
sealed class PeopleOptions
{
    /// <summary>Who runs the bot.</summary>
    public List<string> Admins { get; set; } = [];

    /// <summary>Who leads both teams.</summary>
    public List<string> Managers { get; set; } = [];

    /// <summary>Who works in sales.</summary>
    public List<string> Sales { get; set; } = [];

    /// <summary>Who works in marketing.</summary>
    public List<string> Marketing { get; set; } = [];

    /// <summary>Whether guests, and people of other companies in a shared channel, may ask questions; handoffs are never theirs. Default true.</summary>
    public bool GuestsMayAsk { get; set; } = true;
}
