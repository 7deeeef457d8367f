using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>Tells by examples what somebody wants of the answer before: the reason, the source, more of it.</summary>
sealed class WishModel(TextVectors encoder) : ExampleModel(File, Labels, encoder)
{
    const string File = "follow-ups";

    /// <summary>A message that is about the answer before in no such way.</summary>
    public const string New = "new";

    static readonly string[] Labels =
    [
        New,
        "why",
        "source",
        "shorter",
        "table",
        "again",
        "more",
        "example",
        "other",
        "doubt",
    ];

    /// <summary>The examples that ship with the program.</summary>
    public static IReadOnlyList<LabelledText> Shipped() => Read(File, Labels);
}
