namespace SalesBot.Storage;

/// <summary>The file of a database and its folder: who may read them, and whether the file is the one that was there.</summary>
sealed class DatabaseFile(string path)
{
    /// <summary>Stands beside the database once there is one, so that a lost file is not silently replaced by an empty one.</summary>
    readonly string marker = path + ".made";

    /// <summary>Sees to the folder, which nobody else on the machine reads; one that was there already keeps its rights.</summary>
    /// <exception cref="StorageFault">There was a database, and it is gone or empty.</exception>
    public void Prepare()
    {
        var folder = Path.GetDirectoryName(path) ?? ".";
        if (OperatingSystem.IsWindows() || Directory.Exists(folder))
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (File.Exists(marker) && new FileInfo(path) is { Exists: false } or { Length: 0 })
            throw new StorageFault($"The database '{path}' is gone or empty, though this folder had one. Restore a backup with 'salesbot restore FILE', "
                + $"or delete '{marker}' to begin anew.", outside: "The database is gone; the host's log says more.");
    }

    /// <summary>Takes the file from others, which its log follows, and remembers that there is one.</summary>
    public void Keep()
    {
        Protect(path);
        if (!File.Exists(marker))
            File.WriteAllText(marker, "This folder has a database. Without it, an empty one is not taken for it.\n");
    }

    /// <summary>Lets only the program's own user read and write a file.</summary>
    public static void Protect(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
