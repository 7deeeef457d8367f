using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Classifying.Statements;

/// <summary>Reads out of passages what they say of each side, clause by clause.</summary>
static partial class StatementReader
{
    /// <summary>So short a clause says nothing by itself, in UTF-16 units.</summary>
    public const int Least = 4;

    /// <summary>A reply that says so many words tells what it is about without its question.</summary>
    const int MostOfReply = 5;

    /// <summary>The statements of passages, in their order; the passages of a document stand together.</summary>
    public static List<Statement> Read(IReadOnlyList<Passage> passages)
    {
        var statements = new List<Statement>();
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            if (passage.Kind == PassageKind.Row)
                statements.AddRange(RowStatements.Of(passage, passages, i));
            else if (
                passage.Kind < PassageKind.Row
                || passage.Kind == PassageKind.Link && HeadingSide(passage.Section) is not null
            )
                statements.AddRange(OfText(passage));
        }
        return statements;
    }

    static IEnumerable<Statement> OfText(Passage passage)
    {
        var heading = Heading(passage);
        var above = HeadingSide(passage.Section);
        // What answers a question says what the question says: "Who keeps the list? Sales."
        var (asked, askedAt) = heading.EndsWith('?') ? (heading, -1) : ("", -1);
        Verdict? before = null;
        var aboveIt = "";
        foreach (var (start, end) in SentenceSplitter.Split(passage.Text))
        {
            if (passage.Text[end - 1] == '?')
            {
                (asked, askedAt) = (passage.Text[start..end], start);
                continue;
            }
            var (question, questionAt) = (asked, askedAt);
            (asked, askedAt) = ("", -1);
            foreach (var clause in Clauses.In(passage.Text, start, end))
            {
                var text = passage.Text[clause.Start..clause.End].Trim(' ', ',', ';', '*', '_');
                if (Past().IsIn(text) || Contrast().IsIn(text))
                    continue;
                var context = $"{heading} {aboveIt}{passage.Text[start..clause.Start]}";
                foreach (var read in OfClause(text, before ?? above))
                {
                    if (read.Side is not null and not Verdict.Neither)
                        before = read.Side;
                    var said =
                        question.Length == 0 || read.Said.Count(c => c == ' ') >= MostOfReply
                            ? read.Said
                            : $"{Asking().ReplaceIn(TeamNames.Without(question), "")} {read.Said}".Trim(' ', '?');
                    var isReply = question.Length > 0 && said.Length != read.Said.Length;
                    if (read.Side is { } side && said.Length >= Least && !Filler().IsIn(said))
                        yield return new Statement(
                            passage,
                            side,
                            read.Team,
                            new TextSpan(isReply && questionAt >= 0 ? questionAt : start, end),
                            said,
                            context,
                            read.IsOwner
                        )
                        {
                            IsDenied = Denied().IsIn(text),
                        };
                }
            }
            // A sentence that names neither team tells what the next one is about.
            aboveIt = TeamNames.SideOf(passage.Text[start..end], onlyOne: false) is null
                ? passage.Text[start..end] + " "
                : "";
        }
    }

    /// <summary>What a clause says of a side; <c>Team</c>: another team's name.</summary>
    public readonly record struct ClauseReading(Verdict? Side, string? Team, string Said, bool IsOwner = false);

    /// <summary>What a clause says, and of whom; where it names nobody, it goes on about the one before.</summary>
    public static IEnumerable<ClauseReading> OfClause(string clause, Verdict? before)
    {
        if (Other().FindIn(clause) is { Success: true } other)
        {
            yield return new ClauseReading(
                Verdict.Neither,
                other.Groups["team"].Value,
                clause[other.Length..].Trim(),
                IsOwner: true
            );
            yield break;
        }
        if (
            OwnedByOther().FindIn(clause) is { Success: true } owned
            && TeamNames.SideOf(owned.Groups["team"].Value, onlyOne: false) is null
        )
        {
            yield return new ClauseReading(
                Verdict.Neither,
                owned.Groups["team"].Value,
                TeamNames.Without(owned.Groups["said"].Value),
                IsOwner: true
            );
            yield break;
        }
        if (InTurn().FindIn(clause) is { Success: true } turns)
        {
            foreach (var (team, does) in new[] { ("first", "one"), ("second", "other") })
                yield return new ClauseReading(
                    TeamNames.SideOf(turns.Groups[team].Value, onlyOne: true),
                    null,
                    $"{turns.Groups["said"].Value} {turns.Groups[does].Value}",
                    IsOwner: true
                );
            yield break;
        }
        if (
            Joint().IsIn(clause)
            || SaysBoth().IsIn(clause)
                && !Opens(clause)
                && TeamNames.SideOf(clause, onlyOne: true) is null
                && TeamNames.SideOf(clause, onlyOne: false) is not null
            || Beside().IsIn(clause) && !Opens(clause) && TeamNames.SideOf(clause, onlyOne: true) is null
        )
        {
            yield return new ClauseReading(Verdict.Both, null, TeamNames.Without(clause));
            yield break;
        }
        if (
            OwnedBy().FindIn(clause) is { Success: true } inverted
            && !Opens(inverted.Groups["said"].Value)
            && TeamNames.SideOf(inverted.Groups["team"].Value, onlyOne: true) is { } owner
        )
        {
            yield return new ClauseReading(
                owner,
                null,
                TeamNames.Without(inverted.Groups["said"].Value + " " + inverted.Groups["rest"].Value),
                IsOwner: true
            );
            yield break;
        }
        var side = TeamNames.SideOf(clause, onlyOne: false) ?? before;
        var leaves = Leaves().FindIn(clause);
        var own = leaves.Success ? clause[..leaves.Index] : clause;
        yield return new ClauseReading(side, null, TeamNames.Without(own), Opens(clause));
        if (leaves.Success && TeamNames.SideOf(leaves.Groups["team"].Value, onlyOne: true) is { } to)
            yield return new ClauseReading(to, null, TeamNames.Without(leaves.Groups["said"].Value));
    }

    /// <summary>Whether a clause begins with the team it speaks of: "the sales team runs …".</summary>
    static bool Opens(string clause) => Opening().IsIn(clause);

    /// <summary>The side that headings are about: the innermost that names one, and one only.</summary>
    static Verdict? HeadingSide(string section) =>
        section
            .Split(Passage.Below)
            .Reverse()
            .Select(heading => TeamNames.SideOf(heading, onlyOne: true))
            .FirstOrDefault(side => side is not null);

    static string Heading(Passage passage) => passage.Section.Split(Passage.Below)[^1];

    [GeneratedRegex(
        @"^(?:the |our )?(?<team>"
            + TeamNames.Others
            + @")(?: team| department)?(?:['’]s)? (?:(?:always|alone|also|only|still|now) )?(?=(?!(?:is|was|costs|sales|needs|prices|lists|results|terms|demos|features|issues|questions|tickets|benefits)\b)(?:[a-z]+(?<!s)s|has|have|will|must|does|do|is responsible|are responsible|run|own|handle|write|approve|keep|check)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Other();

    [GeneratedRegex(
        @"^(?<said>.+?)\s*(?:(?:\b(?:belongs?|falls?|goes|go|is up|are up|is left|are left|is|are) (?:to|under|with)|\bl(?:ies|ie) with|\brests? with|\bdone by|\b\w+(?:ed|en|un|pt|ld|de) by|\bin the hands of"
            + @"|\bthe (?:task|job|responsibility|duty|business|role|work|matter) of|\ba matter for|\bup to|\bdown to|:| –| -|\bis|\bare) (?:the |our )?)(?<team>"
            + TeamNames.Others
            + @")(?: team| department)?(?:['’]s)?(?: (?:job|task|work|turf|business|responsibility|territory|call|matter))?(?:,? (?:not|and not|since|from|until|before|after|when|if|unless|in|for|at|on|because)\b.*)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OwnedByOther();

    /// <summary>
    /// "Beyond understanding what customers want, sales …": what a team is set against is not what it does.
    /// </summary>
    [GeneratedRegex(
        @"^(?:beyond|besides|apart from|instead of|rather than|unlike|in contrast to)\b(?!.*\b(?:"
            + TeamNames.Sides
            + @")\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Contrast();

    /// <summary>How things were says nothing of how they are.</summary>
    [GeneratedRegex(
        @"\b(?:was|were|used to|had)\b[^.]*\b(?:until|till|before|in the past|formerly|last year)\b|^(?:until|before|formerly)\b[^,]*\b(?:was|were|did|had)\b|\bused to\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Past();

    [GeneratedRegex(
        @"^\W*(?:who(?:se)?|which|what|is|are|does|do|should|can)\b(?: (?:job|task|work|team|is|are|it|the)\b)*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asking();

    /// <summary>"Marketing never touches …", "sales does not …", "not sales".</summary>
    [GeneratedRegex(
        @"\b(?:"
            + TeamNames.Sides
            + @") (?:team )?(?:does not|doesn['’]t|do not|don['’]t|never|no longer|has no|have no|is not|isn['’]t|are not|aren['’]t|must not|may not|cannot|can['’]t|keeps? out of|stays? out of)\b|\bnot (?:by |with |for |to )?(?:the )?(?:"
            + TeamNames.Sides
            + @")\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Denied();

    /// <summary>What only leads on to something else says nothing.</summary>
    [GeneratedRegex(
        @"^(?:on the other hand|read (?:more|also)\b.*|in return|in conclusion|of course|for example)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Filler();

    /// <summary>"Sales and marketing share …", "both teams are …".</summary>
    [GeneratedRegex(
        @"^(?:(?:the|both|that|however|but|as|these|in) |[""“”])*(?:(?:sales|marketing)[""“”]?(?: team)?(?:,? and (?:the )?|/| & |, )[""“”]?(?:sales|marketing)\b|both (?:teams|sides|of them|of these|departments|disciplines|functions|the terms|as)|each team|the two(?: teams)?\b|together\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Joint();

    [GeneratedRegex(
        @"\b(?:"
            + TeamNames.Sides
            + @")(?:['’]s?)?[""“”]?(?: and (?:the )?|/| & )[""“”]?(?:"
            + TeamNames.Sides
            + @")\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Beside();

    /// <summary>"Having both a strong marketing and a strong sales presence …"</summary>
    [GeneratedRegex(@"\bboth\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysBoth();

    /// <summary>"Stands are marketing's to book and sales' to staff."</summary>
    [GeneratedRegex(
        @"^(?<said>.+?) (?:is|are) (?:(?<one>\w+(?:ed|en|un|pt|ld|de|do|ne|nt|ght)(?: \w+)?) by (?:the )?(?<first>"
            + TeamNames.Sides
            + @"),? (?:and|but|while) (?<other>\w+(?:ed|en|un|pt|ld|de|do|ne|nt|ght)(?: \w+)?) by (?:the )?(?<second>"
            + TeamNames.Sides
            + @"))\W*$|^(?<said>.+?) (?:is|are) (?<first>"
            + TeamNames.Sides
            + @")(?:['’]s?)? to (?<one>.+?),? (?:and|but|while) (?<second>"
            + TeamNames.Sides
            + @")(?:['’]s?)? to (?<other>.+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InTurn();

    /// <summary>
    /// "The website belongs to sales", "price lists are kept by marketing", "converting leads depends on the sales
    /// team".
    /// </summary>
    [GeneratedRegex(
        @"^(?<said>.+?)\s*(?:(?:\b(?:belongs?|falls?|goes|go|is up|are up|is left|are left|is assigned|are assigned) (?:to|under|with)|\bl(?:ies|ie) with|\brests? with|\bdepends? on"
            + @"|\b\w+(?:ed|en|un|pt|ld|de|do|ne|ept|ught|nt|ade|aid|awn)(?: up to date| up| out| off| on| over| after| down| for| care of)? by|\bin the hands of|\b(?:is|are|stays?|remains?) (?:with|for)|\bthe (?:task|job|responsibility|duty|business|role|work|matter) of|\ba matter for|\bup to"
            + @"|\bdown to|:| –| -| →|\bis|\bare) (?:the |our )?(?:purely |only |always )?)(?<team>"
            + TeamNames.Sides
            + @")(?:['’]s?)?(?: (?:job|task|work|turf|business|responsibility|territory|call|matter|side))?(?<rest>(?:,? (?:not|and not|since|from|until|before|after|when|if|unless|in|for|at|on|because)\b.*)?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OwnedBy();

    [GeneratedRegex(
        @"^\W*(?:(?:in|for|the|our|at|only|while|whereas|where|but|and|so|then|once|since|today|here|first|\w+ly),? )*(?:(?:[\w-]+ ){0,3}marketing|"
            + TeamNames.Sides
            + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Opening();

    /// <summary>
    /// What one team leaves to the other: "marketing relies on sales to close deals", "allowing the sales team to step
    /// in".
    /// </summary>
    [GeneratedRegex(
        @"\b(?:rel(?:y|ies)|depends?|counts?) on (?:the )?(?<team>"
            + TeamNames.Sides
            + @") (?:to|for) (?<said>.+)$|\b(?:allow|let|enabl|help)\w* (?:the )?(?<team>"
            + TeamNames.Sides
            + @") (?:to )?(?<said>.+)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Leaves();
}
