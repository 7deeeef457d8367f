using SalesBot.Storage;

namespace SalesBot.Handoffs;

/// <summary>Numbers of handoffs: one after the other in each workspace, and none twice.</summary>
static class NumberStore
{
    /// <summary>The number of the first handoff of a workspace.</summary>
    public const long First = 1001;

    sealed record Last(string Workspace, long Number);

    sealed record Gap(string Workspace, long First, long Last);

    /// <summary>The next number of a workspace.</summary>
    public static long Next(Session session, string workspace) =>
        session.Single<long>(
            """
            insert into handoff_numbers (workspace, last) values (@workspace, @First)
            on conflict (workspace) do update set last = handoff_numbers.last + 1 returning last
            """,
            new { workspace, First }
        );

    /// <summary>
    /// Numbers that no handoff has, as their first and last, because a backup was restored after they were given.
    /// </summary>
    public static List<(long First, long Last)> Gaps(Session session, string workspace) =>
        session.Query<(long, long)>(
            "select first, last from handoff_number_gaps where workspace = @workspace order by first",
            new { workspace }
        );

    /// <summary>Sees to it that a restored database gives no number that the one it replaces has given.</summary>
    public static void CarryOver(Session before, Session restored)
    {
        foreach (var given in before.Query<Last>("select workspace as Workspace, last as Number from handoff_numbers"))
        {
            var last =
                restored.Find<long?>("select last from handoff_numbers where workspace = @Workspace", given)
                ?? First - 1;
            if (given.Number <= last)
                continue;
            restored.Execute(
                "insert into handoff_number_gaps (workspace, first, last) values (@Workspace, @First, @Last)",
                new Gap(given.Workspace, last + 1, given.Number)
            );
            restored.Execute(
                "insert into handoff_numbers (workspace, last) values (@Workspace, @Number) on conflict (workspace) do update set last = excluded.last",
                given
            );
        }
    }
}
