using System.ComponentModel.DataAnnotations;

namespace SalesBot.People;

/// <summary>The <c>Console</c> section of the configuration: how people sign in to the console and programs to the API.</summary>
sealed class SignInOptions
{
    public const string Section = "Console", Local = "local", Off = "off";

    /// <summary>
    /// <c>local</c>: on this machine one may be any persona; only on a loopback address. <c>off</c>: console and API are closed. Default: <c>local</c> where
    /// the host listens on loopback only, else <c>off</c>.
    /// </summary>
    [AllowedValues(null, Local, Off, ErrorMessage = "The field SignIn must be 'local' or 'off'.")]
    public string? SignIn { get; set; }
}
