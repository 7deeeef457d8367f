using System.Net;
using SalesBot.Chat;
using SalesBot.Platforms.Teams.Cards;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Benchmarks;

/// <summary>
/// What a card of a handoff costs, drawn from its reply and sent to the connector, network aside. The bar for what is
/// sent is 1 ms and 60 KB.
/// </summary>
static class CardSuite
{
    const int Cards = 1000;

    static readonly Uri Service = new("https://connector.example/teams/");

    public static async Task<int> RunAsync()
    {
        using var http = new HttpClient(new Yes());
        using var guard = new ConnectorGuard(http, tokens: null, scope: "");
        using var connectors = new Connectors(guard);
        var connector = new TeamsConnector(connectors);
        var drawn = MessageDrawing.Of(Handoff(1000), new CardPlace(Once: "1"), isPersonal: true);
        var (drawing, drawingTime) = await EachAsync(i =>
            Task.FromResult(MessageDrawing.Of(Handoff(1000 + i), new CardPlace(Once: $"{i}"), isPersonal: true))
        );
        var (sending, sendingTime) = await EachAsync(_ =>
            connector.SendAsync(Service, "a:1", drawn, CancellationToken.None)
        );
        System.Console.WriteLine(
            $"{Cards} cards: drawn in {drawingTime:0.000} ms and {drawing:0.0} KB each, sent in {sendingTime:0.000} ms and {sending:0.0} KB each"
        );
        return 0;
    }

    static async Task<(double Kilobytes, double Milliseconds)> EachAsync(Func<int, Task> work)
    {
        for (var i = 0; i < Cards; i++)
            await work(i);
        var (allocated, began) = (GC.GetTotalAllocatedBytes(precise: true), TimeProvider.System.GetTimestamp());
        for (var i = 0; i < Cards; i++)
            await work(i);
        return (
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1024.0 / Cards,
            TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / Cards
        );
    }

    static Reply Handoff(int number) =>
        new(
            $"HO-{number} submitted to marketing",
            [
                new TextBlock($"HO-{number} submitted to marketing"),
                new TextBlock("Jane Doe, CTO of Acme"),
                new FieldsBlock(
                    null,
                    [
                        .. new[]
                        {
                            "name",
                            "company",
                            "email",
                            "phone",
                            "reason",
                            "owner",
                            "due",
                            "source",
                            "note",
                        }.Select(label => new Field(
                            label,
                            $"What stands under {label}, as people write it",
                            $"what {label} was read from"
                        )),
                    ]
                ),
                new ChoicesBlock([
                    .. new[] { "accept", "return", "assign", "add a note", "close", "undo" }.Select(label => new Choice(
                        label,
                        ChatAction.Of("move", ("number", $"{number}"), ("move", label))
                    )),
                ]),
            ],
            $"handoff/{number}"
        );

    sealed class Yes : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""") }
            );
    }
}
