using System.Text;
using SalesBot.Knowledge.Reading;

namespace SalesBot.Tests.Knowledge;

public class TextDecoderTests
{
    const string Umlauts =
        "Größere Käufer prüfen Verträge: „Wer verkauft, muß zuhören“. Die Straße führt über die Brücke.";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_says_how_to_read(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Umlauts)]).ShouldBe(Umlauts);
    }

    [Fact]
    public void Utf8_needs_no_mark() => TextDecoder.Decode(Encoding.UTF8.GetBytes(Umlauts)).ShouldBe(Umlauts);

    [Theory]
    [InlineData("windows-1252", Umlauts)]
    [InlineData(
        "windows-1251",
        "Продажи и маркетинг решают разные задачи, но работают вместе ради общей цели компании."
    )]
    [InlineData(
        "shift_jis",
        "営業とマーケティングの違いについて説明します。それぞれの役割は異なりますが、目的は同じです。"
    )]
    public void Older_encodings_are_recognised(string name, string text) =>
        TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(text)).ShouldBe(text);

    [Fact]
    public void Line_ends_become_one_and_controls_become_spaces() =>
        TextDecoder.Decode("a\r\nb\rc\0d"u8.ToArray()).ShouldBe("a\nb\nc d");

    [Fact]
    public void What_is_not_text_is_refused() =>
        Should.Throw<InvalidDataException>(() =>
            TextDecoder.Decode([.. Enumerable.Range(0, 1000).Select(i => (byte)(i % 9))])
        );
}
