using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SalesBot.Storage;

/// <summary>
/// Opens connections to <c>&lt;data&gt;/salesbot.db</c>, created and migrated at first use. Reading never waits for writing (WAL); every commit is on the
/// disk before it counts (FULL).
/// </summary>
sealed class Database(IOptions<StorageOptions> options, TimeProvider time)
{
    readonly string folder = Path.GetFullPath(options.Value.DataFolder);
    readonly string path = Path.Combine(Path.GetFullPath(options.Value.DataFolder), "salesbot.db");
    readonly Lock opening = new();
    bool migrated;

    /// <summary>The absolute path of the database file.</summary>
    public string FilePath => path;

    /// <summary>An open connection; dispose it to give it back to the pool.</summary>
    /// <exception cref="StorageFault">The file cannot be opened, is damaged, or belongs to a newer program.</exception>
    public SqliteConnection Open()
    {
        try
        {
            lock (opening)
                if (!migrated)
                {
                    Directory.CreateDirectory(folder);
                    using var first = Connect();
                    new Migrator(time).Migrate(first, path);
                    migrated = true;
                }
            return Connect();
        }
        catch (SqliteException fault)
        {
            throw new StorageFault($"The database '{path}' cannot be used: {Reason(fault)}.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault($"The database '{path}' cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Reads the whole file and compares.</summary>
    /// <exception cref="StorageFault">It is damaged.</exception>
    public void Check()
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma quick_check";
        if (command.ExecuteScalar() is not "ok")
            throw new StorageFault($"The database '{path}' is damaged; restore a backup.");
    }

    SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>SQLite's result codes in words: 8 read-only, 11 and 26 damaged, 13 full, 5 and 6 locked.</summary>
    public static string Reason(SqliteException fault) => fault.SqliteErrorCode switch
    {
        5 or 6 => "another program holds it locked",
        8 => "it is read-only",
        11 or 26 => "it is damaged; restore a backup, or move the file away to begin anew",
        13 => "the disk is full",
        _ => fault.Message.TrimEnd('.'),
    };
}
