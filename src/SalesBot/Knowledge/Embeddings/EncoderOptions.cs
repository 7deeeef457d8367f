using System.ComponentModel.DataAnnotations;

namespace SalesBot.Knowledge.Embeddings;

/// <summary>
/// The <c>Knowledge:Encoder</c> section: another sentence encoder than the one that ships, as an ONNX model of the BERT
/// family.
/// </summary>
sealed class EncoderOptions : IValidatableObject
{
    /// <summary>
    /// The model's file; empty for the one that ships. It takes <c>input_ids</c> and <c>attention_mask</c>,
    /// <c>token_type_ids</c> if it wants.
    /// </summary>
    public string Model { get; set; } = "";

    /// <summary>The file of its vocabulary, a WordPiece a line. Needed with <see cref="Model"/>.</summary>
    public string Vocabulary { get; set; } = "";

    /// <summary>Whether the vocabulary knows lower case only. Default true.</summary>
    public bool LowerCase { get; set; } = true;

    /// <summary>What the model wants to stand before a question, and not before a passage. Default nothing.</summary>
    public string QueryPrefix { get; set; } = "";

    /// <summary>
    /// How a text's vector is made of those of its pieces: their mean, or the first one. Default mean.
    /// </summary>
    public Pooling Pooling { get; set; } = Pooling.Mean;

    /// <summary>
    /// So many pieces of a text are read. 16 to 8192, default 256, which is what the shipped model was trained with.
    /// </summary>
    [Range(16, 8192)]
    public int MostPieces { get; set; } = 256;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Model.Length > 0 && Vocabulary.Length == 0)
            yield return new ValidationResult(
                "A model needs the vocabulary that it was trained with.",
                [nameof(Vocabulary)]
            );
    }
}

/// <summary>How the vectors of a text's pieces become one.</summary>
enum Pooling
{
    Mean,
    First,
}
