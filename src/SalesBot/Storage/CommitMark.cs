using System.Globalization;
using System.Text;

namespace SalesBot.Storage;

/// <summary>
/// Counts commits, in the database and in a small file beside it. After a kill the last commits stand in the database's
/// log only; where that is lost or cut, SQLite silently goes on without them. Then the file has counted further than
/// the database, and the loss shows. The file is not waited for: after a power cut it may lag behind, which means
/// nothing.
/// </summary>
sealed class CommitMark(string database)
{
    readonly string path = database + ".mark";

    /// <summary>Counts a commit, within it.</summary>
    public static long Count(Session session) =>
        session.Single<long>(
            "insert into commits (id, count) values ('commits', 1) on conflict (id) do update set count = commits.count + 1 returning count"
        );

    /// <summary>Remembers a commit that was made. A full disk is no reason to call it failed.</summary>
    public void Made(long count)
    {
        try
        {
            PrivateFiles.Touch(path);
            // One write of the same length, by a handle that keeps nobody else out: other programs read and write it
            // too.
            using var file = File.OpenHandle(
                path,
                FileMode.OpenOrCreate,
                FileAccess.Write,
                FileShare.ReadWrite | FileShare.Delete
            );
            RandomAccess.Write(file, Encoding.ASCII.GetBytes($"{count, 20}"), fileOffset: 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next one writes it again; until then a loss of the log would show less.
        }
    }

    /// <summary>Refuses a database that has not all the commits that were made.</summary>
    /// <exception cref="StorageFault">Some are missing.</exception>
    public void RefuseLoss(Session session)
    {
        // Read before the database is: what was committed by then is in it.
        if (Read() is not { } made)
            return;
        var kept = session.Find<long?>("select count from commits where id = 'commits'") ?? 0;
        if (made > kept)
            throw new StorageFault(
                $"The database '{database}' is missing its last {made - kept:N0} commits: "
                    + $"its log '{Path.GetFileName(database)}-wal' was lost or cut. "
                    + $"Nothing was changed. Restore a backup, or delete '{path}' to continue without them.",
                outside: "The database is missing its last commits; see the server log."
            );
    }

    long? Read()
    {
        if (!File.Exists(path))
            return null;
        using var file = new StreamReader(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        );
        return long.TryParse(file.ReadToEnd(), CultureInfo.InvariantCulture, out var made) ? made : null;
    }

    /// <summary>Begins anew, for another database in this one's place.</summary>
    public void Forget() => File.Delete(path);
}
