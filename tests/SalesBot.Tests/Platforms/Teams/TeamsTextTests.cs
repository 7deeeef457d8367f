using CsCheck;
using Markdig;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Platforms.Teams;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Tests.Platforms.Teams;

public class TeamsTextTests
{
    const string Bot = "28:bot";

    static Activity Message(string? text, params (string Id, string? Text, string? Name)[] mentions) =>
        new()
        {
            Text = text,
            Recipient = new ChannelAccount(Bot, "SalesBot"),
            Entities =
            [
                .. mentions.Select(one => new Entity("mention")
                {
                    Properties = new JObject
                    {
                        ["text"] = one.Text,
                        ["mentioned"] = new JObject { ["id"] = one.Id, ["name"] = one.Name },
                    },
                }),
                new Entity("clientInfo"),
                null,
            ],
        };

    [Theory]
    [InlineData("<at>SalesBot</at> who makes flyers?", "<at>SalesBot</at>", "SalesBot", "who makes flyers?")]
    [InlineData(
        "<at>SalesBot</at>\r\n&nbsp;who makes&nbsp;flyers?\r\n",
        "<at>SalesBot</at>",
        "SalesBot",
        "who makes flyers?"
    )]
    [InlineData("who makes <at>SalesBot</at> flyers?", null, "SalesBot", "who makes flyers?")]
    [InlineData("<at>Verkaufsbot</at> who makes flyers?", "<at>SalesBot</at>", "SalesBot", "who makes flyers?")]
    [InlineData("<at id=\"0\">Sales</at> A &amp; B &lt;b&gt;", "<at id=\"0\">Sales</at>", "Sales", "A & B <b>")]
    [InlineData(null, "<at>SalesBot</at>", "SalesBot", "")]
    [InlineData("<at>SalesBot</at>", "<at>SalesBot</at>", "SalesBot", "")]
    [InlineData(
        "tell <at>SalesBot</at> that <at>SalesBot</at> is a bot",
        "<at>SalesBot</at>",
        "SalesBot",
        "tell that is a bot"
    )]
    [InlineData(
        "hi <at>Sales &amp;amp; Marketing&nbsp;Bot</at>, my handoffs",
        null,
        "SALES &amp; MARKETING BOT",
        "hi, my handoffs"
    )]
    [InlineData("&lt;at&gt;SalesBot&lt;/at&gt; my handoffs", null, "SalesBot", "my handoffs")]
    [InlineData("<quoted messageId=\"1772050244572\"/> my handoffs", null, "SalesBot", "my handoffs")]
    [InlineData("&lt;quoted messageId=\"1772050244572\"/&gt; my handoffs", null, "SalesBot", "my handoffs")]
    public void The_bots_mention_is_left_out_and_the_rest_is_what_was_typed(
        string? text,
        string? entity,
        string name,
        string plain
    )
    {
        var read = TeamsContent.Read(Message(text, (Bot, entity, name)), "t");
        (read.Text, read.Mentions.Count, read.NamesBot).ShouldBe((plain, 0, true));
    }

    [Theory]
    [InlineData("<at>Dana &amp; Co</at>", "<at>Dana &amp; Co</at>", "Dana & Co")]
    [InlineData("<at>Dana &amp; Co</at>", null, "Dana & Co")]
    [InlineData("<at id=\"0\">Dana&nbsp;&amp; Co</at>", "<at>dana & co</at>", "Dana & Co")]
    [InlineData("<at>D. Co</at>", null, "Dana & Co")]
    public void Others_are_named_by_id_however_their_name_is_written(string words, string? entity, string name)
    {
        var read = TeamsContent.Read(
            Message($"assign it to {words}, not <at>Bob</at>", ("29:dana", entity, name)),
            "t"
        );
        (read.Text, read.Drawn, read.IsForOthers).ShouldBe(
            ($"assign it to {MentionToken.Of(0)}, not {MentionToken.Of(1)}", "assign it to @Dana & Co, not @Bob", true)
        );
        read.Mentions.ShouldBe([
            new SalesBot.Chat.Mention("teams:t/29:dana", "Dana & Co"),
            new SalesBot.Chat.Mention("", "Bob"),
        ]);
    }

    [Theory]
    [InlineData(
        "<p>Jane &amp; Bob,</p><p>see <a href=\"https://x.example\">this</a><br>now</p>",
        "Jane & Bob,\nsee this (https://x.example)\nnow"
    )]
    [InlineData("<p>Mail <a href=\"mailto:jane@acme.example\">Jane Doe</a></p>", "Mail Jane Doe (jane@acme.example)")]
    [InlineData("<div><at id=\"0\">Dana</at>&nbsp;said <emoji alt=\"x\"></emoji></div>", "@Dana said x")]
    [InlineData("a < b", "a < b")]
    public void Html_becomes_the_text_that_one_sees(string html, string text) =>
        TeamsMarkup.WordsOf(html).ShouldBe(text);

    /// <summary>Markdig reads Markdown as CommonMark does.</summary>
    static string Seen(string markdown) =>
        string.Join(
            ' ',
            Markdown
                .ToPlainText(markdown)
                .Replace('\u00A0', ' ')
                .Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
        );

    [Theory]
    [InlineData("**bold** _it_ `code` ~~no~~ [bank](https://evil.example) ![x](http://track)")]
    [InlineData("# heading\n- item\n1. first\n> quoted\n+ plus\n===\n---")]
    [InlineData("<at>Dana</at> <script>alert(1)</script> &lt; &amp; a & b")]
    [InlineData("a\\b \\* | x | y |")]
    [InlineData("HO-1001 is 5 - 3 = 2. And 3) too")]
    public void Text_in_Markdown_is_seen_as_it_stands(string text) =>
        Seen(TeamsText.Markdown(text))
            .ShouldBe(string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Any_text_in_Markdown_is_seen_as_it_stands() =>
        Gen.OneOf(Gen.Char["\\*_`~[]()<>&#|!.-+=1 \nab:/\"'"], Gen.Char['a', 'z'])
            .Array[0, 12]
            .Select(chars => new string(chars))
            .Sample(
                text =>
                    Seen(TeamsText.Markdown(text))
                    == string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)),
                iter: 40_000
            );

    [Theory]
    [InlineData("""{"type":"message","membersAdded":"x"}""")]
    [InlineData("""{"type":"message"} {}""")]
    [InlineData("[1")]
    [InlineData("\"x\"")]
    [InlineData("null")]
    public void What_is_no_activity_is_none(string json) =>
        ActivityJson.Read(System.Text.Encoding.UTF8.GetBytes(json)).ShouldBeNull();

    [Theory]
    [InlineData("""{"type":"message","text":"a","text":"b"}""")]
    [InlineData("""{"type":"message","value":{"a":1,"a":2}}""")]
    [InlineData("""{"type":"message"/*,*/}""")]
    [InlineData("{'type':'message'}")]
    [InlineData("""{"type":"message","value":NaN}""")]
    [InlineData("""{"type":"message","from":"29:x"}""")]
    [InlineData("""{"type":"message","channelData":"x"}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","attachments":[{"contentType":{}}]}""")]
    public void What_could_be_read_in_two_ways_is_not_read(string json) =>
        ActivityJson.Read(System.Text.Encoding.UTF8.GetBytes(json)).ShouldBeNull();

    [Fact]
    public void Nobody_nests_an_activity_without_end() =>
        ActivityJson
            .Read(
                System.Text.Encoding.UTF8.GetBytes(
                    $$"""{"type":"message","value":{{new string('[', 100)}}{{new string(']', 100)}}}"""
                )
            )
            .ShouldBeNull();

    [Fact]
    public void What_people_fill_in_arrives_as_they_wrote_it()
    {
        const string Value =
            """{"at":"2026-11-28T10:00:00+01:00","$ref":"#/x","$type":"System.Object","n":0.10,"e":1e3,"big":12345678901234567890,"u":"a\u0000b"}""";
        var read = ActivityJson.Read(
            System.Text.Encoding.UTF8.GetBytes($$"""{"type":"invoke","value":{{Value}},"timestamp":"soon"}""")
        )!;
        SdkJson.Write(read.Value).ShouldBe(Value);
        read.Timestamp.ShouldBeNull();
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_sign_that_nobody_can_read()
    {
        var activity = ActivityJson.Read(
            """{"type":"message","text":"a \ud83d b \\ud83d \ud83d\ude00","\udc00":1}"""u8.ToArray()
        )!;
        activity.Text.ShouldBe("a \uFFFD b \\ud83d 😀");
    }

    [Fact]
    public void Whatever_is_not_known_is_left_unread()
    {
        var activity = ActivityJson.Read(
            """{"type":"message","reactionsAdded":[null],"zz":{"a":[1]},"from":null,"entities":[null],"value":null}"""u8.ToArray()
        )!;
        (activity.Type, activity.From, activity.Value).ShouldBe(("message", null, null));
        TeamsContent.Read(activity, "t").Text.ShouldBe("");
        SdkJson.Write(new Activity(ActivityTypes.Typing)).ShouldBe("""{"type":"typing"}""");
    }
}
