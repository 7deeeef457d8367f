using System.Net.Http.Headers;
using System.Text.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// Who belongs to a group of the directory, by Microsoft Graph; the app needs <c>GroupMember.Read.All</c> for that.
/// </summary>
sealed class GraphGroups(HttpClient http, BotTokens tokens, Uri graph)
{
    const int MostPages = 100;

    /// <summary>
    /// The object ids of all people of a group, those of groups within it too; none and a word of Graph's where it says
    /// no.
    /// </summary>
    /// <exception cref="TokenFault">There is no token.</exception>
    public async Task<(IReadOnlyList<string>? People, string? Error)> MembersAsync(
        string group,
        CancellationToken cancellationToken
    )
    {
        var scope = $"{graph.GetLeftPart(UriPartial.Authority)}/.default";
        var token = await tokens.GetAsync(scope, cancellationToken);
        var people = new List<string>();
        var next = new Uri(
            graph,
            $"groups/{Uri.EscapeDataString(group)}/transitiveMembers/microsoft.graph.user?$select=id&$top=999"
        );
        for (var page = 0; page < MostPages; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, cancellationToken);
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (response.StatusCode is System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Forbidden)
                tokens.Forget(scope, token);
            if (!response.IsSuccessStatusCode)
                return (null, json.RootElement.Text("error", "code") ?? $"{(int)response.StatusCode}");
            people.AddRange(json.RootElement.Items("value").Select(one => one.Text("id")).OfType<string>());
            if (json.RootElement.Text("@odata.nextLink") is not { } link)
                return (people, null);
            // The token goes nowhere else; and half a list would take roles away.
            if (!Uri.TryCreate(link, UriKind.Absolute, out var more) || !graph.IsBaseOf(more))
                return (null, "the next page is at another address");
            next = more;
        }
        return (null, "too many pages");
    }
}
