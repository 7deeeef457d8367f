using System.Text.Json;
using Microsoft.Extensions.Configuration;
using SalesBot.Tests.Support;

namespace SalesBot.Tests;

public class SettingsTests
{
    static IConfiguration From(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.ToDictionary(value => value.Key, value => (string?)value.Value))
            .Build();

    static readonly IConfiguration Example = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json"))
        .Build();

    [Fact]
    public void The_example_is_valid_and_holds_nothing_unknown()
    {
        Settings.Faults(Example).ShouldBeEmpty();
        Settings.Warnings(Example).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_shows_every_setting_with_its_default()
    {
        using var example = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "appsettings.example.json"))
        );
        foreach (var (section, type) in Settings.Sections)
            ShouldShow(example.RootElement.GetProperty(section), Activator.CreateInstance(type)!, section);
    }

    static void ShouldShow(JsonElement shown, object defaults, string path)
    {
        foreach (var property in defaults.GetType().GetProperties())
        {
            shown
                .TryGetProperty(property.Name, out var value)
                .ShouldBeTrue($"{path}:{property.Name} is not in the example");
            if (value.ValueKind == JsonValueKind.Object)
                ShouldShow(value, property.GetValue(defaults)!, $"{path}:{property.Name}");
            else if (value.ValueKind == JsonValueKind.Array)
                value.GetArrayLength().ShouldBe(0, $"{path}:{property.Name} is empty by default");
            else if (property.GetValue(defaults) is { } known)
                value.ToString().ShouldBe(known.ToString());
        }
    }

    [Fact]
    public void Faults_within_groups_and_lists_are_named_by_their_path()
    {
        var faults = Settings.Faults(
            From(
                ("Handoffs:Targets:AcceptNow", "soon"),
                ("Handoffs:Calendars:Sales:TimeZone", "Atlantis/Center"),
                ("Handoffs:Calendars:Marketing:Hours", "Mon-Fri 18:00-09:00"),
                ("Handoffs:Routing:Rules:0:When", "colour=red"),
                ("Handoffs:Routing:Rules:0:Owner", "slack:T1/U1"),
                ("People:Admins", "slack:T1/U1"),
                ("Handoffs:Reasons:0:Code", "Bad Code"),
                ("Handoffs:Reasons:0:Next", "forget")
            )
        );
        foreach (
            var path in new[]
            {
                "Handoffs:Targets:AcceptNow",
                "Handoffs:Calendars:Sales:TimeZone",
                "Handoffs:Calendars:Marketing:Hours",
                "Handoffs:Routing:Rules:0:When",
                "Handoffs:Reasons:0:Next",
            }
        )
            faults.ShouldContain(
                fault => fault.StartsWith(path + ":", StringComparison.Ordinal),
                string.Join('\n', faults)
            );
    }

    [Fact]
    public void Unknown_keys_within_groups_are_told() =>
        Settings
            .Warnings(From(("Handoffs:Targets:AcceptNaw", "1")))
            .ShouldHaveSingleItem()
            .ShouldBe("Handoffs:Targets:AcceptNaw is not a setting; the nearest is Handoffs:Targets:AcceptNow.");

    [Fact]
    public void Every_wrong_value_is_named_by_its_key()
    {
        var faults = Settings.Faults(
            From(
                ("Knowledge:MaxDocumentMegabytes", "many"),
                ("Knowledge:Watch", "perhaps"),
                ("Storage:Provider", "oracle"),
                ("Console:SignIn", "anyone")
            )
        );
        faults.Count.ShouldBe(4);
        faults.ShouldContain("Knowledge:MaxDocumentMegabytes: 'many' is not a whole number.");
        faults.ShouldContain("Knowledge:Watch: 'perhaps' is not true or false.");
        faults.ShouldContain(fault => fault.StartsWith("Storage:Provider: ", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("Console:SignIn: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_out_of_range_is_a_fault() =>
        Settings
            .Faults(From(("Knowledge:KeepGenerations", "1")))
            .ShouldHaveSingleItem()
            .ShouldStartWith("Knowledge:KeepGenerations");

    [Fact]
    public void An_unknown_key_is_told_with_the_nearest_known_one() =>
        Settings
            .Warnings(From(("Knowledge:Foldr", "x")))
            .ShouldHaveSingleItem()
            .ShouldBe("Knowledge:Foldr is not a setting; the nearest is Knowledge:Folder.");

    [Fact]
    public void Personas_are_refused_on_an_address_that_others_reach() =>
        Should
            .Throw<SettingsFault>(() =>
                SalesBotHost.Build([new("Urls", "http://0.0.0.0:3978"), new("Console:SignIn", "local")])
            )
            .Message.ShouldContain("loopback");
}
