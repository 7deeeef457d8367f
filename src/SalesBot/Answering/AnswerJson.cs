using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SalesBot.Classifying;

namespace SalesBot.Answering;

/// <summary>Answers as JSON: camel case, one line, every script as itself.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(Classification))]
[JsonSerializable(typeof(List<string>))]
sealed partial class AnswerJson : JsonSerializerContext
{
    /// <summary>The context all doors write with.</summary>
    public static readonly AnswerJson Readable = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        }
    );
}
