// The smallest bot that the Bot Framework SDK hosts as it comes: it takes what is said to it, and says nothing.
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSingleton<BotFrameworkAuthentication>(
    new ConfigurationBotFrameworkAuthentication(builder.Configuration)
);
builder.Services.AddSingleton<IBotFrameworkHttpAdapter>(services => new CloudAdapter(
    services.GetRequiredService<BotFrameworkAuthentication>()
));
builder.Services.AddSingleton<IBot, ActivityHandler>();

// The SDK fetches keys over https only, and has no setting for that; the stand-in speaks http on this machine.
var metadata = builder.Configuration["ToBotFromChannelOpenIdMetadataUrl"]!;
var extractor = typeof(BotFrameworkAuthentication).Assembly.GetType(
    "Microsoft.Bot.Connector.Authentication.JwtTokenExtractor"
)!;
var known =
    (ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>>)
        extractor.GetField("_openIdMetadataCache", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
known[metadata] = new(
    metadata,
    new OpenIdConnectConfigurationRetriever(),
    new HttpDocumentRetriever { RequireHttps = false }
);

var app = builder.Build();
app.MapPost(
    "/api/messages",
    (HttpContext http, IBotFrameworkHttpAdapter adapter, IBot bot) =>
        adapter.ProcessAsync(http.Request, http.Response, bot)
);
app.Run();
