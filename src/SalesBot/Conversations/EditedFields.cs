using SalesBot.Handoffs.Requests;

namespace SalesBot.Conversations;

/// <summary>Puts the fields of a form, or of a correction in words, where a request has them.</summary>
static class EditedFields
{
    public static MoveRequest Of(MoveRequest request, IReadOnlyDictionary<string, string> fields)
    {
        var person = new PersonFields(Value("name"), Value("email"), Value("phone"), Value("role"));
        var company = new CompanyFields(
            Value("company"),
            Value("domain"),
            Value("size"),
            Value("industry"),
            Value("region")
        );
        var qualification = new QualificationFields(
            Value("budget"),
            Value("authority"),
            Value("need"),
            Value("timeline")
        );
        return request with
        {
            Kind = Value("kind"),
            Urgency = Value("urgency"),
            Source = Value("source"),
            Campaign = Value("campaign"),
            Person = person == new PersonFields() ? null : person,
            Company = company == new CompanyFields() ? null : company,
            Qualification = qualification == new QualificationFields() ? null : qualification,
        };

        string? Value(string field) => fields.GetValueOrDefault(field);
    }
}
