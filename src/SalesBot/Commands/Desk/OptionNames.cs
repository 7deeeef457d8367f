using SalesBot.Handoffs;

namespace SalesBot.Commands.Desk;

/// <summary>Tells faults by the options of the command line instead of the fields of the API.</summary>
static class OptionNames
{
    static readonly Dictionary<string, string> Other = new()
    {
        ["Idempotency-Key"] = "--key",
        ["direction"] = "--to",
        ["owner"] = "--to",
        ["person.name"] = "--person",
        ["company.name"] = "--company",
        ["company.size"] = "--company-size",
        ["links"] = "--link",
        ["title"] = "title",
    };

    public static string Sentence(DeskResult.Invalid invalid) =>
        string.Join('\n', invalid.Faults.Select(fault => $"{Of(fault.Key)}: {string.Join(" ", fault.Value)}"));

    static string Of(string field) =>
        Other.TryGetValue(field, out var option)
            ? option
            : "--"
                + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(field[(field.LastIndexOf('.') + 1)..]);
}
