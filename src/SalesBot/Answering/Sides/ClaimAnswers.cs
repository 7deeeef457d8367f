using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>
/// Answers whether something holds, with yes or no first: by how the two teams stand to each other, by what is stated
/// of one, or by what a passage says.
/// </summary>
sealed partial class ClaimAnswers(TaskClassifier classifier)
{
    /// <summary>
    /// A claim is answered by a statement that is so near at least; and by the other team's where that is so much
    /// nearer.
    /// </summary>
    const double LeastClaim = 0.34,
        Nearer = 0.04;

    /// <summary>
    /// A statement that says the contrary answers where it is so near, and so little farther than the nearest.
    /// </summary>
    const double LeastContrary = 0.25,
        LittleFarther = 0.2;

    /// <summary>A sentence about both teams answers what one has of the other, where it is so near.</summary>
    const double LeastShared = 0.3;

    const double Sure = 0.9;

    /// <summary>"Does marketing close deals?", "are the two the same?"; none where no statement tells.</summary>
    public AnswerDraft? Of(AskClaim asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        var team = TeamNames.Side(asked.Team);
        return
            RelationReader.OfClaim(team, asked.Claim) is { } relation
            && OfRelation(relation, asked, found, lease) is { } related
            ? related
            : OfTeam(team, asked, found, lease);
    }

    /// <summary>
    /// What the documents say of how the two stand to each other: most of the sentences that tell decide.
    /// </summary>
    AnswerDraft? OfRelation(
        RelationReading asked,
        AskClaim claim,
        IReadOnlyList<PassageHit> found,
        GenerationLease lease
    )
    {
        var near = classifier.Near(claim.Text, lease.Generation);
        var told = new List<(StatementHit Hit, bool IsSo)>();
        foreach (
            var hit in near.DistinctBy(hit =>
                (hit.Statement.Passage.Document, hit.Statement.Passage.Start, hit.Statement.Quote)
            )
        )
        foreach (var said in RelationReader.OfSentence(hit.Statement.Sentence))
            if (IsSo(asked, said) is { } isSo)
                told.Add((hit, isSo));
        if (told.Count == 0)
            return null;
        var holds = told.Count(one => one.IsSo) * 2 >= told.Count;
        var best = told.First(one => one.IsSo == holds);
        var isDenied =
            (Denial().IsIn(claim.Claim) || AgainstEachOther().IsIn(claim.Claim))
            && asked.Relation is not (Relation.Same or Relation.Different);
        return new DraftBuilder(found, lease.Generation.Searcher)
            .Say(SideWording.Relation(asked, holds != isDenied, holds && !isDenied))
            .Quote(best.Hit)
            .Draft(AnswerKind.Answer, null, null, Sure);
    }

    /// <summary>Whether what is asked is so by what a sentence says; none where that tells neither.</summary>
    static bool? IsSo(RelationReading asked, RelationReading said) =>
        (asked.Relation, said.Relation) switch
        {
            (Relation.Same, Relation.Different) or (Relation.Different, Relation.Same) => false,
            (Relation.MattersMore, Relation.MattersMore) => false,
            (Relation.Needs, Relation.Needs) => asked.First is null || said.First is null || asked.First == said.First
                ? true
                : null,
            (Relation.Broader, Relation.PartOf) => asked.First != said.First,
            (Relation.PartOf, Relation.Broader) => asked.First != said.First,
            var (one, other) when one == other => asked.First is null
                || said.First is null
                || asked.First == said.First,
            _ => null,
        };

    /// <summary>What is stated of the team, or of the other.</summary>
    AnswerDraft? OfTeam(Verdict team, AskClaim asked, IReadOnlyList<PassageHit> found, GenerationLease lease)
    {
        if (team == Verdict.Both)
            return null;
        var topic = AskedTopic.Of(Never().ReplaceIn(asked.Claim, " "));
        var near = classifier
            .NearTopic(topic, lease.Generation)
            .FindAll(hit => !hit.Statement.IsDenied || Opposites.Plain(hit.Statement.Said) != hit.Statement.Said);
        var other = team == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;
        var own = near.Find(hit => hit.Statement.Side == team || hit.Statement.Side == Verdict.Both);
        var others = near.Find(hit => hit.Statement.Side == other || hit.Statement.Side == Verdict.Neither);
        var top = Math.Max(own?.Score ?? 0, others?.Score ?? 0);
        if (Part(asked.Claim, team, lease) is { } part)
            return Drafted(
                new DraftBuilder(found, lease.Generation.Searcher),
                part,
                yes: Denial().IsIn(asked.Claim),
                instead: null
            );
        if (asked.IsExclusive)
            return Alone(team, near, new DraftBuilder(found, lease.Generation.Searcher));
        var isDenied = Denial().IsIn(asked.Claim);
        var draft = new DraftBuilder(found, lease.Generation.Searcher);
        if (Aspect(asked.Claim, team, near) is { } aspect)
            return IsSo(asked.Claim, aspect) ? Drafted(draft, aspect, yes: true, instead: null)
                : Aspect(asked.Claim, other, near) is { } theirs
                && IsSome().FindIn(asked.Claim) is { Success: true } asks
                && Opposites.PairOf(asks.Groups["what"].Value) is { } pair
                && IsOf(pair, theirs)
                && IsSo(asked.Claim, theirs)
                    ? Drafted(draft, aspect, yes: false, instead: theirs.Statement)
                : Drafted(draft, aspect, yes: false, instead: null);
        var namesOther = TeamNames.SideOf(asked.Claim, onlyOne: true) == other;
        if (
            namesOther
            && GivesEachOther().IsIn(asked.Claim)
            && near.Find(hit => NamesBoth(hit) && Gives().IsIn(hit.Statement.Sentence))
                is { Score: >= LeastShared } shared
        )
            return Drafted(draft, shared, yes: !isDenied, instead: null);
        if (
            near.Find(hit => hit.Statement.Side == team && Opposites.Contradict(topic, hit.Statement.Said))
                is { Score: >= LeastContrary } contrary
            && contrary.Score >= top - LittleFarther
        )
            return Drafted(draft, contrary, yes: isDenied, instead: null);
        // "Once marketing has found the leads, sales steps in" speaks of both: whoever names both, too, asks for just
        // that.
        var isOfBoth = namesOther && others is not null && own?.Statement.Sentence == others.Statement.Sentence;
        var isOwn =
            own is not null
            && (isOfBoth || own.Score >= (others?.Score ?? 0) - (Also().IsIn(asked.Claim) ? NotFar : Nearer));
        if ((isOwn && !isOfBoth ? own : others) is not { Score: >= LeastClaim } best)
            return null;
        // Whoever asks whether that is all is told no by whatever else is said.
        var isMore = isOwn && OnlyThat().IsIn(asked.Claim) && !OnlyThat().IsIn(best.Statement.Sentence);
        var isOpposed = isMore || Denial().IsIn(best.Statement.Said) != isDenied;
        return Drafted(draft, best, yes: isOwn != isOpposed, instead: isOwn ? null : best.Statement);
    }

    /// <summary>
    /// A sentence that names, among other things of a team, what that team is said to be the same as: it is no more than
    /// a part.
    /// </summary>
    StatementHit? Part(string claim, Verdict team, GenerationLease lease) =>
        SameThing().FindIn(claim) is { Success: true } same
        && Terms.Set(same.Groups["what"].Value) is { Count: > 0 } what
            ? classifier
                .NearTopic(same.Groups["what"].Value, lease.Generation)
                .Find(hit =>
                    hit.Statement.Side == team
                    && !hit.Statement.IsDenied
                    && Holds().IsIn(hit.Statement.Sentence)
                    && what.IsSubsetOf(Terms.Set(hit.Statement.Sentence))
                )
            : null;

    [GeneratedRegex(
        @"\b(?:includes?|contains?|comprises?|made up of|consists? of|covers?|umbrella|encompass\w*|among other)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Holds();

    /// <summary>
    /// Whether only that team does something: no where as much is said of the other or of both, yes where it is said of
    /// none but that team.
    /// </summary>
    static AnswerDraft? Alone(Verdict team, List<StatementHit> near, DraftBuilder draft)
    {
        var own = near.Find(hit => hit.Statement.Side == team);
        var shared = near.Find(hit => hit.Statement.Side == Verdict.Both);
        var others = near.Find(hit =>
            hit.Statement.Side is Verdict.Sales or Verdict.Marketing && hit.Statement.Side != team
        );
        var best = Best(shared, others);
        return best is { Score: >= LeastClaim } && best.Score >= (own?.Score ?? 0) - NotFar
                ? Drafted(draft, best, yes: false, instead: null)
            : own is { Score: >= LeastClaim } ? Drafted(draft, own, yes: true, instead: null)
            : null;
    }

    /// <summary>Who asks whether one does it, too, asks nothing of the other.</summary>
    [GeneratedRegex(@"\b(?:also|too|as well|likewise|ever)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Also();

    static StatementHit? Best(StatementHit? one, StatementHit? other) =>
        (one?.Score ?? 0) >= (other?.Score ?? 0) ? one : other;

    /// <summary>What is said of the other team counts where it is so little farther.</summary>
    const double NotFar = 0.15;

    /// <summary>
    /// What the documents say of a team in general on the very thing that the claim says it is: whether it ends, how
    /// long, how broad; none where they say no such thing.
    /// </summary>
    public static StatementHit? Aspect(string claim, Verdict team, List<StatementHit> near) =>
        IsSome().FindIn(claim) is { Success: true } some
        && !ToOther().IsIn(claim)
        && Opposites.PairOf(some.Groups["what"].Value) is { } pair
            ? near.Where(hit =>
                    hit.Statement.Side == team
                    && !Denial().IsIn(Opposites.Plain(hit.Statement.Sentence))
                    && Opposites.Speaks(pair, hit.Statement.Said)
                )
                .OrderByDescending(hit => OneTo().IsIn(claim) && OneTo().IsIn(hit.Statement.Said))
                .ThenByDescending(hit => IsOf(pair, hit))
                .ThenByDescending(hit =>
                    Compared().IsIn(some.Groups["what"].Value) && Compared().IsIn(hit.Statement.Said)
                )
                .ThenByDescending(hit => Terms.Set(hit.Statement.Said).Overlaps(Terms.Set(some.Groups["what"].Value)))
                .ThenByDescending(hit => hit.Score)
                .FirstOrDefault()
            : null;

    [GeneratedRegex(
        @"\b(?:one|1)[ -](?:to|on|2)[ -](?:(?<one>one|1)|many|everyone|everybody|all)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OneTo();

    /// <summary>"Broader", "wider", "more limited".</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:is|are) )?(?:(?:more|less) \w+|(?:broad|wid|narrow|long|short|quick|fast|slow|big|small|larg)(?:e?r))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Compared();

    /// <summary>Whether a statement says nothing but that: "is a never-ending process".</summary>
    static bool IsOf(int pair, StatementHit hit) =>
        IsSome().FindIn(hit.Statement.Said) is { Success: true } said
        && Opposites.Speaks(pair, said.Groups["what"].Value);

    /// <summary>
    /// Whether a statement says so of its team: it is not the contrary, or the contrary of what is denied.
    /// </summary>
    public static bool IsSo(string claim, StatementHit aspect) =>
        OneTo().FindIn(claim) is { Success: true } asked
        && OneTo().FindIn(aspect.Statement.Said) is { Success: true } said
            ? (asked.Groups["one"].Success == said.Groups["one"].Success) != Denial().IsIn(claim)
            : Opposites.Contradict(claim, aspect.Statement.Said) == Denial().IsIn(Opposites.Plain(claim));

    /// <summary>
    /// "The same as advertising", "shorter than …": what is set beside something else is no aspect of the team alone.
    /// </summary>
    [GeneratedRegex(@"\b(?:as|than|from|for every|for each) \w", RegexOptions.IgnoreCase)]
    private static partial Regex ToOther();

    /// <summary>"Is done", "never really stops", "is over".</summary>
    [GeneratedRegex(
        @"^(?:(?:is|are|must|be|ever|never|really|actually|always|just|only|a|an|the|very|usually|normally|all|rather|more|not) )+(?<what>(?:one|1)[ -](?:on|to|2)[ -](?:one|1|many|everyone|everybody|all)|[a-z-]+)\b|^(?:(?:ever|never|really|actually) )*(?<what>stops?|ends?|finish(?:es)?|continues?|continuous)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsSome();

    static AnswerDraft Drafted(DraftBuilder draft, StatementHit reason, bool yes, Statement? instead) =>
        draft
            .Say(SideWording.Claim(yes, instead))
            .Quote(reason)
            .Draft(AnswerKind.Answer, instead?.Side, null, Math.Min(Sure, reason.Score + Surer));

    /// <summary>A statement is a better reason than its nearness says.</summary>
    const double Surer = 0.3;

    static bool NamesBoth(StatementHit hit) =>
        TeamNames.SideOf(hit.Statement.Sentence, onlyOne: false) is not null
        && TeamNames.SideOf(hit.Statement.Sentence, onlyOne: true) is null;

    /// <summary>How a claim begins that something is needed for a team.</summary>
    const string MustHave = "must have ";

    [GeneratedRegex(@"\b(?:must|needs?|requires?|ha(?:s|ve) to|should)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Requires();

    /// <summary>
    /// Whether a claim compares in a way that an answer does not, or names what is needed where that names nothing: "a bigger budget than" is told by no sentence that
    /// names no budget.
    /// </summary>
    public static bool ComparesBeyond(string claim, AnswerDraft answer)
    {
        if (SameThing().FindIn(claim) is { Success: true } same)
            return !Terms.Set(Cited(answer)).Overlaps(Terms.Set(same.Groups["what"].Value));
        if (Comparative().FindIn(claim) is not { Success: true } compared)
            return claim.StartsWith(MustHave, StringComparison.Ordinal)
                && !answer.Sentences.Any(sentence => sentence.Citation is not null && Requires().IsIn(sentence.Text));
        var said = Cited(answer);
        var measure = compared.Groups["of"] is { Length: > 0 } of ? of.Value : compared.Groups["how"].Value;
        return !Knowledge.Search.Terms.Set(said).Overlaps(Knowledge.Search.Terms.Set(measure))
            && (
                compared.Groups["of"].Length > 0
                || Opposites.PairOf(measure) is not { } pair
                || !Opposites.Speaks(pair, said)
            );
    }

    static string Cited(AnswerDraft answer) =>
        string.Join(
            ' ',
            answer.Sentences.Where(sentence => sentence.Citation is not null).Select(sentence => sentence.Text)
        );

    /// <summary>"Is the same as advertising", "is just another word for spam".</summary>
    [GeneratedRegex(
        @"^(?:is|are)(?:n['’]?t| not)? (?:(?:just|really|only|basically|simply|all|exactly|the|a|not|more or less|kind of) )*(?:same(?: thing)? (?:as|like)|identical (?:to|with)|equal to|equivalent to|(?:another |fancy |other )*(?:word|name|term|synonym) (?:for|of)|synonym(?:ous)? (?:for|of|with)) (?<what>[^?]{3,60})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SameThing();

    [GeneratedRegex(
        @"\b(?:(?:more|less|fewer) (?<how>(?!about\b|of\b|than\b|to\b|on\b|in\b|for\b|a\b|an\b|the\b|like\b)\w+)|(?<how>(?!is\b|are\b|marketing\b|sales\b|selling\b|of\b|be\b|do\b|does\b|much\b|even\b|any\b|no\b)\w+) (?:more|less|fewer)(?= than\b)|(?<how>(?!rather|other|whether|either|number|customer|offer|consumer|order|together)\w{3,}er)(?: (?<of>budget|salar(?:y|ies)|bonus(?:es)?|teams?|staff|pay|headcount|offices?))?|as (?<how>\w+) as)\b(?=.*\bthan\b|.*\bas\b|\W*$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Comparative();

    /// <summary>
    /// What a passage says to a claim that no statement decides: yes, or no where it denies it, or says the contrary.
    /// </summary>
    public static AnswerDraft Affirmed(AnswerDraft answer, string claim)
    {
        if (answer.Kind != AnswerKind.Answer)
            return answer;
        answer = Agreeing(answer, claim);
        // The first sentence answers; what follows tells more, and may say the contrary of something else.
        var said = answer.Sentences.FirstOrDefault(sentence => sentence.Exact)?.Text ?? "";
        var yes =
            (Denial().IsIn(said) || Rare().IsIn(said)) == (Denial().IsIn(claim) || Rare().IsIn(claim))
            && !Opposites.Contradict(claim, said)
            && !(Alike().IsIn(claim) && SetsApart().IsIn(said));
        IReadOnlyList<AnswerSentence> sentences =
        [
            new AnswerSentence(yes ? "Yes." : "No.", Exact: false, Citation: null),
            .. answer.Sentences,
        ];
        return answer with
        {
            Sentences = sentences,
            Text = AnswerWording.Answer(sentences, answer.Citations, answer.Missing),
        };
    }

    [GeneratedRegex(@"\b(?:the same|alike|identical|equally|equal)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Alike();

    /// <summary>"Marketing must be creative, whereas sales must be competitive."</summary>
    [GeneratedRegex(
        @"\b(?:sales|selling|salespe\w+|marketing|marketers?)\b[^.?!]*(?:\b(?:whereas|while|but|on the other hand|in contrast)\b|;)[^.?!]*\b(?:sales|selling|salespe\w+|marketing|marketers?)\b|\b(?:whereas|while)\b[^.?!]*\b(?:sales|marketing)\b[^.?!]*,[^.?!]*\b(?:sales|marketing)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SetsApart();

    /// <summary>
    /// The answer with another sentence of the same passage, where that speaks of just what is claimed: of the big ones
    /// that keep the two apart, and not of the small ones that do not.
    /// </summary>
    static AnswerDraft Agreeing(AnswerDraft answer, string claim)
    {
        if (answer.Sentences.FirstOrDefault(sentence => sentence.Exact) is not { Citation: { } place } first)
            return answer;
        var (same, contrary) = Opposites.Agreement(claim, first.Text);
        if (contrary < 2)
            return answer;
        var passage = answer.Citations[place].Quote;
        var better = SentenceSplitter
            .Split(passage)
            .Select(sentence => passage[sentence.Start..sentence.End])
            .FirstOrDefault(sentence =>
                Opposites.Agreement(claim, sentence) is { Contrary: 0 } agreed && agreed.Same > same
            );
        return better is null ? answer : answer with { Sentences = [first with { Text = better }] };
    }

    /// <summary>
    /// The answer to whether somebody may do something, with yes or no first where its sentence says just that: "a
    /// closed handoff can be reopened".
    /// </summary>
    public static AnswerDraft Allowed(AnswerDraft answer, string question)
    {
        if (
            answer.Kind != AnswerKind.Answer
            || MayI().FindIn(question) is not { Success: true } may
            || answer.Sentences is not [{ Exact: true } said, ..]
        )
            return answer;
        var deed = Terms.Set(may.Groups["deed"].Value);
        if (
            CanBe().FindIn(said.Text) is not { Success: true } can
            || !deed.Overlaps(Terms.Set(can.Groups["deed"].Value))
        )
            return answer;
        IReadOnlyList<AnswerSentence> sentences =
        [
            new AnswerSentence(can.Groups["not"].Success ? "No." : "Yes.", Exact: false, Citation: null),
            .. answer.Sentences,
        ];
        return answer with
        {
            Sentences = sentences,
            Text = AnswerWording.Answer(sentences, answer.Citations, answer.Missing),
        };
    }

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok)\W+)*(?:can|may|could) (?:i|we|you|one|anyone|anybody|they|it) (?:also |still |even |be )?(?<deed>[\p{L}-]+)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MayI();

    [GeneratedRegex(
        @"\b(?:can|may)(?<not>not| not| never)? (?:also |still |only |always )?be (?<deed>[\p{L}-]+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CanBe();

    [GeneratedRegex(
        @"\b(?:not|never|no longer|no more|cannot|nothing|nobody|no one)(?:[^\w-]|$)|n['’]t\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:never|not|no longer|ever)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Never();

    [GeneratedRegex(@"\b(?:rare|rarely|seldom|hardly|unlikely|unusual|uncommon|neither)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rare();

    [GeneratedRegex(
        @"(?<!\bmore than |\bnot |n['’]t )\b(?:only|just|nothing but|merely|solely|nothing more than|all about)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OnlyThat();

    /// <summary>What says that the two are against each other, or do without one another.</summary>
    [GeneratedRegex(
        @"\b(?:superfluous|unnecessary|pointless|needless|useless|redundant|obsolete|dead|without|alone|enough|sufficient|suffice|(?:by itself|on its own)|rivals?|enem(?:y|ies)|opponents?|competitors?|against each other|separately|independent(?:ly)?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AgainstEachOther();

    /// <summary>What a sentence says of something that goes from one team to the other.</summary>
    [GeneratedRegex(
        @"\b(?:learns?|helps?|supports?|easier|feeds?|informs?|communicat\w+|passed|shar\w+|in return|feedback|insights?|fine[- ]tune|lays? the groundwork|generates?|provides?|brings?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Gives();

    /// <summary>What one team has of the other: "learn something from sales", "make selling easier".</summary>
    [GeneratedRegex(
        @"\b(?:learns?|helps?|supports?|benefits?|prepares?|easier|feeds?|informs?|tells?|reports?|gives?|profits?|pass(?:es)?|shares?|hears?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex GivesEachOther();
}
