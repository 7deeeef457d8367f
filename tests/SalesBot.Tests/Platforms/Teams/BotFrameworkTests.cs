using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using SalesBot.Platforms.Teams;
using SalesBot.Platforms.Teams.Wire;

namespace SalesBot.Tests.Platforms.Teams;

/// <summary>What a developer who knows the Bot Framework looks for is there, and in one place.</summary>
public class BotFrameworkTests
{
    const string Space = "SalesBot.Platforms.Teams";

    static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(SalesBotHost).Assembly).Build();

    [Fact]
    public void The_bot_is_an_IBot_behind_a_CloudAdapter()
    {
        typeof(IBot).IsAssignableFrom(typeof(TeamsBot)).ShouldBeTrue();
        typeof(TeamsActivityHandler).IsAssignableFrom(typeof(TeamsBot)).ShouldBeTrue();
        typeof(CloudAdapter).IsAssignableFrom(typeof(TeamsAdapter)).ShouldBeTrue();
        typeof(BotFrameworkAuthentication).IsAssignableFrom(typeof(TeamsAuthentication)).ShouldBeTrue();
        typeof(ConnectorFactory).IsAssignableFrom(typeof(Connectors)).ShouldBeTrue();
    }

    [Fact]
    public void One_class_calls_the_connector() =>
        (
            from type in Program.Types
            where IsOurs(type)
            from used in type.Dependencies.Select(dependency => dependency.Target)
            where used.FullName == typeof(IConversations).FullName
            select type.FullName.Split('+', '<')[0]
        )
            .Distinct()
            .ShouldBe(
                [typeof(TeamsConnector).FullName, typeof(Connectors).FullName],
                ignoreOrder: true,
                "the factory hands it on, and nobody else names it"
            );

    [Fact]
    public void The_SDK_is_named_nowhere_else() =>
        (
            from type in Program.Types
            where IsOurs(type) && type.Namespace?.FullName.StartsWith(Space, StringComparison.Ordinal) != true
            from used in type.Dependencies.Select(dependency => dependency.Target.FullName)
            where
                used.StartsWith("Microsoft.Bot.", StringComparison.Ordinal)
                || used.StartsWith("Microsoft.Rest.", StringComparison.Ordinal)
                || used.StartsWith("Newtonsoft.Json.", StringComparison.Ordinal)
            select $"{type.FullName} uses {used}"
        ).ShouldBeEmpty();

    static bool IsOurs(IType type) =>
        type.Namespace?.FullName is { } space
        && (space == "SalesBot" || space.StartsWith("SalesBot.", StringComparison.Ordinal));
}
