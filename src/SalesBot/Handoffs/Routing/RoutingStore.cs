using SalesBot.Chat;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Handoffs.Routing;

/// <summary>Another open handoff that may be about the same person or company.</summary>
sealed record Twin(string Number, string State, string? Owner, string Because);

/// <summary>
/// By what a handoff is told to be about the same person or company: keys of <see cref="ContactKeys"/>, none where
/// nothing is known.
/// </summary>
sealed record RelationKeys(string? Email, string? Phone, string? Company)
{
    public static RelationKeys Of(HandoffWords words) => Of(words.Person, words.Company);

    public static RelationKeys Of(ContactPerson? person, Company? company) =>
        new(
            person?.Email is { } email ? ContactKeys.Email(email) : null,
            person?.Phone is { } phone ? ContactKeys.Phone(phone) : null,
            ContactKeys.Company(company, person)
        );
}

/// <summary>
/// What routing and duplicates need to know of other handoffs: the newest of each relation, found by their keys.
/// </summary>
sealed class RoutingStore
{
    /// <summary>More of the same address, number or company say nothing new.</summary>
    const int Most = 20;

    sealed record Row(long Number, string State, string? Owner);

    /// <summary>
    /// Open handoffs that have the same mailbox or phone number, whichever team receives them, which are twins; and
    /// then those to the same team about the same company, which is only a hint.
    /// </summary>
    /// <param name="session">What is read from.</param>
    /// <param name="workspace">Whose they are.</param>
    /// <param name="team">Who receives them.</param>
    /// <param name="keys">What they have in common.</param>
    /// <param name="except">The id of the one that is looked at, or empty.</param>
    public List<Twin> Twins(Session session, string workspace, Team team, RelationKeys keys, string except) =>
        [
            .. Find(session, "email_key = @Email and is_open = 1", workspace, team, keys, except)
                .Select(row => (row, "same e-mail address"))
                .Concat(
                    Find(session, "phone_key = @Phone and is_open = 1", workspace, team, keys, except)
                        .Select(row => (row, "same phone number"))
                )
                .Concat(
                    Find(
                            session,
                            "company_key = @Company and team = @team and is_open = 1",
                            workspace,
                            team,
                            keys,
                            except
                        )
                        .Take(5)
                        .Select(row => (row, "same company"))
                )
                .DistinctBy(found => found.row.Number)
                .Select(found => new Twin(
                    Handoff.NameOf(found.row.Number),
                    found.row.State,
                    found.row.Owner,
                    found.Item2
                )),
        ];

    /// <summary>Who owns the newest open handoff to the team about the same person, with its number, or none.</summary>
    public (string Owner, long Number)? OwnerOfPerson(
        Session session,
        string workspace,
        Team team,
        RelationKeys keys,
        string except
    ) =>
        Owner(
            Find(
                    session,
                    "email_key = @Email and team = @team and is_open = 1 and owner is not null",
                    workspace,
                    team,
                    keys,
                    except
                )
                .Concat(
                    Find(
                        session,
                        "phone_key = @Phone and team = @team and is_open = 1 and owner is not null",
                        workspace,
                        team,
                        keys,
                        except
                    )
                )
        );

    /// <summary>
    /// Who owns the newest handoff to the team about the same company, open or closed, with its number, or none.
    /// </summary>
    public (string Owner, long Number)? OwnerOfCompany(
        Session session,
        string workspace,
        Team team,
        RelationKeys keys,
        string except
    ) =>
        Owner(
            Find(
                session,
                "company_key = @Company and team = @team and owner is not null and state not in ('withdrawn', 'merged')",
                workspace,
                team,
                keys,
                except
            )
        );

    /// <summary>Whether somebody owns fewer than so many open handoffs.</summary>
    public bool HasRoom(Session session, string workspace, string owner, long capacity) =>
        session.Single<long>(
            "select count(*) from (select 1 from handoffs where workspace = @workspace and owner = @owner and is_open = 1 limit @capacity) as theirs",
            new
            {
                workspace,
                owner,
                capacity,
            }
        ) < capacity;

    static List<Row> Find(
        Session session,
        string condition,
        string workspace,
        Team team,
        RelationKeys keys,
        string except
    ) =>
        session.Query<Row>(
            $"""
            select number as Number, state as State, owner as Owner from handoffs
            where workspace = @workspace and {condition} and id <> @except order by number desc limit {Most}
            """,
            new
            {
                workspace,
                team = Words.Of(team),
                keys.Email,
                keys.Phone,
                keys.Company,
                except,
            }
        );

    static (string, long)? Owner(IEnumerable<Row> rows) =>
        rows.MaxBy(row => row.Number) is { Owner: { } owner } newest ? (owner, newest.Number) : null;
}
