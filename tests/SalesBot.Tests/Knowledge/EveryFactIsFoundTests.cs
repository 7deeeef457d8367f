using SalesBot.Tests.Support;

namespace SalesBot.Tests.Knowledge;

/// <summary>
/// Every fact of the five sources is found in the document that retells it, by a question of a person's own words.
/// </summary>
public class EveryFactIsFoundTests
{
    static string[][] Facts() =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "facts.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t')),
        ];

    [Fact]
    public async Task Every_fact_is_among_the_first_three_citations()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var missed = Facts()
            .Where(fact => !knowledge.Search(fact[4], top: 3).Any(hit => hit.Passage.Document == fact[2]))
            .Select(fact => $"{fact[2]}: {fact[4]}");
        missed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nearly_every_fact_is_found_in_its_very_section()
    {
        using var knowledge = await new BuiltKnowledge(Repository.Knowledge).RefreshedAsync();
        var missed = Facts()
            .Where(fact =>
                !knowledge
                    .Search(fact[4], top: 3)
                    .Any(hit =>
                        hit.Passage.Document == fact[2]
                        && hit.Passage.Section.EndsWith(fact[3], StringComparison.Ordinal)
                    )
            )
            .Select(fact => fact[4])
            .ToList();
        missed.Count.ShouldBeLessThanOrEqualTo(4, string.Join("\n", missed));
    }

    [Fact]
    public void Every_fact_stands_in_the_list_of_the_folders_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Knowledge, "README.md"));
        Facts()
            .Where(fact => !readme.Contains($"| {fact[1]} | {fact[3]} |", StringComparison.Ordinal))
            .Select(fact => fact[1])
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_section_of_the_list_exists()
    {
        var missing = Facts()
            .Where(fact =>
                !File.ReadAllText(Path.Combine(Repository.Knowledge, fact[2]))
                    .Contains($"# {fact[3]}\n", StringComparison.Ordinal)
            );
        missing.Select(fact => $"{fact[2]}: {fact[3]}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_document_names_its_source()
    {
        foreach (var (source, document) in Facts().Select(fact => (fact[0], fact[2])).Distinct())
            File.ReadAllText(Path.Combine(Repository.Knowledge, document)).ShouldContain($"source: {source}\n");
    }
}
