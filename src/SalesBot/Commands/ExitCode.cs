namespace SalesBot.Commands;

/// <summary>What a verb tells the shell.</summary>
static class ExitCode
{
    public const int Done = 0,
        Failed = 1,
        Usage = 2,
        NotFound = 3,
        Refused = 4;
}
