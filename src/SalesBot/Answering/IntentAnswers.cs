using System.Text.RegularExpressions;
using SalesBot.Answering.Honesty;
using SalesBot.Answering.Sides;
using SalesBot.Chat;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;

namespace SalesBot.Answering;

/// <summary>From what a message wants to what is said: lets the class answer that is made for it.</summary>
sealed partial class IntentAnswers(
    WorkAnswers works,
    PassageFinder finder,
    ComparisonAnswers comparisons,
    SideAnswers sides,
    ClaimAnswers claims,
    TeamAnswers teams,
    NeedAnswers needs,
    NearestKind nearest
)
{
    /// <summary>
    /// The answer; where there is none, or examples surely tell what sort of question it is, the one to that, if there
    /// is one.
    /// </summary>
    public AnswerDraft Read(Intent intent, GenerationLease lease)
    {
        var draft = Told(intent, Of(intent, lease), lease);
        var asked = intent switch
        {
            AskQuestion { LeansOn.Count: 0 } question => question.Text,
            AskComparison { LeansOn.Count: 0, NamesOne: false } comparison => comparison.Text,
            AskTask { LeansOn.Count: 0, Asked: false } task => task.Text,
            _ => null,
        };
        if (asked is null)
            return draft;
        var least = draft.Sentences.Any(sentence => sentence.Citation is not null)
            ? NearestKind.Sure
            : NearestKind.Least;
        return
            nearest.OfAsk(asked, least) is { } likely
            && Of(likely, lease) is { Kind: not (AnswerKind.Refusal or AnswerKind.Help) } answer
            && answer.Sentences.Any(sentence => sentence.Citation is not null)
            ? answer
            : draft;
    }

    /// <summary>
    /// The answer, or that the documents do not tell the fact that is asked for, or tell it only of the other team.
    /// </summary>
    AnswerDraft Told(Intent intent, AnswerDraft draft, GenerationLease lease)
    {
        if (
            intent is AskQuestion { LeansOn.Count: 0 } why
            && draft.Kind == AnswerKind.Answer
            && IsOfTheOther(why.Text, draft)
        )
            return teams.Told(why, [], lease) ?? Refused(why.Text, [], lease);
        if (
            TextOf(intent) is { } named
            && draft.Kind is not (AnswerKind.Refusal or AnswerKind.Help)
            && (
                FactAsked.AsksForOneOfYours(named)
                || FactAsked.AsksForBetter(named) && !FactAsked.TellsBetter(Cited(draft))
                || FactAsked.AsksWhoPays(named) && !FactAsked.TellsWhoPays(Cited(draft))
            )
        )
            return Refused(named, [], lease);
        if (
            intent is not (AskQuestion or AskHowOfTeam)
            || draft.Kind != AnswerKind.Answer
            || TextOf(intent) is not { } question
            || FactAsked.Lacks(question, Cited(draft)) is not { } fact
        )
            return draft;
        return Refused(question, [fact], lease);
    }

    AnswerDraft Refused(string question, IReadOnlyList<string> missing, GenerationLease lease)
    {
        var finding = finder.Find(new AskQuestion(question, []), question, [], lease);
        return PassageAnswers.Refusal(finding with { Missing = missing, Confidence = 0 });
    }

    /// <summary>Whether a "why" of one team is answered with a sentence on the other alone.</summary>
    static bool IsOfTheOther(string question, AnswerDraft draft) =>
        Why().IsIn(question)
        && TeamNames.SideOf(question, onlyOne: true) is { } asked
        && draft.Sentences.FirstOrDefault(sentence => sentence.Exact) is { } said
        && TeamNames.SideOf(said.Text, onlyOne: true) is { } told
        && told != asked;

    [GeneratedRegex(@"^\W*(?:(?:so|and|but)\W+)?(?:why|how come)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Why();

    static string? TextOf(Intent intent) =>
        intent switch
        {
            AskQuestion question => question.Text,
            AskHowOfTeam how => how.Text,
            AskTask task => task.Text,
            AskComparison comparison => comparison.Text,
            _ => null,
        };

    /// <summary>All that an answer quotes.</summary>
    static string Cited(AnswerDraft draft) =>
        string.Join(
            '\n',
            draft.Sentences.Where(sentence => sentence.Citation is not null).Select(sentence => sentence.Text)
        );

    /// <summary>The answer of the class that is made for an intent.</summary>
    public AnswerDraft Of(Intent intent, GenerationLease lease) =>
        intent switch
        {
            SmallTalk { Kind: TalkKind.Documents } => AnswerDraft.Help(
                TalkWording.OfDocuments([.. lease.Generation.AllPassages().Select(passage => passage.Title).Distinct()])
            ),
            SmallTalk talk => AnswerDraft.Help(TalkWording.Of(talk.Kind)),
            TakesForGranted granted => OfGranted(granted, lease),
            AskWhetherOf whether => sides.Whether(
                whether,
                WorkAnswers.Found(whether.Topic, whether.LeansOn, lease),
                lease
            ),
            AskClaim claim => Compared(
                claim.Text,
                claim.Claim,
                claim.LeansOn,
                lease,
                claims.Of(claim, WorkAnswers.Found(claim.Text, claim.LeansOn, lease), lease)
                    ?? (
                        claim.Team == "both" && Without().IsIn(claim.Claim)
                            ? Refused(claim.Text, [], lease)
                            : ClaimAnswers.Affirmed(
                                works.Answer(new AskQuestion(claim.Text, claim.LeansOn), lease, isStatement: false),
                                claim.Claim
                            )
                    )
            ),
            AskIfSo ifSo => Compared(
                ifSo.Text,
                ifSo.Text,
                ifSo.LeansOn,
                lease,
                ClaimAnswers.Affirmed(
                    works.Answer(new AskQuestion(ifSo.Text, ifSo.LeansOn), lease, isStatement: false),
                    ifSo.Text
                )
            ),
            ListOfTeam list => teams.List(list, WorkAnswers.Found(list.Text, [], lease), lease)
                ?? works.Answer(new AskQuestion(list.Text, []), lease, isStatement: false),
            AskHowOfTeam how => teams.How(how, WorkAnswers.Found(how.Text, how.LeansOn, lease), lease)
                ?? works.Answer(new AskQuestion(how.Text, how.LeansOn), lease, isStatement: false),
            AskHelpOfTeam help => teams.Help(help, WorkAnswers.Found(help.Text, [], lease), lease)
                ?? works.Answer(new AskQuestion(help.Text, []), lease, isStatement: false),
            AskExample example => teams.Example(example, WorkAnswers.Found(example.Topic, [], lease), lease)
                ?? works.Answer(new AskQuestion(example.Text, example.LeansOn), lease, isStatement: false),
            AskTask task => works.Answer(task, lease),
            AskComparison comparison => OfComparison(comparison, lease),
            AskQuestion { LeansOn.Count: 0 } question
                when SectionAsked().FindIn(question.Text) is { Success: true } section
                    && Section(section.Groups["heading"].Value, lease) is { } told => told,
            AskQuestion { LeansOn.Count: 0 } question when needs.Of(question.Text, lease) is { } needed => needed,
            AskQuestion question => ClaimAnswers.Allowed(
                works.Answer(question, lease, isStatement: false),
                question.Text
            ),
            _ => throw new InvalidOperationException($"No answer is made for {intent.GetType().Name}."),
        };

    /// <summary>What is taken for granted, where the documents deny it; else the answer to the question.</summary>
    AnswerDraft OfGranted(TakesForGranted granted, GenerationLease lease)
    {
        var found = WorkAnswers.Found(granted.Text, [], lease);
        var owned = Owned().FindIn(granted.Claim);
        var judged = owned.Success
            ? sides.Whether(new AskWhetherOf(granted.Text, [], owned.Groups["x"].Value, granted.Team), found, lease)
            : claims.Of(new AskClaim(granted.Text, [], granted.Team, $"is {granted.Claim}"), found, lease);
        return judged?.Sentences is [{ Text: var said }, ..] && said.StartsWith("No", StringComparison.Ordinal)
            ? judged
            : works.Answer(new AskQuestion(granted.Text, []), lease, isStatement: false);
    }

    [GeneratedRegex(@"^(?:responsible for|in charge of|the owner of) (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Owned();

    /// <summary>That one of the two can be done without is told by what says so, and by nothing near it.</summary>
    [GeneratedRegex(@"\bnot need the other\b")]
    private static partial Regex Without();

    /// <summary>A claim that compares is answered by what compares so, and by nothing else.</summary>
    AnswerDraft Compared(
        string text,
        string claim,
        IReadOnlyList<string> leansOn,
        GenerationLease lease,
        AnswerDraft answer
    )
    {
        if (!ClaimAnswers.ComparesBeyond(claim, answer))
            return answer;
        var found = finder.Find(new AskQuestion(text, leansOn), text, leansOn, lease);
        return PassageAnswers.Refusal(
            found with
            {
                Missing = HonestyGate.Missing(text, found.Query, found.Hits, 0),
                Confidence = 0,
            }
        );
    }

    /// <summary>"Which department writes the offers?" asks for one of the two, or whose task it is.</summary>
    AnswerDraft OfComparison(AskComparison comparison, GenerationLease lease)
    {
        var draft = comparisons.Of(comparison, lease);
        if (
            draft.Kind != AnswerKind.Refusal
            || !comparison.NamesOne
            || !IntentReader.AsksWhichTeam(comparison.Text)
            || Compares().IsIn(comparison.Text)
        )
            return draft;
        var task = works.Answer(new AskTask(comparison.Text, comparison.LeansOn, Asked: true, MayBeTold: true), lease);
        return task.Sentences.All(sentence => sentence.Citation is null) ? draft : task;
    }

    /// <summary>Who earns more, or has the bigger office, has no task.</summary>
    [GeneratedRegex(
        @"\b(?:more|less|most|fewer|fewest|bigger|biggest|larger|largest|higher|highest|lower|better|best|older|newer)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Compares();

    /// <summary>
    /// What stands under a heading that is asked for by its name; none where there is no such heading.
    /// </summary>
    static AnswerDraft? Section(string heading, GenerationLease lease)
    {
        var under = lease
            .Generation.AllPassages()
            .Where(passage =>
                passage.Kind <= Knowledge.Passages.PassageKind.Row
                && IsCalled(passage.Section.Split(Knowledge.Passages.Passage.Below)[^1], heading.Trim(' ', '?', '.'))
            )
            .Take(MostOfSection)
            .ToList();
        var draft = new DraftBuilder([], lease.Generation.Searcher);
        foreach (var passage in under)
            draft.Quote(passage, passage.Text, under.Count > 1 ? "•" : null);
        return under.Count == 0 ? null : draft.Draft(AnswerKind.Answer, null, null, 1);
    }

    /// <summary>By all of its name, or how it begins: "due times" for "Due times of a handoff".</summary>
    static bool IsCalled(string heading, string name) =>
        heading.Equals(name, StringComparison.OrdinalIgnoreCase)
        || name.Contains(' ') && heading.StartsWith($"{name} ", StringComparison.OrdinalIgnoreCase);

    const int MostOfSection = 8;

    [GeneratedRegex(
        @"^\W*tell me about:? (?<heading>.{3,})$|^\W*tell me (?<heading>(?:what|why|how|which|who|when|where) .{3,})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SectionAsked();
}
