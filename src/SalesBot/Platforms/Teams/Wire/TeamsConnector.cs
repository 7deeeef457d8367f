using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// All calls of the connector (github.com/microsoft/botbuilder-dotnet, Swagger/ConnectorAPI.json) go through here and
/// to the SDK's <see cref="IConversations"/>; what the SDK throws comes back as an answer.
/// </summary>
sealed class TeamsConnector(Connectors connectors)
{
    const int PageSize = 500;

    /// <summary>Says something in a conversation.</summary>
    public Task<ConnectorAnswer> SendAsync(
        Uri service,
        string conversation,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        SentAsync(() =>
            At(service).SendToConversationWithHttpMessagesAsync(Id(conversation), activity, null, cancellationToken)
        );

    /// <summary>
    /// Says something to one person of a conversation, who is the activity's recipient; nobody else sees it
    /// (learn.microsoft.com, "Targeted messages").
    /// </summary>
    public Task<ConnectorAnswer> SendTargetedAsync(
        Uri service,
        string conversation,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        SentAsync(() =>
            At(service)
                .SendToConversationWithHttpMessagesAsync(Id(conversation), activity, Targeted(), cancellationToken)
        );

    /// <summary>Says something in answer to an activity.</summary>
    public Task<ConnectorAnswer> ReplyAsync(
        Uri service,
        string conversation,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        activity.ReplyToId = activityId;
        return SentAsync(() =>
            At(service)
                .ReplyToActivityWithHttpMessagesAsync(
                    Id(conversation),
                    Id(activityId),
                    activity,
                    null,
                    cancellationToken
                )
        );
    }

    /// <summary>Puts something in the place of what the bot has said.</summary>
    public Task<ConnectorAnswer> UpdateAsync(
        Uri service,
        string conversation,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        SentAsync(() =>
            At(service)
                .UpdateActivityWithHttpMessagesAsync(
                    Id(conversation),
                    Id(activityId),
                    activity,
                    null,
                    cancellationToken
                )
        );

    /// <summary>
    /// Puts something in the place of what only one person of a conversation sees; it must name no recipient.
    /// </summary>
    public Task<ConnectorAnswer> UpdateTargetedAsync(
        Uri service,
        string conversation,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) =>
        SentAsync(() =>
            At(service)
                .UpdateActivityWithHttpMessagesAsync(
                    Id(conversation),
                    Id(activityId),
                    activity,
                    Targeted(),
                    cancellationToken
                )
        );

    static Dictionary<string, List<string>> Targeted() =>
        new() { [ConnectorGuard.QueryHeader] = ["isTargetedActivity=true"] };

    /// <summary>Begins a conversation.</summary>
    public Task<ConnectorAnswer> CreateAsync(
        Uri service,
        ConversationParameters parameters,
        CancellationToken cancellationToken
    ) =>
        AnswerAsync(
            () => At(service).CreateConversationWithHttpMessagesAsync(parameters, null, cancellationToken),
            begun => new ConnectorAnswer(200, begun?.Id, begun?.ActivityId)
        );

    /// <summary>Who somebody of a conversation is; none if it does not say.</summary>
    public async Task<TeamsMember?> MemberAsync(
        Uri service,
        string conversation,
        string member,
        CancellationToken cancellationToken
    )
    {
        ChannelAccount? account = null;
        await AnswerAsync(
            () =>
                ((Microsoft.Bot.Connector.Conversations)At(service)).GetConversationMemberWithHttpMessagesAsync(
                    Id(member),
                    Id(conversation),
                    null,
                    cancellationToken
                ),
            found => (account = found) is null ? Unread : Done
        );
        return account is null ? null : TeamsMember.Of(account);
    }

    /// <summary>Everybody of a conversation, page by page; ends where a page cannot be had.</summary>
    public async IAsyncEnumerable<TeamsMember> MembersAsync(
        Uri service,
        string conversation,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? next = null;
        do
        {
            PagedMembersResult? page = null;
            await AnswerAsync(
                () =>
                    At(service)
                        .GetConversationPagedMembersWithHttpMessagesAsync(
                            Id(conversation),
                            PageSize,
                            next,
                            null,
                            cancellationToken
                        ),
                found => (page = found) is null ? Unread : Done
            );
            foreach (var member in (page?.Members ?? []).OfType<ChannelAccount>())
                yield return TeamsMember.Of(member);
            next = page?.ContinuationToken is { Length: > 0 } token && token != next ? token : null;
        } while (next is not null);
    }

    static readonly ConnectorAnswer Done = new(200),
        Unread = new(502);

    IConversations At(Uri service) => connectors.At(service).Conversations;

    /// <summary>A part of dots only would climb up in the address.</summary>
    static string Id(string id) =>
        id.Trim('.').Length == 0 ? throw new ArgumentException("An id can't consist only of dots.") : id;

    static Task<ConnectorAnswer> SentAsync(Func<Task<HttpOperationResponse<ResourceResponse>>> call) =>
        AnswerAsync(call, sent => new ConnectorAnswer(200, sent?.Id));

    static async Task<ConnectorAnswer> AnswerAsync<T>(
        Func<Task<HttpOperationResponse<T>>> call,
        Func<T?, ConnectorAnswer> read
    )
    {
        try
        {
            using var response = await call();
            return read(response.Body);
        }
        catch (ErrorResponseException fault)
        {
            return Refused(fault.Response);
        }
        catch (HttpOperationException fault)
        {
            return Refused(fault.Response);
        }
        catch (SerializationException)
        {
            // It was done; what it says of that is of no use.
            return read(default);
        }
    }

    static ConnectorAnswer Refused(HttpResponseMessageWrapper response) =>
        new(
            (int)response.StatusCode,
            Body: ConnectorAnswer.Parse(response.Content),
            RetryAfter: After(HeaderOf(response, "Retry-After"), HeaderOf(response, "Date"))
        );

    static string? HeaderOf(HttpResponseMessageWrapper response, string name) =>
        response.Headers.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;

    static TimeSpan? After(string? header, string? now) =>
        !RetryConditionHeaderValue.TryParse(header, out var after)
            ? null
            : after.Delta
                ?? (
                    after.Date is { } date && DateTimeOffset.TryParse(now, out var sentAt) && date > sentAt
                        ? date - sentAt
                        : null
                );
}
