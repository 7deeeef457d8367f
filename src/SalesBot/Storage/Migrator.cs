using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace SalesBot.Storage;

/// <summary>
/// Brings a database to this program's shape: the numbered scripts it has not seen yet, in one transaction, so that a
/// kill in the middle changes nothing.
/// </summary>
sealed class Migrator(TimeProvider time)
{
    /// <exception cref="StorageFault">A newer program has written the database.</exception>
    public void Migrate(SqliteConnection connection, string path)
    {
        var scripts = Scripts();
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "create table if not exists migrations (number bigint primary key, name text not null, applied_at bigint not null)",
            transaction: transaction
        );
        var done = connection.QuerySingle<long>(
            "select coalesce(max(number), 0) from migrations",
            transaction: transaction
        );
        if (done > scripts[^1].Number)
            throw new StorageFault(
                $"The database '{path}' was written by a newer SalesBot "
                    + $"(schema {done}, but this program only knows {scripts[^1].Number}). Run the newer one, or restore an older backup."
            );
        foreach (var (number, name) in scripts.Where(script => script.Number > done))
        {
            connection.Execute(Read(name), transaction: transaction);
            connection.Execute(
                "insert into migrations (number, name, applied_at) values (@number, @name, @at)",
                new
                {
                    number,
                    name,
                    at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                },
                transaction
            );
        }
        transaction.Commit();
    }

    static List<(long Number, string Name)> Scripts() =>
        [
            .. typeof(Migrator)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name => (long.Parse(name[..3], CultureInfo.InvariantCulture), name))
                .Order(),
        ];

    static string Read(string name)
    {
        using var script = new StreamReader(
            typeof(Migrator).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException(
                    $"The script {name} is missing from the program; reinstall SalesBot."
                )
        );
        return script.ReadToEnd();
    }
}
