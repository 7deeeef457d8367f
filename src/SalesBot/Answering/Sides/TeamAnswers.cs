using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>Answers what a team does, how it helps the other, and with an example; each is none where the documents tell no such thing.</summary>
sealed partial class TeamAnswers(TaskClassifier classifier)
{
    const int MostItems = 6, FewItems = 2;
    const double Sure = 0.8;

    /// <summary>What a team does: the longest list of it, else the sentences that name several things.</summary>
    public AnswerDraft? List(ListOfTeam asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var side = TeamNames.Side(asked.Team);
        var all = classifier.Statements(lease.Generation).All.ToList();
        var mixed = all.Where(statement => statement.Side != side && !statement.IsDenied).Select(Place).ToHashSet();
        var own = all.Where(statement => statement.Side == side && !statement.IsDenied && !mixed.Contains(Place(statement))).ToList();
        var list = own.Where(statement => statement.Passage.Kind is PassageKind.Item or PassageKind.Step or PassageKind.Link || statement.IsOwner && statement.Passage.Kind == PassageKind.Row)
            .DistinctBy(Place).GroupBy(statement => (statement.Passage.Document, statement.Passage.Whole?.Start ?? -1)).MaxBy(group => group.Count())?.ToList() ?? [];
        var several = own.Where(statement => statement.Passage.Kind == PassageKind.Paragraph && Count(statement.Said) >= Enough)
            .OrderByDescending(statement => Count(statement.Said)).DistinctBy(Place).Take(FewItems).ToList();
        var said = list.Count >= FewItems ? list.Take(MostItems).ToList() : several;
        if (said.Count == 0)
            return null;
        var draft = new DraftBuilder(found, lease.Generation.Searcher).Say($"{(side == Verdict.Sales ? "Sales" : "Marketing")} does, among other things:");
        foreach (var statement in said)
            draft.Quote(new StatementHit(statement, 1, 1), "•");
        return draft.Draft(AnswerKind.Answer, null, null, Sure);
    }

    const int Enough = 2;

    /// <summary>What one team does for the other: what is said of it in a sentence that names both.</summary>
    public AnswerDraft? Help(AskHelpOfTeam asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var side = TeamNames.Side(asked.Team);
        var other = side == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;
        var near = classifier.NearTopic(Helping, lease.Generation);
        var best = near.Find(hit => hit.Statement.Side == side && Says(hit.Statement.Sentence, other) && Opens(hit.Statement) && !Compares().IsIn(hit.Statement.Sentence));
        return best is null ? null : new DraftBuilder(found, lease.Generation.Searcher).Quote(best).Draft(AnswerKind.Answer, null, null, Sure);
    }

    /// <summary>What a sentence on help is near to.</summary>
    const string Helping = "helps by giving, learning, preparing, making it easier";

    /// <summary>An example that the documents give: what stands under such a heading, or begins so.</summary>
    public AnswerDraft? Example(AskExample asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var passages = lease.Generation.AllPassages().Where(passage => passage.Kind <= PassageKind.Step).ToList();
        var place = passages.FindIndex(passage => OpensExample().IsIn(passage.Text) || passage.Section.Contains("example", StringComparison.OrdinalIgnoreCase));
        if (place < 0 || !AsksOfTheTwo().IsIn(asked.Topic))
            return null;
        var draft = new DraftBuilder(found, lease.Generation.Searcher);
        foreach (var passage in passages.Skip(place).TakeWhile(passage => passage.Section == passages[place].Section && passage.Document == passages[place].Document).Take(FewItems))
            draft.Quote(passage, Beginning(passage.Text));
        return draft.Draft(AnswerKind.Answer, null, null, Sure);
    }

    /// <summary>The first sentences of a text, two at most.</summary>
    static string Beginning(string text) => SentenceSplitter.Split(text) is { Count: > FewItems } sentences ? text[sentences[0].Start..sentences[FewItems - 1].End] : text;

    static int Count(string said) => Several().FindAllIn(said).Count;

    static bool Says(string sentence, Verdict side) => (side == Verdict.Sales ? Sales() : Marketing()).IsIn(sentence);

    static bool Opens(Statement statement) => TeamNames.SideOf(statement.Sentence, onlyOne: false) == statement.Side;

    static (string, int) Place(Statement statement) => (statement.Passage.Document, statement.Passage.Start);

    [GeneratedRegex(@",\s|;\s|\band\b|\bor\b", RegexOptions.NonBacktracking)]
    private static partial Regex Several();

    [GeneratedRegex(@"\b(?:while|whereas|but|than|however|relies|rely|depends?|contrasts?|subset|part of|difference)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Compares();

    [GeneratedRegex(@"^(?:let['’]?s (?:consider|take|look|say|imagine)|for example|for instance|imagine|suppose|consider|as an example|take )\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OpensExample();

    [GeneratedRegex(@"\b(?:sales|marketing|differ\w*|they|both|two)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AsksOfTheTwo();

    [GeneratedRegex(@"\b(?:sales|selling|salespe\w+)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Sales();

    [GeneratedRegex(@"\b(?:marketing|marketers?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Marketing();
}
