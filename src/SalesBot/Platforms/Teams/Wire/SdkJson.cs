using System.Globalization;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>Writes the SDK's types as its own client does.</summary>
static class SdkJson
{
    static readonly JsonSerializer Serializer = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            NullValueHandling = NullValueHandling.Ignore,
            ContractResolver = new ReadOnlyJsonContractResolver(),
            TypeNameHandling = TypeNameHandling.None,
        }
    );

    /// <summary>The JSON of a value.</summary>
    public static string Write(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Serializer.Serialize(text, value);
        return text.ToString();
    }
}
