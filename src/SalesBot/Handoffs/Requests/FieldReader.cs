using SalesBot.Chat;
using SalesBot.Handoffs.Routing;
using SalesBot.People;

namespace SalesBot.Handoffs.Requests;

/// <summary>Reads what somebody sent into what a handoff says, over what it said before.</summary>
static class FieldReader
{
    const int LongestText = 10_000,
        MostLinks = 20;

    static readonly string ToMarketing = string.Join(
        ", ",
        Enum.GetValues<HandoffKind>().Where(kind => kind != HandoffKind.Lead).Select(Words.Of)
    );

    /// <summary>The brief and the words; what is wrong goes to <paramref name="faults"/>.</summary>
    public static (HandoffBrief Brief, HandoffWords Words) Read(
        HandoffFields sent,
        Direction direction,
        HandoffOrigin? origin,
        Handoff? before,
        FieldFaults faults
    )
    {
        var (brief, words) = (before?.Brief, before?.Words);
        var title = sent.Title is null ? words?.Title : faults.Line("title", sent.Title);
        if (title is null)
            faults.Add("title", "Say in one line what it's about.");
        return (
            new HandoffBrief(
                Kind(sent.Kind, direction, brief?.Kind, faults),
                faults.Choice<Urgency>("urgency", sent.Urgency) ?? brief?.Urgency ?? Urgency.ThisWeek,
                Category("source", sent.Source, brief?.Source),
                Category("campaign", sent.Campaign, brief?.Campaign),
                faults.Choice<LawfulBasis>("lawfulBasis", sent.LawfulBasis)
                    ?? brief?.LawfulBasis
                    ?? LawfulBasis.Unknown,
                sent.RetainUntil ?? brief?.RetainUntil
            ),
            new HandoffWords(
                title ?? "",
                Text("details", sent.Details, words?.Details),
                Person(sent.Person, words?.Person, faults),
                Company(sent.Company, words?.Company, faults),
                sent.Links is null ? words?.Links ?? [] : Links(sent.Links, faults),
                Qualification(sent.Qualification, words?.Qualification, faults),
                Text("nextStep", sent.NextStep, words?.NextStep),
                sent.OptOuts is null ? words?.OptOuts ?? [] : List("optOuts", sent.OptOuts, faults),
                origin ?? words?.Origin
            )
        );

        string? Category(string field, string? text, string? old)
        {
            var category = text is null ? old : faults.Line(field, text);
            // Reports count it, and it outlives an erasure.
            if (category is not null && MailAddresses.In(category).Any())
                faults.Add(
                    field,
                    "This field names a type of source, not a person; put the e-mail address in the person's details."
                );
            return category;
        }

        string? Text(string field, string? text, string? old) =>
            text is null ? old : faults.Text(field, text, LongestText);
    }

    /// <summary>Where a handoff comes from.</summary>
    public static HandoffOrigin? Origin(OriginFields? sent, FieldFaults faults) =>
        sent is null
            ? null
            : new HandoffOrigin(
                faults.Line("origin.conversation", sent.Conversation),
                Link("origin.link", sent.Link, faults),
                faults.Text("origin.question", sent.Question, PersonText.MaxLength),
                faults.Text("origin.answer", sent.Answer, PersonText.MaxLength),
                faults.Line("origin.answerId", sent.AnswerId),
                faults.Line("origin.knowledge", sent.Knowledge)
            );

    static HandoffKind Kind(string? sent, Direction direction, HandoffKind? before, FieldFaults faults)
    {
        var kind =
            faults.Choice<HandoffKind>("kind", sent)
            ?? before
            ?? (direction == Direction.MarketingToSales ? HandoffKind.Lead : null);
        if (kind is null && string.IsNullOrWhiteSpace(sent))
            faults.Add("kind", $"Give the kind of handoff: one of {ToMarketing}.");
        else if (
            direction == Direction.MarketingToSales
                ? kind is not (null or HandoffKind.Lead or HandoffKind.Other)
                : kind is HandoffKind.Lead
        )
            faults.Add(
                "kind",
                direction == Direction.MarketingToSales
                    ? "From marketing to sales, the kind must be lead or other."
                    : $"Leads go from marketing to sales. For marketing, use one of {ToMarketing}."
            );
        return kind ?? HandoffKind.Other;
    }

    static ContactPerson? Person(PersonFields? sent, ContactPerson? before, FieldFaults faults)
    {
        if (sent is null)
            return before;
        var email = Kept("person.email", sent.Email, before?.Email);
        if (email is not null && ContactKeys.Email(email) is null)
            faults.Add(
                "person.email",
                $"'{FieldFaults.Shown(email)}' is not an e-mail address such as jane@acme.example."
            );
        var phone = Kept("person.phone", sent.Phone, before?.Phone);
        if (phone is not null && ContactKeys.Phone(phone) is null)
            faults.Add("person.phone", $"'{FieldFaults.Shown(phone)}' is not a phone number such as +49 30 1234567.");
        var person = new ContactPerson(
            Kept("person.name", sent.Name, before?.Name),
            email,
            phone,
            Kept("person.role", sent.Role, before?.Role)
        );
        return person == new ContactPerson(null, null, null, null) ? null : person;

        string? Kept(string field, string? text, string? old) => text is null ? old : faults.Line(field, text);
    }

    static Company? Company(CompanyFields? sent, Company? before, FieldFaults faults)
    {
        if (sent is null)
            return before;
        var domain = Kept("company.domain", sent.Domain, before?.Domain);
        if (domain is not null && ContactKeys.Domain(domain) is null)
            faults.Add("company.domain", $"'{FieldFaults.Shown(domain)}' is not a domain such as acme.example.");
        var company = new Company(
            Kept("company.name", sent.Name, before?.Name),
            domain is null ? null : ContactKeys.Domain(domain),
            Kept("company.size", sent.Size, before?.Size),
            Kept("company.industry", sent.Industry, before?.Industry),
            Kept("company.region", sent.Region, before?.Region)
        );
        return company == new Company(null, null, null, null, null) ? null : company;

        string? Kept(string field, string? text, string? old) => text is null ? old : faults.Line(field, text);
    }

    static Qualification? Qualification(QualificationFields? sent, Qualification? before, FieldFaults faults)
    {
        if (sent is null)
            return before;
        return new Qualification(
            Kept("qualification.budget", sent.Budget, before?.Budget),
            Kept("qualification.authority", sent.Authority, before?.Authority),
            Kept("qualification.need", sent.Need, before?.Need),
            Kept("qualification.timeline", sent.Timeline, before?.Timeline)
        );

        string? Kept(string field, string? text, string? old) =>
            text is null ? old : faults.Text(field, text, LongestText);
    }

    static List<string> Links(IReadOnlyList<string> sent, FieldFaults faults) =>
        [.. List("links", sent, faults).Select(link => Link("links", link, faults)).OfType<string>()];

    static string? Link(string field, string? sent, FieldFaults faults)
    {
        if (faults.Text(field, sent, 2000) is not { } link)
            return null;
        if (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return link;
        faults.Add(field, $"'{FieldFaults.Shown(link)}' is not a link that begins with https:// or http://.");
        return null;
    }

    static List<string> List(string field, IReadOnlyList<string> sent, FieldFaults faults)
    {
        if (sent.Count > MostLinks)
            faults.Add(field, $"There are {sent.Count} entries; the limit is {MostLinks}.");
        return [.. sent.Take(MostLinks).Select(text => faults.Text(field, text, 2000)).OfType<string>()];
    }
}
