namespace SalesBot.Storage;

/// <summary>The data folder or the database could not be used, or a write was not kept; the message is one sentence for a person.</summary>
sealed class StorageFault(string message, Exception? cause = null) : Exception(message, cause);
