using System.Text.Json.Serialization;

namespace SalesBot.Knowledge.Weights;

/// <summary>
/// A file of weights: the command that made it, and the weights where there is an encoder and where there is none.
/// </summary>
sealed record WeightFile(string Command, Weighing Meaning, Weighing Words);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(WeightFile))]
sealed partial class WeightJson : JsonSerializerContext;
