namespace SalesBot;

/// <summary>What can happen to the host.</summary>
static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
    public static partial void UnknownSetting(ILogger log, string warning);

    [LoggerMessage(2, LogLevel.Information, "SalesBot listens on {Urls}; end it with Ctrl-C")]
    public static partial void Listening(ILogger log, string urls);
}
