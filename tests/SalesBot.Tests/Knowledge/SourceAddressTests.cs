using SalesBot.Knowledge.Reading;

namespace SalesBot.Tests.Knowledge;

public class SourceAddressTests
{
    [Theory]
    [InlineData("https://wiki.example.com/sales?page=1#top", "https://wiki.example.com/sales?page=1#top")]
    [InlineData(" http://wiki.example.com ", "http://wiki.example.com/")]
    [InlineData("handbook.pdf", null)]
    [InlineData(null, null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("https://user:secret@wiki.example.com/", null)]
    [InlineData("http://localhost:3978/", null)]
    [InlineData("http://wiki/", null)]
    [InlineData("http://127.0.0.1/", null)]
    [InlineData("http://2130706433/", null)]
    [InlineData("http://[::1]/", null)]
    [InlineData("http://10.0.0.5/handbook", null)]
    [InlineData("http://app.localhost/", null)]
    public void Only_an_address_that_leads_every_reader_to_the_same_page_is_shown(string? source, string? address) =>
        SourceAddress.Of(source).ShouldBe(address);
}
