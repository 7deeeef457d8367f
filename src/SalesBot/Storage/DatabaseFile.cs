namespace SalesBot.Storage;

/// <summary>
/// The file of a database and its folder: who may read them, and whether the file is the one that was there.
/// </summary>
sealed class DatabaseFile(string path)
{
    /// <summary>
    /// Stands beside the database once there is one, so that a lost file is not silently replaced by an empty one.
    /// </summary>
    readonly string marker = path + ".made";

    /// <summary>
    /// Makes the folder and the file before SQLite does, so that nobody else on the machine can ever read them;
    /// SQLite's log inherits the file's rights.
    /// </summary>
    /// <exception cref="StorageFault">There was a database, and it is gone or empty.</exception>
    public void Prepare()
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(path) ?? ".");
        if (File.Exists(marker) && new FileInfo(path) is { Exists: false } or { Length: 0 })
            throw new StorageFault(
                $"The database '{path}' is gone or empty, though this folder had one. Restore a backup with 'salesbot restore FILE', "
                    + $"or delete '{marker}' to begin anew.",
                outside: "The database is gone; see the server log."
            );
        PrivateFiles.Touch(path);
        // Earlier versions, and copies by hand, left these to others.
        foreach (var file in new[] { path, path + "-wal", path + "-shm", marker })
            PrivateFiles.Protect(file);
    }

    /// <summary>Remembers that there is a database.</summary>
    public void Keep() =>
        PrivateFiles.WriteNew(
            marker,
            "This folder has a database. If it goes missing, SalesBot won't start with an empty one.\n"
        );
}
