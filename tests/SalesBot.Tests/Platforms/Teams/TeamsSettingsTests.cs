using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using SalesBot.Platforms.Teams;
using SalesBot.Platforms.Teams.Wire;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>
/// Half a configuration stops the start with a sentence; names that others have made known are understood.
/// </summary>
public class TeamsSettingsTests
{
    const string App = TeamsStandIn.AppId,
        Tenant = TeamsStandIn.Tenant;

    static List<string> Faults(params (string Key, string? Value)[] settings) =>
        Settings.Faults(Configuration(settings));

    static IConfiguration Configuration((string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Teams:{one.Key}", one.Value)))
            .Build();

    [Fact]
    public void Without_anything_it_is_off_and_with_what_is_needed_on()
    {
        Faults().ShouldBeEmpty();
        Faults(("AppId", App), ("TenantId", Tenant), ("ClientSecret", "x")).ShouldBeEmpty();
        Faults(("AppId", App), ("TenantId", Tenant), ("AppType", "UserAssignedMSI")).ShouldBeEmpty();
        Faults(("DangerouslyAllowAnonymous", "true")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AppId", "salesbot", "Teams needs the bot's app id")]
    [InlineData("TenantId", "", "Teams needs the id of the directory whose people the bot serves")]
    [InlineData("ClientSecret", "", "Teams needs a client secret or a certificate file")]
    [InlineData("AppType", "Single", "It is 'SingleTenant', 'UserAssignedMsi' or 'MultiTenant'.")]
    [InlineData("MetadataUrl", "http://evil.example/", "is not an https address")]
    [InlineData("ServiceUrl", "https://smba.trafficmanager.net/teams", "ends with a slash")]
    [InlineData("GraphUrl", "https://graph.microsoft.com/v1.0", "ends with a slash")]
    [InlineData("AllowedServiceUrls:0", "http://evil.example/", "is not an https address that ends with a slash")]
    [InlineData("AllowedFileUrls:0", "https://files.example", "is not an https address that ends with a slash")]
    [InlineData("CertificateFile", "nothing.pfx", "cannot be read as a certificate")]
    [InlineData("RequireEndorsement", "perhaps", "is not true or false")]
    public void What_is_wrong_is_named(string key, string value, string sentence)
    {
        var right = new (string Key, string? Value)[] { ("AppId", App), ("TenantId", Tenant), ("ClientSecret", "x") };
        Faults([.. right.Where(one => one.Key != key), (key, value)]).ShouldHaveSingleItem().ShouldContain(sentence);
    }

    [Fact]
    public void A_certificate_serves_as_well_as_a_secret()
    {
        using var folder = new TempFolder();
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(
            "CN=salesbot",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(now, now.AddDays(1));
        var (pfx, pem) = (Path.Combine(folder.Path, "bot.pfx"), Path.Combine(folder.Path, "bot.pem"));
        File.WriteAllBytes(pfx, certificate.Export(X509ContentType.Pfx, "open"));
        File.WriteAllText(pem, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        Faults(("AppId", App), ("TenantId", Tenant), ("CertificateFile", pem)).ShouldBeEmpty();
        Faults(("AppId", App), ("TenantId", Tenant), ("CertificateFile", pfx), ("CertificatePassword", "open"))
            .ShouldBeEmpty();
        Faults(("AppId", App), ("TenantId", Tenant), ("CertificateFile", pfx), ("CertificatePassword", "shut"))
            .ShouldHaveSingleItem()
            .ShouldContain("cannot be read");
        var options = Configuration([("AppId", App), ("TenantId", Tenant), ("CertificateFile", pem)])
            .GetSection("Teams")
            .Get<TeamsOptions>()!;
        using var http = new HttpClient();
        TeamsSetup.Source(options, http, TimeProvider.System).ShouldNotBeNull();
    }

    [Fact]
    public void The_names_of_Microsofts_SDKs_are_understood_and_our_own_win()
    {
        var builder = new ConfigurationBuilder();
        Settings.Read(
            builder,
            [
                new("MicrosoftAppId", App),
                new("MicrosoftAppTenantId", Tenant),
                new("MicrosoftAppPassword", "theirs"),
                new("Teams:ClientSecret", "ours"),
            ]
        );
        var options = builder.Build().GetSection("Teams").Get<TeamsOptions>()!;
        (options.AppId, options.TenantId, options.ClientSecret).ShouldBe((App, Tenant, "ours"));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://smba.trafficmanager.net/emea", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/gcc", true)]
    [InlineData("https://europe.webchat.botframework.com/", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://evilteams.microsoft.com.example/", false)]
    [InlineData("https://teams.microsoft.com@evil.example/", false)]
    [InlineData("https://ⓢmba.trafficmanager.net.example/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://allowed.example/teams/", true)]
    [InlineData("https://allowed.example/teams/../other/", false)]
    [InlineData("https://allowed.example/teams%2F..%2Fother/", false)]
    [InlineData("https://allowed.example/other/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_token_goes_to_Microsofts_connectors_and_where_it_is_allowed(string? url, bool goes) =>
        (new ServiceUrls(["https://allowed.example/teams/"]).Allowed(url) is not null).ShouldBe(goes);

    [Fact]
    public async Task A_directory_that_does_not_answer_is_asked_again_later()
    {
        Exception[] silences = [new HttpRequestException(), new TaskCanceledException(), new IOException()];
        foreach (var silence in silences)
            (
                await Should.ThrowAsync<TokenFault>(() =>
                    new BotTokens((_, _, _) => throw silence, TimeProvider.System).GetAsync(
                        "scope/.default",
                        TestContext.Current.CancellationToken
                    )
                )
            ).IsFinal.ShouldBeFalse();
    }

    [Fact]
    public void Teams_is_kept_to_what_it_allows_in_each_stretch_of_time()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var (pace, sent) = (new ThreadPace(time), new List<double>());
        for (var second = 0.0; second < 4000; second += 0.1)
        {
            if (pace.Take("t", "c", TimeSpan.Zero) is { IsTaken: true })
                sent.Add(second);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }
        foreach (var (most, within) in new[] { (7, 1.0), (8, 2.0), (60, 30.0), (1800, 3600.0) })
            Enumerable
                .Range(0, sent.Count)
                .Max(i => sent.Skip(i).TakeWhile(at => at < sent[i] + within - 0.05).Count())
                .ShouldBeLessThanOrEqualTo(most, $"{within} s");
        sent.Count.ShouldBeGreaterThan(1800);
    }
}
