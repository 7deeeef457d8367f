namespace SalesBot.People;

/// <summary>
/// Whether this host lets whoever has the token of this machine in: <c>Console:SignIn</c> is <c>local</c>.
/// </summary>
sealed record LocalAccess(bool IsOn);
