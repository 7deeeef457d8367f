namespace SalesBot.Answering;

/// <summary>What can happen while answering.</summary>
static partial class AnsweringLog
{
    [LoggerMessage(200, LogLevel.Error, "Answer {Id} was given, but its receipt was not kept: {Reason}")]
    public static partial void NoReceipt(ILogger log, string id, string reason);
}
