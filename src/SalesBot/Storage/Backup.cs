using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SalesBot.Storage;

/// <summary>
/// The whole database in one file, and back. A backup carries the number and a hash of the rows of each table, because
/// SQLite's own check overlooks pages that it takes for free.
/// </summary>
sealed class Backup(Database database, TimeProvider time)
{
    sealed record Line(string Name, long Rows, string Hash);

    /// <summary>Writes a consistent copy, also while others write.</summary>
    /// <param name="file">Where it goes; nothing may stand there.</param>
    /// <returns>How many rows it holds.</returns>
    /// <exception cref="StorageFault">It could not be written; nothing is left behind.</exception>
    public long Make(string file)
    {
        file = Path.GetFullPath(file);
        if (Path.Exists(file))
            throw new StorageFault($"'{file}' already exists; choose another file.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new StorageFault($"The folder of '{file}' does not exist.");
        var unfinished = file + ".unfinished";
        try
        {
            File.Delete(unfinished);
            database.Maintain(session => session.Execute("vacuum into @unfinished", new { unfinished }));
            using (var copy = Open(unfinished, SqliteOpenMode.ReadWrite))
                WriteManifest(copy);
            PrivateFiles.Protect(unfinished);
            using (var written = File.Open(unfinished, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            var rows = Verify(unfinished);
            File.Move(unfinished, file);
            return rows;
        }
        catch (Exception fault)
            when (fault is SqliteException or IOException or UnauthorizedAccessException or StorageFault)
        {
            File.Delete(unfinished);
            throw new StorageFault($"No backup was written to '{file}': {Why(fault)}", fault);
        }
    }

    /// <summary>Puts a backup in place of the database, which is kept aside.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="carryOver">Takes over what must not be lost from the database that was there, if it can be read, to
    /// the one in its place.</param>
    /// <returns>Where the database that was there is now, or none.</returns>
    /// <exception cref="StorageFault">The file is no whole backup, or the folder cannot be written; the database is as
    /// it was.</exception>
    public string? Restore(string file, Action<Session, Session> carryOver)
    {
        if (!File.Exists(file))
            throw new StorageFault($"The file '{file}' does not exist.");
        Verify(file);
        var (target, incoming) = (database.FilePath, database.FilePath + ".incoming");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? ".");
            File.Copy(file, incoming, overwrite: true);
            using (var copy = Open(incoming, SqliteOpenMode.ReadWrite))
            {
                copy.Execute("drop table backup_manifest");
                new Migrator(time).Migrate(copy, file);
                CarryOver(target, copy, carryOver);
            }
            using (var written = File.Open(incoming, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            database.Close();
            var aside = KeepAside(target);
            database.Mark.Forget();
            File.Move(incoming, target);
            database.Open().Dispose();
            return aside;
        }
        catch (Exception fault)
            when (fault is SqliteException or IOException or UnauthorizedAccessException or StorageFault)
        {
            File.Delete(incoming);
            throw new StorageFault($"'{file}' could not be restored: {Why(fault)}", fault);
        }
    }

    static void CarryOver(string target, SqliteConnection copy, Action<Session, Session> carryOver)
    {
        if (new FileInfo(target) is not { Exists: true, Length: > 0 })
            return;
        try
        {
            using var before = Open(target, SqliteOpenMode.ReadWrite);
            carryOver(new Session(before), new Session(copy));
        }
        catch (SqliteException)
        {
            // It is damaged, which may be why it is replaced.
        }
    }

    /// <summary>The databases that restores have kept aside.</summary>
    public static IReadOnlyList<string> KeptAside(Database database) =>
        [
            .. Directory
                .GetFiles(
                    Path.GetDirectoryName(database.FilePath) ?? ".",
                    Path.GetFileName(database.FilePath) + ".before-*"
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Moves the database away with the log of its last writes, which would else be taken for the new one's.
    /// </summary>
    string? KeepAside(string target)
    {
        var aside = $"{target}.before-{time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        var there = File.Exists(target);
        // The database first: without it, a start refuses; without its log, it would go on with less.
        foreach (var part in new[] { "", "-wal", "-shm" })
            if (File.Exists(target + part))
                File.Move(target + part, aside + part);
        return there ? aside : null;
    }

    static void WriteManifest(SqliteConnection copy)
    {
        var lines = Read(copy);
        copy.Execute("create table backup_manifest (name text primary key, rows bigint not null, hash text not null)");
        copy.Execute("insert into backup_manifest (name, rows, hash) values (@Name, @Rows, @Hash)", lines);
    }

    /// <returns>The number of rows.</returns>
    static long Verify(string file)
    {
        try
        {
            using var copy = Open(file, SqliteOpenMode.ReadOnly);
            var told = copy.Query<Line>(
                    "select name as Name, rows as Rows, hash as Hash from backup_manifest order by name"
                )
                .ToList();
            if (!told.SequenceEqual(Read(copy)))
                throw new StorageFault(
                    $"'{file}' is damaged: its rows don't match what was backed up. Use another backup."
                );
            return told.Sum(line => line.Rows);
        }
        catch (SqliteException fault)
        {
            throw new StorageFault($"'{file}' is not a complete SalesBot backup. Use another one.", fault);
        }
    }

    static List<Line> Read(SqliteConnection copy) =>
        [
            .. copy.Query<string>(
                    "select name from sqlite_master where type = 'table' and name <> 'backup_manifest' and name not like 'sqlite_%' order by name"
                )
                .ToList()
                .Select(table => Read(copy, table)),
        ];

    static Line Read(SqliteConnection copy, string table)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var rows = copy.ExecuteReader($"select * from \"{table}\" order by rowid");
        long count = 0;
        for (; rows.Read(); count++)
        for (var i = 0; i < rows.FieldCount; i++)
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    $"{rows.GetFieldType(i).Name}:{Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)}\n"
                )
            );
        return new Line(table, count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        return connection;
    }

    static string Why(Exception fault) =>
        fault is SqliteException sqlite ? Database.Reason(sqlite) + "." : fault.Message;
}
