using System.ComponentModel.DataAnnotations;

namespace SalesBot.Messaging;

/// <summary>The <c>Messaging</c> section of the configuration.</summary>
sealed class MessagingOptions
{
    /// <summary>
    /// How many messages of one person are read in a minute; who says more is told so once, and the rest is not read.
    /// Default 30.
    /// </summary>
    [Range(1, 1_000_000)]
    public int PerPersonPerMinute { get; set; } = 30;

    /// <summary>
    /// How often a message is sent in vain before it is put aside as a dead letter. Default 10, which takes some nine
    /// minutes.
    /// </summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>
    /// How many messages may wait, to be read or to be sent, before new ones are refused for the platform to bring
    /// again. Default 10,000.
    /// </summary>
    [Range(10, 1_000_000)]
    public int MaxWaiting { get; set; } = 10_000;

    /// <summary>
    /// How many may wait for one conversation that cannot be reached; older ones become dead letters. Default 1,000.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxWaitingPerConversation { get; set; } = 1000;

    /// <summary>How many conversations are worked through at once. Default 32.</summary>
    [Range(1, 1000)]
    public int Workers { get; set; } = 32;

    /// <summary>
    /// Of those that are sent to, how many may belong to one workspace of a platform, so that a slow one does not hold
    /// up the others. Default 12.
    /// </summary>
    [Range(1, 1000)]
    public int WorkersPerDestination { get; set; } = 12;

    /// <summary>How long one call to a platform may take, in seconds. Default 10.</summary>
    [Range(1, 60)]
    public int SecondsPerCall { get; set; } = 10;
}
