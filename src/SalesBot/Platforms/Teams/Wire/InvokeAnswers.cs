using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>What is said to invokes, by what they ask for; cards are given as their JSON.</summary>
static class InvokeAnswers
{
    const string Fault = "application/vnd.microsoft.error",
        Said = "application/vnd.microsoft.activity.message",
        Medium = "medium";

    /// <summary>It is taken, and there is nothing to say.</summary>
    public static InvokeResponse Taken() => new() { Status = (int)HttpStatusCode.OK };

    /// <summary>It is taken, and nothing is in the body that has to be there.</summary>
    public static InvokeResponse Empty() => Ok(new JObject());

    /// <summary>It is none that the bot knows.</summary>
    public static InvokeResponse Unknown() => new() { Status = (int)HttpStatusCode.NotImplemented };

    /// <summary>Nobody is signed in by a token: the bot asks for no sign-in.</summary>
    public static InvokeResponse NoSignIn(string? id, string? connection, string why) =>
        new()
        {
            Status = (int)HttpStatusCode.PreconditionFailed,
            Body = new TokenExchangeInvokeResponse
            {
                Id = id,
                ConnectionName = connection,
                FailureDetail = why,
            },
        };

    /// <summary>
    /// A card in the place of the pressed one, for whoever pressed it (learn.microsoft.com, "Universal Action Model").
    /// </summary>
    public static InvokeResponse Card(string card) => Action(200, CardAttachment.Adaptive, new JRaw(card));

    /// <summary>A sentence below the pressed card.</summary>
    public static InvokeResponse Sentence(string sentence) => Action(200, Said, sentence);

    /// <summary>What was pressed cannot be done; <paramref name="code"/> is one of Teams' words.</summary>
    public static InvokeResponse Wrong(int status, string code, string message) =>
        Action(status, Fault, new JObject { ["code"] = code, ["message"] = message });

    /// <summary>HTTP says 200; the status in the body says what came of it.</summary>
    static InvokeResponse Action(int status, string type, object value) =>
        Ok(
            new AdaptiveCardInvokeResponse
            {
                StatusCode = status,
                Type = type,
                Value = value,
            }
        );

    /// <summary>A dialog of the usual size.</summary>
    public static InvokeResponse Dialog(string title, string card) =>
        Ok(
            new TaskModuleResponse(
                new TaskModuleContinueResponse(
                    new TaskModuleTaskInfo
                    {
                        Title = title,
                        Height = Medium,
                        Width = Medium,
                        Card = CardAttachment.Of(card),
                    }
                )
            )
        );

    /// <summary>A word, with which the dialog closes.</summary>
    public static InvokeResponse DialogEnds(string sentence) =>
        Ok(new TaskModuleResponse(new TaskModuleMessageResponse(sentence)));

    /// <summary>What a search from the compose box found.</summary>
    public static InvokeResponse Results(IEnumerable<MessagingExtensionAttachment> results) =>
        Ok(new MessagingExtensionResponse(new MessagingExtensionResult("list", "result", [.. results])));

    /// <summary>A sentence where the results of a search would be.</summary>
    public static InvokeResponse NoResults(string sentence) =>
        Ok(new MessagingExtensionResponse(new MessagingExtensionResult { Type = "message", Text = sentence }));

    static InvokeResponse Ok(object body) => new() { Status = (int)HttpStatusCode.OK, Body = body };
}
