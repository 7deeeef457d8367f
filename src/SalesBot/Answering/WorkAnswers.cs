using SalesBot.Answering.Honesty;
using SalesBot.Answering.Sides;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>
/// Answers what may be work or may be a question for the passages: whose task it is, what the passages tell of it, or
/// that neither is known.
/// </summary>
sealed class WorkAnswers(
    TaskClassifier classifier,
    WorkModel works,
    PassageFinder finder,
    PassageAnswers passages,
    SideAnswers sides,
    TeamAnswers teams
)
{
    /// <summary>
    /// How likely a message must be work of that team to get a verdict, where it is put as a question and where it is
    /// stated; a statement to be work at all; and one that is put as an order.
    /// </summary>
    const double LeastAsked = 0.45,
        LeastStated = 0.25,
        LeastWork = 0.5,
        LeastOrdered = 0.35;

    const int MostCitations = 10;

    /// <summary>
    /// Whose a task is: a rule of the documents decides; else they may name somebody, or the message may be no task at
    /// all.
    /// </summary>
    public AnswerDraft Answer(AskTask task, GenerationLease lease)
    {
        if (!task.Asked && task.LeansOn.Count == 0 && Defined(task.Text, lease) is { } defined)
            return defined;
        var judged = classifier.Judge(task.Text, lease.Generation);
        if (task.Asked)
            return (task.MayBeTold && !judged.IsStated ? Told(task, lease) : null) ?? Verdict(task, judged, lease);
        return judged.IsStated
            ? Verdict(task, judged, lease)
            : Answer(new AskQuestion(task.Text, task.LeansOn, MayStandAlone: true), lease, isStatement: true);
    }

    /// <summary>A bare term that the documents define, and that is nothing people do: "leads".</summary>
    static AnswerDraft? Defined(string text, GenerationLease lease) =>
        text.Split(' ').Length <= MostOfTerm
        && Definitions.Of(text, lease) is { } definition
        && !Definitions.IsOfWork(definition)
            ? new DraftBuilder([definition], lease.Generation.Searcher)
                .Quote(definition.Passage, definition.Passage.Text)
                .Draft(AnswerKind.Answer, null, null, HonestyGate.Least)
            : null;

    const int MostOfTerm = 3;

    /// <summary>
    /// "Who approves offers over 50,000 euros?": the documents may name somebody, and neither team. What they say of
    /// one of the teams is for the verdict.
    /// </summary>
    AnswerDraft? Told(AskTask task, GenerationLease lease)
    {
        var finding = finder.Find(new AskQuestion(task.Text, task.LeansOn), task.Text, task.LeansOn, lease);
        if (finding.Hits.Count == 0 || finding.Confidence < LeastTold)
            return null;
        var covered = Coverage.Of(finding.Query, finding.Hits[0]);
        var answer = passages.Answer(
            [finding with { Confidence = Math.Max(finding.Confidence, HonestyGate.Least) }],
            lease
        ) with
        {
            Confidence = finding.Confidence,
        };
        var said = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
        if (Clauses.SideOf(said, 0, said.Length, onlyOne: false) is not null || IsOfATeam(finding.Hits[0], lease))
            return null;
        if (NamesSomebody(said))
            return finding.Answers
                ? covered >= LeastToldWords
                    ? answer
                    : null
                : answer;
        var whole = finding.Hits[0].Passage;
        // The sentence may tell what is done, and the one before it by whom.
        if (whole.Text.Length <= LongestTold && NamesSomebody(whole.Text))
            return new DraftBuilder(finding.Hits, lease.Generation.Searcher)
                .Quote(whole, whole.Text)
                .Draft(AnswerKind.Answer, null, null, finding.Confidence);
        return finding.Answers && covered >= MostToldWords ? answer : null;
    }

    /// <summary>Whether a passage says what one of the two does, by its heading or its table, where it names none.</summary>
    bool IsOfATeam(PassageHit hit, GenerationLease lease) =>
        classifier
            .Statements(lease.Generation)
            .All.Any(statement =>
                statement.Passage.Document == hit.Passage.Document
                && statement.Passage.Start == hit.Passage.Start
                && statement.Side is Classifying.Verdict.Sales or Classifying.Verdict.Marketing
            );

    /// <summary>Whether a text names somebody; a first word that no dictionary knows is a name as well.</summary>
    static bool NamesSomebody(string text) =>
        AnswerType.Lacks(AskedFor.Person, text) is null
        || text.Split(' ', 2)[0].Trim('“', '"', ',', '.') is [>= 'A' and <= 'Z', ..] first
            && !EnglishDictionary.Knows(first.ToLowerInvariant());

    /// <summary>The least share of a question's words that a passage must say to tell who does something.</summary>
    const double LeastToldWords = 0.5;

    /// <summary>
    /// Who asks who does something is told by a passage that names somebody, and is this likely to answer; nothing else
    /// is known than a guess.
    /// </summary>
    const double LeastTold = 0.33;

    /// <summary>A passage of so many characters is quoted whole, where one sentence does not name who it is.</summary>
    const int LongestTold = 320;

    /// <summary>A passage that says so much of them tells it, whatever it calls whoever does it.</summary>
    const double MostToldWords = 0.75;

    /// <summary>
    /// Answers from the passages, or judges whose work it is where it is likelier that somebody wants something done.
    /// </summary>
    public AnswerDraft Answer(AskQuestion question, GenerationLease lease, bool isStatement)
    {
        if (
            question is { MayStandAlone: true, LeansOn.Count: > 0 }
            && Answer(question with { LeansOn = [] }, lease, isStatement) is { Kind: not AnswerKind.Refusal } alone
        )
            return alone;
        var whole = finder.Find(question, question.Text, question.LeansOn, lease);
        var work = works.Score(question.Text);
        if (
            !AnswerType.WantsToKnow(question.Text)
            && IsWorkOfSomebody(
                question.Text,
                work,
                isStatement ? LeastStated : Math.Max(LeastAsked, whole.Confidence),
                lease
            )
            && (work >= LeastWork || !isStatement)
        )
            return Judge(new AskTask(question.Text, [], Asked: false), lease);
        var parts = CompoundQuestion
            .Parts(question.Text)
            .Select(part => finder.Find(question, part, question.LeansOn, lease))
            .ToList();
        if (parts.Count > 1 && !(whole.Answers && whole.HoldsAll(parts)) && parts.Any(part => part.Answers))
            return passages.Answer(parts, lease);
        if (isStatement)
            return OfStatement(question, whole, work, lease);
        return whole.Answers
            ? passages.Answer([whole], lease)
            : teams.Told(question, whole.Hits, lease) ?? PassageAnswers.Refusal(whole);
    }

    /// <summary>What is no work and no question: the passages may tell of it, or it is nobody's.</summary>
    AnswerDraft OfStatement(AskQuestion question, Finding finding, double work, GenerationLease lease)
    {
        if (finding.Answers)
            return passages.Answer([finding], lease);
        if (question.LeansOn.Count == 0 && work >= LeastOrdered && TaskOrder.Is(question.Text))
            return Judge(new AskTask(question.Text, [], Asked: false), lease);
        var isElsewhere = classifier.Classify(question.Text, lease.Generation).Verdict == Classifying.Verdict.Neither;
        return
            question.LeansOn.Count == 0
            && (
                isElsewhere && work >= LeastWork && !IsOfTheMaterial(finding.Query)
                || IsWorkOfSomebody(question.Text, work, LeastStated, lease)
            )
            ? Judge(new AskTask(question.Text, [], Asked: false), lease)
            : PassageAnswers.Refusal(finding);
    }

    /// <summary>
    /// Whether the material knows most of the words: then it is asked for something it might tell, and not about work
    /// that is nobody's here.
    /// </summary>
    static bool IsOfTheMaterial(SearchQuery query) =>
        query.Own.Where(term => term.IsTopic).ToList() is { Count: > 0 } topics
        && topics.Count(term => term.Passages > 0) >= MostWords * topics.Count;

    const double MostWords = 0.6;

    bool IsWorkOfSomebody(string text, double work, double least, GenerationLease lease) =>
        work > least
        && classifier.Classify(text, lease.Generation) is { Verdict: not Classifying.Verdict.Neither } verdict
        && work * verdict.Confidence > least;

    AnswerDraft Judge(AskTask task, GenerationLease lease) =>
        Verdict(task, classifier.Judge(task.Text, lease.Generation), lease);

    AnswerDraft Verdict(AskTask task, Judgement judged, GenerationLease lease) =>
        sides.Verdict(task.Text, judged, Found(TaskText.Of(task.Text), task.LeansOn, lease), lease);

    /// <summary>What else is found, below what is quoted.</summary>
    public static List<PassageHit> Found(string text, IReadOnlyList<string> leansOn, GenerationLease lease)
    {
        var searcher = lease.Generation.Searcher;
        return PassageFinder.Distinct(searcher.Search(searcher.Queries.Read(text, leansOn), MostCitations));
    }
}
