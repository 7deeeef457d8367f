using SalesBot.Storage;

namespace SalesBot.Tests.Support;

/// <summary>
/// The index of the shipped documents, built once for all tests. A host that finds it in its data folder looks whether
/// it fits and opens it, as after a restart; what building does is tested on folders without it.
/// </summary>
static class ShippedIndex
{
    static readonly Lazy<Task<string>> built = new(BuildAsync);

    /// <summary>Puts it into a data folder that has none.</summary>
    public static async Task CopyToAsync(string dataFolder)
    {
        var from = await built.Value;
        var to = Path.Combine(dataFolder, "index");
        PrivateFiles.MakeFolder(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            PrivateFiles.MakeFolder(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    static async Task<string> BuildAsync()
    {
        var folder = new TempFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await using var bot = new TestBot(folder.Path);
        await bot.Get<SalesBot.Knowledge.KnowledgeIndex>().RefreshAsync();
        return folder.File("index");
    }
}
