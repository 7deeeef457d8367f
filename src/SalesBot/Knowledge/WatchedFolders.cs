using System.Collections.Concurrent;

namespace SalesBot.Knowledge;

/// <summary>
/// Asks the operating system to report changes in folders, and asks again after it lost track or the folder came back.
/// </summary>
sealed class WatchedFolders(Action changed, ILogger log) : IDisposable
{
    readonly ConcurrentDictionary<string, FileSystemWatcher> watchers = new(StringComparer.Ordinal);

    /// <summary>Whether changes in the folder are being reported.</summary>
    public bool Watch(string folder, bool recursive)
    {
        if (!Directory.Exists(folder))
        {
            Forget(folder);
            return false;
        }
        if (watchers.ContainsKey(folder))
            return true;
        try
        {
            watchers[folder] = Start(folder, recursive);
            return true;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            KnowledgeLog.Polling(log, fault.Message);
            return false;
        }
    }

    FileSystemWatcher Start(string folder, bool recursive)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = recursive,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.Error += (_, _) =>
        {
            Forget(folder);
            changed();
        };
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    void Forget(string folder)
    {
        if (watchers.TryRemove(folder, out var watcher))
            watcher.Dispose();
    }

    public void Dispose()
    {
        foreach (var watcher in watchers.Values)
            watcher.Dispose();
    }
}
