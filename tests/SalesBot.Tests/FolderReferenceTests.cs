using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace SalesBot.Tests;

/// <summary>The table of arrows of ARCHITECTURE.md: which folder may use which.</summary>
public class FolderReferenceTests
{
    static readonly string[] Slices =
    [
        "Chat",
        "Storage",
        "People",
        "Messaging",
        "Intents",
        "Knowledge",
        "Answering",
        "Classifying",
        "Handoffs",
    ];

    static readonly Dictionary<string, string[]> MayUse = new()
    {
        [""] = [.. Slices, "Conversations", "Platforms", "Commands", "Console"],
        ["Chat"] = [],
        ["Storage"] = [],
        ["People"] = ["Chat", "Storage"],
        ["Messaging"] = ["Chat", "People", "Storage"],
        ["Intents"] = ["Chat", "People"],
        ["Knowledge"] = ["People", "Storage"],
        ["Classifying"] = ["Chat", "Knowledge"],
        ["Answering"] = ["Chat", "Intents", "People", "Knowledge", "Classifying", "Storage"],
        ["Handoffs"] = ["Chat", "People", "Messaging", "Storage"],
        ["Conversations"] = [.. Slices, ""],
        ["Platforms"] = ["Chat", "Messaging", "People", "Storage"],
        ["Console"] = [.. Slices, ""],
        ["Commands"] = [.. Slices, "Conversations", "Platforms", ""],
    };

    static readonly Dictionary<string, string[]> VendorsStayIn = new()
    {
        ["Lucene.Net"] = ["Knowledge"],
        ["Markdig"] = ["Knowledge"],
        ["AngleSharp"] = ["Knowledge"],
        ["Microsoft.ML.OnnxRuntime"] = ["Knowledge"],
        ["Microsoft.ML.Tokenizers"] = ["Knowledge"],
        ["YamlDotNet"] = ["Knowledge"],
        ["Dapper"] = ["Storage"],
        ["Microsoft.Data.Sqlite"] = ["Storage"],
        ["Microsoft.Bot"] = ["Platforms"],
        ["Microsoft.Rest"] = ["Platforms"],
        ["Newtonsoft.Json"] = ["Platforms"],
        ["Microsoft.Identity"] = ["Platforms"],
        ["Microsoft.IdentityModel"] = ["Platforms"],
        ["System.CommandLine"] = ["", "Commands"],
        ["Spectre.Console"] = ["Commands"],
    };

    static readonly Architecture Program = new ArchLoader().LoadAssemblies(typeof(SalesBotHost).Assembly).Build();

    [Fact]
    public void Folders_use_only_the_folders_their_row_names()
    {
        var wrong =
            from type in OurTypes()
            from used in type.Dependencies.Select(dependency => dependency.Target)
            // A type parameter of generated code is taken for that of any other folder's.
            where
                IsOurs(used)
                && !used.FullName.Contains("::", StringComparison.Ordinal)
                && Folder(used) != Folder(type)
                && !MayUse[Folder(type)].Contains(Folder(used))
            select $"{type.FullName} uses {used.FullName}";
        wrong.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void A_platforms_protocol_uses_nothing_of_ours_and_no_platform_another()
    {
        var wrong =
            from type in OurTypes().Where(type => Folder(type) == "Platforms")
            from used in type.Dependencies.Select(dependency => dependency.Target)
            where
                IsOurs(used)
                && !used.FullName.Contains("::", StringComparison.Ordinal)
                && (
                    Space(type).EndsWith(".Wire", StringComparison.Ordinal)
                        ? Space(used) != Space(type) && Space(used) != SharedWire
                        : Folder(used) == "Platforms" && Platform(used) != Platform(type) && Platform(used) != "Shared"
                )
            select $"{type.FullName} uses {used.FullName}";
        wrong.Distinct().ShouldBeEmpty();
    }

    /// <summary>What the protocols have in common; it uses nothing of ours either.</summary>
    const string SharedWire = "SalesBot.Platforms.Shared.Wire";

    static string Platform(IType type) => Space(type).Split('.').ElementAtOrDefault(2) ?? "";

    static string Space(IType type) => type.Namespace?.FullName ?? "";

    [Fact]
    public void Every_folder_has_a_row() =>
        OurTypes().Select(Folder).Distinct().Where(folder => !MayUse.ContainsKey(folder)).ShouldBeEmpty();

    [Fact]
    public void Vendors_stay_in_their_folders()
    {
        var wrong =
            from type in OurTypes()
            from used in type.Dependencies.Select(dependency => dependency.Target)
            from vendor in VendorsStayIn
            where
                used.FullName.StartsWith(vendor.Key + ".", StringComparison.Ordinal)
                && !vendor.Value.Contains(Folder(type))
            select $"{type.FullName} uses {used.FullName}";
        wrong.Distinct().ShouldBeEmpty();
    }

    static IEnumerable<IType> OurTypes() => Program.Types.Where(type => IsOurs(type) && !type.FullName.Contains('<'));

    static bool IsOurs(IType type) =>
        type.Namespace?.FullName is { } space
        && (space == "SalesBot" || space.StartsWith("SalesBot.", StringComparison.Ordinal));

    static string Folder(IType type) => type.Namespace?.FullName.Split('.') is [_, var folder, ..] ? folder : "";
}
