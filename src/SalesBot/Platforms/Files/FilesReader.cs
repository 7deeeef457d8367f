using System.Text;
using System.Text.Json;
using SalesBot.Chat;
using SalesBot.Messaging;
using SalesBot.Storage;

namespace SalesBot.Platforms.Files;

/// <summary>
/// A line of <c>in.jsonl</c>: <c>from</c> is a persona's id or any other, <c>conversation</c> a name; a conversation
/// named like its only member is direct.
/// </summary>
sealed record FileLine(string? Id, string? From, string? Conversation, string? Text, ChatAction? Action = null);

/// <summary>
/// Reads what is appended to <c>in.jsonl</c>. How far it has come stands in <c>in.offset</c>; what was taken in after
/// that is read again after a restart, and known by its id.
/// </summary>
sealed partial class FilesReader(FilesPlatform platform, Inbox inbox, TimeProvider time, ILogger<FilesReader> log)
    : BackgroundService
{
    const int AtOnce = 64,
        LongestRead = 1_000_000;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var at =
            File.Exists(platform.FileOf("in.offset"))
            && long.TryParse(await File.ReadAllTextAsync(platform.FileOf("in.offset"), stoppingToken), out var come)
                ? come
                : 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            var (lines, next) = TryRead(at);
            foreach (var some in lines.Chunk(AtOnce))
            {
                var taken = await Task.WhenAll(some.Select(line => TakeAsync(line, stoppingToken)));
                await platform.AcknowledgeAsync([.. taken.OfType<(string, Acceptance)>()], stoppingToken);
            }
            if (next != at && !stoppingToken.IsCancellationRequested)
                await KeepAsync(at = next);
            if (lines.Count == 0)
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// A file that cannot be read now is read later; one that was begun anew is read from its beginning.
    /// </summary>
    (List<string> Lines, long Next) TryRead(long at)
    {
        try
        {
            return File.Exists(platform.FileOf("in.jsonl")) && new FileInfo(platform.FileOf("in.jsonl")).Length < at
                ? ([], 0)
                : Read(at);
        }
        catch (IOException)
        {
            return ([], at);
        }
    }

    /// <summary>The whole lines from a place on, and where the next one begins.</summary>
    (List<string> Lines, long Next) Read(long at)
    {
        if (!File.Exists(platform.FileOf("in.jsonl")))
            return ([], at);
        using var file = new FileStream(
            platform.FileOf("in.jsonl"),
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        file.Seek(at, SeekOrigin.Begin);
        var bytes = new byte[Math.Min(file.Length - at, LongestRead)];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        // A line that is longer than any message is skipped.
        var end =
            read == 0 ? 0
            : Array.LastIndexOf(bytes, (byte)'\n', read - 1, read) + 1 is > 0 and var whole ? whole
            : read == LongestRead ? read
            : 0;
        return (
            [.. Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            at + end
        );
    }

    async Task KeepAsync(long at)
    {
        var next = platform.FileOf("in.offset.next");
        await File.WriteAllTextAsync(next, $"{at}");
        File.Move(next, platform.FileOf("in.offset"), overwrite: true);
    }

    async Task<(string Id, Acceptance)?> TakeAsync(string text, CancellationToken stoppingToken)
    {
        if (Parse(text) is not { Id.Length: > 0 and < 400, From.Length: > 0 } line || line.Conversation is "")
        {
            Unreadable(log);
            return null;
        }
        var (id, from) = (line.Id, line.From);
        var conversation = line.Conversation ?? from;
        var message = new IncomingMessage(
            id,
            new Address(FilesPlatform.PlatformName, "default", conversation),
            from,
            "",
            line.Text ?? "",
            IsDirect: conversation == from
        )
        {
            Action = line.Action,
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await inbox.AcceptAsync(message) is var acceptance and not Acceptance.Full)
                    return (id, acceptance);
            }
            catch (StorageFault)
            {
                // It is said again until it is kept, as a platform does.
            }
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return null;
    }

    static FileLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<FileLine>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(60, LogLevel.Warning, "A line of in.jsonl is no message: a JSON object with id, from and text")]
    static partial void Unreadable(ILogger log);
}
