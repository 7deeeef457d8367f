using System.CommandLine;
using SalesBot.Chat;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;

namespace SalesBot.Commands.Desk;

/// <summary>What a handoff says, as options of the verbs that raise and edit one.</summary>
static class ContentOptions
{
    static readonly Option<string?> Kind = Text(
        "--kind",
        "The kind of handoff",
        string.Join('|', Enum.GetValues<HandoffKind>().Select(Words.Of))
    );
    static readonly Option<string?> Details = Text("--details", "Details beyond the title");
    static readonly Option<string?> Urgency = Text(
        "--urgency",
        "How urgent it is",
        string.Join('|', Enum.GetValues<Urgency>().Select(Words.Of))
    );
    static readonly Option<string?> Name = Text("--person", "The person's name");
    static readonly Option<string?> Email = Text("--email", "The person's e-mail address");
    static readonly Option<string?> Phone = Text("--phone", "The person's phone number");
    static readonly Option<string?> Role = Text("--role", "The person's role");
    static readonly Option<string?> Company = Text("--company", "The company's name");
    static readonly Option<string?> Domain = Text("--domain", "The company's domain");
    static readonly Option<string?> Region = Text("--region", "The company's region");
    static readonly Option<string?> Industry = Text("--industry", "The company's industry");
    static readonly Option<string?> Size = Text("--company-size", "The company's size");
    static readonly Option<string?> Source = Text("--source", "Where it comes from, such as fair");
    static readonly Option<string?> Campaign = Text("--campaign", "The campaign it comes from");
    static readonly Option<string?> NextStep = Text("--next-step", "What the receiver is asked to do");
    static readonly Option<string[]> Links = new("--link")
    {
        Description = "A link; may be repeated",
        HelpName = "URL",
    };

    public static IReadOnlyList<Option> All =>
        [
            Kind,
            Details,
            Urgency,
            Name,
            Email,
            Phone,
            Role,
            Company,
            Domain,
            Region,
            Industry,
            Size,
            Source,
            Campaign,
            NextStep,
            Links,
        ];

    /// <summary>The fields that were given.</summary>
    public static T Over<T>(ParseResult parsed, T fields)
        where T : HandoffFields =>
        fields with
        {
            Kind = parsed.GetValue(Kind),
            Details = parsed.GetValue(Details),
            Urgency = parsed.GetValue(Urgency),
            Person = Any(parsed, Name, Email, Phone, Role)
                ? new PersonFields(
                    parsed.GetValue(Name),
                    parsed.GetValue(Email),
                    parsed.GetValue(Phone),
                    parsed.GetValue(Role)
                )
                : null,
            Company = Any(parsed, Company, Domain, Size, Industry, Region)
                ? new CompanyFields(
                    parsed.GetValue(Company),
                    parsed.GetValue(Domain),
                    parsed.GetValue(Size),
                    parsed.GetValue(Industry),
                    parsed.GetValue(Region)
                )
                : null,
            Source = parsed.GetValue(Source),
            Campaign = parsed.GetValue(Campaign),
            NextStep = parsed.GetValue(NextStep),
            Links = parsed.GetValue(Links) is { Length: > 0 } links ? links : null,
        };

    static bool Any(ParseResult parsed, params Option<string?>[] options) =>
        options.Any(option => parsed.GetValue(option) is not null);

    static Option<string?> Text(string name, string description, string help = "TEXT") =>
        new(name) { Description = description, HelpName = help };
}
