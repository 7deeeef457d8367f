namespace SalesBot.Knowledge;

/// <summary>What can happen to the knowledge.</summary>
static partial class KnowledgeLog
{
    [LoggerMessage(
        100,
        LogLevel.Information,
        "Index {Generation} is in use: {Documents} documents, {Passages} passages, built in {Milliseconds:0} ms"
    )]
    public static partial void Built(ILogger log, string generation, int documents, int passages, double milliseconds);

    [LoggerMessage(101, LogLevel.Warning, "{Document} was left out, because {Reason}")]
    public static partial void LeftOut(ILogger log, string document, string reason);

    [LoggerMessage(102, LogLevel.Warning, "{Damage} It is built anew")]
    public static partial void Damaged(ILogger log, string damage);

    [LoggerMessage(
        103,
        LogLevel.Warning,
        "The last good index {Generation} answers until the knowledge folder can be indexed"
    )]
    public static partial void Fallback(ILogger log, string generation);

    [LoggerMessage(104, LogLevel.Warning, "{Problem} What was indexed before goes on answering")]
    public static partial void NotRefreshed(ILogger log, string problem);

    [LoggerMessage(
        105,
        LogLevel.Warning,
        "The system does not report changed files ({Reason}); the knowledge folder is looked at every two seconds instead"
    )]
    public static partial void Polling(ILogger log, string reason);
}
