using SalesBot.Answering.Honesty;
using SalesBot.Classifying;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Answering;

/// <summary>The models that ship learned.</summary>
static class ShippedModels
{
    /// <summary>All of them, by an encoder.</summary>
    public static IReadOnlyList<ShippedModel> All(TextVectors encoder) =>
        [
            new AskModel(encoder),
            new DeskModel(encoder),
            new HandoverModel(encoder),
            new RequestModel(encoder),
            new SideModel(encoder),
            new WishModel(encoder),
            new WorkModel(encoder),
        ];
}
