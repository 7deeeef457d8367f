using System.Globalization;
using CsCheck;
using SalesBot.Chat;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

public class SlackTextTests
{
    [Theory]
    [InlineData("<@UBOT> who makes flyers?", "who makes flyers?")]
    [InlineData("hey <@UBOT|salesbot>, who?", "hey, who?")]
    [InlineData("R&amp;D &lt;b&gt; &amp;lt;", "R&D <b> &lt;")]
    [InlineData("ask <@U1> and <@U2|dana>", "ask @U1 and @dana")]
    [InlineData("in <#C1|general> or <#C2>", "in #general or #C2")]
    [InlineData("see <#C0ABC|>", "see #C0ABC")]
    [InlineData("<!here> <!channel> <!subteam^S1|@sales> <!subteam^S2>", "@here @channel @sales @S2")]
    [InlineData("<!date^1392734382^{date}|18 Feb 2014>", "18 Feb 2014")]
    [InlineData("<mailto:jane@acme.example|jane@acme.example>", "jane@acme.example")]
    [InlineData("<tel:+49301234|+49 30 1234>", "+49 30 1234")]
    [InlineData("<http://acme.example|acme.example>", "acme.example")]
    [InlineData("<https://acme.example/a?b=1&amp;c=2>", "https://acme.example/a?b=1&c=2")]
    [InlineData("<https://evil.example|your bank>", "your bank (https://evil.example)")]
    [InlineData("a < b > c", "a < b > c")]
    [InlineData("<mailto:jane@acme.example|Jane Doe>, CTO", "Jane Doe (jane@acme.example), CTO")]
    [InlineData("*my handoffs*", "my handoffs")]
    [InlineData("`my handoffs` _now_ ~not~", "my handoffs now not")]
    [InlineData("5*3*2 and snake_case_name", "5*3*2 and snake_case_name")]
    [InlineData("_jane_@acme.example or __init__.py", "_jane_@acme.example or __init__.py")]
    [InlineData("*bold*, _soft_. (~no~)", "bold, soft. (no)")]
    [InlineData("note HO-1:\n&gt; 50 seats\nand more", "note HO-1:\n50 seats\nand more")]
    [InlineData("<mailto:jane@acme.example?subject=Hi.there|Jane Two>", "Jane Two (jane@acme.example)")]
    [InlineData("- my handoffs", "my handoffs")]
    [InlineData("&gt; my handoffs", "my handoffs")]
    [InlineData("Flyer für R&amp;D 🚀", "Flyer für R&D 🚀")]
    public void People_are_read_as_they_wrote(string text, string plain) =>
        SlackWords.Read(text, "T1", "UBOT").Drawn.ShouldBe(plain);

    [Fact]
    public void Who_is_named_is_known_by_id() =>
        SlackWords
            .Read("<@UBOT> give it to <@U1> or <@W2|dana>", "T1", "UBOT")
            .Mentions.ShouldBe([new Mention("slack:T1/U1", "U1"), new Mention("slack:T1/W2", "dana")]);

    [Fact]
    public void Whatever_is_escaped_names_nobody() =>
        Gen.String.Sample(text =>
        {
            var escaped = SlackText.Escape(text);
            return !escaped.Contains('<')
                && !escaped.Contains('>')
                && SlackWords.Read(escaped, "T1", null) is { Mentions.Count: 0, NamesOthers: false };
        });

    [Fact]
    public void A_cut_is_within_the_limit_and_between_characters_as_people_see_them()
    {
        var some = Some.Of("a", "<", "&", "é", "👩‍👩‍👧", "🇩🇪", "e\u0301", "\n", "漢")
            .Array[0, 60]
            .Select(string.Concat);
        Gen.Select(some, Gen.Int[20, 80])
            .Sample(
                (text, most) =>
                {
                    var (cut, escaped) = (PersonText.Cut(text, most), SlackText.Escape(text, most));
                    var ends = StringInfo.ParseCombiningCharacters(text).Append(text.Length);
                    return cut.Length <= most
                        && escaped.Length <= most
                        && (
                            cut == text
                            || (
                                cut.EndsWith('…')
                                && text.StartsWith(cut[..^1], StringComparison.Ordinal)
                                && ends.Contains(cut.Length - 1)
                            )
                        )
                        && (escaped == SlackText.Escape(text) || escaped.EndsWith('…'));
                }
            );
    }
}
