namespace SalesBot;

/// <summary>What can happen to the host.</summary>
static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
    public static partial void UnknownSetting(ILogger log, string warning);

    [LoggerMessage(4, LogLevel.Error, "{Reason}")]
    public static partial void StorageFailed(ILogger log, string reason);

    [LoggerMessage(
        3,
        LogLevel.Warning,
        "No admin yet. Make one with 'salesbot people set YOUR-ID --role admin', or claim it with the code {Code} (POST /api/v1/people/claim). The code is valid until the next start."
    )]
    public static partial void NoAdmin(ILogger log, string code);

    [LoggerMessage(
        8,
        LogLevel.Information,
        "Open {Address}/?token=… with the token from {File}. 'salesbot link' prints the whole link"
    )]
    public static partial void TokenStands(ILogger log, string address, string file);

    [LoggerMessage(2, LogLevel.Information, "SalesBot is ready: {Urls} (Ctrl-C stops it)")]
    public static partial void Listening(ILogger log, string urls);
}
