using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Chat;
using SalesBot.Handoffs.Due;
using SalesBot.Knowledge;
using SalesBot.Messaging;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Tests.Support;

/// <summary>
/// The bot as the host wires it, with a platform that records, on a data folder of its own, with the time in the test's
/// hands: Monday, 5 January 2026, 10:00 in Berlin, where both teams work Mon-Fri 9 to 18.
/// </summary>
sealed class TestBot : IAsyncDisposable
{
    readonly TempFolder? own;
    readonly ServiceProvider services;
    readonly (string Key, string Value)[] settings;

    public TestBot(string? folder = null, FakeTimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        this.settings = settings;
        own = folder is null ? new TempFolder() : null;
        Folder = folder ?? own!.Path;
        Time = time ?? Time;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Storage:DataFolder"] = Folder,
                    ["Knowledge:Folder"] = Repository.Knowledge,
                    ["Handoffs:Calendars:Sales:TimeZone"] = "Europe/Berlin",
                    ["Handoffs:Calendars:Marketing:TimeZone"] = "Europe/Berlin",
                }
            )
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))
            )
            .Build();
        Settings.Faults(configuration).ShouldBeEmpty();
        services = new ServiceCollection()
            .AddSalesBot(configuration)
            .AddSingleton<IChatPlatform>(Platform)
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(Time)
            .BuildServiceProvider();
    }

    public string Folder { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    public RecordingPlatform Platform { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Has the index built, for tests that ask questions.</summary>
    public async Task<TestBot> KnowingAsync()
    {
        if (own is not null && settings.All(setting => !setting.Key.StartsWith("Knowledge:", StringComparison.Ordinal)))
            await ShippedIndex.CopyToAsync(Folder);
        await Get<KnowledgeIndex>().RefreshAsync();
        return this;
    }

    /// <summary>The direct conversation of a persona.</summary>
    public static Address AddressOf(Person person) => new("test", "T1", person.Id);

    /// <summary>A message of a persona, as the platform brings it.</summary>
    public IncomingMessage Message(string text, Person? by = null, ChatAction? action = null, string? id = null) =>
        new(id ?? $"e{Guid.CreateVersion7()}", AddressOf(by ?? TestDesk.Rep), (by ?? TestDesk.Rep).Id, "", text)
        {
            Action = action,
        };

    /// <summary>Says something, and waits until all is said that there is to say.</summary>
    /// <returns>What the bot says to that.</returns>
    public Task<Reply> Says(string text, Person? by = null) => HearsAsync(Message(text, by));

    /// <summary>Presses what a reply offers under that label, or for that move.</summary>
    public Task<Reply> Presses(Reply reply, string label, Person? by = null) =>
        HearsAsync(
            Message(
                "",
                by,
                reply
                    .Choices.Last(choice =>
                        choice.Label == label
                        || choice.Action.Values.GetValueOrDefault("move") == label
                        || choice.Label.Equals(label, StringComparison.OrdinalIgnoreCase)
                    )
                    .Action
            )
        );

    /// <summary>Fills in the form of a reply and sends it.</summary>
    public Task<Reply> Fills(Reply reply, Person? by = null, params (string Field, string Value)[] values) =>
        HearsAsync(
            Message(
                "",
                by,
                reply
                    .Blocks.OfType<FormBlock>()
                    .Single()
                    .Action.With(values.Select(value => KeyValuePair.Create(value.Field, value.Value)))
            )
        );

    public async Task<Reply> HearsAsync(IncomingMessage message)
    {
        var before = Platform.Sent.Count;
        (await Get<Inbox>().AcceptAsync(message)).ShouldBe(Acceptance.New);
        await Get<Dispatcher>().RunToEndAsync();
        var replies = Platform
            .Sent.Skip(before)
            .Where(sent => sent.To == message.Address && sent.Replaced is null)
            .ToList();
        return replies.Count > 0 ? replies[0].Reply : Reply.Of("");
    }

    /// <summary>
    /// What was sent to somebody that they did not ask for, since the last look; they are met first, so that they can
    /// be told.
    /// </summary>
    public IReadOnlyList<SentReply> SentTo(Person person) =>
        [.. Platform.Sent.Where(sent => sent.To == AddressOf(person))];

    /// <summary>Has the personas say something once, so that the bot knows where to reach them.</summary>
    public async Task MeetAsync(params Person[] people)
    {
        foreach (var person in people)
            await Says("thanks", person);
    }

    /// <summary>Moves the time on, does what is due then and sends what follows.</summary>
    public async Task LaterAsync(TimeSpan time)
    {
        Time.Advance(time);
        while (await Get<DueWork>().RunAsync() > 0) { }
        await Get<Dispatcher>().RunToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var database = Get<Database>();
        await services.DisposeAsync();
        database.Close();
        own?.Dispose();
    }
}
