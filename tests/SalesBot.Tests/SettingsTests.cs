using Microsoft.Extensions.Configuration;
using SalesBot.Tests.Support;

namespace SalesBot.Tests;

public class SettingsTests
{
    static IConfiguration From(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(value => value.Key, value => (string?)value.Value)).Build();

    static readonly IConfiguration Example = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json")).Build();

    [Fact]
    public void The_example_is_valid_and_holds_nothing_unknown()
    {
        Settings.Faults(Example).ShouldBeEmpty();
        Settings.Warnings(Example).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_shows_every_setting_with_its_default()
    {
        foreach (var (section, type) in Settings.Sections)
        {
            var defaults = Activator.CreateInstance(type);
            foreach (var property in type.GetProperties())
            {
                var shown = Example[$"{section}:{property.Name}"].ShouldNotBeNull($"{section}:{property.Name} is not in the example");
                if (property.GetValue(defaults) is { } value)
                    shown.ShouldBe(value.ToString());
            }
        }
    }

    [Fact]
    public void Every_wrong_value_is_named_by_its_key()
    {
        var faults =
            Settings.Faults(From(("Knowledge:MaxDocumentMegabytes", "many"), ("Knowledge:Watch", "perhaps"), ("Storage:Provider",
                "oracle"), ("Console:SignIn", "anyone")));
        faults.Count.ShouldBe(4);
        faults.ShouldContain("Knowledge:MaxDocumentMegabytes: 'many' is not a whole number.");
        faults.ShouldContain("Knowledge:Watch: 'perhaps' is not true or false.");
        faults.ShouldContain(fault => fault.StartsWith("Storage:Provider: ", StringComparison.Ordinal));
        faults.ShouldContain(fault => fault.StartsWith("Console:SignIn: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_out_of_range_is_a_fault() =>
        Settings.Faults(From(("Knowledge:KeepGenerations", "1"))).ShouldHaveSingleItem().ShouldStartWith("Knowledge:KeepGenerations");

    [Fact]
    public void An_unknown_key_is_told_with_the_nearest_known_one() =>
        Settings.Warnings(From(("Knowledge:Foldr", "x"))).ShouldHaveSingleItem().ShouldBe("Knowledge:Foldr is not a setting; the nearest is Knowledge:Folder.");

    [Fact]
    public void Personas_are_refused_on_an_address_that_others_reach() =>
        Should.Throw<SettingsFault>(() =>
            SalesBotHost.Build([new("Urls", "http://0.0.0.0:3978"), new("Console:SignIn", "local")])).Message.ShouldContain("loopback");
}
