namespace SalesBot.People;

/// <summary>Who asks or acts: an id that stays the same, a name for others to read, and what they may do.</summary>
sealed record Person(string Id, string Name, Role Role);

/// <summary>What somebody is in the company; manager means manager of both teams.</summary>
enum Role
{
    Employee,
    Sales,
    Marketing,
    Manager,
    Admin,
}
