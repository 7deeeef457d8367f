using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Due;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Requests;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Tests.Support;

/// <summary>
/// The desk as the host wires it, on a data folder of its own, with the time in the test's hands. Both teams work
/// Mon-Fri 9 to 18 in Berlin.
/// </summary>
sealed class TestDesk : IAsyncDisposable
{
    readonly TempFolder? own;
    readonly ServiceProvider services;

    public TestDesk(string? folder = null, params (string Key, string Value)[] settings)
    {
        own = folder is null ? new TempFolder() : null;
        Folder = folder ?? own!.Path;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Storage:DataFolder"] = Folder,
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
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(Time)
            .BuildServiceProvider();
    }

    public string Folder { get; }

    /// <summary>Monday, 5 January 2026, 10:00 in Berlin, until it is moved.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    public static Person Rep { get; } = Personas.Find("rep")!;

    public static Person Marketer { get; } = Personas.Find("marketer")!;

    public static Person Manager { get; } = Personas.Find("manager")!;

    public static Person Admin { get; } = Personas.Find("admin")!;

    public static Person Employee { get; } = Personas.Find("employee")!;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public HandoffDesk Desk => Get<HandoffDesk>();

    /// <summary>A nurture handoff from sales to marketing, unless the request says otherwise.</summary>
    public static RaiseRequest Some(string title = "Acme is not ready before spring") =>
        new()
        {
            Direction = "sales-to-marketing",
            Kind = "nurture",
            Title = title,
            Urgency = "today",
        };

    public async Task<Handoff> RaiseAsync(RaiseRequest? request = null, Person? by = null, string? key = null) =>
        (await Desk.RaiseAsync(request ?? Some(), new Acting(by ?? Rep, "test", key)))
            .ShouldBeOfType<DeskResult.Done>()
            .Handoff;

    /// <summary>Makes a move on the version there is now, which must succeed.</summary>
    public async Task<Handoff> MoveAsync(Handoff handoff, Move move, Person by, MoveRequest? request = null) =>
        (await TryAsync(handoff, move, by, request)).ShouldBeOfType<DeskResult.Done>().Handoff;

    /// <summary>Makes a move on the version there is now, or on the one the request names.</summary>
    public Task<DeskResult> TryAsync(Handoff handoff, Move move, Person by, MoveRequest? request = null) =>
        Desk.MoveAsync(
            handoff.Name,
            move,
            (request ?? new MoveRequest()) with
            {
                Version = request?.Version ?? Now(handoff).Version,
            },
            new Acting(by, "test")
        );

    /// <summary>The handoff as it is now.</summary>
    public Handoff Now(Handoff handoff) =>
        Get<Database>()
            .Read(session => Get<HandoffStore>().Find(session, handoff.Workspace, handoff.Number))
            .ShouldNotBeNull();

    public HandoffCard Card(Handoff handoff, Person? viewer = null) =>
        Get<HandoffLists>().Card(Now(handoff), viewer ?? Admin);

    /// <summary>Moves the time on and does what is due then, as the host does.</summary>
    public async Task LaterAsync(TimeSpan time)
    {
        Time.Advance(time);
        while (await Get<DueWork>().RunAsync() > 0) { }
    }

    public Task UntilAsync(string utc) => LaterAsync(DateTimeOffset.Parse(utc + "Z") - Time.GetUtcNow());

    public HistoryFindings Verify() => Get<HistoryCheck>().Check(Workspace.Default);

    public async ValueTask DisposeAsync()
    {
        var database = Get<Database>();
        await services.DisposeAsync();
        database.Close();
        own?.Dispose();
    }
}
