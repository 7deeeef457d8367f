using SalesBot.Chat;
using SalesBot.Intents;
using SalesBot.Knowledge.Reading;
using SalesBot.People;
using TextBlock = SalesBot.Chat.TextBlock;

namespace SalesBot.Conversations;

/// <summary>Files that an admin sends become documents.</summary>
sealed class DocumentTalk(
    KnowledgeFolder folder,
    KnowledgeTalk knowledge,
    IEnumerable<IChatPlatform> platforms,
    TimeProvider time
)
{
    /// <summary>What is said about a file beside the answer to the words that came with it.</summary>
    public const string FileNotRead = "I can't read the file you sent, so I've only answered your message.";

    /// <summary>What is said to a file without words.</summary>
    public const string OnlyFile =
        "I can't read files here. Tell me in words what you'd like to know or hand over. "
        + "An admin can add .md and .txt documents by sending them to me in Teams or putting them in the knowledge folder.";

    const int MostFiles = 10;

    static readonly TimeSpan FetchTime = TimeSpan.FromSeconds(40);

    /// <summary>Puts files into the knowledge, and reads it anew.</summary>
    public async Task<Reply> AddAsync(Talk talk, AddDocuments wanted)
    {
        if (talk.Person.Role != Role.Admin)
            return talk.Refuse("to add documents", "Only an admin can add documents. Ask me a question instead.");
        if (platforms.FirstOrDefault(platform => platform.Name == talk.Message.Address.Platform) is not { } platform)
            return Reply.Of("I can't fetch files from this chat. Put them in the knowledge folder instead.");
        using var limit = new CancellationTokenSource(FetchTime, time);
        var (added, refused, asked) = (0, new List<string>(), new List<Choice>());
        foreach (var file in wanted.Files.Take(MostFiles))
            switch (await AddAsync(platform, file, wanted.Replace, limit.Token))
            {
                case (null, _):
                    added++;
                    break;
                case ({ } why, true):
                    refused.Add(why);
                    asked.Add(
                        new Choice(
                            $"replace {folder.NameFor(file.Name)}",
                            ChatAction.Of("add-document", ("name", file.Name), ("url", file.Url))
                        )
                    );
                    break;
                case ({ } why, false):
                    refused.Add(why);
                    break;
            }
        if (wanted.Files.Count > MostFiles)
            refused.Add($"I can take up to {MostFiles} files at a time.");
        var told = refused.Select(ReplyBlock (why) => new TextBlock(why));
        if (added > 0)
            return knowledge.Reading(talk) is var reading && refused.Count == 0
                ? reading
                : reading with
                {
                    Text = $"{string.Join("\n", refused)}\n{reading.Text}",
                    Blocks = [.. told, .. reading.Blocks],
                };
        return new Reply(
            string.Join("\n", refused),
            [.. told, .. asked.Count > 0 ? [new ChoicesBlock(asked)] : Array.Empty<ReplyBlock>()]
        );
    }

    /// <summary>Why a file was not put in, or none; and whether it would be in the place of another one.</summary>
    async Task<(string? Fault, bool IsThere)> AddAsync(
        IChatPlatform platform,
        SharedFile file,
        bool replace,
        CancellationToken cancellationToken
    )
    {
        if (folder.NameFor(file.Name) is not { } name)
            return (
                $"I can't read “{PersonText.Cut(PersonText.Clean(file.Name), 100)}”. I can only read .md and .txt files.",
                false
            );
        var fetched = await platform.FetchAsync(file, folder.MostBytes, cancellationToken);
        if (fetched.Content is not { } content)
            return ($"I couldn't fetch {name}: {fetched.Fault}", false);
        // Sent once more as it is, or looked at again after a crash, it is the same document.
        if (!replace && folder.Has(name) && !await folder.HoldsAsync(name, content))
            return (
                $"There's already a document called {name}, so nothing was changed. To keep both, rename yours and send it again.",
                true
            );
        return (await folder.AddAsync(name, content), false);
    }
}
