using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Tells words that order nothing: questions about how things are done, hearsay, wishes for some day, what is denied.
/// </summary>
static partial class QuestionGuard
{
    /// <summary>A question about the work itself: "how do I …", "what does … mean", "who decides whether …".</summary>
    public static bool AsksHow(string frame) => How().IsIn(frame);

    /// <summary>Any question that is no polite order.</summary>
    public static bool Asks(string frame) => Asking().IsIn(frame) && !Polite().IsIn(frame);

    /// <summary>A question from its first word on.</summary>
    public static bool BeginsAsking(string frame) => AskingFirst().IsIn(frame) && !Polite().IsIn(frame);

    [GeneratedRegex(
        @"^ (?:(?:and|so|but|ok|hey|hi|well|hm)[ ,]*)*(?:who|whom|whose|what(?! an? )|when|where|why|how|which|is|are|was|were|did|does|has)\b"
    )]
    private static partial Regex AskingFirst();

    /// <summary>"Can you …", "could marketing …": an order in the form of a question.</summary>
    public static bool IsPolite(string frame) => Polite().IsIn(frame);

    /// <summary>What somebody else said or may do, what may be some day, what is not to be done.</summary>
    public static bool IsIdle(string frame) => Idle().IsIn(frame);

    /// <summary>What was once, elsewhere: a story, unless somebody is asked for something in it.</summary>
    public static bool Tells(string frame) => Story().IsIn(frame);

    [GeneratedRegex(
        @"\b(?:in my last (?:company|job)|at my (?:last|old|previous|former) (?:company|job|place|employer)|back in the day|used to|years ago|when i was)\b"
    )]
    private static partial Regex Story();

    /// <summary>Asked of a colleague by name: "Dana, did you …?"</summary>
    public static bool AsksColleague(string frame) => Colleague().IsIn(frame);

    [GeneratedRegex(
        @"^ (?:(?:and|so|but|ok|hey|hi|hello|well|hm|quick question|question|one question|just wondering|i wonder|wondering|remind me|can you (?:tell|explain to|remind) (?:me )?|could you (?:tell|explain to|remind) (?:me )?|do you know|tell me|explain|does (?:anyone|anybody|someone) know|i'd like to know|i don't (?:get|understand|know)|not sure|no idea)[ ,:–-]*)*"
            + @" ?(?:how (?:do|does|can|could|should|would|must|to|come|is a|are|long (?:do|does|should|may|can|must) (?:i|we|sales|marketing|a|an|the)|soon (?:must|should|do)|fast (?:must|should)|exactly|best|many (?:days|hours) (?:do|does|may|can))\b|what(?! an? )(?:'s| is|s| are| does| do| did| would| should| could| can| happens| kind| sort| makes| reasons?| if| about if| else| counts| belongs)? (?!(?:the )?(?:status|state|news|new|overdue|due|late|waiting|open|left|mine|happened|my|up|in the|on my|became)\b)(?:the difference|a |an |mean|does|do |is a|is the (?:difference|meaning|point|purpose|best|right|rule|policy|goal|role|job)|counts|makes|happens|reasons?|kind|sort|should|would|could|can|must|may|if|stands|good|recycle|nurture|mql|sql|sal|lead|handoff|exactly|happen|marketing|sales|'s (?:a|an|the (?:difference|point|rule|best))|\w+ (?:mean|stand|do|need|expect|count))"
            + @"|what (?!an? )(?:would|does|do|should|can|could|will|did|must) (?:sales|marketing|a|an|the|i|we|you|they)\b|what(?:'s| is|s) (?:the difference|an? |the (?:meaning|point|purpose|right way|best way|rule|policy))|when (?:do|does|should|can|must|is it|would|to|may) (?:i|we|a|an|the|sales|marketing|you|one|it|to|return|recycle|hand)|why (?:do|does|is|are|should|would|did|can't|don't|not|must|was)|who (?:decides|defines|should|does|is responsible|owns|is in charge|pays|writes|makes|does|sets|may|can|must|is allowed|handles|usually|normally|runs|creates)|whose|which (?:team|one|of|is|are|reasons?|side|department|kind)\b|where (?:do|does|should|can) (?:i|we|a|the)"
            + @"|(?:can|may|could|should|must|do|shall|am) (?:i|we|one(?! of\b)|a (?:rep|marketer|manager)) (?!get|have|ask|give|hand|pass|flag|borrow|please|request|bother|late|behind|away|still|ever|already)\w+|(?:is|was) (?:it|that|this) (?:rude|ok|okay|allowed|true|normal|common|wrong|right|legal|better|worth|good|bad|fair|usual|necessary|required|enough|best|smart|wise|possible to)|(?:do|does|did|is|are|was|should|has|have|must) (?:a|an|the|every|all|any|each|sales|marketing|leads?|handoffs?|returning|recycling|nurturing|you|they|cold|email|seo)\b(?! (?:please|pls|missed|been late|fallen behind|have (?:time|capacity|anything|anyone|someone|somebody|a |got)|overdue|late|behind|due|waiting|team)))"
            + @"|^ (?:(?:please|pls|ok|so|and|now|hey|hi)[ ,]*)*(?:tell|remind) me (?:more )?(?:about|how|why|what|which|who|whose|where|whether|if)\b"
            + @"|\b(?:sales or (?:rather )?marketing|marketing or (?:rather )?sales) ?[,;:.–—-] ?(?:so )?(?:which|who|what)\b"
            + @"|\b(?:whose|which team['’]?s|who['’]?s) (?:job|task|duty|responsibility|turn|call) (?:is|would|should)\b|[.,:;!?–—-] ?(?:so |and |but |just )?how (?:do|does|is|are|would|should) [^.?!]{3,60} (?:work|done|happen|go|look)\b"
            + @"|\b(?:sales|marketing)(?: \w+)? or (?:rather |is (?:it|that) |(?:a job |a task |something )?(?:for|of|to|with|by) )*(?:sales|marketing)(?:['’]s?)?(?: (?:job|task|thing|work|team))? ?\?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex How();

    [GeneratedRegex(
        @"\?|^ (?:(?:and|so|but|ok|hey|hi|well|hm)[ ,]*)*(?:who|whom|whose|what(?! an? )|whats|when|where|why|how|which|is|are|was|were|did|does|do (?:i|we|you|they)|has|have (?:i|we|you|they)|should|shall|am i)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"^ (?:(?:hi|hey|hello|ok|so|and|please|pls|well|dear|morning|good morning|quick one|team|guys|all|folks|sales|marketing|@\S+|yes|sorry)[ ,!:.–]*)*(?:(?:can|could|would|will|may|might) (?:you|u|someone|somebody|anyone|anybody|we|i (?:get|have|ask|borrow)|one of (?:you|our|the|your)|(?!i |he |she |they |it )\p{L}+ (?:please )?(?:take|pick|handle|look after|cover|own)|sales|marketing|(?:the |our |your |an? )\w+|it be possible)\b|who (?:in (?:sales|marketing)|of you|there)? ?(?:can|could|would|has time to|wants to) (?:make|build|write|do|create|send|help|give|call|take|get|prepare|design|translate)\b|would it be|is it possible|any chance|(?:do|does) (?:marketing|sales|anyone|anybody|someone) have|mind \w+ing|would you mind|may i ask|is there (?:anyone|anybody|someone|somebody|any way))"
            + @"|[.,;:!?–—-] (?:please |pls |so |and |then |also )*(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody|we|i (?:get|have|ask)|one of you|sales|marketing|(?:the |our |your |an? )\w+)\b|\b(?:marketing|sales) (?:can|could|would|will) (?:you|u|someone)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Polite();

    [GeneratedRegex(
        @"\b(?:(?:he|she|they|boss|manager|dana|somebody|someone|everybody|everyone|people) (?:said|says|told me|thinks|thought|mentioned|claims|promised|might|may|would|always)(?: that)? (?:he'd|she'd|they'd|hed|shed|theyd|we should|i should|to think)|thinking (?:about|of) (?:accept|return|tak|hand|clos)\w*|think about (?:accept|return|tak|hand|clos)\w*|let's wait|lets wait|wait and see|(?:boss|manager|he|she|they|everybody|everyone|people) would (?:love|like|prefer) to see|not (?:yet |so )?convinced|still thinking|(?:haven't|havent|have not) decided|undecided|who knows|some ?day (?:maybe|perhaps)|(?:maybe|perhaps|possibly)\b.*\b(?:some ?day|one day|who knows|at some point|in the future|next year)|would be (?:nice|great|cool|fun) (?:if .*)?(?:some ?day|one day)|if only|just dreaming|one of these days|or not,? dunno|dreaming aloud|i wish|imagine|hypothetically|theoretically|in theory|for example|for instance|always (?:complain\w*|say\w*|forget\w*|moan\w*|want\w*)|never (?:accept|read|call|answer|listen|do)s? (?:any|our|my|the)|just kidding|kidding|joke|haha|lol\b.*\bonly|let's see|lets see|might want (?!to (?:hear|know|see|look|read|note))|(?:he|she|they|sales|marketing) (?:wanted|was going|were going|tried|planned|meant|intended) to|apparently|rumou?r|was about to|were about to|(?:nearly|almost) (?:return|accept|clos|hand)\w*|i heard|glad (?:they|he|she|we) did|(?:nearly|almost) with\w+|no idea (?:if|whether|what)|not sure (?:if|whether|what|yet)|(?:don't|do not|dont) know (?:if|whether|yet|what)|i wonder|should i\b|shall i\b|should we\b|shall we\b|or should|or shall|might be worth|could be interesting)\b|\b(?:don't|do not|dont|never|let's not) (?:accept|return|recycle|snooze|pause|close|disqualify|assign|withdraw|complete|reopen|touch|do anything|send .{0,20}back)\b|\b(?:nearly|almost|nearly had|accidentally almost) (?:return|accept|clos|sent|send|recycl|disqualif|withdr)\w*|\b(?:said|says|told me|promised|thinks|reckons) (?:that )?(?:he|she|they)(?:'ll| will|'d| would| is going to|'s going to) (?:accept|return|recycle|snooze|pause|close|disqualify|assign|withdraw|complete|reopen|take|send|call|look)\b|\b(?:says?|said|thinks?|thought|reckons?|guesses|told me) (?:that )?(?:he|she|they|hed|shed|it) (?:may|might|would|could|will|can|wants?|is|was|has|had|'ll|'d)\b.*\bho#|^ if |^ (?:one|some) ?day\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Idle();

    [GeneratedRegex(
        @"^ (?!sales\b|marketing\b|hi\b|hey\b|so\b|and\b|ok\b|yes\b|no\b|well\b|sorry\b|please\b|hello\b|question\b|dear\b|team\b|morning\b|hm\b|also\b|btw\b|now\b|what\b|who\b)@?\p{L}[\w'-]+(?: ,| :)? ?(?:,|:) (?:did|do|are|have|is|were|will|can|could|would|shall|was) (?:you|we|it|that|ho#)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Colleague();
}
