using System.Net.Http.Headers;
using System.Text.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Who belongs to a group of the directory, by Microsoft Graph; the app needs <c>GroupMember.Read.All</c> for that.</summary>
sealed class GraphGroups(HttpClient http, BotTokens tokens, Uri graph)
{
    const int MostPages = 100;

    /// <summary>The object ids of all people of a group, those of groups within it too; none and a word of Graph's where it says no.</summary>
    /// <exception cref="TokenFault">There is no token.</exception>
    public async Task<(IReadOnlyList<string>? People, string? Error)> MembersAsync(string group, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync($"{graph.GetLeftPart(UriPartial.Authority)}/.default", cancellationToken);
        var people = new List<string>();
        var next = new Uri(graph, $"groups/{Uri.EscapeDataString(group)}/transitiveMembers/microsoft.graph.user?$select=id&$top=999");
        for (var page = 0; page < MostPages; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, next);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await http.SendAsync(request, cancellationToken);
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (!response.IsSuccessStatusCode)
                return (null, json.RootElement.Text("error", "code") ?? $"{(int)response.StatusCode}");
            people.AddRange(json.RootElement.Items("value").Select(one => one.Text("id")).OfType<string>());
            // The token goes nowhere else.
            if (!Uri.TryCreate(json.RootElement.Text("@odata.nextLink"), UriKind.Absolute, out var link) || !graph.IsBaseOf(link))
                break;
            next = link;
        }
        return (people, null);
    }
}
