using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Platforms.Teams;

/// <summary>
/// The SDK's adapter: authenticates an activity, runs the bot's turn on it, and has what it answers. There is no
/// <c>OnTurnError</c> and no middleware: what fails must not count as taken, so that Teams brings it again.
/// </summary>
sealed class TeamsAdapter(TeamsAuthentication authentication, TeamsBot bot)
    : CloudAdapter(authentication, NullLogger.Instance)
{
    /// <summary>Takes an activity in.</summary>
    /// <param name="activity">What Teams brings.</param>
    /// <param name="authorization">The header, if there is exactly one.</param>
    /// <param name="isAnonymous">Whether it needs no token.</param>
    /// <param name="cancellationToken">Ends the wait for keys; what is let in is kept whatever becomes of the
    /// request.</param>
    /// <returns>What is said to that; none where 200 says all.</returns>
    /// <exception cref="TeamsRefusal">It is not taken.</exception>
    /// <exception cref="Storage.StorageFault">It was not kept.</exception>
    public async Task<InvokeResponse?> TakeAsync(
        Activity activity,
        string? authorization,
        bool isAnonymous,
        CancellationToken cancellationToken
    )
    {
        var admitted = isAnonymous
            ? authentication.Admit(activity)
            : await authentication.AuthenticateRequestAsync(activity, authorization ?? "", cancellationToken);
        var answer = await ProcessActivityAsync(admitted, activity, bot.OnTurnAsync, CancellationToken.None);
        if (answer?.Body is ExpectedReplies replies)
            answer.Body = new JObject { ["activities"] = new JArray(replies.Activities.Select(Bare)) };
        return answer;
    }

    /// <summary>
    /// A reply as it would be sent over the connector; the SDK writes the status of an invoke with a capital, which no
    /// other SDK reads.
    /// </summary>
    static JToken Bare(Activity reply)
    {
        (reply.ChannelId, reply.ServiceUrl, reply.From, reply.Recipient, reply.Conversation, reply.ReplyToId) = (
            null,
            null,
            null,
            null,
            null,
            null
        );
        if (reply.Value is InvokeResponse { Status: var status, Body: var body })
        {
            var result = new JObject { ["status"] = status };
            if (body is not null)
                result["body"] = new JRaw(SdkJson.Write(body));
            reply.Value = result;
        }
        return new JRaw(SdkJson.Write(reply));
    }
}
