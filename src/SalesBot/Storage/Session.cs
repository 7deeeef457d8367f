using System.Data.Common;
using Dapper;

namespace SalesBot.Storage;

/// <summary>
/// Statements on one connection, within a transaction where there is one. SQL is what both SQLite and PostgreSQL read;
/// parameters are named <c>@Name</c> after the members of an object; columns are named after the constructor of the row
/// they fill.
/// </summary>
sealed class Session(DbConnection connection, DbTransaction? transaction = null)
{
    readonly HashSet<Action> afterwards = [];

    /// <summary>
    /// Has something done after the commit, once, however often it is asked for; not if nothing was kept.
    /// </summary>
    public void AfterCommit(Action action) => afterwards.Add(action);

    /// <summary>The writer's: it is committed.</summary>
    public void Committed()
    {
        foreach (var action in afterwards)
            action();
    }

    /// <summary>Runs statements.</summary>
    /// <returns>How many rows changed.</returns>
    public int Execute(string sql, object? parameters = null) => connection.Execute(sql, parameters, transaction);

    /// <summary>All rows.</summary>
    public List<T> Query<T>(string sql, object? parameters = null) =>
        connection.Query<T>(sql, parameters, transaction).AsList();

    /// <summary>Rows as they come, for results too large to hold.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? parameters = null) =>
        connection.Query<T>(sql, parameters, transaction, buffered: false);

    /// <summary>The one value or row there is.</summary>
    public T Single<T>(string sql, object? parameters = null) =>
        connection.QuerySingle<T>(sql, parameters, transaction);

    /// <summary>The first row, or none.</summary>
    public T? Find<T>(string sql, object? parameters = null) =>
        connection.QueryFirstOrDefault<T>(sql, parameters, transaction);
}
