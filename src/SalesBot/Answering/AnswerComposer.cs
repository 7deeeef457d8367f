using System.Text.RegularExpressions;
using SalesBot.Answering.Honesty;
using SalesBot.Answering.Sides;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>From a question to what is said: reads the intent, and lets the class answer that is made for it.</summary>
sealed partial class AnswerComposer(
    TaskClassifier classifier,
    WorkModel works,
    PassageFinder finder,
    PassageAnswers passages,
    ComparisonAnswers comparisons,
    SideAnswers sides,
    ClaimAnswers claims,
    TeamAnswers teams,
    FurtherAnswers further,
    NearestKind nearest
)
{
    /// <summary>
    /// How likely a message must be work of that team to get a verdict, where it is put as a question and where it is
    /// stated; and a statement to be work at all.
    /// </summary>
    const double LeastAsked = 0.45,
        LeastStated = 0.25,
        LeastWork = 0.5;

    const int MostCitations = 10;

    public AnswerDraft Compose(string text, IReadOnlyList<string> history, GenerationLease lease)
    {
        if (PersonText.Fault(text) is { } fault)
            return Help(fault);
        var (said, before) = (
            AskingPhrases.Plain(AskingSpelling.Mended(PersonText.Excerpt(text))),
            history.Select(PersonText.Excerpt).ToList()
        );
        if (
            IntentReader.LastAsked(before) is { } last
            && (
                ToLast(said, last, Earlier(before, last), lease)
                ?? AsWished(said, Wished(text) ?? Wished(said), last, before, Earlier(before, last), lease)
            )
                is { } reply
        )
            return reply;
        var draft = Read(IntentReader.Read(OfTeamBefore(said, before, lease), before), lease);
        return
            draft.Kind != AnswerKind.Help
            && draft.Sentences.All(sentence => sentence.Citation is null)
            && ForeignLanguage.Of(said) is { } language
            ? draft with
            {
                Kind = AnswerKind.Refusal,
                Verdict = null,
                Classification = null,
                Sentences = [],
                Text = $"I only understand English so far, and that looks like {language}. Could you ask in English?",
                Missing = [],
            }
            : draft;
    }

    /// <summary>"What else do they do?" behind a verdict asks about the team that it named.</summary>
    string OfTeamBefore(string said, List<string> before, GenerationLease lease)
    {
        if (
            !They().IsIn(said)
            || TeamNames.SideOf(said, onlyOne: false) is not null
            || IntentReader.LastAsked(before) is not { } last
            || TeamNames.SideOf(last, onlyOne: false) is not null
            || Read(IntentReader.Read(last, Earlier(before, last)), lease)
                is not { Verdict: Classifying.Verdict.Sales or Classifying.Verdict.Marketing } judged
        )
            return said;
        var team = judged.Verdict == Classifying.Verdict.Sales ? "sales" : "marketing";
        return They().ReplaceIn(said, $"${{verb}} {team}", 1);
    }

    [GeneratedRegex(@"\b(?<verb>do|does|did|are|can|should|must|would|will|have) they\b", RegexOptions.IgnoreCase)]
    private static partial Regex They();

    /// <summary>
    /// What is said to a message that is about the answer before it; none where it is a question of its own.
    /// </summary>
    AnswerDraft? ToLast(string said, string last, List<string> earlier, GenerationLease lease)
    {
        if (Ordinals.Of(said, last) is { } item)
            return Compose(IntentReader.Read($"whose job is this: {item}", []), lease);
        switch (AnswerWords.Read(said))
        {
            case AskAboutAnswer { Wish: AnswerWish.More }:
                return further.Of(last, Last(), lease);
            case AskAboutAnswer wanted:
                return Retold(wanted.Wish, Last(), lease);
            case AskInstead instead:
                return Compose(IntentReader.Read($"what about {instead.Text.TrimEnd('.', '!', '?')}?", [last]), lease);
            case ChallengeVerdict challenge when Last() is { Classification: not null } judged:
                return Help(TalkWording.OfChallenge(judged.Verdict, challenge.Label));
            case null
                when SmallTalkReader.Read(said) == TalkKind.Doubt
                    && Last() is { Kind: not AnswerKind.Help } doubted
                    && doubted.Sentences.Any(sentence => sentence.Citation is not null):
                return Retelling.Of(doubted, AnswerWish.Why);
            case null
                when Settling.IsReply(said) && Last() is { } close && Settling.Replies(close.Classification).Count > 0:
                return Settling.Read(said) is { } settled
                    ? sides.Settled(settled, close, lease)
                    : Help("Ask me about just that part, and I’ll tell you whose task it is.");
            case null
                when FollowUp.IsTheOther(said)
                    && Last()
                        is {
                            Kind: AnswerKind.Classification,
                            Verdict: Classifying.Verdict.Sales or Classifying.Verdict.Marketing
                        } verdict:
                return OfTheOther(verdict, said, lease);
            default:
                return null;
        }

        AnswerDraft Last() => Read(IntentReader.Read(last, earlier), lease);
    }

    /// <summary>
    /// What examples tell to be wanted of the answer before; none where the message asks something of its own.
    /// </summary>
    AnswerDraft? AsWished(
        string said,
        string? wish,
        string last,
        IReadOnlyList<string> before,
        List<string> earlier,
        GenerationLease lease
    )
    {
        if (
            SmallTalkReader.Read(said) is not null
            || FollowUp.Resolve(said, last) is not null
            || TeamQuestions.Read(said, last) is not null
            || wish is null
        )
            return null;
        return wish switch
        {
            "why" or "doubt" => Retold(AnswerWish.Why, Last(), lease),
            "source" => Retold(AnswerWish.Source, Last(), lease),
            "shorter" => Retold(AnswerWish.Shorter, Last(), lease),
            "table" => Retold(AnswerWish.Table, Last(), lease),
            "again" => Last(),
            "more" => further.Of(last, Last(), lease),
            "example" => Compose(IntentReader.Read("For example?", before), lease),
            "other" => Last() is { Kind: AnswerKind.Classification } verdict
                ? OfTheOther(verdict, said, lease)
                : Compose(IntentReader.Read("And the other?", before), lease),
            _ => null,
        };

        AnswerDraft Last() => Read(IntentReader.Read(last, earlier), lease);
    }

    /// <summary>"Too long, sorry. Can you put it in one sentence?": one of the sentences may tell.</summary>
    string? Wished(string said) =>
        nearest.OfWish(said)
        ?? said.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(sentence => sentence.Contains(' '))
            .Skip(1)
            .Reverse()
            .Select(nearest.OfWish)
            .FirstOrDefault(wish => wish is not null);

    /// <summary>
    /// The answer; where there is none, or examples surely tell what sort of question it is, the one to that, if there
    /// is one.
    /// </summary>
    AnswerDraft Read(Intent intent, GenerationLease lease)
    {
        var draft = Told(intent, Compose(intent, lease), lease);
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
            && Compose(likely, lease) is { Kind: not (AnswerKind.Refusal or AnswerKind.Help) } answer
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
            && FactAsked.AsksForOneOfYours(named)
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

    AnswerDraft Retold(AnswerWish wish, AnswerDraft answer, GenerationLease lease) =>
        wish == AnswerWish.Table ? comparisons.Table(answer, lease) : Retelling.Of(answer, wish);

    /// <summary>What the team does that something is not for.</summary>
    AnswerDraft? OfTheOther(AnswerDraft verdict, string said, GenerationLease lease) =>
        teams.List(
            new ListOfTeam(said, verdict.Verdict == Classifying.Verdict.Sales ? "marketing" : "sales"),
            [],
            lease
        );

    /// <summary>What was said before the last question.</summary>
    static List<string> Earlier(List<string> history, string last) =>
        [.. history.Take(Math.Max(0, history.LastIndexOf(last)))];

    AnswerDraft Compose(Intent intent, GenerationLease lease) =>
        intent switch
        {
            SmallTalk talk => Help(TalkWording.Of(talk.Kind)),
            AskWhetherOf whether => sides.Whether(whether, Found(whether.Topic, whether.LeansOn, lease), lease),
            AskClaim claim => Compared(
                claim.Text,
                claim.Claim,
                claim.LeansOn,
                lease,
                claims.Of(claim, Found(claim.Text, claim.LeansOn, lease), lease)
                    ?? (
                        claim.Team == "both" && Without().IsIn(claim.Claim)
                            ? Refused(claim.Text, [], lease)
                            : ClaimAnswers.Affirmed(
                                Answer(new AskQuestion(claim.Text, claim.LeansOn), lease, isStatement: false),
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
                    Answer(new AskQuestion(ifSo.Text, ifSo.LeansOn), lease, isStatement: false),
                    ifSo.Text
                )
            ),
            ListOfTeam list => teams.List(list, Found(list.Text, [], lease), lease)
                ?? Answer(new AskQuestion(list.Text, []), lease, isStatement: false),
            AskHowOfTeam how => teams.How(how, Found(how.Text, how.LeansOn, lease), lease)
                ?? Answer(new AskQuestion(how.Text, how.LeansOn), lease, isStatement: false),
            AskHelpOfTeam help => teams.Help(help, Found(help.Text, [], lease), lease)
                ?? Answer(new AskQuestion(help.Text, []), lease, isStatement: false),
            AskExample example => teams.Example(example, Found(example.Topic, [], lease), lease)
                ?? Answer(new AskQuestion(example.Text, example.LeansOn), lease, isStatement: false),
            AskTask task => Answer(task, lease),
            AskComparison comparison => OfComparison(comparison, lease),
            AskQuestion { LeansOn.Count: 0 } question
                when SectionAsked().FindIn(question.Text) is { Success: true } section
                    && Section(section.Groups["heading"].Value, lease) is { } told => told,
            AskQuestion question => Answer(question, lease, isStatement: false),
            _ => throw new InvalidOperationException($"No answer is made for {intent.GetType().Name}."),
        };

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
        var task = Answer(new AskTask(comparison.Text, comparison.LeansOn, Asked: true, MayBeTold: true), lease);
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
                && passage
                    .Section.Split(Knowledge.Passages.Passage.Below)[^1]
                    .Equals(heading.Trim(' ', '?', '.'), StringComparison.OrdinalIgnoreCase)
            )
            .Take(MostOfSection)
            .ToList();
        var draft = new DraftBuilder([], lease.Generation.Searcher);
        foreach (var passage in under)
            draft.Quote(passage, passage.Text, under.Count > 1 ? "•" : null);
        return under.Count == 0 ? null : draft.Draft(AnswerKind.Answer, null, null, 1);
    }

    const int MostOfSection = 8;

    [GeneratedRegex(
        @"^\W*tell me about:? (?<heading>.{3,})$|^\W*tell me (?<heading>(?:what|why|how|which|who|when|where) .{3,})$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SectionAsked();

    /// <summary>
    /// Whose a task is: a rule of the documents decides; else they may name somebody, or the message may be no task at
    /// all.
    /// </summary>
    AnswerDraft Answer(AskTask task, GenerationLease lease)
    {
        var judged = classifier.Judge(task.Text, lease.Generation);
        if (task.Asked)
            return (task.MayBeTold && !judged.IsStated ? Told(task, lease) : null) ?? Verdict(task, judged, lease);
        return judged.IsStated
            ? Verdict(task, judged, lease)
            : Answer(new AskQuestion(task.Text, task.LeansOn, MayStandAlone: true), lease, isStatement: true);
    }

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
        if (Clauses.SideOf(said, 0, said.Length, onlyOne: false) is not null)
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

    static AnswerDraft Help(string text) => new(AnswerKind.Help, text, [], null, null, [], [], 1);

    /// <summary>
    /// Answers from the passages, or judges whose work it is where it is likelier that somebody wants something done.
    /// </summary>
    AnswerDraft Answer(AskQuestion question, GenerationLease lease, bool isStatement)
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
    static List<PassageHit> Found(string text, IReadOnlyList<string> leansOn, GenerationLease lease)
    {
        var searcher = lease.Generation.Searcher;
        return PassageFinder.Distinct(searcher.Search(searcher.Queries.Read(text, leansOn), MostCitations));
    }

    /// <inheritdoc cref="PassageFinder.Study"/>
    public (AnswerSigns Signs, Finding Finding, List<PassageHit> Found, string Said)? Study(
        string text,
        IReadOnlyList<string> history,
        GenerationLease lease
    ) => finder.Study(text, history, lease);
}
