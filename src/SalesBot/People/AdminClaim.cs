using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SalesBot.Chat;
using SalesBot.Storage;

namespace SalesBot.People;

/// <summary>
/// How the first admin comes into being: while there is none, each start prints a new code, and who says it is admin.
/// It holds once, until the next start, and for ten tries of each caller: nobody can use up the tries of somebody else.
/// </summary>
sealed class AdminClaim(Database database, Writer writer, RosterStore roster, TimeProvider time)
{
    const int MostTries = 10;

    /// <summary>No 0, 1, I, L, O: the code is read from one screen and typed on another.</summary>
    const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Wrong codes since the start, by workspace and caller.</summary>
    readonly ConcurrentDictionary<(string Workspace, string Person), int> wrong = [];

    /// <summary>A new code if the workspace has no admin, else none.</summary>
    public async Task<string?> OfferAsync(string workspace)
    {
        if (database.Read(session => HasAdmin(session, workspace)))
            return null;
        var code = $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}";
        wrong.Clear();
        await writer.WriteAsync(session =>
            session.Execute(
                """
                insert into admin_codes (workspace, hash, made_at, wrong) values (@workspace, @hash, @at, 0)
                on conflict (workspace) do update set hash = excluded.hash, made_at = excluded.made_at, wrong = 0
                """,
                new
                {
                    workspace,
                    hash = Hash(code),
                    at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                }
            )
        );
        return code;
    }

    /// <summary>Makes the person admin if the code is right.</summary>
    public Task<RosterResult> ClaimAsync(Person person, string code) =>
        writer.WriteAsync(session =>
        {
            if (person.Id.StartsWith("local:", StringComparison.Ordinal))
                return new RosterResult(
                    RosterResult.Outcome.Faulty,
                    "A persona can't become an admin. Use the code in a chat or with your own API key."
                );
            var offer = session.Find<string>(
                "select hash from admin_codes where workspace = @Workspace",
                new { person.Workspace }
            );
            var caller = (person.Workspace, person.Id);
            if (offer is null || wrong.GetValueOrDefault(caller) >= MostTries || HasAdmin(session, person.Workspace))
                return Refused(
                    "There is no valid code: there's already an admin, or the code was tried too many times. "
                        + "If there's no admin yet, restart the bot to get a new one."
                );
            if (
                !CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(offer),
                    Encoding.ASCII.GetBytes(Hash(code))
                )
            )
            {
                wrong.AddOrUpdate(caller, 1, (_, before) => before + 1);
                return Refused("That isn't the code the bot printed when it last started.");
            }
            session.Execute("delete from admin_codes where workspace = @Workspace", new { person.Workspace });
            var admin = (
                roster.Find(session, person.Workspace, person.Id)
                ?? new Member(person.Id, person.Name, Role.Employee, null, null, null, false)
            ) with
            {
                Role = Role.Admin,
            };
            roster.Keep(session, person.Workspace, admin);
            roster.Note(
                session,
                time.GetUtcNow(),
                person,
                person.Id,
                $"{person.Name} became the first admin by using the code"
            );
            return new RosterResult(RosterResult.Outcome.Done, $"{person.Name} is now an admin.", admin);
        });

    bool HasAdmin(Session session, string workspace) =>
        roster.All(session, workspace).Any(member => member.Role == Role.Admin);

    static RosterResult Refused(string sentence) => new(RosterResult.Outcome.Refused, sentence);

    static string Hash(string code) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Concat(PersonText.Clean(code).ToUpperInvariant().Where(char.IsLetterOrDigit))
                )
            )
        );
}
