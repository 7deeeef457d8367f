using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Chat;

/// <summary>Writes an instant in JSON as UTC with a <c>Z</c>, and no more places than it has.</summary>
sealed class UtcTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime);
}
