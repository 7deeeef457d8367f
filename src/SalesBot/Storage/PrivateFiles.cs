using System.Runtime.InteropServices;

namespace SalesBot.Storage;

/// <summary>
/// Files and folders that only the program's own user reads: 0600 and 0700. On Windows the folder's own rights hold.
/// </summary>
static class PrivateFiles
{
    const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes a folder if there is none. One that is there is taken from others only if nothing but our own data can be
    /// in it: somebody may name <c>/tmp</c>.
    /// </summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }
        Directory.CreateDirectory(path, OwnFolder);
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~OwnFolder) == 0 || mode.HasFlag(UnixFileMode.StickyBit) || !IsOurs(path))
            return;
        try
        {
            File.SetUnixFileMode(path, OwnFolder);
        }
        catch (UnauthorizedAccessException)
        {
            // A mounted volume belongs to whoever mounted it; the files in it are private all the same.
        }
    }

    static bool IsOurs(string folder) =>
        File.Exists(Path.Combine(folder, "salesbot.db"))
        || Directory
            .EnumerateFileSystemEntries(folder)
            .All(entry =>
                Path.GetFileName(entry) is "index" or "host.lock" or "local-token"
                || Path.GetFileName(entry).StartsWith("salesbot.db", StringComparison.Ordinal)
            );

    /// <summary>Makes a file that nobody else could ever open. If it exists already it stays as it is.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteNew(string path, string text)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(path, Options(FileMode.CreateNew)));
            writer.Write(text);
        }
        catch (IOException) when (File.Exists(path)) { }
    }

    /// <summary>Makes an empty file if there is none, so that whoever writes it later inherits its rights.</summary>
    public static void Touch(string path)
    {
        if (!File.Exists(path))
            WriteNew(path, "");
    }

    /// <summary>How a private file is opened or made.</summary>
    public static FileStreamOptions Options(FileMode mode) =>
        OperatingSystem.IsWindows()
            ? new FileStreamOptions
            {
                Mode = mode,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
            }
            : new FileStreamOptions
            {
                Mode = mode,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = OwnFile,
            };

    /// <summary>
    /// From now on whatever this process makes is its own user's only, by whichever library it is made.
    /// </summary>
    public static void MakeOwnByDefault()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask(OthersMask);
    }

    /// <summary>Octal 077: nothing for the group, nothing for others.</summary>
    const uint OthersMask = 63;

    [DllImport("libc", EntryPoint = "umask"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern uint SetMask(uint mask);

    /// <summary>Takes an existing file from others.</summary>
    public static void Protect(string path)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(path))
            File.SetUnixFileMode(path, OwnFile);
    }
}
