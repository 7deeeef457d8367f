namespace SalesBot.Knowledge.Reading;

/// <summary>
/// Walks through the knowledge folder. Hidden files and folders are passed over; what cannot be read is noted and
/// passed over; a link to a file inside the folder is the file (so does Kubernetes put a ConfigMap there), any other
/// link is noted and passed over.
/// </summary>
sealed class FolderWalk(string root)
{
    static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    readonly List<KnowledgeFile> files = [];
    readonly List<SkippedFile> skipped = [];
    string inside = "";

    /// <summary>As many links after each other as Linux follows.</summary>
    const int MostLinks = 40;

    /// <summary>What was passed over, with the reason.</summary>
    public IReadOnlyList<SkippedFile> Skipped => skipped;

    /// <summary>The files, in the order of their paths.</summary>
    /// <exception cref="KnowledgeFault">The folder itself cannot be read.</exception>
    public IReadOnlyList<KnowledgeFile> Read()
    {
        try
        {
            inside =
                System.IO.Path.TrimEndingDirectorySeparator(RealPath(root)) + System.IO.Path.DirectorySeparatorChar;
            Walk(new DirectoryInfo(root));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new KnowledgeFault($"The knowledge folder '{root}' cannot be read: {fault.Message}", fault);
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    void Walk(DirectoryInfo folder)
    {
        foreach (
            var entry in folder
                .EnumerateFileSystemInfos("*", Everything)
                .Where(entry => (entry.Attributes & FileAttributes.Hidden) == 0)
        )
            if (entry.LinkTarget is not null)
                AddLink(entry);
            else if (entry is DirectoryInfo inner)
                Enter(inner);
            else if (entry is FileInfo file)
                files.Add(new KnowledgeFile(Relative(file), file.FullName, file.Length, file.LastWriteTimeUtc.Ticks));
    }

    void Enter(DirectoryInfo folder)
    {
        try
        {
            Walk(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            skipped.Add(new SkippedFile($"{Relative(folder)}/", "the folder cannot be opened"));
        }
    }

    void AddLink(FileSystemInfo link)
    {
        try
        {
            if (
                link is FileInfo
                && RealPath(link.FullName) is var path
                && path.StartsWith(inside, StringComparison.Ordinal)
                && new FileInfo(path) is { Exists: true } file
            )
                files.Add(new KnowledgeFile(Relative(link), path, file.Length, file.LastWriteTimeUtc.Ticks));
            else
                skipped.Add(
                    new SkippedFile(Relative(link), "it is a link to something outside of the folder, or to a folder")
                );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            skipped.Add(new SkippedFile(Relative(link), "it is a link that leads nowhere"));
        }
    }

    string Relative(FileSystemInfo entry) => System.IO.Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');

    /// <summary>Where a path leads when each link in it is followed.</summary>
    /// <exception cref="IOException">The links lead round in a circle.</exception>
    static string RealPath(string path, int links = 0)
    {
        if (links > MostLinks)
            throw new IOException("The links lead round in a circle.");
        var real = System.IO.Path.GetPathRoot(path) ?? "";
        foreach (
            var part in path[real.Length..]
                .Split(System.IO.Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = System.IO.Path.Combine(real, part);
            var entry = Directory.Exists(next) ? (FileSystemInfo)new DirectoryInfo(next) : new FileInfo(next);
            real = entry.LinkTarget is null
                ? next
                : RealPath(System.IO.Path.GetFullPath(entry.LinkTarget, real), links + 1);
        }
        return real;
    }
}
