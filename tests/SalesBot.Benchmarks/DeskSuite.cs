using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Handoffs;
using SalesBot.Handoffs.History;
using SalesBot.Handoffs.Reports;
using SalesBot.Handoffs.Requests;
using SalesBot.People;

namespace SalesBot.Benchmarks;

/// <summary>
/// What lists, filters and reports cost among many handoffs, which the desk itself makes first, in a folder that is
/// kept if one is named; medians and maxima in milliseconds.
/// </summary>
static class DeskSuite
{
    const int Rounds = 15;
    static readonly string[] Sources = ["fair", "web", "webinar", "referral", "newsletter", "cold-call"];

    public static async Task<int> RunAsync(int handoffs, string? folder)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("salesbot-bench-").FullName;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", data)]).Build();
        await using (var services = new ServiceCollection().AddSalesBot(settings).AddLogging().BuildServiceProvider())
        {
            if (!File.Exists(Path.Combine(data, "salesbot.db")))
                await FillAsync(services, handoffs);
            Measure(services);
            var started = TimeProvider.System.GetTimestamp();
            var findings = services.GetRequiredService<HistoryCheck>().Check("default");
            System.Console.WriteLine(
                $"verify: {findings.Events:N0} events, {findings.Faults.Count} faults, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0.0} s"
            );
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (folder is null)
            Directory.Delete(data, recursive: true);
        return 0;
    }

    static async Task FillAsync(ServiceProvider services, int handoffs)
    {
        var (roster, started) = (services.GetRequiredService<Roster>(), TimeProvider.System.GetTimestamp());
        var admin = Persona("admin");
        for (var i = 0; i < 20; i++)
            await roster.SetAsync(
                admin,
                $"slack:T1/U{i}",
                new MemberChange($"Person {i}", i % 2 == 0 ? Role.Sales : Role.Marketing, null, null, false, 1_000_000)
            );
        await Parallel.ForAsync(
            0,
            handoffs,
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (i, _) => await LifeAsync(services.GetRequiredService<HandoffDesk>(), i)
        );
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        System.Console.WriteLine(
            $"{handoffs:N0} handoffs made in {seconds:0} s, {handoffs / seconds:0} a second with their moves"
        );
    }

    /// <summary>A handoff that goes as far as its number says.</summary>
    static async Task LifeAsync(HandoffDesk desk, int i)
    {
        var toSales = i % 2 == 0;
        var raised = (DeskResult.Done)
            await desk.RaiseAsync(
                new RaiseRequest
                {
                    Direction = toSales ? "marketing-to-sales" : "sales-to-marketing",
                    Kind = toSales ? "lead" : "nurture",
                    Title = $"Company {i} wants to hear more",
                    Details = "They asked at the stand, and want to be called back in the afternoon.",
                    Source = Sources[i % 6],
                    Urgency = i % 7 == 0 ? "now" : "this-week",
                    Person = new PersonFields(
                        $"Person {i}",
                        $"person{i}@company{i % 30000}.example",
                        $"+49 30 {1000000 + i}"
                    ),
                    Company = new CompanyFields($"Company {i}", $"company{i % 30000}.example"),
                },
                new Acting(Persona(toSales ? "marketer" : "rep"), "bench")
            );
        var by = new Acting(Persona(toSales ? "rep" : "marketer"), "bench");
        (Move, MoveRequest)[] moves = (i % 10) switch
        {
            0 => [],
            1 => [(Move.Return, new MoveRequest { Reason = "missing-information" })],
            2 => [(Move.Disqualify, new MoveRequest { Reason = "too-small" })],
            3 => [(Move.Accept, new MoveRequest())],
            _ =>
            [
                (Move.Accept, new MoveRequest()),
                (Move.Contact, new MoveRequest()),
                (Move.Complete, new MoveRequest { Outcome = i % 3 == 0 ? "won" : "lost" }),
            ],
        };
        var version = 1L;
        foreach (var (move, request) in moves)
            if (
                await desk.MoveAsync(raised.Handoff.Name, move, request with { Version = version++ }, by)
                is not DeskResult.Done
            )
                throw new InvalidOperationException($"{move} was refused.");
    }

    static void Measure(ServiceProvider services)
    {
        var (lists, reports, today) = (
            services.GetRequiredService<HandoffLists>(),
            services.GetRequiredService<ReportStore>(),
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)
        );
        foreach (
            var (name, filter, who) in new (string, HandoffFilter, string)[]
            {
                ("list", new(), "manager"),
                ("list, 200 a page", new(Size: 200), "manager"),
                ("list, page 1000", new(Page: 1000), "manager"),
                ("state", new(State: "submitted"), "manager"),
                ("state and team", new(State: "done", Team: "sales"), "manager"),
                ("team, page 500", new(Team: "sales", Page: 500), "manager"),
                ("owner", new(Owner: "slack:T1/U2"), "manager"),
                ("queue, open", new(Owner: "none", Open: true), "manager"),
                ("overdue", new(Overdue: true), "manager"),
                ("search a rare word", new(Q: "company 77777 "), "manager"),
                ("search a common word", new(Q: "hear"), "manager"),
                ("an employee's own", new(), "employee"),
            }
        )
            Show(name, () => lists.Page(filter, Persona(who)).Total);
        foreach (var name in ReportStore.Titles.Keys)
            Show(
                $"report {name}",
                () =>
                    reports
                        .Run(name, "default", new ReportRequest(today.AddDays(-365), today, null, "source"))
                        .Rows.Count
            );
    }

    static void Show(string name, Func<long> run)
    {
        var times = new List<double>();
        long found = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var started = TimeProvider.System.GetTimestamp();
            found = run();
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        System.Console.WriteLine(
            $"{name, -24} p50 {times[Rounds / 2], 7:0.0} ms   max {times[^1], 7:0.0} ms   {found, 8:N0} found"
        );
    }

    static Person Persona(string name) =>
        Personas.Find(name) ?? throw new InvalidOperationException($"There is no persona '{name}'.");
}
