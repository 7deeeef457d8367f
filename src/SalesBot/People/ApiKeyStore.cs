using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>A key as it may be shown: without its secret. <c>Scopes</c> are separated by spaces.</summary>
sealed record ApiKey(
    string Id,
    string Workspace,
    string Person,
    string Label,
    string Scopes,
    DateTimeOffset MadeAt,
    bool Revoked
)
{
    public bool Allows(string scope) => Scopes.Split(' ').Contains(scope);
}

/// <summary>Rows of API keys.</summary>
sealed class ApiKeyStore
{
    sealed record Row(
        string Id,
        string Workspace,
        string Person,
        string Label,
        string Scopes,
        string Hash,
        long MadeAt,
        long? RevokedAt
    );

    const string Columns =
        "id as Id, workspace as Workspace, person as Person, label as Label, scopes as Scopes, hash as Hash, made_at as MadeAt, "
        + "revoked_at as RevokedAt";

    public void Keep(Session session, ApiKey key, string hash, string madeBy) =>
        session.Execute(
            """
            insert into api_keys (id, workspace, person, label, scopes, hash, made_at, made_by)
            values (@Id, @Workspace, @Person, @Label, @Scopes, @hash, @at, @madeBy)
            """,
            new
            {
                key.Id,
                key.Workspace,
                key.Person,
                key.Label,
                key.Scopes,
                hash,
                madeBy,
                at = key.MadeAt.ToUnixTimeMilliseconds(),
            }
        );

    /// <summary>The key of that id with the hash of its secret, or none.</summary>
    public (ApiKey Key, string Hash)? Find(Session session, string id) =>
        session.Find<Row>($"select {Columns} from api_keys where id = @id", new { id }) is { } row
            ? (Key(row), row.Hash)
            : null;

    public List<ApiKey> All(Session session, string workspace) =>
        [
            .. session
                .Query<Row>(
                    $"select {Columns} from api_keys where workspace = @workspace order by id",
                    new { workspace }
                )
                .Select(Key),
        ];

    /// <returns>Whether there was such a key in use.</returns>
    public bool Revoke(Session session, string workspace, string id, DateTimeOffset at) =>
        session.Execute(
            "update api_keys set revoked_at = @at where workspace = @workspace and id = @id and revoked_at is null",
            new
            {
                workspace,
                id,
                at = at.ToUnixTimeMilliseconds(),
            }
        ) == 1;

    static ApiKey Key(Row row) =>
        new(
            row.Id,
            row.Workspace,
            row.Person,
            row.Label,
            row.Scopes,
            DateTimeOffset.FromUnixTimeMilliseconds(row.MadeAt),
            row.RevokedAt is not null
        );
}
