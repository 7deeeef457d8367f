namespace SalesBot.Classifying.Statements;

/// <summary>What somebody has to do with an event.</summary>
enum EventRole
{
    /// <summary>Nothing, or both.</summary>
    None,

    /// <summary>Puts it on: runs, hosts, plans it.</summary>
    Organises,

    /// <summary>Goes to it: attends, visits, joins it.</summary>
    Attends,
}
