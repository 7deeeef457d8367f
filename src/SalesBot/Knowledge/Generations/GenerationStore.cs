using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesBot.Storage;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// The folder of generations: <c>&lt;data&gt;/index/&lt;id&gt;/</c> each, and the file <c>current</c> that names the
/// one in use. A generation is complete when its folder bears its id; it is in use when <c>current</c>, replaced by one
/// rename, names it.
/// </summary>
sealed class GenerationStore(string dataFolder, IOptions<KnowledgeOptions> options)
{
    const string Building = "building-";
    readonly string root = Path.Combine(Path.GetFullPath(dataFolder), "index");

    string CurrentFile => Path.Combine(root, "current");

    /// <summary>The absolute path of the folder.</summary>
    public string Root => root;

    /// <summary>Where the generation of that id stands.</summary>
    public string FolderOf(string id) => Path.Combine(root, id);

    /// <summary>Which generation is in use, or none.</summary>
    public CurrentGeneration? Current()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(CurrentFile), GenerationJson.Default.CurrentGeneration);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Which generation is in use, for somebody who wants to look at it.</summary>
    /// <exception cref="KnowledgeFault">There is none, or what names it is damaged.</exception>
    public CurrentGeneration CurrentOrFault() =>
        Current()
        ?? throw new KnowledgeFault(
            Directory.Exists(root) && Directory.EnumerateDirectories(root, "k-*").Any()
                ? "The index is damaged: it doesn't say which version is in use. Run 'salesbot index'."
                : "There is no index yet; run 'salesbot index'."
        );

    /// <summary>
    /// The manifests of the complete generations, newest first; one that cannot be read is passed over.
    /// </summary>
    public List<GenerationManifest> All() =>
        !Directory.Exists(root)
            ? []
            :
            [
                .. Directory
                    .EnumerateDirectories(root, "k-*")
                    .Select(ReadManifest)
                    .OfType<GenerationManifest>()
                    .OrderByDescending(manifest => manifest.BuiltAt)
                    .ThenBy(manifest => manifest.Id, StringComparer.Ordinal),
            ];

    /// <summary>The manifest in a generation's folder, or none if it is missing or damaged.</summary>
    public static GenerationManifest? ReadManifest(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(
                File.ReadAllBytes(Path.Combine(folder, GenerationManifest.Name)),
                GenerationJson.Default.GenerationManifest
            );
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Lets one process at a time build; what a killed builder left behind is swept away. Dispose to let the next one
    /// in.
    /// </summary>
    /// <exception cref="KnowledgeFault">Another process has been building for longer than a minute.</exception>
    public async Task<IDisposable> LockAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(root) ?? ".");
            PrivateFiles.MakeFolder(root);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeFault($"The data folder cannot be written at '{root}': {fault.Message}", fault);
        }
        for (var attempt = 0; ; attempt++)
            try
            {
                var building = new FileStream(
                    Path.Combine(root, "lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
                foreach (var left in Directory.EnumerateDirectories(root, Building + "*"))
                    Directory.Delete(left, recursive: true);
                return building;
            }
            catch (IOException fault) when (fault.HResult is LockedOnUnix or LockedOnWindows)
            {
                if (attempt == 300)
                    throw new KnowledgeFault(
                        $"Another SalesBot is building an index in '{root}'; "
                            + "wait for it to finish, or name another folder with --data.",
                        fault
                    );
                await Task.Delay(TimeSpan.FromMilliseconds(200), time, cancellationToken);
            }
    }

    const int LockedOnUnix = 11,
        LockedOnWindows = unchecked((int)0x80070020);

    /// <summary>An empty folder to build in.</summary>
    public string NewBuild()
    {
        var folder = Path.Combine(root, $"{Building}{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>
    /// Gives a finished build its name. A generation of the same content takes its place only if the one there is
    /// damaged.
    /// </summary>
    public void Complete(string build, string id, bool replace)
    {
        var folder = FolderOf(id);
        if (Directory.Exists(folder))
        {
            if (!replace)
            {
                Directory.Delete(build, recursive: true);
                return;
            }
            var old = Path.Combine(root, $"{Building}old-{Environment.ProcessId}");
            Directory.Move(folder, old);
            Directory.Move(build, folder);
            Directory.Delete(old, recursive: true);
            return;
        }
        Directory.Move(build, folder);
    }

    /// <summary>Puts a complete generation in use, durably and at once.</summary>
    public void Use(CurrentGeneration current)
    {
        var next = CurrentFile + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, current, GenerationJson.Default.CurrentGeneration);
            file.Flush(flushToDisk: true);
        }
        File.Move(next, CurrentFile, overwrite: true);
        Lucene.Net.Util.IOUtils.Fsync(root, isDir: true);
    }

    /// <summary>Deletes the oldest generations beyond the number kept; never the one in use.</summary>
    public void Prune()
    {
        var current = Current()?.Id;
        foreach (var old in All().Where(manifest => manifest.Id != current).Skip(options.Value.KeepGenerations - 1))
            try
            {
                Directory.Delete(FolderOf(old.Id), recursive: true);
            }
            catch (IOException)
            {
                // Still read by another process on a system that locks open files; the next build tries again.
            }
    }
}
