namespace SalesBot.Intents.Entities;

/// <summary>Reads everything that a message names.</summary>
static class EntityReader
{
    /// <param name="text">The message, cleaned and without surrounding smileys.</param>
    /// <param name="today">The day that dates count from.</param>
    public static MessageEntities Read(string text, DateOnly today)
    {
        var days = Days(text, today);
        var written = HandoffNumbers.Written(
            text,
            [
                .. ContactParser.Emails(text),
                .. ContactParser.Phones(text),
                .. days.Select(day => new Entity("", day.Words, day.At)),
            ]
        );
        var (emails, phones, role) = (
            ContactParser.Emails(written),
            ContactParser.Phones(written),
            ContactParser.Role(written)
        );
        var company = CompanyNames.Find(written, emails, role);
        var person = PersonNames.Find(written, emails, phones, role, company);
        if (company is null && person is not null)
            company = CompanyNames.Beside(written, person, role);
        return new MessageEntities
        {
            Text = written,
            Numbers = HandoffNumbers.Read(written),
            Emails = emails,
            Phones = phones,
            Days = Days(written, today),
            Role = role,
            Company = company,
            Person = person,
        };
    }

    static List<NamedDay> Days(string text, DateOnly today) =>
        [
            .. DateWords
                .All(text, today)
                .OrderBy(day => day.At)
                .ThenByDescending(day => day.Words.Length)
                .Aggregate(
                    new List<NamedDay>(),
                    (kept, day) =>
                    {
                        if (kept.Count == 0 || kept[^1].At + kept[^1].Words.Length <= day.At)
                            kept.Add(day);
                        return kept;
                    }
                ),
        ];
}
