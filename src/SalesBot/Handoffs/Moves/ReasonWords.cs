using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Handoffs.Moves;

/// <summary>
/// Finds the reason that somebody's words give: its code, said as words, or what people say instead of it. Where
/// several fit, the more special one is meant: "no budget until March" is about the budget.
/// </summary>
static partial class ReasonWords
{
    static readonly (string Code, Regex Said)[] Sayings =
    [
        ("opted-out", OptedOut()),
        ("no-consent", Consent()),
        ("own-employee", Own()),
        ("competitor", Competitor()),
        ("duplicate", Duplicate()),
        ("already-owned", Owned()),
        ("wrong-region", Region()),
        ("wrong-industry", Industry()),
        ("wrong-role", Role()),
        ("wrong-team", Team()),
        ("too-small", Small()),
        ("invalid-contact", Contact()),
        ("spam", Spam()),
        ("locked-in", Locked()),
        ("no-budget", Budget()),
        ("missing-information", Missing()),
        ("no-answer", Answer()),
        ("no-need", Need()),
        ("bad-timing", Timing()),
    ];

    /// <summary>The code, one of <paramref name="reasons"/>, or null.</summary>
    public static string? Find(string words, Reasons reasons) =>
        reasons
            .All.Where(reason =>
                reason.Code != Reasons.Other
                && (
                    words.Contains(reason.Code.Replace('-', ' '), StringComparison.OrdinalIgnoreCase)
                    || words.Contains(reason.Code, StringComparison.OrdinalIgnoreCase)
                )
            )
            .Select(reason => reason.Code)
            .FirstOrDefault()
        ?? Sayings.FirstOrDefault(saying => saying.Said.IsIn(words) && reasons.Find(saying.Code) is not null).Code;

    [GeneratedRegex(
        @"\b(?:(?:wrong|not (?:my|our|the right)|another|other|outside (?:my|our|the)|out of (?:my|our)?|beyond (?:my|our)) ?(?:region|country|territory|area|market|patch|continent|state|turf)"
            + @"|we (?:don['’]?t|do not) (?:do|cover|serve|sell (?:in|to)|work in|deliver to) \p{Lu}\w+|(?:we|i) (?:only|just) (?:cover|serve|do|sell in) \p{Lu}\w+)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Region();

    [GeneratedRegex(
        @"\b(?:not (?:yet )?(?:ready|now)|n['’]?t (?:yet )?ready|too early|(?:bad|wrong) (?:time|timing|moment)|(?:later|next|this) (?:year|quarter|spring|summer|autumn|winter|month)|until|till|not before"
            + @"|(?:in the )?(?:middle|midst) of|reorgani[sz]\w+|restructur\w+|merger|on hold|postponed|freeze|frozen|busy|after (?:the|their|christmas|easter|summer)|maybe later|come back (?:in|later)|paused? (?:the|their) project)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Timing();

    [GeneratedRegex(
        @"\b(?:(?:wrong|invalid|dead|bad|fake|old|disconnected|non-?existent) (?:number|phone|e-?mail|mail|address|contact(?! person)|extension)|(?:number|phone|e-?mail|mail|address|line|mailbox) (?:is |was |are )?(?:wrong|invalid|dead|bad|fake|not valid|disconnected|out of service|unreachable|doesn['’]?t (?:exist|work)|does not (?:exist|work)|bounce\w*|unknown|not in use|gone)"
            + @"|bounc(?:es?|ed|ing)|undeliverable|no such (?:person|address|number)|does(?: not|n['’]?t) exist|(?:has |have )?left the (?:company|firm)|(?:does(?:n['’]?t| not)|no longer) works? (?:there|at|for)|not reachable under)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Contact();

    [GeneratedRegex(
        @"\b(?:no (?:answer|reply|response|reaction|callback|sign of life)|no ?(?:body|one) (?:answers?|answered|picks? up|picked up|replie[sd]|responds?|calls? back)|(?:did(?: not|n['’]?t)|never|does(?: not|n['’]?t)|won['’]?t|do(?: not|n['’]?t)|is not|isn['’]?t) (?:ever )?(?:answer\w*|reply|replied|respond\w*|call(?:ed)? back|calls? back|pick(?:ed|s)? up|get back|got back|react\w*|return(?:ed)? (?:my|our|any))"
            + @"|ghost(?:ed|ing|s)|(?:gone|went) (?:quiet|silent|dark|cold)|voice ?mail|(?:called|tried|rang|phoned|wrote|mailed|emailed) (?:\w+ )?(?:\d+|two|three|four|five|six|seven|eight|several|many|countless|a dozen|umpteen) times|can(?:no|['’]?)t (?:reach|get hold of|get through)|unreachable|radio silence|dead silence|silence since)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Answer();

    [GeneratedRegex(
        @"\b(?:duplicates?|dup|dupe|doubles?|doublet|same (?:as|person|lady|guy|lead|one)|twice|already have the same|(?:have|had|got) (?:her|him|them|this one|that one) (?:already|before)|already (?:in the (?:system|desk|list|crm)|there as))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Duplicate();

    [GeneratedRegex(
        @"\b(?:already (?:\w+['’]s|owned|mine|taken|with (?!us)|handled|worked|being worked|in (?:talks|contact|touch|negotiation)|talking|has an? (?:owner|rep|account manager)|(?:a )?(?:customer|client) of|looked after|belongs? to|a customer|our customer|assigned|owns|has (?:her|him|them|that|this|it)|works (?:with|on)|handles|looks after|deals with|talks? to|serves)|has an (?:owner|account manager)|(?:is|are) (?:\w+['’]s) (?:account|customer|client|lead)|(?:\w+) (?:is|has been) already (?:on|working)|already works (?:with|on|that|this)|existing (?:customer|client|account)|named account)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Owned();

    [GeneratedRegex(
        @"\b(?:(?:job|task|case|work) for (?!sales\b|marketing\b|me\b|us\b)\w+|not (?:ours|mine|for us|for me|for our team|our (?:job|task|thing|department|business|turf)|a (?:sales|marketing) (?:task|job|thing|topic|matter)|sales|marketing)|wrong (?:team|department|people|address(?:ee)?|place|desk|folks)|(?:belongs?|is|goes|that['’]?s|should go) (?:to |for |with |a )?(?:support|legal|finance|hr|it|product|customer success|service|procurement|engineering|accounting|billing|partner management|recruiting)\b|(?:support|billing|hr|job|service|press) (?:case|question|ticket|issue|request|application|topic|matter|inquiry|enquiry)|job (?:application|seeker|applicant)|(?:isn['’]?t|not) (?:a |an )?(?:sales|marketing))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Team();

    [GeneratedRegex(
        @"\b(?:missing|incomplete|neither (?:a |an |any )?(?:phone|e-?mail|mail|number|name|address|company)|(?:not|n['’]t) enough (?:information|info|details|data|to go on|there|in it|context)|(?:too )?(?:little|thin|few details)|more (?:information|info|details|context|data|background)|(?:need|tell|say|know|want)\w* (?:to know )?(?:me |us )?(?:which|what|who|how many|how much|whether)|no (?:phone|e-?mail|mail|number|name|details|contact|info\w*|address|company|context|clue (?:what|who)|idea (?:what|who))|(?:without|lacks?|lacking) (?:a |an |any |the )?(?:phone|e-?mail|mail|number|name|details|contact|info\w*|address|company|budget|context)|(?:what|which|whose)\b[^.]{0,60}\?|fill (?:it |this )?in|don['’]?t (?:know|see) (?:what|who|which)|doesn['’]?t (?:say|tell)|(?:is|are) empty|blank)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"\b(?:no (?:money|budget|funds|funding|cash)|(?:can(?:no|['’]?)t|cannot|could(?:n['’]?t| not)) (?:pay|afford)|unable to (?:pay|afford)|too (?:expensive|pricey|costly|dear)|out of (?:their|her|his) (?:budget|price range)|(?:budget|money|funds?|cash)(?:['’]?s)? (?:is |are |was |has been |is all |all )?(?:gone|spent|frozen|cut|used up|exhausted|cancelled|not approved|zero|closed|tight)|(?:ran|run) out of (?:money|budget|cash)|broke|budget (?:freeze|cuts?)|without (?:a |any )?budget|lost (?:the|their|her|his) (?:budget|funding)|budget (?:only )?(?:from|in|next))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Budget();

    [GeneratedRegex(
        @"\b(?:not interested|no (?:need|interest|use for|project|demand|requirement)|(?:does(?: not|n['’]?t)|do(?: not|n['’]?t)|never) (?:need|want|intend|plan)|(?:build|built|building|make|made|making|do|doing|did) (?:it|one|this|theirs) (?:them|him|her)sel(?:f|ves)|in-?house|lost interest|cancell?ed the project|changed (?:her|his|their) mind|only (?:curious|browsing|wanted the (?:t-?shirt|prize|swag|whitepaper|report|raffle))|just (?:curious|browsing|looking)|(?:happy|satisfied|fine) with (?:what|their|the)|no longer (?:needs?|wants?|interested|looking))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Need();

    [GeneratedRegex(
        @"\b(?:(?:too|way too|far too|much too|so) (?:small|tiny|little|few (?:people|users|seats|employees))|(?:just|only|just a|only a) (?:\d|one|two|three|four|five|a handful of|a few)\w* (?:people|employees|users|seats|man|staff)|(?:one|two|1|2|three|3)[- ](?:man|woman|person|people) (?:shop|show|business|company|firm|band|operation|outfit)|(?:\d|one|two|three|four|five) (?:employees|people|users|seats)|freelancer|sole trader|one-man|tiny (?:shop|company|firm|business)|below (?:our|the) (?:minimum|threshold))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Small();

    [GeneratedRegex(
        @"\b(?:locked[- ]in|(?:under|in|bound by|tied (?:to|into)|stuck (?:in|with)) (?:a |an |their |her |his |the )?(?:\w+ )?(?:contract|agreement)|(?:has|have|had|got|signed|renewed|just signed|extended) (?:a |an |their |her |his )?(?:\w+[- ])*(?:contract|agreement|deal|licen[cs]e) (?:with|until|till|for|through)|(?:get|got|gets|out) out of (?:the|their|her|his|a) (?:\w+ ){0,2}(?:contract|agreement|deal|licen[cs]e)|contract (?:runs|with|until|till|ends|expires|is running|locks)|just (?:signed|bought|renewed|extended)(?! with us)|tied up (?:with|in)|committed to (?:another|a different|their))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Locked();

    [GeneratedRegex(
        @"\b(?:opt(?:s|ed|ing)?[- ]out|unsubscrib\w+|(?:does(?: not|n['’]?t)|do(?: not|n['’]?t)|never|no longer) want(?:s)? (?:to (?:be (?:contacted|called|mailed|written)|hear|get|receive)|(?:any )?(?:mail|e-?mails?|calls|contact|messages))|(?:asked|asks|wants|wanted|demanded|begged|told us|requested) (?:us )?(?:to be |to get )?(?:taken off|removed|deleted|left alone|off (?:the|all|our)|unsubscribed|struck off|not to (?:be )?(?:call|contact|write|mail|email)\w*|never to|that we (?:stop|never)|no (?:more|further) (?:mails?|e-?mails?|calls|contact|messages))|(?:do not|don['’]?t|never|not to|to never|to not) (?:ever )?(?:contact|call|disturb|write|mail|e-?mail|phone|ring)(?: to)? (?:her|him|them|us|me|again|any ?more|here)|stop (?:calling|mailing|writing|contacting|emailing)|take (?:her|him|them|me) off)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OptedOut();

    [GeneratedRegex(
        @"\b(?:no consent|without (?:her |his |their |any )?consent|gdpr|never (?:gave|agreed|consented|opted in|signed up)|(?:did(?:n['’]?t| not)|has(?:n['’]?t| not)|have(?:n['’]?t| not)) (?:give|given|gave) (?:us )?(?:\w+ )?(?:consent|permission)|consent (?:is )?(?:missing|withdrawn|revoked)|no (?:opt-?in|permission)|(?:bought|purchased|scraped) list)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Consent();

    [GeneratedRegex(
        @"\b(?:competitors?|works for the competition|from the competition|is the competition|rival (?:firm|company|vendor)|sells the same (?:thing|as we)|spying)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Competitor();

    [GeneratedRegex(
        @"\b(?:spam|spammer|fake|bots?|junk|bogus|nonsense|gibberish|test (?:entry|lead|submission)|mickey mouse|asdf\w*|phish\w*|scam\w*|crypto (?:offer|ad)|seo offer|made[- ]up|donald duck|prank)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Spam();

    [GeneratedRegex(
        @"\b(?:wrong (?:role|person|contact person|guy|lady|woman|man|job)|not (?:the|a) (?:decision[- ]maker|right person|buyer|one who (?:decides|buys))|(?:student|intern|trainee|apprentice|working student|pupil|professor|researcher)\b|no (?:say|authority|influence|power|decision)|(?:can(?:no|['’]?)t|cannot|doesn['’]?t|does not|never) (?:decide|sign|buy anything)|has nothing to (?:say|do with)|not (?:her|his|their) (?:job|decision|department)|thesis|only the (?:assistant|receptionist|secretary))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Role();

    [GeneratedRegex(
        @"\b(?:wrong (?:industry|sector|business|branch|field|vertical)|(?:not|n['’]t) (?:in )?(?:our|my|a|the right) (?:industry|sector|branch|vertical|target (?:group|market|industry))|we (?:don['’]?t|do not) (?:sell to|serve|do|work with) (?!\p{Lu})\p{L}+|no (?:product|offer|solution) for|not a fit for (?:our|the) (?:industry|product)|different (?:industry|sector))\b",
        RegexOptions.None
    )]
    private static partial Regex Industry();

    [GeneratedRegex(
        @"\b(?:our own|own|is an?|one of our(?: own)?) (?:employees?|colleagues?|staff|people|interns?|trainees?)\b|\b(?:works|working) (?:for|with|at) us\b|\b(?:is|that['’]?s) (?:one of us|someone from (?:our|here)|(?:our|my) (?:new |own )?(?:colleague|trainee|intern|own))\b|\bfrom our (?:own )?(?:office|company|team|warehouse|finance|hr|it)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Own();
}
