using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using SalesBot.Chat;
using SalesBot.Intents.Phrases;

namespace SalesBot.Tests;

/// <summary>A pattern that backtracks sees people's words only through <see cref="BoundedPatterns"/>.</summary>
public class PatternTests
{
    /// <summary>Folders whose patterns see documents, settings and command lines of the operator's own only.</summary>
    static readonly string[] OfTheOperator =
    [
        "SalesBot.Knowledge.Passages",
        "SalesBot.Knowledge.Reading",
        "SalesBot.Commands",
    ];

    static readonly string[] Looks =
    [
        "IsMatch",
        "Match",
        "Matches",
        "Replace",
        "Split",
        "Count",
        "EnumerateMatches",
        "EnumerateSplits",
    ];

    static readonly IReadOnlyList<(MethodInfo Method, GeneratedRegexAttribute Pattern)> Patterns =
    [
        .. from type in typeof(SalesBotHost).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        let pattern = method.GetCustomAttribute<GeneratedRegexAttribute>()
        where pattern is not null
        select (method, pattern),
    ];

    [Fact]
    public void Nobody_but_the_bounded_reader_calls_a_pattern_that_backtracks()
    {
        var linear = Patterns
            .GroupBy(one => one.Method.DeclaringType!.FullName!)
            .Where(type => type.All(one => one.Pattern.Options.HasFlag(RegexOptions.NonBacktracking)))
            .Select(type => type.Key)
            .ToHashSet();
        var architecture = new ArchLoader().LoadAssemblies(typeof(SalesBotHost).Assembly).Build();
        var wrong =
            from type in architecture.Types
            where
                type.FullName.StartsWith("SalesBot.", StringComparison.Ordinal)
                && type.FullName != typeof(BoundedPatterns).FullName
            let owner = type.FullName.Split('+', '/')[0]
            where
                !linear.Contains(owner)
                && !OfTheOperator.Any(space => owner.StartsWith(space, StringComparison.Ordinal))
            from called in type.GetCalledMethods()
            where
                called.DeclaringType.FullName == typeof(Regex).FullName
                && Looks.Any(name => called.Name.StartsWith($"{name}(", StringComparison.Ordinal))
            select $"{type.FullName} calls {called.FullName}";
        wrong.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void There_are_patterns_to_hold_and_none_is_made_while_running()
    {
        Patterns.Count.ShouldBeGreaterThan(150);
        var architecture = new ArchLoader().LoadAssemblies(typeof(SalesBotHost).Assembly).Build();
        (
            from type in architecture.Types
            where type.FullName.StartsWith("SalesBot.", StringComparison.Ordinal)
            from called in type.GetCalledMethods()
            where
                called.DeclaringType.FullName == typeof(Regex).FullName
                && called.Name.StartsWith(".ctor", StringComparison.Ordinal)
            select type.FullName
        )
            .Distinct()
            .ShouldBe(["SalesBot.Intents.Phrases.PhraseTable"]);
    }

    /// <summary>
    /// The phrases of the desk are a table, and made into patterns once; the bounded reader ends each of them, and none
    /// is made of people's words.
    /// </summary>
    [Fact]
    public void The_patterns_made_of_the_table_of_phrases_end_in_time_whatever_is_said()
    {
        PhraseTable.Timeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromMilliseconds(50));
        string[] hostile = ["a ", "put ", "from the ", "ho# ", "please can you ", "( ", "what about the lead "];
        foreach (
            var text in hostile.Select(word =>
                $" {string.Concat(Enumerable.Repeat(word, BoundedPatterns.MaxLength / word.Length))}"
            )
        )
        foreach (var topic in new[] { "move", "look", "people" })
            Should.NotThrow(() => PhraseTable.Find(text, topic).ToList());
    }

    [Fact]
    public void Runs_of_blanks_are_cut_and_what_stands_between_words_stays()
    {
        PersonText.Clean($"a{new string(' ', 30_000)}b\n\n    c").ShouldBe($"a{new string(' ', 16)}b\n\n    c");
        PersonText.Clean(string.Concat(Enumerable.Repeat(" \n\t", 10_000)) + "x").ShouldBe("x");
    }

    [Fact]
    public void A_pattern_looks_at_the_beginning_and_leaves_the_rest_as_it_is()
    {
        var pattern = new Regex("a+b");
        var text = new string('x', BoundedPatterns.MaxLength) + "aab";
        pattern.IsIn(text).ShouldBeFalse();
        pattern.FindIn(text).Success.ShouldBeFalse();
        pattern.ReplaceIn("aab" + text, "-").ShouldBe("-" + text);
        string.Concat(pattern.SplitBy("aab" + text)).ShouldBe(text);
    }

    [Fact]
    public void What_takes_too_long_is_no_match()
    {
        var slow = new Regex("^(a|aa)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1));
        var text = new string('a', 60) + "!";
        slow.IsIn(text).ShouldBeFalse();
        slow.FindIn(text).Success.ShouldBeFalse();
        slow.FindAllIn(text).ShouldBeEmpty();
        slow.ReplaceIn(text, "").ShouldBe(text);
        slow.SplitBy(text).ShouldBe([text]);
    }
}
