using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Platforms.Slack.Wire;

namespace SalesBot.Platforms.Slack;

/// <summary>
/// Answers through the address that came with a command or a button: it works also where the bot is no member, and only
/// the person sees it. It takes five messages within half an hour, and is a secret for that time.
/// </summary>
sealed class ResponseUrls(SlackCalls calls, IOptions<SlackOptions> options, TimeProvider time)
{
    const string Slack = "https://hooks.slack.com/",
        Prefix = "via ";
    const int MostUses = 5,
        MostRemembered = 10_000;

    static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> uses = [];

    /// <summary>The address, if messages may be sent there.</summary>
    public Uri? Trusted(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && options
            .Value.AllowedResponseUrls.Append(Slack)
            .Any(prefix => address.AbsoluteUri.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            ? address
            : null;

    /// <summary>
    /// The id of a message that can be replaced by that address: the one whose button it came with. A command's
    /// replaces nothing.
    /// </summary>
    static string IdOf(Uri url, bool replaces) => replaces ? Prefix + url.AbsoluteUri : SlackPlatform.Ephemeral;

    /// <summary>The address by which a message was sent, or none if it was sent otherwise.</summary>
    public static string? UrlOf(string? messageId) =>
        messageId?.StartsWith(Prefix, StringComparison.Ordinal) == true ? messageId[Prefix.Length..] : null;

    /// <summary>Sends a reply so; none if the address is of no use, so that it has to go another way.</summary>
    /// <param name="url">The address.</param>
    /// <param name="message">What is said.</param>
    /// <param name="drawing">As it is drawn.</param>
    /// <param name="replaces">Whether it takes the place of the message that the address belongs to.</param>
    /// <param name="cancellationToken">Limits the call.</param>
    public async Task<Delivery?> SendAsync(
        string url,
        Outgoing message,
        SlackDrawing drawing,
        bool replaces,
        CancellationToken cancellationToken
    )
    {
        if (Trusted(url) is not { } address || Used(address) >= MostUses)
            return null;
        Use(address);
        var (isTaken, fault) = await calls.RespondAsync(
            address,
            new ResponseMessage(drawing.Text, drawing.Blocks, "ephemeral", replaces, message.To.Thread),
            cancellationToken
        );
        return isTaken ? new Delivery.Sent(IdOf(address, replaces)) : fault;
    }

    int Used(Uri url) =>
        uses.TryGetValue(url.AbsoluteUri, out var used) && time.GetUtcNow() - used.Since < GoodFor ? used.Count : 0;

    void Use(Uri url)
    {
        var now = time.GetUtcNow();
        if (uses.Count > MostRemembered)
            foreach (var (old, _) in uses.Where(use => now - use.Value.Since > GoodFor))
                uses.TryRemove(old, out _);
        uses.AddOrUpdate(url.AbsoluteUri, (1, now), (_, before) => (before.Count + 1, before.Since));
    }
}
