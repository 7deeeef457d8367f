using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SalesBot.Chat;
using SalesBot.Messaging;

namespace SalesBot.Platforms.Files;

/// <summary>
/// A chat through two files, for tests and drills: what others append to <c>in.jsonl</c> is said, what the bot says is
/// appended to <c>out.jsonl</c>, a JSON object a line, on the disk before it counts as sent. What may stand there
/// already, because the host died before it wrote that down, is looked for by its key and not written again.
/// </summary>
sealed class FilesPlatform(IOptions<FilesOptions> options) : IChatPlatform
{
    /// <summary>The first part of its addresses.</summary>
    public const string PlatformName = "files";

    const int TailBytes = 4 << 20;

    static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly SemaphoreSlim one = new(1);
    bool begun;

    public string Name => PlatformName;

    /// <summary>The file of that name in the folder.</summary>
    public string FileOf(string name) => Path.Combine(Path.GetFullPath(options.Value.Folder), name);

    public async Task<Delivery> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var (reply, replaced) = (message.Reply, message.Replaced);
        if (message.MaybeSent && await FindAsync(message.Key, cancellationToken) is { } written)
        {
            if (written.Text == reply.FullText)
                return new Delivery.Sent(written.Id);
            replaced ??= written.Id;
        }
        var id = replaced ?? $"m-{Guid.CreateVersion7()}";
        await WriteAsync(
            [
                new JsonObject
                {
                    ["to"] = message.To.ToString(),
                    ["message"] = id,
                    ["key"] = message.Key,
                    ["replaces"] = replaced,
                    ["slot"] = reply.Slot,
                    ["text"] = reply.FullText,
                    ["actions"] = new JsonArray([
                        .. reply.Choices.Select(choice =>
                            JsonSerializer.SerializeToNode(choice.Action, ChatJson.Kept.ChatAction)
                        ),
                    ]),
                },
            ],
            cancellationToken
        );
        return new Delivery.Sent(id);
    }

    /// <summary>
    /// Writes that messages arrived: they are on the disk and will be answered, or are not read and were told so.
    /// </summary>
    public Task AcknowledgeAsync(
        IReadOnlyList<(string Id, Acceptance As)> taken,
        CancellationToken cancellationToken
    ) =>
        taken.Count == 0
            ? Task.CompletedTask
            : WriteAsync(
                taken.Select(one => new JsonObject { ["ack"] = one.Id, ["as"] = Words.Of(one.As) }),
                cancellationToken
            );

    /// <summary>The last message that was written with a key, if it is one of the latest.</summary>
    async Task<(string Id, string Text)?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (!File.Exists(FileOf("out.jsonl")))
            return null;
        await using var file = new FileStream(
            FileOf("out.jsonl"),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        file.Seek(-Math.Min(file.Length, TailBytes), SeekOrigin.End);
        using var reader = new StreamReader(file);
        var wanted = $"\"key\":\"{key}\"";
        (string, string)? found = null;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            if (line.Contains(wanted, StringComparison.Ordinal))
                found = MessageIn(line, key) ?? found;
        return found;
    }

    /// <summary>The message in a line with that key; none in half a line, which a killed host left.</summary>
    static (string Id, string Text)? MessageIn(string line, string key)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject json && (string?)json["key"] == key
                ? ((string)json["message"]!, (string)json["text"]!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    async Task WriteAsync(IEnumerable<JsonObject> lines, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await using var file = new FileStream(
                FileOf("out.jsonl"),
                FileMode.Append,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete
            );
            // Half a line may stand there from a program that was killed; it ends here.
            var text = (begun ? "" : "\n") + string.Concat(lines.Select(line => line.ToJsonString(Written) + "\n"));
            begun = true;
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            one.Release();
        }
    }
}
