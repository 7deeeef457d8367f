using System.Text.Json;

namespace SalesBot.Platforms.Slack.Wire;

/// <summary>
/// What comes through Socket Mode: <c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>, with the payload
/// that HTTP would bring.
/// </summary>
sealed record SocketEnvelope(string EnvelopeId, string Type, JsonElement Payload, bool AcceptsResponsePayload);

/// <summary>
/// What is said to an envelope: that it arrived, with a payload where one is expected; or nothing, so that Slack brings
/// it again.
/// </summary>
sealed record SocketAnswer(bool IsTaken, string? PayloadJson = null);

/// <summary>
/// How the connections are: <c>Open</c> of them work; <c>Problem</c> is a sentence, or none; <c>IsFatal</c>: nothing is
/// tried any more.
/// </summary>
sealed record SocketState(int Open, string? Problem = null, bool IsFatal = false);
