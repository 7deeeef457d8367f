using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Reports;
using SalesBot.Handoffs.Requests;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Handoffs;

public sealed partial class ReportTests
{
    static readonly ReportRequest TwoYears = new(new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31), null, "source");

    static async Task<TestDesk> WithAMonthAsync()
    {
        var desk = new TestDesk();
        for (var i = 0; i < 10; i++)
        {
            var handoff = await desk.RaiseAsync(TestDesk.Some() with { Source = i < 6 ? "fair" : "web" });
            if (i is 1)
                await desk.MoveAsync(
                    handoff,
                    Move.Return,
                    TestDesk.Marketer,
                    new MoveRequest { Reason = "missing-information" }
                );
            if (i is 2)
                await desk.MoveAsync(handoff, Move.Disqualify, TestDesk.Marketer, new MoveRequest { Reason = "spam" });
            if (i is 3)
                await desk.MoveAsync(handoff, Move.Merge, TestDesk.Manager, new MoveRequest { Into = "HO-1001" });
            if (i < 4)
                continue;
            await desk.LaterAsync(TimeSpan.FromMinutes(10));
            await desk.MoveAsync(handoff, Move.Accept, TestDesk.Marketer);
            if (i < 6)
                continue;
            await desk.LaterAsync(TimeSpan.FromMinutes(10));
            await desk.MoveAsync(handoff, Move.Contact, TestDesk.Marketer);
            await desk.MoveAsync(
                handoff,
                Move.Complete,
                TestDesk.Marketer,
                new MoveRequest { Outcome = i == 6 ? "won" : "delivered" }
            );
            await desk.MoveAsync(handoff, Move.Rate, TestDesk.Marketer, new MoveRequest { Rating = i == 6 ? 5 : 4 });
        }
        return desk;
    }

    [Fact]
    public async Task Each_report_counts_what_happened()
    {
        await using var desk = await WithAMonthAsync();
        Rows("acceptance").ShouldBe(["fair 6 2 2 0.333", "web 4 4 0 1"]);
        Rows("acceptance", "sender").ShouldBe(["local:rep 10 6 2 0.6"]);
        Rows("acceptance", "month").ShouldBe(["2026-01 10 6 2 0.6"]);
        Rows("reasons")
            .ShouldBe(["fair returned missing-information 1", "fair disqualified spam 1"], ignoreOrder: true);
        Rows("times").ShouldBe(["marketing accept 8 0.17 0.17", "marketing first-contact 4 0.17 0.17"]);
        Rows("service-levels").ShouldBe(["marketing accept 8 0 0 1", "marketing first-contact 4 0 0 1"]);
        Rows("ageing")
            .ShouldBe([
                "marketing accepted 2 2 0 0 0 0 0",
                "marketing returned 1 1 0 0 0 0 0",
                "marketing submitted 1 1 0 0 0 0 0",
            ]);
        Rows("funnel").ShouldBe(["2026-01 fair 6 2 0 0 0", "2026-01 web 4 4 4 1 1"]);
        Rows("duplicates").ShouldBe(["fair 6 1 0.167", "web 4 0 0"]);
        Rows("ratings").ShouldBe(["local:rep marketing 4 4.25"]);
        Rows("leakage").ShouldBe(["marketing closed without being accepted 1"]);
        await desk.LaterAsync(TimeSpan.FromDays(10)); // the accepted ones go back to the queue
        await desk.LaterAsync(TimeSpan.FromDays(10));
        Rows("leakage").ShouldBe(["marketing never accepted, overdue 3", "marketing closed without being accepted 1"]);
        Rows("service-levels")
            .ShouldBe([
                "marketing accept 8 0 3 1",
                "marketing first-contact 4 2 0 0.667",
                "sales answer-return 0 0 1 ",
            ]);

        List<string> Rows(string name, string by = "source") =>
            [
                .. desk.Get<ReportStore>()
                    .Run(name, "default", TwoYears with { By = by })
                    .Rows.Select(row => string.Join(' ', row)),
            ];
    }

    [Fact]
    public async Task What_is_overdue_counts_before_anything_has_ended()
    {
        await using var desk = new TestDesk();
        await desk.RaiseAsync();
        desk.Time.Advance(TimeSpan.FromDays(1));
        desk.Get<ReportStore>()
            .Run("service-levels", "default", TwoYears)
            .Rows.ShouldHaveSingleItem()
            .ShouldBe(["marketing", "accept", 0L, 0L, 1L, null]);
    }

    [Fact]
    public async Task A_report_is_the_same_as_json_and_csv()
    {
        await using var desk = await WithAMonthAsync();
        var report = desk.Get<ReportStore>().Run("funnel", "default", TwoYears);
        report.ToJson()["rows"]![1]!["won"]!.GetValue<long>().ShouldBe(1);
        Csv.Write(report.Columns, report.Rows)
            .ShouldBe(
                Csv.Mark
                    + "month,source,raised,accepted,contacted,opportunity,won\r\n2026-01,fair,6,2,0,0,0\r\n2026-01,web,4,4,4,1,1\r\n"
            );
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("x;=1+1", "\"x;'=1+1\"")]
    [InlineData("x\t \"@SUM(A1)", "\"x\t \"\"'@SUM(A1)\"")]
    [InlineData("a;b - c", "\"a;b - c\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData(" =1", "' =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("say \"hi\", Jo", "\"say \"\"hi\"\", Jo\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("plain", "plain")]
    public void A_cell_is_text_to_a_spreadsheet(string text, string written) =>
        Csv.Line([text]).ShouldBe(written + "\r\n");

    [Fact]
    public async Task Whatever_people_write_comes_back_whole_as_csv_and_json()
    {
        await using var desk = new TestDesk();
        string[] odd =
        [
            "=cmd|' /C calc'!A0",
            "a,b;c\"d",
            "line\nline",
            "<script>alert(1)</script>",
            "Ω≈ç√∫˜µ≤≥÷",
            "👩‍👩‍👧 العربية עברית",
            "'; drop table handoffs; --",
            "%s%n {0} ${x}",
        ];
        foreach (var text in odd)
            await desk.RaiseAsync(TestDesk.Some(text) with { Details = text, Source = text });
        var cards = desk.Get<HandoffLists>().All(new HandoffFilter(), TestDesk.Admin).ToList();
        cards.Select(card => card.Details).ShouldBe(odd);
        cards
            .Select(card =>
                JsonSerializer
                    .Deserialize(
                        JsonSerializer.Serialize(card, CardJson.Readable.HandoffCard),
                        CardJson.Readable.HandoffCard
                    )!
                    .Details
            )
            .ShouldBe(odd);
        using var reader = new Microsoft.VisualBasic.FileIO.TextFieldParser(
            new StringReader(Csv.Write(HandoffColumns.Names, cards.Select(HandoffColumns.Cells)))
        )
        {
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
            TrimWhiteSpace = false,
        };
        var column = Array.IndexOf(reader.ReadFields()!, "details");
        foreach (var text in odd)
            WithoutGuards(reader.ReadFields()![column]).ReplaceLineEndings("\n").ShouldBe(WithoutGuards(text));
    }

    /// <summary>The same without the apostrophes that keep a spreadsheet from calculating.</summary>
    static string WithoutGuards(string text) => Guard().Replace(text, "$1");

    [GeneratedRegex("(^|[;\t][ \"]*)'(?=[=+@|%;-])")]
    private static partial Regex Guard();
}
