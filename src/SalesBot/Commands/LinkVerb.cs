using System.CommandLine;
using SalesBot.People;

namespace SalesBot.Commands;

/// <summary><c>link</c>: prints the address that opens the page of the host on this machine.</summary>
static class LinkVerb
{
    static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Where the host listens (default: {SalesBotHost.DefaultUrls})",
        HelpName = "U",
    };

    public static Command Create()
    {
        var verb = new Command(
            "link",
            "Prints the link that opens the page on this machine; anyone who has it can act as anybody"
        )
        {
            Urls,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var tools = Toolbox.Open(parsed);
        Screen.Line(
            tools.Get<LocalToken>().Link(Address((parsed.GetValue(Urls) ?? SalesBotHost.DefaultUrls).Split(';')[0]))
        );
        return ExitCode.Done;
    }

    /// <summary>The address as one types it: whatever means this machine is <c>localhost</c>.</summary>
    public static string Address(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && Callers.IsLoopbackName(uri.Host)
            ? $"{uri.Scheme}://localhost:{uri.Port}"
            : url;
}
