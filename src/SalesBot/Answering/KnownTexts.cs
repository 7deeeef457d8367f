using SalesBot.Classifying;
using SalesBot.Knowledge.Questions;

namespace SalesBot.Answering;

/// <summary>The texts that ship with the program and are compared by meaning; their vectors ship too.</summary>
static class KnownTexts
{
    public static List<string> All() =>
    [
        .. ExampleFact.Shipped.Value.SelectMany(fact => fact.Questions.Prepend(fact.Statement))
            .Concat(LabelledExample.Shipped.Value.Select(example => example.Task))
            .Concat(RequestExample.Shipped.Value.Select(example => example.Question))
            .Select(text => text.Trim()).Distinct(),
    ];
}
