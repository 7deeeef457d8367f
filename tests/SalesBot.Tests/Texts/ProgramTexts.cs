using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Texts;

/// <summary>
/// Every text of the program that people may read, out of its sources: literals with a space and a word in them, and
/// what the pages say.
/// </summary>
static partial class ProgramTexts
{
    /// <summary>Folders whose literals read what people say, and are never said to anybody.</summary>
    static readonly string[] Readers =
    [
        "Intents",
        "Knowledge/Search",
        "Knowledge/Reading",
        "Knowledge/Passages",
        "Answering/Honesty",
        "Classifying",
    ];

    /// <summary>
    /// The texts of each file, by its path below <c>src/SalesBot</c>; a hole in a text stands as <c>{…}</c>.
    /// </summary>
    public static IEnumerable<(string File, IReadOnlyList<string> Texts)> Read()
    {
        var source = Path.Combine(Repository.Root, "src", "SalesBot");
        foreach (
            var path in Directory
                .EnumerateFiles(source, "*.*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetRelativePath(source, path).Replace('\\', '/');
            if (
                name.StartsWith("obj/", StringComparison.Ordinal)
                || name.StartsWith("bin/", StringComparison.Ordinal)
                || Readers.Any(folder => name.StartsWith($"{folder}/", StringComparison.Ordinal))
            )
                continue;
            var texts = Path.GetExtension(path) switch
            {
                ".cs" => OfCode(File.ReadAllText(path)),
                ".razor" => OfPage(File.ReadAllText(path)),
                _ => [],
            };
            if (texts.Distinct().ToList() is { Count: > 0 } found)
                yield return (name, found);
        }
    }

    static IEnumerable<string> OfCode(string code)
    {
        foreach (
            var node in CSharpSyntaxTree
                .ParseText(code)
                .GetRoot()
                .DescendantNodes(into => into is not (AttributeListSyntax or InterpolatedStringExpressionSyntax))
        )
        {
            var text = node switch
            {
                LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal
                    .Token
                    .ValueText,
                InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(Part)),
                _ => "",
            };
            if (IsText(text) && !IsPartOfPattern(node) && !IsListOfWords(node))
                yield return text.ReplaceLineEndings("\n").Replace("\n", " ⏎ ", StringComparison.Ordinal).Trim();
        }
    }

    static string Part(InterpolatedStringContentSyntax content) =>
        content switch
        {
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            // What is chosen inside a hole is a text as well.
            InterpolationSyntax hole
                when hole.DescendantNodes()
                    .OfType<LiteralExpressionSyntax>()
                    .Where(one => one.IsKind(SyntaxKind.StringLiteralExpression))
                    .ToList()
                    is { Count: > 0 } chosen => $"{{{string.Join('|', chosen.Select(one => one.Token.ValueText))}}}",
            _ => "{…}",
        };

    static bool IsPartOfPattern(SyntaxNode node) =>
        node.Ancestors().OfType<FieldDeclarationSyntax>().FirstOrDefault() is { } field
        && field.Modifiers.Any(SyntaxKind.ConstKeyword)
        && (node.ToString().StartsWith('@') || node.ToString().Contains("(?", StringComparison.Ordinal));

    /// <summary>Words that are looked for are said to nobody: <c>Terms.Set("…")</c>, <c>"…".Split(' ')</c>.</summary>
    static bool IsListOfWords(SyntaxNode node) =>
        node.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call
        && call.ToString() is var written
        && (
            written.StartsWith("Terms.Set(", StringComparison.Ordinal)
            || written.EndsWith(".Split(' ')", StringComparison.Ordinal)
        );

    static IEnumerable<string> OfPage(string page)
    {
        var code = page.IndexOf("@code", StringComparison.Ordinal);
        var markup = code < 0 ? page : page[..code];
        foreach (Match match in Markup().Matches(markup))
            if (Readable(match.Value) is var text && IsText(text) && !Control().IsMatch(text))
                yield return text;
        foreach (var text in code < 0 ? [] : OfCode($"class Page {page[(code + "@code".Length)..]}"))
            yield return text;
    }

    static string Readable(string markup) =>
        Spaces().Replace(Expression().Replace(markup.Trim('>', '<', '"', ' ', '\n', '\r'), "{…}"), " ").Trim();

    static bool IsText(string text) => text.Any(char.IsWhiteSpace) && Word().Count(text) > 1 && !Sql().IsMatch(text);

    /// <summary>The whole list as a file holds it.</summary>
    public static string Listed()
    {
        var list = new StringBuilder();
        foreach (var (file, texts) in Read())
        {
            list.Append(file).Append('\n');
            foreach (var text in texts)
                list.Append("  ").Append(text).Append('\n');
        }
        return list.ToString();
    }

    [GeneratedRegex(@">[^<>]*[A-Za-z][^<>]*<|(?:title|aria-label|placeholder|alt)=""[^""]+""")]
    private static partial Regex Markup();

    /// <summary>What steers a page: branches, loops and the ends of them.</summary>
    [GeneratedRegex(@"[{}]\s*$|^[{}]|\(var |break;|StringComparison")]
    private static partial Regex Control();

    [GeneratedRegex(@"@\([^)]*\)|@[\w.]+(?:\([^)]*\))?")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^\s*(?:select|insert|update|delete|create|drop|alter|pragma|vacuum|begin|commit|rollback|with|where|and|or|order by|limit|union|values|from|set|join)\b|\bselect .* from\b|\b(?:integer|text|blob) not null\b|@\w+ is null",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sql();
}
