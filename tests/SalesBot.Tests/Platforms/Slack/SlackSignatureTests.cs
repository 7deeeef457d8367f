using System.Text;
using System.Text.Json;
using CsCheck;
using SalesBot.Platforms.Slack.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Slack;

public class SlackSignatureTests
{
    const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    static string Signed(string body, string timestamp, string secret = Secret) =>
        "v0="
        + Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(secret),
                Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")
            )
        );

    static bool IsRight(string body, string? timestamp, string? signature, params string[] secrets) =>
        SlackSignature.IsRight(
            Encoding.UTF8.GetBytes(body),
            timestamp,
            signature,
            secrets.Length == 0 ? [Secret] : secrets,
            Now
        );

    [Fact]
    public void The_example_of_Slacks_documentation_is_right()
    {
        const string body =
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        IsRight(body, "1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    [InlineData(-86400, false)]
    [InlineData(86400, false)]
    public void A_request_is_right_for_five_minutes_both_ways(long off, bool right)
    {
        var timestamp = $"{Now.ToUnixTimeSeconds() + off}";
        IsRight("{}", timestamp, Signed("{}", timestamp)).ShouldBe(right);
        // The fraction of the second here changes nothing.
        SlackSignature
            .IsRight("{}"u8, timestamp, Signed("{}", timestamp), [Secret], Now.AddMilliseconds(999))
            .ShouldBe(right);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x5b47a8ca")]
    [InlineData("1531420618.0")]
    [InlineData("+1531420618")]
    [InlineData("-1531420618")]
    [InlineData("1e9")]
    [InlineData("1531420618000")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("１５３１４２０６１８")]
    [InlineData(" 1531420618")]
    [InlineData(null)]
    public void A_timestamp_is_digits(string? timestamp) =>
        IsRight("{}", timestamp, Signed("{}", timestamp ?? "")).ShouldBeFalse();

    [Theory]
    [InlineData("v0=")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_signature_is_refused(string? signature) =>
        IsRight("{}", "1531420618", signature).ShouldBeFalse();

    [Fact]
    public void Whatever_is_not_the_very_signature_is_refused()
    {
        var right = Signed("{}", "1531420618");
        IsRight("{}", "1531420618", right).ShouldBeTrue();
        foreach (
            var wrong in new[]
            {
                right.ToUpperInvariant(),
                right[3..],
                "v1" + right[2..],
                right + "00",
                right + "=junk",
                right[..^1],
                right + " ",
                $"{right},{right}",
            }
        )
            IsRight("{}", "1531420618", wrong).ShouldBeFalse(wrong);
        Gen.Select(Gen.Int[3, 66], Gen.Int[1, 15])
            .Sample(
                (at, by) =>
                {
                    var digits = right.ToCharArray();
                    digits[at] = "0123456789abcdef"[("0123456789abcdef".IndexOf(digits[at]) + by) % 16];
                    return !IsRight("{}", "1531420618", new string(digits));
                },
                iter: 1000
            );
        foreach (var body in new[] { "{} ", "{ }", "{}\n", "" })
            IsRight(body, "1531420618", right).ShouldBeFalse();
    }

    [Fact]
    public void Two_secrets_count_while_one_takes_the_others_place()
    {
        IsRight("{}", "1531420618", Signed("{}", "1531420618", "the one before"), "the new one", "the one before")
            .ShouldBeTrue();
        IsRight("{}", "1531420618", Signed("{}", "1531420618", "another"), "the new one", "the one before")
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_secret_signs_nothing(string secret) =>
        IsRight("{}", "1531420618", Signed("{}", "1531420618", secret), secret, "").ShouldBeFalse();

    [Fact]
    public void It_is_over_the_bytes_whatever_they_are()
    {
        byte[] body = [(byte)'{', 0xff, 0xfe, (byte)'}'];
        var right =
            "v0="
            + Convert.ToHexStringLower(
                System.Security.Cryptography.HMACSHA256.HashData(
                    Encoding.UTF8.GetBytes(Secret),
                    (byte[])[.. "v0:1531420618:"u8, .. body]
                )
            );
        SlackSignature.IsRight(body, "1531420618", right, [Secret], Now).ShouldBeTrue();
        SlackSignature
            .IsRight(body, "1531420618", Signed(Encoding.UTF8.GetString(body), "1531420618"), [Secret], Now)
            .ShouldBeFalse();
    }

    /// <summary>Vectors that two of Slack's own programs have answered, where they are present.</summary>
    [Fact]
    public void It_says_what_Slacks_own_programs_say()
    {
        var file = Outside.File("peers/slack/signature-vectors.json");
        using var vectors = JsonDocument.Parse(System.IO.File.ReadAllText(file));
        vectors.RootElement.GetArrayLength().ShouldBe(26);
        foreach (var vector in vectors.RootElement.EnumerateArray())
            SlackSignature
                .IsRight(
                    vector.GetProperty("bodyBase64").GetBytesFromBase64(),
                    vector.GetProperty("timestamp").GetString(),
                    vector.GetProperty("signature").GetString(),
                    [vector.GetProperty("secret").GetString()!],
                    DateTimeOffset.FromUnixTimeSeconds(vector.GetProperty("now").GetInt64())
                )
                // Bytes that are no text end one of the programs; over bytes the signature is right.
                .ShouldBe(
                    vector.GetProperty("pythonSdk").ValueKind is JsonValueKind.String or JsonValueKind.True,
                    vector.GetProperty("name").GetString()
                );
    }
}
