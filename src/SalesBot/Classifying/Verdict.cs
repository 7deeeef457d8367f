using System.Text.Json.Serialization;
using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>Whose task something is.</summary>
[JsonConverter(typeof(KebabCaseEnum<Verdict>))]
public enum Verdict
{
    Sales,
    Marketing,
    Both,
    Neither,
}
