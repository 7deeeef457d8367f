namespace SalesBot.Platforms.Teams;

/// <summary>
/// An activity is not taken: whoever brought it is told the status, and nothing else. Only the endpoint catches it.
/// </summary>
/// <param name="status">What HTTP says: 400, 405, 413 or 415 for what is no activity, 401 or 403 for who is not let in,
/// 503 for not now.</param>
/// <param name="why">The reason, for the log; null where the status tells all.</param>
sealed class TeamsRefusal(int status, string? why = null) : Exception
{
    /// <summary>What HTTP says.</summary>
    public int Status => status;

    /// <summary>The reason, for the log.</summary>
    public string? Why => why;

    /// <summary>It lacks what it needs.</summary>
    public static TeamsRefusal Unreadable() => new(StatusCodes.Status400BadRequest);

    /// <summary>There is no room for it now; Teams brings it again.</summary>
    public static TeamsRefusal NotNow() => new(StatusCodes.Status503ServiceUnavailable);
}
