using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using SalesBot.Chat;
using SalesBot.Intents;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Teams;
using Mention = SalesBot.Chat.Mention;

namespace SalesBot.Tests.Platforms.Shared;

/// <summary>Whatever surrounds a command, on either platform, the command is the same.</summary>
public partial class DecoratedCommandTests
{
    const string SlackBot = "U0BOT",
        TeamsBotId = "28:bot";

    static readonly DateOnly Today = new(2026, 11, 28);

    static readonly string[] Commands =
    [
        "my handoffs",
        "what is overdue?",
        "what's overdue?",
        "queue",
        "sales queue",
        "what did I send?",
        "open handoffs",
        "find handoffs about acme",
        "show HO-1001",
        "HO-1001",
        "accept HO-1001",
        "I'll take HO-1001",
        "hand HO-1001 back, wrong region",
        "return HO-1001: no budget",
        "release HO-1001",
        "withdraw HO-1001",
        "resume HO-1001",
        "reopen HO-1001",
        "recycle HO-1001 until March, bad timing",
        "HO-1001 is won",
        "close HO-1001 as lost",
        "watch HO-1001",
        "unwatch HO-1001",
        "disqualify HO-1001, spam",
        "note HO-1001: she called",
        "HO-1001: she called back",
        "assign HO-1001 to {1}",
        "merge HO-1001 into HO-1002",
        "flag Bob Ray of Initech, bob@initech.example, to marketing: not ready",
        "flag Jane Doe, CTO of Acme, jane@acme.example, to sales: wants a demo",
        "undo",
        "status",
        "gaps",
        "reindex",
        "dead letters",
        "help",
        "I'm away until Monday",
        "{1} is away until Monday",
        "make {1} marketing",
        "notify this channel for sales",
    ];

    sealed record Frame(string Before, string After);

    /// <summary>
    /// What stands around a command: the mention with signs, emphasis, quotes, lists, smileys, courtesies, colleagues.
    /// </summary>
    static readonly Frame[] Frames =
    [
        new("{0}, ", ""),
        new("{0}: ", ""),
        new("{0} - ", ""),
        new("{0} — ", ""),
        new("{0}! ", ""),
        new("{0}\n", ""),
        new("{2} {0} ", ""),
        new("hey {0}, ", ""),
        new("please {0} ", ""),
        new("", " {0}"),
        new("", ", {0}"),
        new("", " {0}!"),
        new("*", "*"),
        new("_", "_"),
        new("`", "`"),
        new("~", "~"),
        new("**", "**"),
        new("\"", "\""),
        new("“", "”"),
        new("(", ")"),
        new("> ", ""),
        new("- ", ""),
        new("• ", ""),
        new("1. ", ""),
        new("", " please"),
        new("", ", please"),
        new("please ", ""),
        new("", " 🙏"),
        new("👋 ", ""),
        new("", " 🎉🎉"),
        new("", " :tada:"),
        new(":wave: ", ""),
        new("", " thanks"),
        new("", ", thanks!"),
        new("ok, ", ""),
        new("hi, ", ""),
        new("  ", "  "),
        new("\u00A0", "\u00A0"),
        new("", " :)"),
        new("\n", "\n"),
        new("", " cc {2}"),
        new("", " {2}"),
        new("… ", ""),
        new("@SalesBot ", ""),
        new("", " 👍🏽"),
    ];

    static string Wanted(Intent? intent) =>
        intent is null
            ? ""
            : JsonSerializer.Serialize<object>(
                intent switch
                {
                    // A note is kept as it was said; which one is not the command.
                    MoveHandoff { Move: "note" } note => note with { Fields = new Dictionary<string, string>() },
                    RaiseHandoff raise => raise with
                    {
                        Fields = [.. raise.Fields.Where(field => field.Name is "name" or "email" or "company")],
                        Title = "",
                    },
                    _ => intent,
                }
            );

    static Intent? Read(string text, IReadOnlyList<Mention> mentions)
    {
        var intent = CommandReader.Read(PersonText.Clean(text), Today, name => name == "Dana");
        // Places of mentions differ with what stands before them; whom they mean does not.
        return intent switch
        {
            MoveHandoff move => move with
            {
                Fields = move.Fields.ToDictionary(field => field.Key, field => Meant(field.Value)),
            },
            SetAway away => away with { Who = away.Who is null ? null : Meant(away.Who) },
            SetRole role => role with { Who = Meant(role.Who) },
            _ => IntentNames.Draw(intent, mentions),
        };

        string Meant(string words) =>
            MentionToken.Find(words, mentions)?.Id
            ?? WithoutLoneQuote(CommandText.WithoutThanks(Colleague().Replace(MentionToken.Draw(words, mentions), "")))
                .TrimEnd('!');
    }

    /// <summary>A quotation mark before a colleague's name is left over from one in front of it all.</summary>
    static string WithoutLoneQuote(string text) =>
        text.Length > 0 && "\"”)".Contains(text[^1]) && !text[..^1].Contains('(') ? text[..^1] : text;

    /// <summary>A colleague who is named behind a reason stays in it.</summary>
    [GeneratedRegex(@"[,;\s]*(?:cc )?@[Bb]ea(?:[,;\s]*(?:cc )?@[Bb]ea)*(?:,? (?:please|thanks!?))*$")]
    private static partial Regex Colleague();

    static Intent? InSlack(string text)
    {
        var message = new JsonObject
        {
            ["text"] = text.Replace("&", "&amp;")
                .Replace("<", "&lt;")
                .Replace(">", "&gt;")
                .Replace("{0}", $"<@{SlackBot}>")
                .Replace("{1}", "<@U1DANA>")
                .Replace("{2}", "<@U2BEA|bea>"),
        };
        var said = SlackContent.Read(JsonSerializer.SerializeToElement(message), "T1", SlackBot);
        return Read(said.Text, said.Mentions);
    }

    static Intent? InTeams(string text)
    {
        (string Mark, string Id, string Name)[] people =
        [
            ("{0}", TeamsBotId, "SalesBot"),
            ("{1}", "29:dana", "Dana Doe (R&D)"),
            ("{2}", "29:bea", "Bea"),
        ];
        var entities = people
            .Where(one => text.Contains(one.Mark))
            .OrderBy(one => text.IndexOf(one.Mark, StringComparison.Ordinal))
            .Select(one => new Entity("mention")
            {
                Properties = new JObject
                {
                    ["mentioned"] = new JObject { ["id"] = one.Id, ["name"] = one.Name },
                },
            });
        var html = WebUtility.HtmlEncode(text);
        foreach (var (mark, _, name) in people)
            html = html.Replace(mark, $"<at>{WebUtility.HtmlEncode(name)}</at>");
        var said = TeamsContent.Read(
            new Activity
            {
                Text = html,
                Recipient = new ChannelAccount("28:BOT", "SalesBot"),
                Entities = [.. entities],
            },
            "t"
        );
        return Read(said.Text, said.Mentions);
    }

    static string SlackId(string intent) =>
        intent.Replace("slack:T1/U1DANA", "DANA").Replace("teams:t/29:dana", "DANA");

    /// <summary>
    /// In front of the bot's name, colleagues may be meant for anything ("please @Bea @SalesBot accept HO-1001"):
    /// nothing is done for the speaker then.
    /// </summary>
    static bool CallsAColleagueFirst(Frame inner, Frame outer) =>
        inner.Before.StartsWith("{2}", StringComparison.Ordinal)
        && ((outer.Before + outer.After).Contains("{0}", StringComparison.Ordinal) || outer.Before.Any(char.IsLetter));

    static IEnumerable<string> Wrong(string command, Frame frame)
    {
        var expected = SlackId(Wanted(InSlack(command)));
        expected.ShouldNotBeEmpty(command);
        var decorated = $"{frame.Before}{command}{frame.After}";
        foreach (var (platform, read) in new[] { ("Slack", InSlack(decorated)), ("Teams", InTeams(decorated)) })
            if (SlackId(Wanted(read)) is var found && found != expected)
                yield return $"{platform}: {decorated} → {found}, not {expected}";
    }

    [Fact]
    public void Every_frame_fits_every_command() =>
        (
            from command in Commands
            from frame in Frames
            from wrong in Wrong(command, frame)
            select wrong
        ).ShouldBeEmpty();

    [Fact]
    public void Whatever_surrounds_a_command_twice_it_is_the_same()
    {
        var wrong = (
            from command in Commands.AsParallel()
            from inner in Frames
            from outer in Frames
            where !CallsAColleagueFirst(inner, outer)
            from one in Wrong(command, new Frame(outer.Before + inner.Before, inner.After + outer.After))
            select one
        )
            .Take(50)
            .ToList();
        wrong.ShouldBeEmpty();
    }
}
