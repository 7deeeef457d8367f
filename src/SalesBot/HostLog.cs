namespace SalesBot;

/// <summary>What can happen to the host.</summary>
static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
    public static partial void UnknownSetting(ILogger log, string warning);

    [LoggerMessage(4, LogLevel.Error, "{Reason}")]
    public static partial void StorageFailed(ILogger log, string reason);

    [LoggerMessage(3, LogLevel.Warning,
        "Nobody is admin yet. Who sends the code {Code} to POST /api/v1/people/claim with an API key of their own and the scope 'people' is; "
        + "'salesbot people set PERSON --role admin' does it too. The code holds until the next start.")]
    public static partial void NoAdmin(ILogger log, string code);

    [LoggerMessage(8, LogLevel.Information,
        "Open {Address}/?token=… with the token in {File}, or print the whole link with 'salesbot link'")]
    public static partial void TokenStands(ILogger log, string address, string file);

    [LoggerMessage(2, LogLevel.Information, "SalesBot listens on {Urls}; end it with Ctrl-C")]
    public static partial void Listening(ILogger log, string urls);
}
