using SalesBot.Tests.Support;

namespace SalesBot.Tests.Doors;

/// <summary>Where people open what an answer cites.</summary>
public sealed class SourceLinkTests : IDisposable
{
    readonly TempFolder knowledge = new();

    public void Dispose() => knowledge.Dispose();

    async Task<string?> AddressAsync(string? source, params KeyValuePair<string, string?>[] settings)
    {
        File.WriteAllText(
            Path.Combine(knowledge.Path, "rules.md"),
            $"---\ntitle: Rules\n{(source is null ? "" : $"source: {source}\n")}---\n\n# Rules\n\nSales runs our webinars.\n"
        );
        await using var bot = await RunningBot.StartAsync(knowledge.Path, settings);
        var answer = await bot.AskAsync("who runs our webinars?");
        return answer.GetProperty("citations")[0].GetProperty("address").GetString();
    }

    [Fact]
    public async Task Where_the_page_has_an_address_a_source_is_opened_there_at_the_passage()
    {
        var address = await AddressAsync(
            null,
            new KeyValuePair<string, string?>("Console:Address", "https://salesbot.example.com/")
        );
        address.ShouldNotBeNull().ShouldStartWith("https://salesbot.example.com/document?path=rules.md&start=");
        address.ShouldEndWith("#passage");
    }

    [Fact]
    public async Task Where_it_has_none_there_is_no_link() => (await AddressAsync(null)).ShouldBeNull();

    [Fact]
    public async Task The_web_page_that_a_document_names_comes_before_the_page_of_the_host() =>
        (
            await AddressAsync(
                "https://wiki.example.com/rules",
                new KeyValuePair<string, string?>("Console:Address", "https://salesbot.example.com")
            )
        ).ShouldBe("https://wiki.example.com/rules");

    [Theory]
    [InlineData("http://localhost/rules")]
    [InlineData("http://10.0.0.7/rules")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    public async Task What_leads_each_reader_elsewhere_is_no_link(string source) =>
        (await AddressAsync(source)).ShouldBeNull();

    [Theory]
    [InlineData("salesbot.example.com")]
    [InlineData("ftp://salesbot.example.com")]
    [InlineData("https://salesbot.example.com/path")]
    public void An_address_that_is_none_is_refused_at_the_start(string address) =>
        Should
            .Throw<SettingsFault>(() =>
                SalesBotHost.Build([new("Console:Address", address), new("Storage:DataFolder", knowledge.Path)])
            )
            .Message.ShouldContain("Address");
}
