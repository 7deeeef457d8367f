namespace SalesBot.Storage;

/// <summary>
/// The data folder or the database could not be used, or a write was not kept; the message is one sentence for a
/// person.
/// </summary>
sealed class StorageFault(string message, Exception? cause = null, string? outside = null) : Exception(message, cause)
{
    /// <summary>The same for callers from outside: without paths.</summary>
    public string Outside { get; } = outside ?? message;
}
