using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

/// <summary>Which of the two somebody fits, and which of them is quick, endless or wide, by a document's own words.</summary>
public sealed class CharacterAndPaceTests : IAsyncLifetime, IDisposable
{
    readonly BuiltKnowledge knowledge = new();

    public async ValueTask InitializeAsync()
    {
        knowledge.Write(
            "people.md",
            """
            # Sales and marketing

            The marketing team must be creative and attentive to detail, whereas the sales team must be competitive and charming.

            Marketing is a continuous process.

            The concept of sales is narrower, whereas the concept of marketing is broader.
            """
        );
        await knowledge.RefreshedAsync();
    }

    public ValueTask DisposeAsync() => default;

    public void Dispose() => knowledge.Dispose();

    [Theory]
    [InlineData("I love to compete and I'm very charming. Which team should I apply to?", "Sales.")]
    [InlineData("I'm a careful person and like analysing things. Sales or marketing?", "Marketing.")]
    [InlineData("which of the 2 never stops", "Marketing.")]
    [InlineData("which one has the narrower scope?", "Sales.")]
    public void Which_one_is_told(string question, string first)
    {
        using var lease = knowledge.Index.Lease();
        knowledge.Composer().Compose(question, [], lease).Text.ShouldStartWith(first);
    }
}
