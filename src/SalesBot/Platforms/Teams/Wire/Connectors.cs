using System.Collections.Concurrent;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace SalesBot.Platforms.Teams.Wire;

/// <summary>
/// The SDK's clients of the connector, one for each service address for the life of the program: one that is made for
/// each turn learns its types anew, which costs more than the call. The caller answers for the address: the bot's token
/// goes there.
/// </summary>
sealed class Connectors(ConnectorGuard guard) : ConnectorFactory, IDisposable
{
    const int MostRemembered = 100;

    readonly ConcurrentDictionary<string, IConnectorClient> clients = [];
    readonly HttpClient http = new(guard, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The client for a service address.</summary>
    public IConnectorClient At(Uri service)
    {
        if (clients.Count >= MostRemembered)
            clients.Clear();
        return clients.GetOrAdd(service.AbsoluteUri, _ => new LastingClient(new Client(service, http)));
    }

    /// <inheritdoc/>
    public override Task<IConnectorClient> CreateAsync(
        string serviceUrl,
        string audience,
        CancellationToken cancellationToken
    ) => Task.FromResult(At(new Uri(serviceUrl)));

    public void Dispose() => http.Dispose();

    sealed class Client : ConnectorClient
    {
        public Client(Uri service, HttpClient http)
            : base(http, disposeHttpClient: false) => BaseUri = service;
    }

    /// <summary>A turn of the SDK disposes its client; this one outlives it.</summary>
    sealed class LastingClient(ConnectorClient client) : IConnectorClient
    {
        public Uri BaseUri
        {
            get => client.BaseUri;
            set => client.BaseUri = value;
        }

        public JsonSerializerSettings SerializationSettings => client.SerializationSettings;

        public JsonSerializerSettings DeserializationSettings => client.DeserializationSettings;

        public ServiceClientCredentials Credentials => client.Credentials;

        public IAttachments Attachments => client.Attachments;

        public IConversations Conversations => client.Conversations;

        public void Dispose() { }
    }
}
