using System.ComponentModel.DataAnnotations;

namespace SalesBot.People;

/// <summary>
/// The <c>Console</c> section of the configuration: how people sign in to the console and programs to the API.
/// </summary>
sealed class SignInOptions
{
    public const string Section = "Console",
        Local = "local",
        Off = "off";

    /// <summary>
    /// <c>local</c>: whoever has the token of this machine may be any persona; only on a loopback address. <c>off</c>:
    /// the console is closed, the API wants a key. Default: <c>local</c> where the host listens on loopback only and
    /// neither Slack over HTTP nor Teams is configured, else <c>off</c>.
    /// </summary>
    [AllowedValues(Local, Off, "", ErrorMessage = "The field SignIn must be 'local' or 'off'.")]
    public string SignIn { get; set; } = "";

    /// <summary>
    /// The token for <c>local</c>; by default one is made and kept in <c>&lt;data&gt;/local-token</c>.
    /// </summary>
    [RegularExpression("^(.{16,})?$", ErrorMessage = "The field LocalToken must have at least 16 characters.")]
    public string LocalToken { get; set; } = "";

    /// <summary>
    /// The address at which people open the page of this host, for links to documents in Slack, Teams and the API:
    /// https://salesbot.example.com. Empty: no such links, but those that documents name as their source.
    /// </summary>
    [RegularExpression(
        "^(https?://[^\\s/?#@]+/?)?$",
        ErrorMessage = "The field Address must be like https://salesbot.example.com, with nothing behind the host and its port."
    )]
    public string Address { get; set; } = "";

    /// <summary>How many calls a minute one API key, or one visitor of the page, may make. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerMinute { get; set; } = 600;

    /// <summary>
    /// API keys beside those in the database, for hosts that are set up by a file. <c>people keys add</c> tells the
    /// values.
    /// </summary>
    public List<ApiKeyOption> ApiKeys { get; set; } = [];
}

/// <summary>An API key in the configuration.</summary>
sealed class ApiKeyOption
{
    /// <summary>The part of the key between its underscores.</summary>
    [Required]
    public string Id { get; set; } = "";

    /// <summary>The id of the person it acts as.</summary>
    [Required]
    public string Person { get; set; } = "";

    /// <summary>
    /// What it may be used for, separated by spaces: <c>ask handoffs:read handoffs:write reports knowledge people</c>.
    /// </summary>
    [Required]
    public string Scopes { get; set; } = "";

    /// <summary>SHA-256 of the part after the last underscore, in hexadecimal digits.</summary>
    [
        Required,
        RegularExpression("^[0-9a-fA-F]{64}$", ErrorMessage = "The field Sha256 must be 64 hexadecimal digits.")
    ]
    public string Sha256 { get; set; } = "";
}
