using SalesBot.Chat;

namespace SalesBot.People;

/// <summary>What somebody asks for who wants a key.</summary>
static class ApiKeyRequests
{
    /// <summary>What is wrong with it, by field, or none.</summary>
    public static (string Field, string Fault)? Fault(string? person, IReadOnlyList<string>? scopes) =>
        PersonText.Clean(person ?? "") is not { Length: > 0 and <= 200 } id
            ? ("person", "Name the id of the person the key acts as, such as slack:T1/U1 or crm-import.")
        : id.StartsWith("local:", StringComparison.Ordinal)
            ? ("person", "A key must act as somebody in the roster, not as a persona.")
        : scopes is not { Count: > 0 } || scopes.Any(scope => !AccessScopes.All.Contains(scope))
            ? ("scopes", $"Give at least one of these scopes: {string.Join(", ", AccessScopes.All)}.")
        : null;
}
