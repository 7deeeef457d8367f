using System.Collections.Concurrent;
using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(SalesBot.Tests.Support.RecordedCalls))]

namespace SalesBot.Tests.Support;

/// <summary>
/// Everything that the bot said to Slack in all tests, held in the end against the types that Slack publishes. A
/// finding fails the run.
/// </summary>
public sealed class RecordedCalls : IAsyncLifetime
{
    static readonly ConcurrentBag<string> Lines = [];

    internal static void Add(string method, JsonNode args) =>
        Lines.Add(new JsonObject { ["method"] = method, ["args"] = args.DeepClone() }.ToJsonString());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Lines.IsEmpty || !Peers.AreInstalled)
            return;
        var (status, said) = await Peers.CheckAsync(Lines);
        if (status != 0)
            throw new InvalidOperationException($"Slack's types do not take what the bot sends:\n{said}");
    }
}
