using SalesBot.Answering.Honesty;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Questions;

namespace SalesBot.Answering;

/// <summary>
/// The texts that ship with the program and are compared by meaning; their vectors ship too, so that a first start need
/// not encode thousands.
/// </summary>
static class KnownTexts
{
    /// <summary>
    /// The example questions, tasks and requests, and the passages of that generation, which holds the documents that
    /// ship.
    /// </summary>
    public static List<string> All(IndexGeneration shipped) =>
        [
            .. ExampleFact
                .Shipped.Value.SelectMany(fact => fact.Questions.Prepend(fact.Statement))
                .Concat(LabelledExample.Shipped.Value.Select(example => example.Task))
                .Concat(Activities.Shipped.Value.SelectMany(one => new[] { one.Name, one.Example }))
                .Concat(SideModel.Shipped.Value.Select(example => example.Task))
                .Concat(HandoverModel.Shipped().Select(example => example.Text))
                .Concat(DeskModel.Texts())
                .Concat(WishModel.Shipped().Concat(AskModel.Shipped()).Select(example => example.Text))
                .Concat(WorkModel.Asked.Value)
                .Concat(RequestExample.Shipped.Value.Select(example => example.Question))
                .Concat(shipped.AllPassages().Select(PassageVectors.TextOf))
                .Concat(
                    shipped
                        .AllPassages()
                        .SelectMany(passage =>
                            Clauses.Of(passage).Select(clause => passage.Text[clause.Start..clause.End])
                        )
                )
                .Concat(StatementIndex.TextsOf([.. shipped.AllPassages()]))
                .Select(TextVectors.Read)
                .Distinct(),
        ];
}
