using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents;

/// <summary>
/// Is something a team's? <c>Topic</c>: what; <c>Team</c>: <c>sales</c> or <c>marketing</c>. <c>IsDoubted</c>: put as
/// "isn't it".
/// </summary>
sealed record AskWhetherOf(string Text, IReadOnlyList<string> LeansOn, string Topic, string Team) : Intent;

/// <summary>
/// Does something hold of a team, or of both? <c>Team</c>: <c>sales</c>, <c>marketing</c> or <c>both</c>; <c>Claim</c>:
/// what, from the verb on.
/// </summary>
sealed record AskClaim(string Text, IReadOnlyList<string> LeansOn, string Team, string Claim) : Intent
{
    /// <summary>Whether that team alone is meant: "is only marketing allowed to …?"</summary>
    public bool IsExclusive { get; init; }
}

/// <summary>
/// A question that takes something for granted of a team: "since sales is responsible for branding, …", "why is
/// marketing more important than sales?". <c>Team</c>: <c>sales</c> or <c>marketing</c>; <c>Claim</c>: what, from the
/// verb on.
/// </summary>
sealed record TakesForGranted(string Text, string Team, string Claim) : Intent;

/// <summary>Is something so, that is said of neither team? "Is promotion one of the 4 Ps?"</summary>
sealed record AskIfSo(string Text, IReadOnlyList<string> LeansOn) : Intent;

/// <summary>Reads questions about the two teams that want a yes or a no.</summary>
static partial class YesNoWords
{
    /// <summary>The intent, or none where no team is asked about, or no yes or no is wanted.</summary>
    public static Intent? Read(string text, IReadOnlyList<string> leansOn)
    {
        if (Attributed().FindIn(text) is { Success: true } attributed)
            text = $"{attributed.Groups["claim"].Value}, right?";
        if (TakenForGranted().FindIn(text) is { Success: true } granted)
            return new TakesForGranted(
                text,
                TeamPattern.Of(granted.Groups["team"].Value),
                granted.Groups["claim"].Value
            );
        text = Asking(text);
        if (AsksMore().IsIn(text) || Alternatives().IsIn(text) || Choice().IsIn(text))
            return null;
        var bare = Tagged().ReplaceIn(Frame().ReplaceIn(text, "", 1), "?", 1);
        var isTagged = Tagged().IsIn(text) || Frame().IsIn(text) && AsksIfTrue().IsIn(text);
        if (Exclusive().FindIn(bare) is { Success: true } exclusive)
            return new AskClaim(
                text,
                leansOn,
                TeamPattern.Of(exclusive.Groups["team"].Value),
                exclusive.Groups["claim"].Value.Trim()
            )
            {
                IsExclusive = true,
            };
        if (Without().FindIn(bare) is { Success: true } without)
            return new AskClaim(
                text,
                leansOn,
                TeamPattern.Of(without.Groups["team"].Value),
                Needed().IsIn(bare) ? "is needed" : "is superfluous"
            );
        if (OnlyOne().IsIn(bare))
            return new AskClaim(text, leansOn, "both", "do not need the other");
        if (Claim().FindIn(bare) is { Success: true } claim)
            return IsAnotherName(claim)
                ? new AskWhetherOf(
                    text,
                    leansOn,
                    claim.Groups["team"].Value,
                    TeamPattern.Of(claim.Groups["claim"].Value)
                )
                : new AskClaim(
                    text,
                    leansOn,
                    TeamOf(claim),
                    $"{Negation().ReplaceIn(claim.Groups["verb"].Value, "")} {claim.Groups["claim"].Value}".Trim()
                );
        if (JobOf().FindIn(bare) is { Success: true } job)
            return new AskWhetherOf(
                text,
                leansOn,
                job.Groups["x"].Value.Trim(),
                TeamPattern.Of(job.Groups["team"].Value)
            );
        if (AsTeam().FindIn(bare) is { Success: true } member)
            return new AskWhetherOf(
                text,
                leansOn,
                member.Groups["x"].Value.Trim(),
                TeamPattern.Of(member.Groups["team"].Value)
            );
        if (UsedFor().FindIn(bare) is { Success: true } used)
            return new AskClaim(
                text,
                leansOn,
                TeamPattern.Of(used.Groups["team"].Value),
                $"use {used.Groups["x"].Value.Trim()}"
            );
        if (SoIsIt().FindIn(text) is { Success: true } so)
            return new AskClaim(text, leansOn, TeamOf(so), $"{so.Groups["verb"].Value} {so.Groups["claim"].Value}");
        if (MustBe().FindIn(bare) is { Success: true } must)
            return new AskClaim(
                text,
                leansOn,
                TeamPattern.Of(must.Groups["team"].Value),
                $"must {must.Groups["claim"].Value}"
            );
        if (Needing().FindIn(bare) is { Success: true } needing)
            return new AskClaim(
                text,
                leansOn,
                TeamPattern.Of(needing.Groups["team"].Value),
                $"must have {needing.Groups["claim"].Value}"
            );
        if (IsNormal().FindIn(text) is { Success: true } normal)
            return new AskClaim(text, leansOn, TeamOf(normal), normal.Groups["claim"].Value);
        // "It isn't, is it?" asks whether it is.
        if ((isTagged || bare.TrimEnd().EndsWith('?')) && Stated().FindIn(bare) is { Success: true } stated)
            return new AskClaim(
                text,
                leansOn,
                TeamOf(stated),
                PositiveTag().IsIn(text)
                    ? IsNot().ReplaceIn(stated.Groups["claim"].Value, "$1 ", 1)
                    : stated.Groups["claim"].Value
            );
        if (
            Whether().FindIn(bare) is { Success: true } whether
            && whether.Groups["x"].Value is var topic
            && !Pointing().IsIn(topic)
        )
            return new AskWhetherOf(text, leansOn, topic.Trim(), TeamPattern.Of(whether.Groups["team"].Value));
        if (IsThat().FindIn(bare) is { Success: true } that)
            return new AskWhetherOf(
                text,
                leansOn,
                that.Groups["x"].Value.Trim(),
                TeamPattern.Of(that.Groups["team"].Value)
            );
        if (isTagged && StatedOf().FindIn(bare) is { Success: true } of && !Pointing().IsIn(of.Groups["x"].Value))
            return new AskWhetherOf(
                text,
                leansOn,
                of.Groups["x"].Value.Trim(),
                TeamPattern.Of(of.Groups["team"].Value)
            );
        return
            leansOn.Count == 0
            && (IfSo().IsIn(bare) || (Tagged().IsIn(text) || Confirmed().IsIn(text)) && !OfPeople().IsIn(bare))
            ? new AskIfSo(text, leansOn)
            : null;
    }

    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|ok|well)\W+)?(?:since|given that|as|because|now that|seeing that) (?:the )?(?<team>"
            + TeamPattern.Text
            + @") (?:is|are) (?:\w+ )?(?<claim>(?:responsible for|in charge of|the owner of) [^?,;]{3,60})[,;]\s*(?:what|why|who|how|which|when|should|does|do|can|is|are)\b|^\W*(?:(?:so|and|but|ok|well)\W+)?(?:why|how come)(?: is it)?(?: that)? (?:is|are)? ?(?<team>"
            + TeamPattern.Text
            + @") (?:is |are )?(?<claim>(?:(?:so much |a lot |far )?(?:more|less) (?:important|valuable|necessary|useful|relevant)|better|superior|worth more) (?:than|to) (?:the )?(?:"
            + TeamPattern.Text
            + @"|other))\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex TakenForGranted();

    /// <summary>The sentence that asks, where people tell something before it or after it.</summary>
    static string Asking(string text)
    {
        var end = text.LastIndexOf('?');
        if (end < 0)
            return text;
        var start = text.LastIndexOfAny(['.', '!', '?'], end - 1 < 0 ? 0 : end - 1);
        var asking = text[(start < 0 || start + 1 >= text.Length || text[start + 1] != ' ' ? 0 : start + 1)..(end + 1)]
            .Trim();
        return asking.Length > Shortest && !PointsBack().IsIn(asking) ? asking : text;
    }

    /// <summary>"Is that marketing?" asks for what stands before it, too.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but) )?(?:is|are|would|does|should) (?:that|this|it|those|these|they)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PointsBack();

    /// <summary>"Right?" asks for what stands before it, in UTF-16 units.</summary>
    const int Shortest = 16;

    /// <summary>"A colleague keeps saying branding belongs to sales, is she right?" asks whether it does.</summary>
    [GeneratedRegex(
        Opening
            + @"(?:(?:a|an|my|our|the|one|some|this|that) (?:\w+ )?(?:colleague|boss|manager|friend|teammate|coworker|co-worker|director|ceo|intern|consultant|customer|partner|wife|husband|brother|sister|professor|teacher|trainer|coach|guy|person|book|blog|article|lead)s?(?: of mine| of ours| here)?|someone|somebody|people|they|everyone|everybody|he|she|i) (?:\w+ )?(?:says?|said|saying|claims?|claimed|claiming|tells?|told|telling|thinks?|thought|believes?|reckons?|insists?|insisted|swears?|argues?|argued|writes?|wrote|heard|read|learned|learnt)(?: me| us)?(?: that)?[:,]? (?<claim>[^?]{6,160}?)[\s.,;:–—?!-]+(?:so |and |but |now )?(?:(?:is|are|was|does|do|can|could) (?:that|it|this|he|she|they)(?: be| really| still)? )?(?:(?:really |actually )?(?:right|true|so|correct|accurate|hold|holds|hold up|hold true|stand|the case|a fact|have a point|make sense)|(?:does|is) (?:it|that|this)|(?:do|are) they)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Attributed();

    /// <summary>"Is business development sales?" asks whose that team is, by another name.</summary>
    static bool IsAnotherName(Match claim) =>
        OnlyTeam().IsIn(claim.Groups["claim"].Value) && !PlainName().IsIn(claim.Groups["team"].Value);

    [GeneratedRegex(@"^\W*(?:a |part of |for )?(?:sales|marketing)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyTeam();

    [GeneratedRegex(@"\b(?:sales|marketing|selling|both|two)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PlainName();

    static string TeamOf(Match match)
    {
        var named = match.Groups["team"].Value;
        var first = TeamPattern.Of(named);
        return
            named.StartsWith("both", StringComparison.OrdinalIgnoreCase)
            || named.Contains("two", StringComparison.OrdinalIgnoreCase)
            || Joint().IsIn(named)
            ? "both"
            : first;
    }

    /// <summary>"Why can't marketing work without sales?" wants more than a yes or a no.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but|then)\W+)?(?:why|how|what|which|who|whose|where|when|was ist|wie|warum|wer)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksMore();

    const string Opening = @"^\W*(?:(?:so|and|but|ok|okay|well|hey|hi|hm+|then)\W+)*";
    const string OneOrBoth =
        @"(?:(?:the|our|all|both|most|good|great|strong|better|modern|successful|effective|a|an|any|every|each) ){0,2}(?:"
        + TeamPattern.Text
        + @")(?:,? (?:and|&) (?:the )?(?:"
        + TeamPattern.Text
        + @"))?|both(?: teams| of them| sides)?|the two(?: teams)?";
    const string Work =
        @"(?:['’]s?)?(?: (?:task|job|thing|activity|duty|work|responsibility|business|matter|function|topic|role|stuff|tool|tactic|channel|method|technique|strategy|concern|goal|aim|objective|step|decision|question|effort|measure|territory|turf|play|move|skill|phase|stage|process|side))?";

    [GeneratedRegex(
        @"\b(?:"
            + TeamPattern.Text
            + @")(?:['’]s?)? ?(?:\w+ ){0,3}(?:or|vs\.?|versus|/) (?:\w+ ){0,3}(?:"
            + TeamPattern.Text
            + @")\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Alternatives();

    /// <summary>"Is selling outside-in or inside-out?" asks which, not whether.</summary>
    [GeneratedRegex(
        @"\bor (?!not\b|no\b|so\b|more\b|less\b|what\b|is it\b)\S+(?: \S+){0,3}\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Choice();

    [GeneratedRegex(
        Opening
            + @"(?:(?:(?:is it |is that )?(?:true|right|correct|fair to say|so|a fact)(?: or not)?(?: that)|is it (?:true|right|correct|so)|am i right(?: in thinking)?(?: that)?|do you think(?: that)?|would you say(?: that)?|can (?:i|we|you|one) say(?: that)?|does it mean(?: that)?|do you know (?:if|whether)|tell me (?:if|whether)|i (?:think|thought|guess|heard|read)(?: that)?|since when is it that),? )?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Frame();

    [GeneratedRegex(
        @"\b(?:is it (?:true|right|correct|fair|so)|(?:true|correct|right|a fact) that|am i right|do you think|would you say|does it mean|if|whether)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsksIfTrue();

    [GeneratedRegex(
        @",?\s*\b(?:right|correct|true|isn['’]?t it|isn['’]?t that so|isnt that so|aren['’]?t they|doesn['’]?t it|don['’]?t they|is it|are they|does it|do they|innit|agreed?|no|or not|or no|yes|huh|isn['’]?t that right)\s*\?+\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tagged();

    [GeneratedRegex(@",\s*(?:is it|are they|does it|do they)\s*\?*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PositiveTag();

    [GeneratedRegex(@"\b(is|are|does|do|has|have|can|should|must|will)(?:n['’]?t| not)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex IsNot();

    /// <summary>"Is only marketing allowed to send e-mails?", "is it just the salespeople who …?"</summary>
    [GeneratedRegex(
        Opening
            + @"(?:is|are) (?:it )?(?:only|just|solely|exclusively) (?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?: people| team| department)? (?:(?:who|that|which) (?:(?:is|are) )?|is |are )?(?:(?:allowed|supposed|meant|permitted|responsible|able|expected|there|who) (?:to|for) )?(?<claim>[^?]{4,}?)\W*$|"
            + Opening
            + @"(?:does|do|can|may|should|must|will) (?:only|just|solely) (?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?: people| team| department)? (?<claim>[^?]{4,}?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Exclusive();

    /// <summary>"Can we do without salespeople?", "do we still need sales?".</summary>
    [GeneratedRegex(
        @"\b(?:can|could|should|do|does|would|will|is|are)\b.*\b(?:(?:do|go|live|manage|work|survive|sell|succeed|get by|exist) without|(?:still |really |even )?needs?|skip|drop|get rid of|replace) (?:any |the |a |our )?(?<team>"
            + TeamPattern.Text
            + @")(?: (?:at all|then|anyway|any more|anymore))?\W*$|^\W*(?:can|could|does|do|is|will|would)\b.*\bwithout (?:any |the |a |our )?(?<team>"
            + TeamPattern.Text
            + @")\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Without();

    [GeneratedRegex(
        @"(?<=^|[,;] ?|\bthen )(?:so |and )?(?<verb>do|does|did|is|are|isn['’]?t|isnt|aren['’]?t|arent|doesn['’]?t|doesnt|don['’]?t|dont|should|shouldn['’]?t|can|can['’]?t|could|must|will|would|has|have|needs?) (?<team>"
            + OneOrBoth
            + @") (?<claim>[^?]+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Claim();

    /// <summary>"Is it marketing's job to find out who buys?", "is it up to sales to do the demo?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:is|isn['’]?t) it (?:really |also |still )?(?:the )?(?:up to |for |on )?(?:the )?(?<team>"
            + TeamPattern.Text
            + @")(?:['’]s?)?(?: (?:job|task|role|work|business|duty|responsibility|place|turn|call|part))? (?:to|that they) (?<x>[^?]+?)\W*$|^\W*(?:(?:so|and|but)\W+)?(?:is|isn['’]?t) it the (?:job|task|role|work|business|duty|responsibility|part) of (?:the )?(?<team>"
            + TeamPattern.Text
            + @") to (?<x>[^?]+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex JobOf();

    /// <summary>"Should I, as a sales rep, post on LinkedIn?", "I'm in marketing, do I call them?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:should|must|do|can|may|am) i,? (?:supposed to |expected to |meant to )?(?:as|being) (?:a |an )?(?<team>"
            + TeamPattern.Text
            + @"),? (?<x>[^?]+?)\W*$|^\W*(?:as (?:a |an )?|i(?:['’]?m| am) (?:a |an |in |with )?)(?<team>"
            + TeamPattern.Text
            + @")[,;.:–-]+ ?(?:so |and )?(?:should|must|do|may|am) i (?:supposed to |expected to |meant to |have to |need to )?(?<x>[^?]+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex AsTeam();

    /// <summary>"Can you use Snapchat for marketing?", "are podcasts used in marketing?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:can|could|may|do|should|would) (?:you|one|we|i|people|companies|they) (?:really |also |even |still )?use (?<x>[^?]{2,60}?) (?:for|in|as part of) (?:the |our )?(?<team>"
            + TeamPattern.Text
            + @")\W*$|^\W*(?:(?:so|and|but)\W+)?(?:is|are) (?<x>[^?]{2,60}?) (?:really |also |even |still |ever |sometimes )?used (?:for|in|by) (?:the |our )?(?<team>"
            + TeamPattern.Text
            + @")\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex UsedFor();

    /// <summary>"The sales process is shorter, so is it less intense than marketing?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:since|as|because|if|when) )?(?:the )?(?<team>"
            + TeamPattern.Text
            + @") [^?,;.]{3,60}[,;.]\s*(?:so |then |and |but |does that mean )*(?<verb>is|does|are|do|has|can) (?:it|that|they)(?: process| also| really| then)? (?<claim>(?!mean\b|that\b)[^?]+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SoIsIt();

    /// <summary>"Do you have to be creative to work in marketing?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:do|does|must|should) (?:you|i|we|one|people|somebody|someone) (?:(?:have|need) to )?(?<claim>(?:be|have|know)\b[^?]+?) (?:to (?:work|be|succeed|do well|start|go)|when (?:working|you work)|for (?:a job|working)|if (?:you|one) works?)(?: good| successful)?(?: in| as| for| into)? (?:a |an |the )?(?<team>"
            + TeamPattern.Text
            + @")\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MustBe();

    /// <summary>"Do I need charisma to work in sales?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:do|does|must|should|would) (?:you|i|we|one|people|somebody|someone) (?:really )?(?:need|have to have|require) (?:a lot of |much |some |any )?(?<claim>(?!to\b|sales\b|marketing\b)[^?]+?) (?:to (?:work|be|succeed|do well|start|go|get|make it)|when (?:working|you work)|for (?:a job|working)|if (?:you|one) works?)(?: good| successful)?(?: in| as| for| into| at)? (?:a |an |the )?(?<team>"
            + TeamPattern.Text
            + @")\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Needing();

    /// <summary>"Is it normal for sales to push people?"</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:so|and|but)\W+)?(?:is|isn['’]?t) it (?:\w+ )?(?:normal|usual|typical|common|ok|okay|right|fine|good|the job|the task|the role|up)(?: for| of| to)? (?<team>"
            + OneOrBoth
            + @") (?:to|that they) (?<claim>[^?]+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsNormal();

    [GeneratedRegex(
        @"^\W*(?:so |and )?(?<team>"
            + OneOrBoth
            + @") (?<claim>(?:is|are|isn['’]?t|aren['’]?t|do|does|don['’]?t|doesn['’]?t|has|have|can|should|must|will|needs?|comes?|works?|takes?|makes?|only|always|never|just|also|mainly|\w+(?<!s)s) [^?]+?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Stated();

    [GeneratedRegex(
        @"^\W*(?:is|are|isn['’]?t|isnt|aren['’]?t|arent|was|does|do|would|should|could|can|r) (?<x>(?!(?:"
            + TeamPattern.Text
            + @")\b|(?:every|each|all|any|most|many|some|big|large|small) (?:\w+ )?(?:compan(?:y|ies)|firms?|business(?:es)?|organi[sz]ations?)\b)[^?]+?) (?:(?:be|really|also|actually|more|rather|considered|seen|counted|regarded|classed|still|just|only|usually|mainly|mostly|as|a|an|the|part|kind|form|type|piece|sort|of|under|belongs?|to|for|in|within|inside|count|counts|fall|falls|handled|done|owned|run|by|with|purely|purely|typical|typically|something|that|up) )*(?<team>"
            + TeamPattern.Text
            + ")"
            + Work
            + @"(?: (?:people|team|folks|side|department|guys|colleagues))?(?: (?:to do|does|do|handles?|(?:should|would|will|can|must|might|ought to|has to|have to|needs? to|is supposed to|are supposed to) (?:do|handle|be doing|be handling|look after|take care of|be responsible for|be in charge of)))?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Whether();

    [GeneratedRegex(
        @"^\W*(?<x>(?!(?:"
            + TeamPattern.Text
            + @")\b)[^?]+?) (?:isn['’]?t|aren['’]?t|is not|are not|is|are|belongs? to|counts? as|falls? under) (?:(?:really|also|more|considered|a|an|the|part|kind|form|type|of|under|for|in|by|with) )*(?<team>"
            + TeamPattern.Text
            + ")"
            + Work
            + @"\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex StatedOf();

    /// <summary>"A customer wants his money back, is that for sales?"</summary>
    [GeneratedRegex(
        @"^\W*(?<x>[^?]{4,}?)\s*[,;:.?–-]+\s*(?:is|would|should) (?:that|this|it|those|these|they)(?: be)? (?:(?:really|also|actually|something|a|an|the|job|task|work|of|for|with|thing|question) )*(?<team>"
            + TeamPattern.Text
            + ")"
            + Work
            + @"\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsThat();

    /// <summary>"Isn't sales long term?" asks the same as "is sales long term?".</summary>
    [GeneratedRegex(@"n['’]?t$", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\bneeds? (?:any |the |a |our )?(?:" + TeamPattern.Text + ")", RegexOptions.IgnoreCase)]
    private static partial Regex Needed();

    [GeneratedRegex(@"\b(?:and|&)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    /// <summary>
    /// Of things and people in general; what "I", "we" and "you" may do is answered by the rule, and by nobody's yes.
    /// </summary>
    [GeneratedRegex(
        @"^\W*(?:(?:in|at|for|with|on) [^,?]{2,40},? )?(?:(?:is|was|isn['’]?t) it (?:\w+ )?(?:unusual|rare|common|usual|possible|necessary|normal|likely|important|easy|hard) (?:for|that|to) [^?]{8,}\??\W*$|(?:is|are|was|were|isn['’]?t|aren['’]?t|do|does|did|don['’]?t|doesn['’]?t|has|have(?! (?:an? |the |lunch|coffee|dinner|another))|can|will|would|should|must) (?!(?:i|we|you|u|my|our|your|it|this|that|these|those|they|he|she|there|anyone|anybody|someone|somebody|all)\b)[^?]{8,}\??\W*$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IfSo();

    /// <summary>"Correct that …?", "is it true that …?"</summary>
    [GeneratedRegex(
        Opening + @"(?:is it |is that )?(?:true|right|correct|fair to say|a fact)(?: or not)?(?:,| that)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Confirmed();

    /// <summary>What "I", "we" and "you" do is answered by the rule, too, where it is only confirmed.</summary>
    [GeneratedRegex(
        @"^\W*(?:so |and |but )?(?:i|we|you|u|it|this|that|he|she|they|there|my|our|your)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfPeople();

    /// <summary>"Could a company get by with only one of the two?"</summary>
    [GeneratedRegex(
        @"\b(?:get by|manage|survive|cope|work|live|go|do|succeed|run|be enough|make do|thrive|exist) (?:with|on|using|having) (?:just |only )?one(?: of (?:the two|them|these|both))?(?: alone| only)?\W*$|\b(?:is|would|will) (?:just |only )?one(?: of (?:the two|them|these|both))? (?:alone )?(?:be )?enough\W*$|\b(?:one|either)(?: of (?:the two|them|these|both))?(?: teams?| departments?| sides?)? (?:really |even |ever )?(?:get by|manage|survive|cope|work|live|go|do|succeed|function|exist|thrive|make it) without (?:the )?other\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OnlyOne();

    /// <summary>"Is that marketing?" asks about what was said before.</summary>
    [GeneratedRegex(
        @"^\W*(?:it|this|that|these|those|they|there|he|she|who|what|which|you|your \w+|our company(?: good at)?|we|i)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pointing();
}
