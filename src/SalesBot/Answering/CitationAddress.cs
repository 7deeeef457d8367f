using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.People;

namespace SalesBot.Answering;

/// <summary>
/// Where people open what is cited: at the document's own source, else on the page of this host, if it has an address
/// that people know.
/// </summary>
sealed class CitationAddress(IOptions<SignInOptions> console)
{
    readonly string host = console.Value.Address.TrimEnd('/');

    /// <summary>The path of a citation on the page, with the passage marked.</summary>
    /// <param name="citation">What is cited.</param>
    /// <param name="knowledge">The generation it was found in.</param>
    public static string PathOf(Citation citation, string knowledge) =>
        FormattableString.Invariant(
            $"/document?path={Uri.EscapeDataString(citation.Document)}&start={citation.Start}&end={citation.End}&knowledge={Uri.EscapeDataString(knowledge)}#passage"
        );

    /// <summary>The citations, each with an address where it has one.</summary>
    public IReadOnlyList<Citation> Of(IReadOnlyList<Citation> citations, string knowledge) =>
        host.Length == 0
            ? citations
            :
            [
                .. citations.Select(citation =>
                    citation.Address is null ? citation with { Address = host + PathOf(citation, knowledge) } : citation
                ),
            ];
}
