using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace SalesBot.EncoderModel;

/// <summary>
/// The model (ONNX) and the vocabulary (a piece a line) of all-MiniLM-L6-v2, as an assembly carries them.
/// </summary>
sealed record ModelPackage(byte[] Model, byte[] Vocabulary)
{
    /// <summary>
    /// What the weights, the thresholds and the shipped vectors were made with; another model needs others.
    /// </summary>
    const string ModelHash = "4a64cee3d4134bbdc86eed96e1a660efec58975417204ecfcf134140edb6e0e2",
        VocabularyHash = "b49e80874c5efbc7f4cde245a812673b05ef1360ced56b8bc8c750eaeef3fe0f";

    /// <summary>Reads the resources without loading the assembly.</summary>
    /// <exception cref="InvalidDataException">It carries other ones.</exception>
    public static ModelPackage Read(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        return new ModelPackage(
            Resource(assembly, ".model.onnx", ModelHash),
            Resource(assembly, ".vocab.txt", VocabularyHash)
        );
    }

    static byte[] Resource(PEReader assembly, string ending, string hash)
    {
        var metadata = assembly.GetMetadataReader();
        var resource = metadata
            .ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => metadata.GetString(resource.Name).EndsWith(ending, StringComparison.Ordinal));
        var directory =
            assembly.PEHeaders.CorHeader?.ResourcesDirectory
            ?? throw new InvalidDataException("The assembly carries no resources.");
        var reader = assembly
            .GetSectionData(directory.RelativeVirtualAddress)
            .GetReader((int)resource.Offset, directory.Size - (int)resource.Offset);
        var content = reader.ReadBytes(reader.ReadInt32());
        return Convert.ToHexStringLower(SHA256.HashData(content)) == hash
            ? content
            : throw new InvalidDataException($"The resource *{ending} is not the one that the program was made with.");
    }
}
