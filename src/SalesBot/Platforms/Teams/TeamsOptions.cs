using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// The <c>Teams</c> section of the configuration. Without an app id or a credential Teams is off; with some of what is
/// needed the start is refused.
/// </summary>
sealed class TeamsOptions : IValidatableObject
{
    public const string SingleTenant = "SingleTenant",
        UserAssignedMsi = "UserAssignedMsi",
        MultiTenant = "MultiTenant";

    /// <summary>The app's client id in the directory, which is the bot's id.</summary>
    public string AppId { get; set; } = "";

    /// <summary>
    /// Who the bot is in the directory: <c>SingleTenant</c>, the default; <c>UserAssignedMsi</c>, a managed identity;
    /// <c>MultiTenant</c>, for bots that were made so when that could still be done.
    /// </summary>
    public string AppType { get; set; } = SingleTenant;

    /// <summary>The directory whose people the bot serves; nobody else is let in.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The app's client secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Instead of the secret: a file with the app's certificate and its key, PFX or PEM.</summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>The password of that file, if it has one.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>Where the channel says which keys it signs with.</summary>
    public string MetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who issues the channel's tokens.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the bot's own tokens are had; empty: at <c>login.microsoftonline.com</c>, by tenant.</summary>
    public string TokenUrl { get; set; } = "";

    /// <summary>What the bot's own tokens are for.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The connector, until Teams has named its own.</summary>
    public string ServiceUrl { get; set; } = "https://smba.trafficmanager.net/teams/";

    /// <summary>Addresses beside Microsoft's with which a connector's may begin; none by default.</summary>
    public List<string> AllowedServiceUrls { get; set; } = [];

    /// <summary>Addresses beside <c>*.sharepoint.com</c> from which files are fetched; none by default.</summary>
    public List<string> AllowedFileUrls { get; set; } = [];

    /// <summary>Microsoft Graph, for who belongs to which group.</summary>
    public string GraphUrl { get; set; } = "https://graph.microsoft.com/v1.0/";

    /// <summary>Whether the channel's key has to be endorsed for Teams, as Microsoft's are. Default true.</summary>
    public bool RequireEndorsement { get; set; } = true;

    /// <summary>
    /// Whether what is for one person of a room is said there, where only they see it. Where Teams does not take that
    /// it goes to their own chat, as it does always without this. Default true.
    /// </summary>
    public bool TargetedMessages { get; set; } = true;

    /// <summary>
    /// Lets anybody on this very machine speak as anybody, without a token, for trying the bot with the Agents
    /// Playground. Works in the environment <c>Development</c> only.
    /// </summary>
    public bool DangerouslyAllowAnonymous { get; set; }

    /// <summary>Whether anything is set that only somebody who wants Teams sets.</summary>
    public bool IsOn() =>
        DangerouslyAllowAnonymous || new[] { AppId, ClientSecret, CertificateFile }.Any(value => value.Length > 0);

    /// <summary>Whether the bot is of that type; people write it in different ways.</summary>
    public bool Is(string type) => AppType.Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>The app's id as tokens carry it.</summary>
    public string Audience() => AppId.ToLowerInvariant();

    /// <summary>Where the bot's own tokens are had.</summary>
    public Uri TokenAddress() => new(TokenUrl.Length > 0 ? TokenUrl : $"{Authority()}/oauth2/v2.0/token");

    /// <summary>The directory that gives the bot its tokens.</summary>
    public Uri Authority() =>
        new($"https://login.microsoftonline.com/{(Is(MultiTenant) ? "botframework.com" : TenantId)}");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, address) in new[] { (nameof(MetadataUrl), MetadataUrl), (nameof(TokenUrl), TokenUrl) })
            if (address.Length > 0 && !IsSafe(address))
                yield return new($"'{address}' is not an https address.", [name]);
        foreach (
            var (name, prefix) in AllowedServiceUrls
                .Select(one => (nameof(AllowedServiceUrls), one))
                .Concat(AllowedFileUrls.Select(one => (nameof(AllowedFileUrls), one)))
                .Append((nameof(ServiceUrl), ServiceUrl))
                .Append((nameof(GraphUrl), GraphUrl))
        )
            if (!IsSafe(prefix) || !prefix.EndsWith('/'))
                yield return new($"'{prefix}' is not an https address that ends with a slash.", [name]);
        if (!new[] { SingleTenant, UserAssignedMsi, MultiTenant }.Any(Is))
            yield return new($"It is '{SingleTenant}', '{UserAssignedMsi}' or '{MultiTenant}'.", [nameof(AppType)]);
        if (!IsOn() || DangerouslyAllowAnonymous)
            yield break;
        if (!Guid.TryParseExact(AppId, "D", out _))
            yield return new(
                "Teams needs the bot's app id (a client id such as 00000000-0000-0000-0000-000000000000). Find it on the Azure Bot's "
                    + "page 'Configuration'.",
                [nameof(AppId)]
            );
        if (!Guid.TryParseExact(TenantId, "D", out _))
            yield return new(
                "Teams needs the id of the directory whose people the bot serves. Find it on the Azure Bot's page 'Configuration'.",
                [nameof(TenantId)]
            );
        if (!Is(UserAssignedMsi) && string.IsNullOrWhiteSpace(ClientSecret) && CertificateFile.Length == 0)
            yield return new(
                "Teams needs a client secret or a certificate file, unless you use a managed identity.",
                [nameof(ClientSecret)]
            );
        if (CertificateFile.Length > 0 && CertificateFault() is { } fault)
            yield return new(fault, [nameof(CertificateFile)]);
        if (Issuer.Length == 0 || !Uri.TryCreate(Scope, UriKind.Absolute, out _))
            yield return new(
                "The channel's issuer and the scope of the bot's tokens must be addresses such as https://api.botframework.com.",
                [nameof(Issuer)]
            );
    }

    /// <summary>The app's certificate with its key.</summary>
    /// <exception cref="CryptographicException">It cannot be read.</exception>
    public X509Certificate2 Certificate() =>
        CertificateFile.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(CertificateFile)
            : X509CertificateLoader.LoadPkcs12FromFile(CertificateFile, CertificatePassword);

    string? CertificateFault()
    {
        try
        {
            using var certificate = Certificate();
            return certificate.HasPrivateKey ? null : $"{CertificateFile} holds no private key.";
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"{CertificateFile} cannot be read as a certificate: {fault.Message}";
        }
    }

    static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
