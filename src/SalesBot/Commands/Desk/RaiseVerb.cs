using System.CommandLine;
using SalesBot.Handoffs;
using SalesBot.Handoffs.Requests;

namespace SalesBot.Commands.Desk;

/// <summary><c>handoffs raise</c>: hands something over.</summary>
static class RaiseVerb
{
    static readonly Argument<string> Title = new("title") { Description = "What it is about, in a line" };
    static readonly Option<string> To = new Option<string>("--to")
    {
        Description = "The team that receives it",
        Required = true,
    }.AcceptOnlyFromAmong("sales", "marketing");
    static readonly Option<string?> Key = new("--key")
    {
        Description = "A key that makes the command safe to repeat",
        HelpName = "TEXT",
    };

    public static Command Create()
    {
        var verb = new Command("raise", "Hands something over to the other team")
        {
            Title,
            To,
            Key,
            CommonOptions.Json,
        };
        foreach (var option in ContentOptions.All)
            verb.Add(option);
        verb.SetAction(
            async (parsed, _) =>
            {
                await using var tools = Toolbox.Open(parsed);
                var request = ContentOptions.Over(
                    parsed,
                    new RaiseRequest
                    {
                        Direction = parsed.GetValue(To) == "sales" ? "marketing-to-sales" : "sales-to-marketing",
                        Title = parsed.GetValue(Title),
                    }
                );
                return HandoffsVerb.Answer(
                    await tools.Get<HandoffDesk>().RaiseAsync(request, HandoffsVerb.By(parsed, Key)),
                    tools,
                    parsed
                );
            }
        );
        return verb;
    }
}
