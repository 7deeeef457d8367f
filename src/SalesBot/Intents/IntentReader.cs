using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>Reads what a message wants: one rule after the other, the first that fits decides.</summary>
static partial class IntentReader
{
    /// <param name="text">The message, cleaned.</param>
    /// <param name="history">Earlier turns, oldest first, either speaker's.</param>
    public static Intent Read(string text, IReadOnlyList<string> history)
    {
        if (SmallTalkReader.Read(text) is { } talk && !(talk == TalkKind.Unclear && history.Count > 0))
            return new SmallTalk(talk);
        if (OneTeam().FindIn(text) is { Success: true } team)
            return new AskQuestion($"what is {team.Groups[1].Value}?", []);
        if (LastAsked(history) is { } last)
        {
            if (FollowUp.Resolve(text, last) is { } meant)
                return Read(meant, []);
            if (FollowUp.IsTheOther(text) && Read(last, []) is AskComparison { NamesOne: true } one)
                return one with { OfTheOther = true };
            if (FollowUp.WhyNot(text) is { } other && Read(last, []) is AskTask { Asked: true } or AskWhetherOf)
                return new AskWhetherOf(last, [], last, other);
        }
        if (TeamQuestions.Read(text, LastAsked(history)) is { } ofTeam)
            return ofTeam;
        if (
            history.Any(turn =>
                !IsVerdict().IsIn(turn) && (AsksWhose().IsIn(turn) || YesNoWords.Read(turn, []) is AskWhetherOf)
            ) && AlsoThis().FindIn(text) is { Success: true } also
        )
            return new AskTask(also.Groups["task"].Value, [], Asked: true);
        if (LastAsked(history) is { } before && (AsksWhoseThat().IsIn(text) || AsksWhoInstead().IsIn(text)))
            return new AskTask(
                YesNoWords.Read(before, []) switch
                {
                    AskClaim claim => claim.Claim,
                    AskWhetherOf of => of.Topic,
                    _ => before,
                },
                [],
                Asked: true
            );
        var refers = Continues().IsIn(text) || RefersBack().IsIn(text);
        var leansOn = history.Count > 0 && (refers || IsShort(text)) ? history : [];
        if (YesNoWords.Read(text, leansOn) is { } yesNo)
            return yesNo;
        if (
            AsksWhich().IsIn(text)
            && !AsksWithinOther().IsIn(text)
            && (!Relative().IsIn(text) || NamesATeam().IsIn(text))
        )
            return new AskComparison(text, leansOn, NamesOne: true);
        if (DescribesPerson().IsIn(text))
            return new AskComparison(text, leansOn, NamesOne: true);
        if (Compares().IsIn(text))
            return new AskComparison(text, leansOn, NamesOne: false);
        if (AsksWhose().IsIn(text) || AsksWhoseAfter().IsIn(text) || BelongsWhere().IsIn(text))
            return new AskTask(text, leansOn, Asked: true, MayBeTold: !NamesTeams().IsIn(text));
        if ((leansOn.Count == 0 || !refers) && !Question().IsIn(text) && !AsksWithin().IsIn(text) && IsProse(text))
            return new AskTask(text, leansOn, Asked: false);
        return new AskQuestion(text, leansOn, MayStandAlone: !refers);
    }

    /// <summary>Whether a question tells what somebody is like, and asks where they fit.</summary>
    public static bool IsOfPerson(string text) => DescribesPerson().IsIn(text);

    /// <summary>"I'm a detail person. Sales or marketing?" asks where somebody fits.</summary>
    [GeneratedRegex(
        @"^\W*(?:i(?:['’]m| am) (?:a |an |more |quite |rather |very |really |the )*(?!\w+ing\b|supposed\b|asked\b|told\b|about\b|at\b|in\b|on\b|with\b|from\b|for\b)\w+|i (?:like|love|hate|enjoy|prefer) (?!to know\b|a\b|the\b|our\b)|my (?:\w+ ){1,2}(?:likes|loves|hates|is (?:very |quite |really |a |an )*(?:\w+ and|(?:attentive|good|great|bad) (?:to|at|with)))\b|(?:she|he) (?:is (?:very |quite |really )?\w+ and|likes|loves|hates)\b).*\b(?:(?:sales|marketing) or (?:sales|marketing)(?: for (?:me|her|him|them))?|which (?:team|department|one|side|career|job|role|of (?:them|the two)|of the two teams) (?:suits|fits|would|should|is)\b[^?]*)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DescribesPerson();

    /// <summary>Whether a question asks which of the two, or whose task something is.</summary>
    public static bool Asks(string text) =>
        Read(text, []) is AskTask { Asked: true } or AskComparison { NamesOne: true } or AskWhetherOf;

    /// <summary>"Whose job", "sales or marketing", "a sales task": what asks for a team, and for nobody else.</summary>
    [GeneratedRegex(
        @"\b(?:sales or marketing|marketing or sales|(?:sales|marketing) (?:task|job|thing|activity|duty)|who(?:se|s|['’]s)? (?:job|task|work|turf|turn|call|responsibility|move|problem))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NamesTeams();

    /// <summary>
    /// What a person said last: the turn before the bot's answer where both are kept, and they are in turn.
    /// </summary>
    /// <remarks>What only wanted something of the answer before, such as "why?", is passed over.</remarks>
    public static string? LastAsked(IReadOnlyList<string> history)
    {
        while (history.Count > 0)
        {
            var isInTurn =
                history.Count % 2 == 0
                && AnswerWords.Read(history[^1]) is not AskAboutAnswer
                && (!history[^1].TrimEnd().EndsWith('?') || IsVerdict().IsIn(history[^1]));
            var last = isInTurn ? history[^2] : history[^1];
            if (AnswerWords.Read(last) is not AskAboutAnswer && SmallTalkReader.Read(last) is null)
                return last;
            history = [.. history.SkipLast(isInTurn ? 2 : 1)];
        }
        return null;
    }

    /// <summary>
    /// "Is that sales or marketing?", "whose job is it?", "and who does it?": whose what was said before is.
    /// </summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|then)\W+)*(?:(?:is|would|was) (?:that|this|it)(?: be)? (?:for |a |more |rather )*(?:sales|marketing)\b.*"
            + @"|who(?:se|['’]?s)? (?:job|task|work|turf|responsibility|call|one)? ?(?:is|was|would|are) (?:that|this|it|those|these|they)(?: be)?(?: then| now)?"
            + @"|(?:who|which (?:team|one|department|side|of (?:them|the two)|group)) (?:does|do|should do|would do|is in charge of|owns|runs|handles?|is responsible for|in charge of|takes care of|looks after|takes|decides|owns) (?:that|this|it|those|these|them)(?: then)?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWhoseThat();

    /// <summary>"Who does then?" after "does marketing close deals?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:and|so|but|ok|okay|well|then)\W+)*(?:who|which (?:team|one|side|of (?:them|the two))) (?:does|do|is|are|should|would|will|can|must)(?: (?:it|that|this|so|do it|do that))?(?: then| instead)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWhoInstead();

    /// <summary>What the bot itself says of a task.</summary>
    [GeneratedRegex(
        @"^(?:That is (?:a (?:sales|marketing) task|a task for both|for both|neither)|I don['’]t think that['’]s sales or marketing|Close call: |No document says so\. Going by )",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsVerdict();

    /// <summary>"And flyers?" after a question whose task something is.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:ok|okay|so|hm+|well|right|thanks)\W+)*(?:and|what about|how about)(?: what about| how about)? (?<task>(?!why\b|how\b|when\b|who\b|what\b|which\b|where\b|it\b|that\b"
            + @"|this\b|they\b|(?:in |for |with )?(?:the )?(?:sales\b|marketing\b|other\b))[\p{L}][^?,.]{1,40})\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AlsoThis();

    /// <summary>Whether a text consists of words; a path, a number or a piece of code is nobody's task.</summary>
    static bool IsProse(string text) => text.Count(c => char.IsLetter(c) || c == ' ') >= 0.8 * text.Length;

    [GeneratedRegex(@"^\W*(sales|marketing|selling)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex OneTeam();

    /// <summary>So short that it may be understood only with what was said before.</summary>
    static bool IsShort(string text) => text.Split(' ').Length <= 5 && !Defines().IsIn(text);

    /// <summary>"What is marketing?" stands alone, however short it is.</summary>
    [GeneratedRegex(
        @"^\W*(?:what(?:['’]?s| is| are| does)|define|explain) (?:a |the )?(?:sales|marketing|selling)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Defines();

    [GeneratedRegex(
        @"\b(?:what (?:comes|came|goes) first|(?:who|which) of (?:them|the (?:two|pair|both)|these|those|both)|which (?:one|teams?|sides?|functions?|departments?|disciplines?|concept|camp|crew|group|half|jobs?|is (?!the\b)|is the (?:(?:more|less|most) \w+|\w+er)(?: and \w+er)? (?:one|concept|discipline|function|side|of|field|job|term|process|part|team)|is which|comes|came|goes|has"
            + @"|does|needs|takes|brings|works))\b|\bwho has\b.*\b(?:sales|marketing) or (?:sales|marketing)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWhich();

    [GeneratedRegex(
        @"\b(?:diff|differ|differs|different|differences?|distinctions?|compared?|comparison|versus|vs\.?)\b"
            + @"|\bin common\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Compares();

    [GeneratedRegex(
        @"\b(?:(?:sales|marketing)(?:['’]s)? (?:\w+ )?(?:or|vs\.?|versus) (?:a |the |is it |to |for |in |with |by |of |from |through |under |more |rather )*(?:sales|marketing)\b(?! (?:differ|compar))"
            + @"|who(?:se|s|['’]s)? (?:job|task|work|turf|turn|call|responsibility|decision|problem)|(?:more )?(?:a |an )?(?:sales|marketing) or (?:more )?(?:a |an )?(?:sales|marketing)\b|\bor is (?:that|it|this) (?:rather )?(?:the other|another) (?:team|side|department|crew)|(?:sales|marketing)(?: (?:guys|people|team|folks|lads|crew))?(?:['’]s?)? (?:task|job|thing|activity|duty)\b|^\W*who(?:['’]?s| is) (?!being\b)\w+ing\b|who(?:['’]?s| is| are| should be| would be) (?:the one )?(?:in charge|responsible|accountable|the owner|supposed to|meant to|the right (?:person|team))\b|is (?:that|this"
            + @"|it) (?:for )?(?:sales|marketing)|mine or (?:sales|marketing))|^\W*(?:(?:so|and|but|ok|hey|hi)\W+)?(?:can (?:you"
            + @"|u) tell me )?who (?!does (?:sales|marketing)\b|do (?:sales|marketing)\b|(?:do|should|can|must|may|could) (?:i|we|one)\b|is\b"
            + @"|was\b|are\b|leads?\b|led\b|heads?\b|chairs?\b|reports?\b|sits?\b|works?\b|joined\b|left\b|won\b|wrote\b|said\b|invented\b|founded\b|coined\b|discovered\b|came\b|has\b(?! to\b)|have\b(?! to\b))\w+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWhose();

    /// <summary>"Where does that belong?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|then)\W+)?(?:where|to (?:whom|who)|with (?:whom|who)) (?:does|do|should|would) .+? (?:belong|go|sit|fall|live)(?: to)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BelongsWhere();

    /// <summary>Whether a question asks for a team, which may be any.</summary>
    public static bool AsksWhichTeam(string text) => WhichTeam().IsIn(text);

    [GeneratedRegex(@"\b(?:which|what) (?:team|department|side|group)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WhichTeam();

    /// <summary>"…, which is described as": a clause that tells more, and asks nothing.</summary>
    [GeneratedRegex(@",\s*which (?:is|are|comes|goes|has|does|needs|takes|brings|works)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    /// <summary>"Which team within the people group …": neither of the two.</summary>
    [GeneratedRegex(
        @"\b(?:which|what) (?:team|department|group|function)s? (?:within|inside|in|of) (?!the two\b|them\b|these\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWithinOther();

    [GeneratedRegex(@"\b(?:sales|marketing|selling)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamesATeam();

    /// <summary>"A journalist is on the phone, who takes it?"</summary>
    [GeneratedRegex(
        @"[,;.–-]\s*(?:and |so |now )?who(?: (?:should|must|can|will|would|gets to|has to|is going to))? (?!is\b|are\b|was\b|has\b|have\b)\w+(?: (?:to|with|for|after|of|care of))*(?: (?:it|that|this|them|him|her|those|these|one))?(?: (?:then|now|on|over|up|back))?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWhoseAfter();

    [GeneratedRegex(
        @"\?|^\W*(?:(?:so|and|but|ok|well|hey|hi|pls|please)\W+)?(?:who|whom|whose|what|whats|wat|waht|wats|which|wich|whcih|when|where"
            + @"|why|how|hows|is|are|am|was|were|do|does|did|can|could|should|would|will|has|have(?! (?:an?|the|another|our|your|some|one|two|lunch|coffee|dinner)\b[^?]*$)|may|tell|explain|list|name|give|define|describe|show(?= me| us))\b"
            + @"|\b(?:remind me|what they|what kind|whats that|what['’]s)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Question();

    /// <summary>
    /// People tell what happened before they ask, and leave the question mark out: "my laptop was stolen, how fast must
    /// I tell IT".
    /// </summary>
    [GeneratedRegex(
        @"\b(?:how (?:much|many|long|often|fast|quickly|soon|far|early|late|old|big|high|do|does|can|should|is|are)|what (?:is|are|do|does|did|should|can|happens|time|day|share)"
            + @"|(?:at|on|by|from|to|until|till|since|within|up to|for) (?:what|which|when|whom)|when (?:do|does|can|is|are|will|should|must)|where (?:do|does|can|is|are|should|to)"
            + @"|who (?:is|are|do|does|can|may|takes|gets|pays|signs|decides|approves|checks)|whos|whose|can (?:i|we)|do (?:i|we)|am i|may (?:i|we)|should (?:i|we)|must (?:i|we))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksWithin();

    [GeneratedRegex(
        @"^\W*(?:and|so|but|or|also|what about|how about|why|more|then|even|no[, ])\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Continues();

    [GeneratedRegex(
        @"\b(?:it|its|he|she|they|them|that|those|these|this|his|her|their|the other|same|there)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex RefersBack();
}
