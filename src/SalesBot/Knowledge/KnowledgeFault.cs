namespace SalesBot.Knowledge;

/// <summary>Something about the knowledge folder or the index that a person must put right; the message is one sentence for them.</summary>
sealed class KnowledgeFault(string message, Exception? cause = null) : Exception(message, cause);
