namespace SalesBot.Handoffs.Moves;

/// <summary>
/// What the survivor of a merge takes over: whatever only the other one says. What both say stays as the survivor says
/// it.
/// </summary>
static class MergedContent
{
    /// <summary>The notes of the other one are shown so far.</summary>
    const int MaxNotes = 2000;

    /// <summary>The survivor's brief and words, with the gaps filled.</summary>
    public static (HandoffBrief Brief, HandoffWords Words) Fill(Handoff survivor, Handoff merged)
    {
        var (brief, other) = (survivor.Brief, merged.Brief);
        var (said, more) = (survivor.Words, merged.Words);
        // A closed or erased one has nothing to give.
        if (survivor.IsErased || merged.IsErased)
            return (brief, said);
        return (
            brief with
            {
                Urgency = other.Urgency < brief.Urgency ? other.Urgency : brief.Urgency,
                Source = brief.Source ?? other.Source,
                Campaign = brief.Campaign ?? other.Campaign,
                LawfulBasis = brief.LawfulBasis == LawfulBasis.Unknown ? other.LawfulBasis : brief.LawfulBasis,
                RetainUntil =
                    brief.RetainUntil is null || other.RetainUntil < brief.RetainUntil
                        ? other.RetainUntil ?? brief.RetainUntil
                        : brief.RetainUntil,
            },
            said with
            {
                Details = said.Details ?? more.Details,
                Person = Filled(said.Person, more.Person),
                Company = Filled(said.Company, more.Company),
                Links = [.. said.Links.Union(more.Links)],
                Qualification = Filled(said.Qualification, more.Qualification),
                NextStep = said.NextStep ?? more.NextStep,
                OptOuts = [.. said.OptOuts.Union(more.OptOuts)],
                Origin = said.Origin ?? more.Origin,
            }
        );
    }

    /// <summary>What people noted on the other one, in a note for the survivor; null if nothing.</summary>
    public static string? Notes(Handoff survivor, Handoff merged)
    {
        var (said, more) = (survivor.Words, merged.Words);
        // What both say otherwise is not thrown away either.
        var others = new[]
        {
            Other(said.Details, more.Details),
            Other(said.Person?.Email, more.Person?.Email),
            Other(said.Person?.Phone, more.Person?.Phone),
            Other(said.NextStep, more.NextStep),
        };
        var notes = others
            .Concat(merged.Events.Select(e => e.Words?.Note))
            .Where(note => !string.IsNullOrWhiteSpace(note))
            .Distinct()
            .ToList();
        return notes.Count == 0
            ? null
            : Chat.PersonText.Cut($"From {merged.Name}: {string.Join("; ", notes)}", MaxNotes);
    }

    static string? Other(string? said, string? more) => said is null || said == more ? null : more;

    static ContactPerson? Filled(ContactPerson? said, ContactPerson? more) =>
        said is null || more is null
            ? said ?? more
            : new ContactPerson(
                said.Name ?? more.Name,
                said.Email ?? more.Email,
                said.Phone ?? more.Phone,
                said.Role ?? more.Role
            );

    static Company? Filled(Company? said, Company? more) =>
        said is null || more is null
            ? said ?? more
            : new Company(
                said.Name ?? more.Name,
                said.Domain ?? more.Domain,
                said.Size ?? more.Size,
                said.Industry ?? more.Industry,
                said.Region ?? more.Region
            );

    static Qualification? Filled(Qualification? said, Qualification? more) =>
        said is null || more is null
            ? said ?? more
            : new Qualification(
                said.Budget ?? more.Budget,
                said.Authority ?? more.Authority,
                said.Need ?? more.Need,
                said.Timeline ?? more.Timeline
            );
}
