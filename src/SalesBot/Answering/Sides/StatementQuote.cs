using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Quotes a statement so that it can be understood by itself: its first words name what it speaks of.
/// </summary>
static partial class StatementQuote
{
    /// <summary>A shorter sentence is said with the heading or the question above it, in UTF-16 units.</summary>
    const int Short = 40;

    /// <param name="statement">The statement.</param>
    /// <param name="place">The place of its passage among the answer's citations.</param>
    /// <param name="isItem">Whether a line that says whose it is stands above it already.</param>
    public static IReadOnlyList<AnswerSentence> Of(Statement statement, int place, bool isItem = false)
    {
        var passage = statement.Passage;
        var sentence = statement.Sentence;
        if (passage.Kind == PassageKind.Row)
            return OfRow(statement, sentence, place);
        if (!isItem && Above(statement, sentence) is { } above)
            return
            [
                new AnswerSentence($"{above.TrimEnd(':', ' ')}{(above.EndsWith('?') ? "" : ":")}", Exact: false, place),
                new AnswerSentence(sentence, Exact: true, place),
            ];
        if (!Subjects.Hangs(sentence))
            return [new AnswerSentence(sentence, Exact: true, place)];
        if (Named(sentence, statement.Side) is { } named)
            return [new AnswerSentence(named, Exact: false, place)];
        return [new AnswerSentence(WithTheOneBefore(statement), Exact: true, place)];
    }

    /// <summary>
    /// A row that names an owner, whole; of another one the sentence of the cell, under the row's name where it does
    /// not name the team.
    /// </summary>
    static IReadOnlyList<AnswerSentence> OfRow(Statement statement, string sentence, int place)
    {
        var cells = statement.Passage.Text.Split(Passage.Cell, StringSplitOptions.TrimEntries);
        if (statement.IsOwner && statement.Quote.End - statement.Quote.Start == statement.Passage.Text.Length)
            return
            [
                new AnswerSentence(cells[0], Exact: true, place),
                new AnswerSentence(
                    $"– {string.Join(" · ", cells[1..].Where(cell => cell.Length > 0))}",
                    Exact: false,
                    place
                ),
            ];
        if (TeamNames.SideOf(sentence, onlyOne: false) is not null && !Subjects.Hangs(sentence))
            return [new AnswerSentence(sentence, Exact: true, place)];
        var whole = cells.FirstOrDefault(cell => cell.Contains(sentence, StringComparison.Ordinal)) ?? sentence;
        return
        [
            new AnswerSentence($"{cells[0]} – {Words.Of(statement.Side)}:", Exact: false, place),
            new AnswerSentence(Subjects.Hangs(sentence) ? whole : sentence, Exact: true, place),
        ];
    }

    /// <summary>
    /// The question or the heading above a sentence that cannot be understood without it: "Who writes case studies?
    /// Sales does."
    /// </summary>
    static string? Above(Statement statement, string sentence)
    {
        var heading = statement.Passage.Section.Split(Passage.Below)[^1];
        if (heading.Length is 0 or > Longest || sentence.Contains('?'))
            return null;
        var (said, above) = (Terms.Set(sentence), Terms.Set(heading));
        var namesTeam = statement.Team is not null || TeamNames.SideOf(sentence, onlyOne: false) is not null;
        if (
            !namesTeam
            && !heading.EndsWith('?')
            && !Subjects.Hangs(sentence)
            && TeamNames.SideOf(heading, onlyOne: true) == statement.Side
        )
            return heading;
        return sentence.Length <= Short && heading.EndsWith('?') && !above.IsSubsetOf(said) ? heading : null;
    }

    const int Longest = 80;

    /// <summary>The sentence with what its pronoun stands for in square brackets.</summary>
    static string? Named(string sentence, Verdict side)
    {
        var subject = side switch
        {
            Verdict.Sales => "Sales",
            Verdict.Marketing => "Marketing",
            Verdict.Both => "Sales and marketing",
            _ => null,
        };
        if (subject is null || Pronoun().FindIn(sentence) is not { Success: true } pronoun)
            return null;
        var rest = sentence[pronoun.Length..];
        return pronoun.Value.ToLowerInvariant() switch
        {
            "its" or "their" => $"[{subject}’s]{rest}",
            "here" => $"[In {subject.ToLowerInvariant()}]{rest}",
            _ => $"[{subject}]{rest}",
        };
    }

    [GeneratedRegex(@"^(?:its|it(?!['’]s\b)|they|their|here)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    static string WithTheOneBefore(Statement statement)
    {
        var text = statement.Passage.Text;
        var before = SentenceSplitter.Split(text).LastOrDefault(sentence => sentence.End <= statement.Quote.Start);
        return text[(before.End > 0 ? before.Start : statement.Quote.Start)..statement.Quote.End];
    }
}
