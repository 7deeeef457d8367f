using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesBot.Chat;

/// <summary>Writes the values of an enum in JSON as <c>lower-case-words</c>.</summary>
sealed class KebabCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
