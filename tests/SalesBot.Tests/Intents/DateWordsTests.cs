using CsCheck;
using SalesBot.Intents;

namespace SalesBot.Tests.Intents;

public sealed class DateWordsTests
{
    /// <summary>A Wednesday.</summary>
    static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("until Monday", "2026-11-30")]
    [InlineData("on wednesday", "2026-12-02")]
    [InlineData("next Friday", "2026-11-27")]
    [InlineData("tomorrow", "2026-11-26")]
    [InlineData("the day after tomorrow", "2026-11-27")]
    [InlineData("in two weeks", "2026-12-09")]
    [InlineData("for 3 months", "2027-02-25")]
    [InlineData("next week", "2026-11-30")]
    [InlineData("next month", "2026-12-01")]
    [InlineData("next quarter", "2027-01-01")]
    [InlineData("not ready until spring", "2027-03-01")]
    [InlineData("after the summer", "2027-06-01")]
    [InlineData("in the fall", "2027-09-01")]
    [InlineData("in Q2", "2027-04-01")]
    [InlineData("until March", "2027-03-01")]
    [InlineData("until 14/12", "2026-12-14")]
    [InlineData("by 12/14", "2026-12-14")]
    [InlineData("from June 2028", "2028-06-01")]
    [InlineData("3 March", "2027-03-03")]
    [InlineData("March 3rd, 2028", "2028-03-03")]
    [InlineData("the 24th of December", "2026-12-24")]
    [InlineData("2027-05-04", "2027-05-04")]
    [InlineData("end of the month", "2026-11-30")]
    [InlineData("the new year", "2027-01-01")]
    [InlineData("til mid january", "2027-01-15")]
    [InlineData("until mid-March", "2027-03-15")]
    [InlineData("the end of March", "2027-03-31")]
    [InlineData("end of February 2028", "2028-02-29")]
    [InlineData("early in June", "2027-06-01")]
    [InlineData("late October", "2027-10-23")]
    [InlineData("the middle of this month", null)]
    [InlineData("end of next month", "2026-12-31")]
    [InlineData("the end of the year", "2026-12-31")]
    [InlineData("end of next year", "2027-12-31")]
    [InlineData("the end of the week", "2026-11-27")]
    [InlineData("end of next week", "2026-12-04")]
    [InlineData("beginning of next week", "2026-11-30")]
    [InlineData("end of Q1", "2027-03-31")]
    [InlineData("end of the quarter", "2026-12-31")]
    [InlineData("early spring", "2027-03-01")]
    [InlineData("late summer", "2027-08-08")]
    public void Days_are_read_as_people_name_them(string words, string? date) =>
        (DateWords.Find(words, Today)?.Date.ToString("yyyy-MM-dd")).ShouldBe(date);

    [Theory]
    [InlineData("she may call")]
    [InlineData("march on")]
    [InlineData("fall in love")]
    [InlineData("the sun is out")]
    [InlineData("31 February")]
    [InlineData("HO-1042")]
    [InlineData("2027-13-40")]
    [InlineData("a second thought")]
    [InlineData("they are late this week")]
    [InlineData("too late month after month")]
    public void What_is_no_day_is_none(string words) => DateWords.Find(words, Today).ShouldBeNull();

    [Fact]
    public void Whatever_is_written_nothing_throws_and_days_lie_ahead() =>
        Gen.Select(Gen.String[Gen.Char[" 0123456789-.,/abcdefghijklmnopqrstuvwxyz"], 0, 60], Gen.Int[0, 20_000])
            .Sample(
                (text, day) =>
                {
                    var today = DateOnly.FromDayNumber(730_000 + day);
                    foreach (var named in DateWords.All(text, today))
                        text.Substring(named.At, named.Words.Length).ShouldBe(named.Words);
                }
            );

    [Fact]
    public void Every_weekday_is_within_a_week_from_any_day() =>
        Gen.Select(Gen.Int[730_000, 760_000], Gen.Enum<DayOfWeek>())
            .Sample(
                (number, day) =>
                {
                    var today = DateOnly.FromDayNumber(number);
                    var named = DateWords.Find($"until {day}", today).ShouldNotBeNull().Date;
                    named.DayOfWeek.ShouldBe(day);
                    (named.DayNumber - today.DayNumber).ShouldBeInRange(1, 7);
                }
            );
}
