using SalesBot.Answering;

namespace SalesBot.Tests.Support;

/// <summary>Tests that ask the shipped knowledge.</summary>
public abstract class AskingTests : IAsyncLifetime
{
    private protected BuiltKnowledge Knowledge { get; } = new(Repository.Knowledge);

    readonly AnswerComposer composer;

    protected AskingTests() => composer = Knowledge.Composer();

    public async ValueTask InitializeAsync() => await Knowledge.RefreshedAsync();

    public ValueTask DisposeAsync()
    {
        Knowledge.Dispose();
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>The answer to a question, after what was said before, oldest first.</summary>
    private protected AnswerDraft Ask(string question, params string[] history)
    {
        using var lease = Knowledge.Index.Lease();
        return composer.Compose(question, history, lease);
    }
}
