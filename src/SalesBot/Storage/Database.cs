using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SalesBot.Storage;

/// <summary>
/// Opens connections to <c>&lt;data&gt;/salesbot.db</c>, created and migrated at first use. Reading never waits for
/// writing (WAL); every commit is on the disk before it counts (FULL).
/// </summary>
sealed class Database(IOptions<StorageOptions> options, TimeProvider time)
{
    readonly string path = PathIn(options.Value);
    readonly DatabaseFile file = new(PathIn(options.Value));
    readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = PathIn(options.Value),
        DefaultTimeout = 10,
    }.ToString();

    readonly Lock opening = new();
    bool migrated;

    /// <summary>How many commits were made, beside the database.</summary>
    public CommitMark Mark { get; } = new(PathIn(options.Value));

    /// <summary>The absolute path of the database file.</summary>
    public string FilePath => path;

    static string PathIn(StorageOptions options) => Path.Combine(Path.GetFullPath(options.DataFolder), "salesbot.db");

    /// <summary>An open connection; dispose it to give it back to the pool.</summary>
    /// <exception cref="StorageFault">The file cannot be opened, is damaged, or belongs to a newer program.</exception>
    public SqliteConnection Open()
    {
        try
        {
            lock (opening)
                if (!migrated)
                {
                    file.Prepare();
                    using var first = Connect();
                    UseLog(first);
                    new Migrator(time).Migrate(first, path);
                    Mark.RefuseLoss(new Session(first));
                    file.Keep();
                    migrated = true;
                }
            return Connect();
        }
        catch (SqliteException fault)
        {
            throw new StorageFault(
                $"The database '{path}' cannot be used: {Reason(fault)}.",
                fault,
                $"The database cannot be used: {Reason(fault)}."
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault(
                $"The database '{path}' cannot be opened: {fault.Message}",
                fault,
                "The database cannot be opened; the server log says why."
            );
        }
    }

    /// <summary>Reads on a connection of its own, from one snapshot.</summary>
    /// <exception cref="StorageFault">The file cannot be read.</exception>
    public T Read<T>(Func<Session, T> query) =>
        Use(connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            return query(new Session(connection, snapshot));
        });

    /// <summary>Runs what SQLite does only outside of transactions.</summary>
    /// <exception cref="StorageFault">It cannot be done.</exception>
    public T Maintain<T>(Func<Session, T> statements) => Use(connection => statements(new Session(connection)));

    T Use<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Open();
        try
        {
            return work(connection);
        }
        catch (SqliteException fault)
        {
            throw new StorageFault(
                $"The database '{path}' cannot be used: {Reason(fault)}.",
                fault,
                $"The database cannot be used: {Reason(fault)}."
            );
        }
    }

    /// <summary>Reads the whole file and compares.</summary>
    /// <exception cref="StorageFault">It is damaged.</exception>
    /// <param name="isQuick">Whether to leave out what takes longest: whether indices and tables agree.</param>
    public void Check(bool isQuick = false)
    {
        var check = isQuick ? "quick_check" : "integrity_check";
        // SQLite reads a last page that was cut off as zeros.
        var pageSize = Read(session => session.Single<long>("select page_size from pragma_page_size"));
        var isWhole = new FileInfo(path).Length % pageSize == 0;
        if (!isWhole || Read(session => session.Single<string>($"select {check} from pragma_{check} limit 1")) != "ok")
            throw new StorageFault($"The database '{path}' {Damaged}.", outside: $"The database {Damaged}.");
    }

    /// <summary>Rewrites the file and its log, so that nothing of what was deleted is left in them.</summary>
    /// <exception cref="StorageFault">It could not be done; what was deleted is gone all the same.</exception>
    public void Compact() =>
        Maintain(session =>
        {
            session.Execute("vacuum");
            // Who still reads an old state holds the log; it is over soon.
            for (var tries = 0; session.Query<long>("pragma wal_checkpoint(truncate)")[0] != 0; tries++)
                if (tries == 20)
                    throw new StorageFault(
                        $"The log of '{path}' is still in use and may contain deleted data; please try again.",
                        outside: "The database log is still in use and may contain deleted data; please try again."
                    );
            return true;
        });

    /// <summary>
    /// Lets go of the file, and looks at it anew when it is opened next: another one may stand there by then.
    /// </summary>
    public void Close()
    {
        lock (opening)
            migrated = false;
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>
    /// The file remembers that it has a log (WAL). That each commit waits for the disk (<c>synchronous = FULL</c>) is
    /// SQLite's default, which must not be lowered; a program built with another one would lose what it acknowledged.
    /// </summary>
    static void UseLog(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode = wal";
        command.ExecuteNonQuery();
        command.CommandText = "pragma synchronous";
        if (command.ExecuteScalar() is not 2L)
            throw new StorageFault("This SQLite does not wait for the disk by default; saved data could be lost.");
    }

    SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    const string Damaged =
        "is damaged and was left unchanged; run 'salesbot restore FILE' to set it aside and restore a backup";

    /// <summary>
    /// SQLite's result codes in words: 8 read-only, 10 input and output, 11 and 26 damaged, 13 full, 5 and 6 locked.
    /// </summary>
    public static string Reason(SqliteException fault) =>
        fault.SqliteErrorCode switch
        {
            5 or 6 => "another program has locked it",
            8 => "it is read-only",
            10 => "the disk does not work",
            11 or 26 => $"it {Damaged}",
            13 => "the disk is full",
            _ => $"it failed with SQLite's code {fault.SqliteErrorCode}",
        };
}
