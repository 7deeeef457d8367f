using System.Text.RegularExpressions;
using SalesBot.Answering.Honesty;
using SalesBot.Answering.Spans;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Answers what a team does, how it helps the other, and with an example; each is none where the documents tell no such
/// thing.
/// </summary>
sealed partial class TeamAnswers(TaskClassifier classifier)
{
    const int MostItems = 6,
        FewItems = 2;
    const double Sure = 0.8;

    /// <summary>What a team does: the longest list of it, else the sentences that name several things.</summary>
    public AnswerDraft? List(ListOfTeam asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var side = TeamNames.Side(asked.Team);
        var all = classifier.Statements(lease.Generation).All.ToList();
        var mixed = all.Where(statement => statement.Side != side && !statement.IsDenied).Select(Place).ToHashSet();
        var own = all.Where(statement =>
                statement.Side == side && !statement.IsDenied && !mixed.Contains(Place(statement))
            )
            .ToList();
        var list =
            own.Where(statement =>
                    statement.Passage.Kind is PassageKind.Item or PassageKind.Step or PassageKind.Link
                    || statement.IsOwner && statement.Passage.Kind == PassageKind.Row
                )
                .DistinctBy(Place)
                .GroupBy(statement => (statement.Passage.Document, statement.Passage.Whole?.Start ?? -1))
                .MaxBy(group => group.Count())
                ?.ToList()
            ?? [];
        var several = own.Where(statement =>
                statement.Passage.Kind == PassageKind.Paragraph && Count(statement.Said) >= Enough
            )
            .OrderByDescending(statement => Count(statement.Said))
            .DistinctBy(Place)
            .Take(FewItems)
            .ToList();
        var said = list.Count >= FewItems ? list.Take(ListSpan.Count(asked.Text) ?? MostItems).ToList() : several;
        if (said.Count == 0)
            return null;
        var name = side == Verdict.Sales ? "Sales" : "Marketing";
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Say(
            asked.IsExample
                ? $"One thing that {name.ToLowerInvariant()} does:"
                : $"{name} does this, among other things:"
        );
        foreach (var statement in asked.IsExample ? said.Take(1) : said)
            draft.Quote(new StatementHit(statement, 1, 1), "•");
        return draft.Draft(AnswerKind.Answer, null, null, Sure);
    }

    const int Enough = 2;

    /// <summary>How a team does something: the statements of it that are nearest, two at most.</summary>
    public AnswerDraft? How(AskHowOfTeam asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        if (asked.Team == "both")
            return HowBoth(asked, found, lease);
        var side = TeamNames.Side(asked.Team);
        var near = classifier
            .NearTopic(asked.Topic, lease.Generation)
            .FindAll(hit => hit.Statement.Side == side && !hit.Statement.IsDenied && hit.Score >= LeastHow);
        if (near.Count == 0)
            return null;
        var draft = new DraftBuilder(found, lease.Generation.Searcher);
        foreach (
            var hit in near.DistinctBy(hit => Place(hit.Statement))
                .TakeWhile(hit => hit.Score >= near[0].Score - AsNear)
                .Take(FewItems)
        )
            draft.Quote(hit);
        return draft.Draft(AnswerKind.Answer, null, null, near[0].Score);
    }

    /// <summary>
    /// How each of the two does something: the nearest statement of each, out of one passage where one tells of both.
    /// </summary>
    AnswerDraft? HowBoth(AskHowOfTeam asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var near = classifier
            .NearTopic(asked.Topic, lease.Generation)
            .FindAll(hit => hit.Statement.Side is Verdict.Sales or Verdict.Marketing && !hit.Statement.IsDenied);
        if (near is not [{ Score: >= LeastOfBoth } first, ..])
            return null;
        var others = near.FindAll(hit => hit.Statement.Side != first.Statement.Side && hit.Score >= LeastOfBoth);
        var second = others.Find(hit => Place(hit.Statement) == Place(first.Statement)) ?? others.FirstOrDefault();
        if (second is null)
            return null;
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Quote(first).Quote(second);
        return draft.Draft(AnswerKind.Answer, null, null, first.Score);
    }

    const double LeastOfBoth = 0.32;

    /// <summary>What is said of the one team that a question names, where it is near enough in meaning.</summary>
    public AnswerDraft? Told(AskQuestion asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        if (
            TeamNames.SideOf(asked.Text, onlyOne: true) is not { } side
            || asked.LeansOn.Count > 0
            || AnswerType.Of(asked.Text) == AskedFor.Definition
        )
            return null;
        var best = classifier
            .Near(asked.Text, lease.Generation)
            .Find(hit => hit.Statement.Side == side && !hit.Statement.IsDenied);
        if (best is null || AnswerType.Lacks(AnswerType.Of(asked.Text), best.Statement.Sentence) is not null)
            return null;
        return best is { Score: >= LeastTold, Meaning: >= LeastTold }
            ? new DraftBuilder(found, lease.Generation.Searcher)
                .Quote(best)
                .Draft(AnswerKind.Answer, null, null, best.Score)
            : null;
    }

    /// <summary>So near a statement must be all in all, and in meaning, to answer what no passage answers.</summary>
    const double LeastTold = 0.5;

    /// <summary>
    /// A farther statement tells nothing of it; and one that is so much farther than the best adds nothing.
    /// </summary>
    const double LeastHow = 0.42,
        AsNear = 0.08;

    /// <summary>What one team does for the other: what is said of it in a sentence that names both.</summary>
    public AnswerDraft? Help(AskHelpOfTeam asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var near = classifier.NearTopic(Helping, lease.Generation);
        Verdict[] helping = asked.Team == "both" ? [Verdict.Marketing, Verdict.Sales] : [TeamNames.Side(asked.Team)];
        var best = helping
            .Select(side => near.Find(hit => HelpsOther(hit.Statement, side)))
            .OfType<StatementHit>()
            .ToList();
        var draft = new DraftBuilder(found, lease.Generation.Searcher);
        best.ForEach(hit => draft.Quote(hit));
        return best.Count == 0 ? null : draft.Draft(AnswerKind.Answer, null, null, Sure);
    }

    /// <summary>
    /// Whether a statement says what one team does for the other: its sentence begins with the one and names the other.
    /// </summary>
    static bool HelpsOther(Statement statement, Verdict side) =>
        statement.Side == side
        && Says(statement.Sentence, side == Verdict.Sales ? Verdict.Marketing : Verdict.Sales)
        && Opens(statement)
        && !Compares().IsIn(statement.Sentence);

    /// <summary>What a sentence on help is near to.</summary>
    const string Helping = "helps by giving, learning, preparing, making it easier";

    /// <summary>An example that the documents give: what stands under such a heading, or begins so.</summary>
    public AnswerDraft? Example(AskExample asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var passages = lease.Generation.AllPassages().Where(passage => passage.Kind <= PassageKind.Step).ToList();
        var about = Terms.Set(TeamNames.Without(asked.Topic)).Except(OfTheTwo.Value).ToHashSet(StringComparer.Ordinal);
        var place = passages.FindIndex(passage =>
            IsExample(passage)
            && (about.Count == 0 || about.Overlaps(Terms.Set($"{passage.Section} {First(passage.Text)}")))
        );
        if (place < 0 || !AsksOfTheTwo().IsIn(asked.Topic))
            return null;
        var draft = new DraftBuilder(found, lease.Generation.Searcher);
        var named = new HashSet<Verdict>();
        var only = TeamNames.SideOf(asked.Topic, onlyOne: true);
        // An example of the two shows both of them.
        foreach (
            var passage in passages
                .Skip(place)
                .TakeWhile(passage =>
                    passage.Section == passages[place].Section && passage.Document == passages[place].Document
                )
                .Take(MostOfExample)
        )
            if (
                Clauses.Of(passage).Select(clause => clause.Side).OfType<Verdict>().Distinct().ToList() is var sides
                && (named.Count == 0 || !named.IsSupersetOf(sides))
                && (only is not { } one || sides.Contains(one))
            )
            {
                named.UnionWith(sides);
                draft.Quote(passage, Beginning(passage.Text));
            }
        return draft.Draft(AnswerKind.Answer, null, null, Sure);
    }

    const int MostOfExample = 5;

    static bool IsExample(Passage passage) =>
        OpensExample().IsIn(passage.Text) || passage.Section.Contains("example", StringComparison.OrdinalIgnoreCase);

    static string First(string text) =>
        SentenceSplitter.Split(text) is [var first, ..] ? text[first.Start..first.End] : text;

    /// <summary>What people say when they want the two teams shown at work, and no one thing of theirs.</summary>
    static readonly Lazy<HashSet<string>> OfTheTwo = new(() =>
        Terms.Set(
            "how the two teams both they work together differ difference different function way show help each other task job in of at please pls team department process"
        )
    );

    /// <summary>The first sentences of a text, two at most.</summary>
    static string Beginning(string text) =>
        SentenceSplitter.Split(text) is { Count: > FewItems } sentences
            ? text[sentences[0].Start..sentences[FewItems - 1].End]
            : text;

    static int Count(string said) => Several().FindAllIn(said).Count;

    static bool Says(string sentence, Verdict side) => (side == Verdict.Sales ? Sales() : Marketing()).IsIn(sentence);

    static bool Opens(Statement statement) => TeamNames.SideOf(statement.Sentence, onlyOne: false) == statement.Side;

    static (string, int) Place(Statement statement) => (statement.Passage.Document, statement.Passage.Start);

    [GeneratedRegex(@",\s|;\s|\band\b|\bor\b")]
    private static partial Regex Several();

    [GeneratedRegex(
        @"\b(?:while|whereas|but|than|however|relies|rely|depends?|contrasts?|subset|part of|difference)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Compares();

    [GeneratedRegex(
        @"^(?:let['’]?s (?:consider|take|look|say|imagine)|for example|for instance|imagine|suppose|consider|as an example|take )\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OpensExample();

    [GeneratedRegex(@"\b(?:sales|marketing|differ\w*|they|both|two)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksOfTheTwo();

    [GeneratedRegex(@"\b(?:sales|selling|salespe\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sales();

    [GeneratedRegex(@"\b(?:marketing|marketers?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Marketing();
}
