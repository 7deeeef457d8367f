using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Classifying;

namespace SalesBot.Answering.Sides;

/// <summary>
/// How two teams stand to each other by a sentence. <c>First</c>: the side of which it is said; null where it is said
/// of the two alike.
/// </summary>
readonly record struct RelationReading(Relation Relation, Verdict? First);

/// <summary>
/// Reads how the two teams stand to each other, out of questions and out of sentences of the material.
/// </summary>
static partial class RelationReader
{
    /// <summary>What is asked of a team, or of both; none where it is no relation of the two.</summary>
    /// <param name="team">Of whom it is asked.</param>
    /// <param name="claim">What is asked, from the verb on.</param>
    public static RelationReading? OfClaim(Verdict team, string claim)
    {
        var other = team == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;
        if (team != Verdict.Both)
            return StandsAlone().IsIn(claim) ? new(Relation.Needs, team)
                : IsNeeded().IsIn(claim) ? new(Relation.Needs, other)
                : !NamesOther(claim, other) && !FirstOrLast().IsIn(claim) && !OfTheTwo().IsIn(claim) ? null
                : MattersMore().IsIn(claim) ? new(Relation.MattersMore, team)
                : PartOf().IsIn(claim) ? new(Relation.PartOf, team)
                : SameAs().IsIn(claim) ? new(Relation.Same, null)
                : DifferentFrom().IsIn(claim) ? new(Relation.Different, null)
                : NeedsOther().IsIn(claim) ? new(Relation.Needs, team)
                : Earlier().IsIn(claim) ? new(Relation.Before, team)
                : Later().IsIn(claim) ? new(Relation.Before, other)
                : Wider().IsIn(claim) ? new(Relation.Broader, team)
                : Narrower().IsIn(claim) ? new(Relation.Broader, other)
                : WorksWith().IsIn(claim) ? new(Relation.Together, null)
                : null;
        return SameAim().IsIn(claim) ? new(Relation.SharedAim, null)
            : WorksWith().IsIn(claim) ? new(Relation.Together, null)
            : SameAs().IsIn(claim) ? new(Relation.Same, null)
            : DifferentFrom().IsIn(claim) ? new(Relation.Different, null)
            : NeedsOther().IsIn(claim) ? new(Relation.Needs, null)
            : null;
    }

    /// <summary>
    /// Which of two is asked for by its place in a relation: "which comes first?"; none where it is asked for by
    /// something else.
    /// </summary>
    public static (Relation Relation, bool IsFirst)? OfWhich(string question) =>
        PartOfOther().IsIn(question) ? (Relation.PartOf, true)
        : HoldsOther().IsIn(question) ? (Relation.PartOf, false)
        : !FirstOrLast().IsIn(question)
        || OtherChoice().IsIn(question) && Classifying.Statements.TeamNames.SideOf(question, onlyOne: false) is null
            ? null
        : (Relation.Before, Earlier().IsIn(question));

    /// <summary>What a sentence of the material says of the two; nothing where it says no such thing.</summary>
    public static IEnumerable<RelationReading> OfSentence(string sentence)
    {
        foreach (var (pattern, relation) in InTurn)
            if (
                pattern.FindIn(sentence) is { Success: true } found
                && SideOf(found, "a") is { } first
                && (SideOf(found, "b") ?? (relation == Relation.Needs ? Other(first) : null)) is { } second
                && first != second
            )
                yield return new RelationReading(relation, first);
        if (SaysTheyDiffer().IsIn(sentence))
            yield return new RelationReading(Relation.Different, null);
        if (SaysOneAim().IsIn(sentence))
            yield return new RelationReading(Relation.SharedAim, null);
        if (SaysBothMatter().IsIn(sentence))
            yield return new RelationReading(Relation.MattersMore, null);
        if (SaysTheyWorkTogether().IsIn(sentence))
            yield return new RelationReading(Relation.Together, null);
        if (SaysSellingIsNeeded().IsIn(sentence))
            yield return new RelationReading(Relation.Needs, Verdict.Marketing);
        if (SaysNeitherWithout().IsIn(sentence))
            yield return new RelationReading(Relation.Needs, null);
    }

    static readonly (Regex Pattern, Relation Relation)[] InTurn =
    [
        (IsPartOf(), Relation.PartOf),
        (HasAsPart(), Relation.PartOf),
        (Prepares(), Relation.Before),
        (FollowsOn(), Relation.Before),
        (OnceThen(), Relation.Before),
        (FirstThen(), Relation.Before),
        (ReliesOn(), Relation.Needs),
        (NotAlone(), Relation.Needs),
        (IsBroader(), Relation.Broader),
        (IsNarrower(), Relation.Broader),
    ];

    static Verdict Other(Verdict side) => side == Verdict.Sales ? Verdict.Marketing : Verdict.Sales;

    /// <summary>"Marketing alone is rarely enough."</summary>
    [GeneratedRegex(
        A
            + @" (?:alone|by itself|on its own) [^.?!]{0,20}\b(?:rarely|seldom|hardly|never|not|isn['’]?t|cannot|can['’]?t)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NotAlone();

    static bool NamesOther(string claim, Verdict other) =>
        Classifying.Statements.TeamNames.SideOf(claim, onlyOne: true) == other;

    static Verdict? SideOf(Match match, string group) =>
        match.Groups[group].Success
            ? Classifying.Statements.TeamNames.SideOf(match.Groups[group].Value, onlyOne: true)
            : null;

    /// <summary>"Which one is a part of the other?"</summary>
    [GeneratedRegex(
        @"\b"
            + Part
            + @" of (?:the )?(?:other|bigger|larger)\b|\b(?:belongs? to|falls? under|sits? (?:in|under|within)|is (?:inside|within)) the other\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PartOfOther();

    /// <summary>"Which of the two contains the other?"</summary>
    [GeneratedRegex(
        @"\b(?:contains?|includes?|encompass(?:es)?|comprises?|covers?|swallows?|holds?|embraces?) the other\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HoldsOther();

    const string A = @"(?<a>\b(?:" + TeamPattern.Text + @")\b)",
        B = @"(?<b>\b(?:" + TeamPattern.Text + @")\b)";
    const string Part =
        @"(?:part|subset|piece|component|branch|sub-?field|kind|form|type|sub-?category|element|subdivision|section|arm|area)s?";

    [GeneratedRegex(
        @"\b" + Part + @" of\b|\bbelongs? to\b|\bunder\b|\bincluded in\b|\bwithin\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex PartOf();

    [GeneratedRegex(
        @"\bsame\b(?!.*\b(?:goals?|aims?|objectives?|purpose|targets?|ends?|customers?|team|people|tools?|skills?|kind|sort|type|personality|character|qualities|traits?|training|approach|methods?|way|pace|language|budget|software)\b)|\bidentical\b|\bsynonym|\binterchangeabl|\bequal\b|\balike\b|\bone (?:thing|discipline|job)\b|\bno differen|\bjust another (?:word|name)\b|\banother (?:word|name) for\b|^(?:is|are) (?:just |really |basically |only )?(?:sales|marketing|selling)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SameAs();

    [GeneratedRegex(@"\b(?:different|distinct|separate|differ|not the same|unlike)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DifferentFrom();

    [GeneratedRegex(
        @"\b(?:same|shared?|sharing|common|one|joint)\b.*\b(?:goals?|aims?|objectives?|purpose|targets?|ends?|mission)\b|\bwant the same\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SameAim();

    [GeneratedRegex(
        @"\b(?:work|pull|belong|go|act|plan|team up|come|stick) (?:closely |well |hand in hand |side by side )?together\b|\bwork (?:closely |hand in hand |side by side )?with\b|\b(?:cooperat|collaborat|communicat|(?:talk|speak|listen) (?:to|with) (?:each other|one another)|exchange|share (?:information|what they)|align|coordinat|complement|hand in hand|help each other|support each other|feed each other|rivals?\b|enem(?:y|ies)\b|opponents?\b|against each other|separately)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WorksWith();

    [GeneratedRegex(
        @"\b(?:depends? on|rel(?:y|ies) on|needs? (?:any |the |a |our )?(?:"
            + TeamPattern.Text
            + @")|needs? (?:each other|one another|the other)|counts? on|dependent on|reliant on|without|(?:get by|do|live|survive|manage|make do|succeed|go on|get along) (?:with )?(?:only |just )?(?:one|either)(?: of (?:the two|them|these))?)\b|\bmakes? (?:any |the |a |our )?(?:"
            + TeamPattern.Text
            + @") (?:superfluous|unnecessary|pointless|useless|redundant|obsolete)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NeedsOther();

    /// <summary>"Is enough alone", "can stand on its own".</summary>
    [GeneratedRegex(
        @"^(?:(?:is|are|be|can|could|would|will|does|do|really|ever|not|all|alone|by itself|on its own) )*(?:enough|sufficient|suffice|does it|stand|do|work|survive|succeed|live)(?: (?:alone|by itself|on its own|all by itself))?\W*$(?<=\b(?:enough|sufficient|suffice|alone|itself|own)\W*)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex StandsAlone();

    [GeneratedRegex(
        @"^(?:is|are) (?:(?:still|really|even|always|ever|not) )*(?:needed|necessary|required|indispensable|superfluous|unnecessary|pointless|useless|redundant|obsolete|dead)(?:,? (?:if|when|once|even|today|now|any ?more|at all|for|in)\b.*)?\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsNeeded();

    [GeneratedRegex(
        @"\b(?:before|first|earlier|precedes?|leads? to|prepares?|lays? the ground\w*|paves? the way|sets? the stage|ahead of)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Earlier();

    [GeneratedRegex(
        @"\b(?:after|later|last|second|follows?|comes? next|builds? on|takes? over|steps? in)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Later();

    [GeneratedRegex(
        @"\b(?:comes?|came|starts?|happens?|goes|go|begins?) (?:first|last|before|after|later|earlier|second)\b|\b(?:prepares?|lays?) (?:the |any )?(?:ground|way|groundwork|stage)\b|\b(?:paves?|sets?) the (?:way|stage)\b|\b(?:takes? over|steps? in|comes? next)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FirstOrLast();

    [GeneratedRegex(@"\b(?:of the two|of both|(?:concept|term|field|discipline|one)\W*$)", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheTwo();

    [GeneratedRegex(
        @"\b(?:broader|wider|(?:bigger|larger)(?! (?:budget|salary|bonus|team|paycheck|pay|office|department|staff)s?\b)|more comprehensive|more general|more than|broad|comprehensive|umbrella|roof)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Wider();

    [GeneratedRegex(
        @"\b(?:narrower|smaller|more limited|more specific|less than|more targeted)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Narrower();

    [GeneratedRegex(
        A
            + @"[^.?!]{0,40}?\b(?:is|are|as|remains?)\b[^.?!]{0,30}?\b"
            + Part
            + @"(?: (?:and|or) "
            + Part
            + @")? of (?:the )?"
            + B,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsPartOf();

    [GeneratedRegex(
        @"^(?!while|whereas)[^.?!]*?"
            + B
            + @"[^.,?!]{0,30}?\b(?:includes?|contains?|comprises?|is made up of|consists? of)\b[^.?!]{0,200}?,? and "
            + A
            + @"(?: amongst\b| among\b| as well\b|[.,]|\W*$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HasAsPart();

    [GeneratedRegex(
        A
            + @"[^.?!]{0,40}?\b(?:lays? the groundwork|prepares?|opens? the door|sets? the stage|paves? the way|comes? (?:first|before)|starts?|precedes?|warms? up|feeds?)\b[^.?!]{0,80}?"
            + B,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Prepares();

    [GeneratedRegex(
        B
            + @"[^.?!]{0,40}?\b(?:follows?|comes? after|builds? on|takes? over (?:after|from|when)|picks? up where)\b[^.?!]{0,60}?"
            + A,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FollowsOn();

    [GeneratedRegex(
        @"^(?:once|after|when|as soon as) (?:the )?" + A + @"[^.?!]{0,100}?, (?:the )?" + B,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OnceThen();

    [GeneratedRegex(
        A + @"[^.?!]{0,100}?\b(?:next stage|then|afterwards|next step|later)\b[^.?!]{0,60}?" + B,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FirstThen();

    [GeneratedRegex(A + @"[^.?!]{0,30}?\b(?:rel(?:y|ies)|depends?|counts?) on (?:the )?" + B, RegexOptions.IgnoreCase)]
    private static partial Regex ReliesOn();

    [GeneratedRegex(
        A
            + @"[^.?!]{0,40}?\b(?:so much more|broader|wider|more comprehensive|more)\b[^.?!]{0,60}?\b(?:than|component of|part of|while|whereas|although|despite)\b[^.?!]{0,40}?"
            + B,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsBroader();

    [GeneratedRegex(
        B + @"[^.?!]{0,40}?\b(?:narrower|more limited|more specific|smaller)\b[^.?!]{0,80}?" + A,
        RegexOptions.IgnoreCase
    )]
    private static partial Regex IsNarrower();

    [GeneratedRegex(
        @"\bnot(?: \w+){0,3} the same\b|\b(?:two )?(?:different|distinct|separate) (?:concepts?|things?|functions?|disciplines?|roles?|jobs?|processes)\b|\bmistaken for\b|\bdiffer\b(?! in age)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysTheyDiffer();

    [GeneratedRegex(
        @"\b(?:same|shared?|common|one) (?:\w+ )?(?:goals?|aims?|objectives?|responsibility|purpose|target)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysOneAim();

    [GeneratedRegex(
        @"\b(?:work(?:s|ing)? (?:closely )?(?:together|hand[- ]in[- ]hand)|hand[- ]in[- ]hand|complementary|in tandem|side by side|helps? each other|feeds the other)\b|\bcan(?:['’]?t|not| rarely| hardly) (?:have one|survive) without\b|\brarely have one without\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysTheyWorkTogether();

    [GeneratedRegex(
        @"\b(?:need|necessary|required)\b[^.?!]{0,40}\b(?:personal selling|selling|sales(?:people)?)\b|\bnot (?:replace|eliminate|remove)\b[^.?!]{0,40}\b(?:selling|sales(?:people)?)\b|\b(?:rare|impossible|unlikely)\b[^.?!]{0,120}\bwithout (?:any )?(?:contact|talking)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysSellingIsNeeded();

    [GeneratedRegex(
        @"\b(?:can(?:['’]?t|not)|rarely|hardly|neither)\b[^.?!]{0,60}\bwithout the (?:other|help of the other)\b|\bone without the other\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysNeitherWithout();

    [GeneratedRegex(
        @"\b(?:more|less) (?:important|valuable|relevant|crucial|essential|necessary)\b|\bmatters? (?:more|less)\b|\bthe (?:most )?important one\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MattersMore();

    /// <summary>"Sales and marketing are both crucial", "two pillars".</summary>
    [GeneratedRegex(
        @"\b(?:sales|marketing) and (?:sales|marketing)\b[^.?!]{0,30}\b(?:are|both)\b[^.?!]{0,20}\b(?:crucial|essential|important|vital|indispensable|needed)\b|\bpillars\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SaysBothMatter();

    /// <summary>"What comes first, the product or the customer?" asks about something else.</summary>
    [GeneratedRegex(@"\bor\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherChoice();
}
