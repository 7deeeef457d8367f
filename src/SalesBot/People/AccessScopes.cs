namespace SalesBot.People;

/// <summary>What an API key may be used for; each endpoint names the one it needs.</summary>
static class AccessScopes
{
    public const string Ask = "ask",
        HandoffsRead = "handoffs:read",
        HandoffsWrite = "handoffs:write",
        Reports = "reports",
        Knowledge = "knowledge",
        People = "people";

    public static readonly IReadOnlyList<string> All = [Ask, HandoffsRead, HandoffsWrite, Reports, Knowledge, People];
}

/// <summary>The scope that an endpoint asks of a key.</summary>
sealed record NeededScope(string Scope);
