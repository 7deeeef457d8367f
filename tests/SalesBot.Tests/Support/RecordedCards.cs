using System.Collections.Concurrent;
using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(SalesBot.Tests.Support.RecordedCards))]

namespace SalesBot.Tests.Support;

/// <summary>
/// Every card that the bot drew for Teams in all tests, parsed in the end by Microsoft's own renderer. A finding fails
/// the run.
/// </summary>
public sealed class RecordedCards : IAsyncLifetime
{
    static readonly ConcurrentBag<string> Lines = [];

    internal static void Add(JsonNode card) => Lines.Add(card.ToJsonString());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Lines.IsEmpty || !Peers.AreInstalled)
            return;
        var (status, said) = await Peers.RunAsync("teams/cards.mjs", Lines.Distinct());
        if (status != 0)
            throw new InvalidOperationException($"Microsoft's renderer does not take what the bot draws:\n{said}");
    }
}
