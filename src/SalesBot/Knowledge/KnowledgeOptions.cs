using System.ComponentModel.DataAnnotations;

namespace SalesBot.Knowledge;

/// <summary>The <c>Knowledge</c> section of the configuration.</summary>
sealed class KnowledgeOptions
{
    /// <summary>
    /// The folder whose documents are searched; relative to the working directory. Default <c>knowledge</c>.
    /// </summary>
    [Required]
    public string Folder { get; set; } = "knowledge";

    /// <summary>Whether a serving host notices changed files by itself. Default true.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>A larger document is reported and left out. 1 to 1000, default 20.</summary>
    [Range(1, 1000)]
    public int MaxDocumentMegabytes { get; set; } = 20;

    /// <summary>Whether sentences are compared by meaning as well as by words. Default true.</summary>
    public bool Embeddings { get; set; } = true;

    /// <summary>Another sentence encoder than the one that ships.</summary>
    public Embeddings.EncoderOptions Encoder { get; set; } = new();

    /// <summary>
    /// Above so many passages a folder is searched by words alone: encoding takes some milliseconds a passage when it
    /// is new. 0 to 1,000,000, default 20,000.
    /// </summary>
    [Range(0, 1_000_000)]
    public int MostEmbeddedPassages { get; set; } = 20_000;

    /// <summary>A folder of other learned weights than those that ship (<c>ranking.json</c>, <c>reranking.json</c>,
    /// <c>gate.json</c>, <c>sentences.json</c>); empty for these.</summary>
    public string Weights { get; set; } = "";

    /// <summary>
    /// Whether the example questions that ship with the program, and those of the folder, help to find passages.
    /// Default true.
    /// </summary>
    public bool ExampleQuestions { get; set; } = true;

    /// <summary>How many index generations are kept, for roll-back and replays. 2 to 1000, default 20.</summary>
    [Range(2, 1000)]
    public int KeepGenerations { get; set; } = 20;
}
