using System.Text.Json.Serialization;
using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>Whose task something is.</summary>
[JsonConverter(typeof(KebabCaseEnum<Team>))]
public enum Team
{
    Sales,
    Marketing,
    Both,
    Neither,
}
