using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>Tells by examples what sort of question on the two teams something is, where no wording tells.</summary>
sealed class AskModel(TextVectors encoder) : ExampleModel(File, Labels, encoder)
{
    const string File = "ask-kinds";

    /// <summary>Any other question or message.</summary>
    public const string Other = "other";

    static readonly string[] Labels =
    [
        Other,
        "difference",
        "list",
        "qualities",
        "measured",
        "example",
        "help",
        "meaning",
        "why-confused",
        "task",
        "claim",
        "which",
    ];

    /// <summary>The examples that ship with the program.</summary>
    public static IReadOnlyList<LabelledText> Shipped() => Read(File, Labels);
}
