using System.Text.Json.Serialization;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Questions;

namespace SalesBot.Knowledge.Generations;

/// <summary>
/// What a generation holds: the documents it was made of, those that could not be read, and the files it consists of.
/// </summary>
/// <param name="Id">"k-" and twelve hexadecimal digits of a hash over analysis and content: equal content has equal
/// ids.</param>
/// <param name="Analysis">The version of text analysis that made its terms.</param>
/// <param name="BuiltAt">When it was built.</param>
/// <param name="Passages">How many passages it holds.</param>
/// <param name="Documents">The documents read, by path.</param>
/// <param name="Problems">The documents that could not be read.</param>
/// <param name="Files">Its files but for the manifest.</param>
sealed record GenerationManifest(
    string Id,
    string Analysis,
    DateTimeOffset BuiltAt,
    int Passages,
    IReadOnlyList<IndexedDocument> Documents,
    IReadOnlyList<DocumentProblem> Problems,
    IReadOnlyList<GenerationFile> Files
)
{
    public const string Name = "manifest.json";

    /// <summary>The documents of which a part could not be read, each with a sentence that says so.</summary>
    public IReadOnlyList<DocumentProblem> Remarks
    {
        get => remarks ?? [];
        init => remarks = value;
    }

    /// <summary>Manifests of before have none.</summary>
    readonly IReadOnlyList<DocumentProblem>? remarks;

    /// <summary>
    /// Why passages are found by words alone although they should be compared by meaning, a sentence, or none.
    /// </summary>
    public string? WithoutMeaning { get; init; }
}

/// <summary>
/// A document as it was indexed. <c>Hash</c> is the SHA-256 of its bytes; <c>TextAt</c> and <c>TextLength</c> say where
/// its text stands in the text file, in bytes.
/// </summary>
sealed record IndexedDocument(
    string Path,
    string Title,
    string? Source,
    long Length,
    long Modified,
    string Hash,
    int Passages,
    long TextAt,
    int TextLength
);

/// <summary>A document that was left out, and why, to stand after "because".</summary>
sealed record DocumentProblem(string Path, string Reason);

/// <summary>A file of a generation, by its path inside it, with its length and SHA-256.</summary>
sealed record GenerationFile(string Name, long Length, string Sha256);

/// <summary>
/// Which generation is in use, and the folder it was put in use for: while the folder stays as it was then, nothing is
/// built by itself. <c>GoneBackTo</c>: somebody chose it; indexing on demand ends that.
/// </summary>
sealed record CurrentGeneration(string Id, string Folder, bool GoneBackTo = false);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = false,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(GenerationManifest))]
[JsonSerializable(typeof(CurrentGeneration))]
[JsonSerializable(typeof(Passage))]
[JsonSerializable(typeof(PlacedFact))]
sealed partial class GenerationJson : JsonSerializerContext;
