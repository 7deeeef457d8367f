using System.Security.Cryptography;
using System.Text;

namespace SalesBot.Platforms.Teams;

/// <summary>A short name for a long text.</summary>
static class CommandHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
