using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace SalesBot.Handoffs.Requests;

/// <summary>
/// The JSON object that a request carries, or the field in it that is of another type than it should be. What is no
/// JSON object at all is refused before anything is looked at.
/// </summary>
sealed record JsonBody<T>(T? Value, DeskResult.Invalid? Fault) : IEndpointParameterMetadataProvider
    where T : class
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">It is not a JSON object (400), of another type (415), or too long
    /// (413).</exception>
    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
            throw new BadHttpRequestException(
                "The body is not application/json.",
                StatusCodes.Status415UnsupportedMediaType
            );
        try
        {
            using var document = await JsonDocument.ParseAsync(
                http.Request.Body,
                cancellationToken: http.RequestAborted
            );
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new BadHttpRequestException("The body is not a JSON object.");
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException("The body is not JSON.", fault);
        }
    }

    static JsonBody<T> Read(JsonElement sent)
    {
        try
        {
            if (UnknownFields.In(sent, typeof(T)) is { Count: > 0 } unknown)
                return new JsonBody<T>(null, new DeskResult.Invalid(unknown));
            return new JsonBody<T>(sent.Deserialize<T>(Web), null);
        }
        catch (JsonException fault)
        {
            return new JsonBody<T>(
                null,
                new DeskResult.Invalid(
                    fault.Path?.TrimStart('$', '.') ?? "",
                    "This has the wrong type; see /openapi/v1.json."
                )
            );
        }
        catch (InvalidOperationException)
        {
            // Half of a character: JSON can write it, no text can hold it.
            return new JsonBody<T>(null, new DeskResult.Invalid("", "A text in it ends in the middle of a character."));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
