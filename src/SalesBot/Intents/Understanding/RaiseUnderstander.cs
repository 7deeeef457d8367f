using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents.Understanding;

/// <summary>
/// Reads that work is handed to the other team, in whatever words: a team is asked for something, or somebody is named
/// together with a wish. The sender is always asked before anything is handed over.
/// </summary>
static partial class RaiseUnderstander
{
    const int MaxTitle = 120;

    /// <param name="frame">The message, framed.</param>
    /// <param name="entities">What it names.</param>
    /// <param name="senderTeam">The team of the sender, or null.</param>
    /// <param name="today">The day that dates count from.</param>
    public static Understanding? Read(string frame, MessageEntities entities, string? senderTeam, DateOnly today)
    {
        var lead = Buying().IsIn(frame) || (senderTeam != "sales" && LeadWord().IsIn(frame));
        var nurture = Nurture().FindIn(frame);
        var content = ContentWish(frame);
        var reachable = entities.Emails.Count + entities.Phones.Count > 0;
        var asked = AskedTeam(frame, reachable);
        var named = reachable || entities.Person is not null || entities.Company is not null;
        var imperative = Imperative().IsIn(frame);
        var team =
            asked
            ?? TeamFor(
                senderTeam,
                nurture.Success && named,
                content is not null,
                reachable,
                lead,
                Handing().IsIn(frame) && named
            )
            ?? (KindNamed().IsIn(frame) || (senderTeam == "sales" && Complaint().IsIn(frame)) ? "marketing" : null);
        if (team is null || asked is null && Markup().IsIn(entities.Text))
            return null;
        // A team that is only spoken of is asked for nothing.
        var wished =
            Wish().IsIn(frame)
            || KindNamed().IsIn(frame)
            || Handing().IsIn(frame)
            || nurture.Success
            || content is not null
            || Telling().IsIn(frame)
            || lead
            || imperative
            || (asked is not null && Greeting().IsIn(frame))
            || QuestionGuard.IsPolite(frame)
            || (senderTeam == "sales" && Complaint().IsIn(frame));
        if (
            !reachable
            && (
                !wished
                || !(
                    imperative
                    || KindNamed().IsIn(frame)
                    || FirstPerson().IsIn(frame)
                    || Complaint().IsIn(frame)
                    || QuestionGuard.IsPolite(frame)
                    || Telling().IsIn(frame)
                    || ((Handing().IsIn(frame) || nurture.Success) && entities.Person is not null)
                    || asked is not null && Address().IsIn(frame)
                )
            )
        )
            return null;
        if ((QuestionGuard.AsksHow(frame) || Counting().IsIn(frame) || Generic().IsIn(frame)) && !reachable)
            return null;
        var kind =
            team == "sales"
                ? SalesKind(frame, entities, lead || LeadWord().IsIn(frame))
                : MarketingKind(frame, entities, nurture.Success, content is not null);
        return Draft(frame, entities, team, kind, today) with
        {
            Sure = asked is not null && (reachable || wished) ? 0.9 : 0.7,
            Because =
                asked is not null ? $"asked of {asked}"
                : nurture.Success ? nurture.Value.Trim()
                : "somebody to hand over",
        };
    }

    /// <summary>The draft of a handoff of that kind to that team, with all that the message names.</summary>
    public static Understanding Draft(string frame, MessageEntities entities, string team, string kind, DateOnly today)
    {
        var urgency = UrgencyWords.Read(entities.Text, today);
        return new Understanding
        {
            Do = Deed.Raise,
            Confirm = true,
            Team = team,
            Kind = kind,
            Name = entities.Person?.Value,
            Email = entities.Emails.Count > 0 ? entities.Emails[0].Value : null,
            Phone = entities.Phones.Count > 0 ? entities.Phones[0].Value : null,
            Role = entities.Role?.Value,
            Company = entities.Company?.Value,
            Urgency = kind == "nurture" && urgency is "now" && !Pressing().IsIn(frame) ? null : urgency,
            Title = Title(entities, kind),
            Sure = 0.7,
        };
    }

    /// <summary>Whether somebody is told of who wants to buy.</summary>
    public static bool WantsToBuy(string text) => Buying().IsIn($" {text.ToLowerInvariant()} ");

    /// <summary>
    /// Whom work goes to where no team is named: what is not ready, and what is to be made, to marketing; else to the
    /// other team.
    /// </summary>
    static string? TeamFor(string? senderTeam, bool nurture, bool content, bool reachable, bool lead, bool handing)
    {
        if (nurture || content)
            return "marketing";
        if (reachable && (senderTeam == "marketing" || lead))
            return "sales";
        if (handing && senderTeam is not null)
            return senderTeam == "sales" ? "marketing" : "sales";
        return null;
    }

    /// <summary>The team that is asked for something; null if none is, or both are.</summary>
    static string? AskedTeam(string frame, bool reachable)
    {
        if (
            Asked().FindAllIn(frame).Count == 0
            && Mentioned().FindAllIn(frame).Select(match => match.Groups["team"].Value).Distinct().ToList()
                is [var only]
            && (reachable || (FirstPerson().IsIn(frame) && (Needs().IsIn(frame) || Telling().IsIn(frame))))
        )
            return only;
        var teams = Asked().FindAllIn(frame).Select(match => match.Groups["team"].Value).Distinct().ToList();
        if (teams.Count == 2)
            return
                Handed().FindAllIn(frame).Select(match => match.Groups["team"].Value).Distinct().ToList()
                    is [var handed]
                ? handed
                : teams[^1];
        return teams.FirstOrDefault();
    }

    static string? ContentWish(string frame) =>
        Content().FindIn(frame) is { Success: true } thing && Needs().IsIn(frame) ? thing.Value : null;

    static string SalesKind(string frame, MessageEntities entities, bool lead) =>
        entities.NamesContact
            ? SalesHelp().IsIn(frame) && !lead && entities.Emails.Count + entities.Phones.Count == 0
                ? "other"
                : "lead"
            : lead && !SalesHelp().IsIn(frame)
                ? "lead"
                : "other";

    static string MarketingKind(string frame, MessageEntities entities, bool nurture, bool content)
    {
        var reachable = entities.Emails.Count + entities.Phones.Count > 0;
        if (Feedback().IsIn(frame) && !(reachable && nurture))
            return "campaign-feedback";
        if (content && !(nurture && entities.Person is not null && reachable))
            return "content-request";
        if (ToWrite().IsIn(frame) && !entities.NamesContact)
            return "content-request";
        if (Insight().IsIn(frame) && !reachable && !(nurture && entities.Person is not null && !Saying().IsIn(frame)))
            return "customer-insight";
        if (
            Event().IsIn(frame)
            && !(nurture && entities.Person is not null && entities.Emails.Count == 1)
            && !(entities.Person is not null && !Organise().IsIn(frame))
        )
            return "event-or-list";
        if (nurture && (entities.NamesContact || entities.Company is not null))
            return "nurture";
        if (Content().IsIn(frame) && !entities.NamesContact)
            return "content-request";
        if (reachable)
            return "nurture";
        if (Event().IsIn(frame))
            return "event-or-list";
        if (Campaign().IsIn(frame) && Bad().IsIn(frame))
            return "campaign-feedback";
        if (entities.Person is not null && !Saying().IsIn(frame) && !Insight().IsIn(frame))
            return "nurture";
        if (LeadWord().IsIn(frame) && !Saying().IsIn(frame))
            return "nurture";
        if (Writing().IsIn(frame))
            return "content-request";
        return
            (Saying().IsIn(frame) && !QuestionGuard.IsPolite(frame)) || Knowing().IsIn(frame) || Insight().IsIn(frame)
            ? "customer-insight"
            : "other";
    }

    /// <summary>
    /// One line on what it is about: the whole if it is short, else the sentences that say most, without what is said
    /// for politeness.
    /// </summary>
    static string Title(MessageEntities entities, string kind)
    {
        var text = Courtesy()
            .ReplaceIn(Shortened().ReplaceIn(entities.Text.ReplaceLineEndings(" ").Trim(), "marketing"), "");
        text = Passing().ReplaceIn(text, "").Trim(' ', ',', '.', ';', ':', '-', '–', '>', '→');
        // A title that names one of several would hide the others.
        if (
            entities.Person is { } person
            && kind is "nurture" or "lead"
            && entities.NamesContact
            && entities.Emails.Count < Several
        )
        {
            var who = entities.Company is { } company ? $"{person.Value} ({company.Value})" : person.Value;
            var why = TitleWords.OfPerson(Clean(text, entities));
            return Cut(why.Length > 0 ? $"{who}: {why}" : who);
        }
        text = Wanting().ReplaceIn(text, "");
        text = text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        if (text.Length <= MaxTitle)
            return text;
        var sentences = Sentence()
            .FindAllIn(text)
            .Select(match => match.Value.Trim())
            .Where(sentence => sentence.Length > 0)
            .ToList();
        // What comes first is what it is about, unless something behind it says more.
        var best =
            sentences
                .Index()
                .OrderByDescending(sentence => Weight(sentence.Item) - Math.Min(1, sentence.Index) * First)
                .Select(sentence => sentence.Item)
                .FirstOrDefault()
            ?? text;
        return Cut(
            (best.Length < ShortTitle || Pointing().IsIn(best)) && sentences.IndexOf(best) is > 0 and var at
                ? WithContext(sentences[at - 1], best)
                : best
        );
    }

    /// <summary>What is pasted out of a manual hands nobody over.</summary>
    [GeneratedRegex(@"->|→|`[^`]+`| \| |\*\*")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\b(?:mktg|mktng|mkt|mrktng|marketng)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Shortened();

    const int Several = 2,
        First = 2;

    /// <summary>"Could you make a video on that?" says little without the sentence before.</summary>
    static string WithContext(string before, string sentence)
    {
        sentence = Wanting().ReplaceIn(Courtesy().ReplaceIn(sentence, ""), "");
        var room = MaxTitle - sentence.Length - 3;
        before = before.Trim(' ', '.', ',');
        if (before.Length <= room)
            return $"{before}. {sentence}";
        // What is left of a long title says nothing by itself.
        return room < LeastContext
            ? sentence
            : $"{before[..Math.Max(0, before.LastIndexOf(' ', room - 1))]} … {sentence}";
    }

    [GeneratedRegex(@"\b(?:one|it|that|this|them|those)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();

    const int ShortTitle = 60,
        LeastContext = 20;

    static int Weight(string sentence)
    {
        var frame = $" {sentence.ToLowerInvariant()} ";
        return (Content().IsIn(frame) ? 9 : 0)
            + (Saying().IsIn(frame) ? 2 : 0)
            + (Feedback().IsIn(frame) ? 3 : 0)
            + (Insight().IsIn(frame) ? 3 : 0)
            + (Event().IsIn(frame) ? 2 : 0)
            + (Quoted().IsIn(sentence) ? 2 : 0)
            + Math.Min(4, sentence.Length / 30);
    }

    /// <summary>What is said of somebody, without who it is and without the order to hand them over.</summary>
    static string Clean(string text, MessageEntities entities)
    {
        foreach (
            var span in new[] { entities.Person, entities.Company, entities.Role }
                .Concat(entities.Emails)
                .Concat(entities.Phones)
                .OfType<Entity>()
                .OrderByDescending(span => span.Text.Length)
        )
            text = text.Replace(span.Text, "|", StringComparison.Ordinal);
        text = Attached().ReplaceIn(text, " ");
        var clauses = Clause()
            .SplitBy(text)
            .Select(clause => Around().ReplaceIn(clause.Replace("|", " ", StringComparison.Ordinal), "").Trim())
            .Select(clause => Opening().ReplaceIn(Gap().ReplaceIn(clause, " "), ""))
            .Where(clause =>
                clause.Split(' ').Length > 1 && !(clause.Split(' ').Length <= MaxOrder && IsOrder(clause))
            );
        return string.Join(", ", clauses);
    }

    /// <summary>"Can marketing nurture …", "flag … to marketing": done, and no reason.</summary>
    static bool IsOrder(string clause) =>
        $" {clause.ToLowerInvariant()} " is var frame
        && (Asked().IsIn(frame) || Mentioned().IsIn(frame) || Handing().IsIn(frame) || LeadWord().IsIn(frame));

    const int MaxOrder = 8;

    static string Cut(string title)
    {
        if (title.Length <= MaxTitle)
            return title;
        var space = title.LastIndexOf(' ', MaxTitle - 1, MaxTitle / 2);
        return PersonText.Clean(title[..(space > 0 ? space : MaxTitle)]) + " …";
    }

    const string AnyTeam = @"(?<team>sales|marketing)";

    const string Folks =
        @"(?: (?:team|folks|people|guys|colleagues|department|dept|friends|crew|side|peeps|gang|experts|wizards|heroes|reps|lot))?";

    /// <summary>A team that is spoken to, given something, or said to have to do something.</summary>
    [GeneratedRegex(
        @"^ (?:(?:hi|hey|dear|hello|ok|so|please|pl[sz]|attention|@|yo|fyi|note to|message (?:to|for)|heads up|calling|urgent|asap)[ ,:!]*)*(?:the |our |you )?"
            + AnyTeam
            + Folks
            + @" (?:[,:!–—-]|please|pl[sz]|can|could|would|will|fyi|kindly|hi|note)"
            + @"|[.,;:!?–—-] (?:please |pls |hey |dear |so |and |then |hi |maybe |or |now |the |our )*"
            + AnyTeam
            + Folks
            + @" (?:, |: |- |– )?(?:please|pl[sz]|can you|could you|would you|will you|should|ought to|needs? to|must|has to|have to|might want|may want|kindly|take over|help|over to you|can|could|would)\b"
            + @"|(?<!\bhow |\bwhat |\bwhen |\bwhy )\b(?:can|could|would|will|may|might) (?:please |pl[sz] )?(?:some(?:one|body)|any(?:one|body)|one|the (?:team|people|folks|colleagues))?(?: of you| else)? ?(?:in|from|of|over in|over at|at|on)? ?(?:the |our |your )?"
            + AnyTeam
            + Folks
            + @"\b(?! (?:and|or|vs) (?:sales|marketing))"
            + @"|\b(?:is it|would it be|it's|it is) (?:ok|okay|fine|alright|all right|possible|good|great|nice) (?:if|for|that) (?:the |our )?"
            + AnyTeam
            + Folks
            + @"\b|\b(?:compliments?|kudos|praise|thumbs up|congrats|congratulations|well done) (?:to|for)? ?(?:the |our )?"
            + AnyTeam
            + Folks
            + @"\b|\b(?:need|needs|want|wanted|request) [^.!?:;]{3,60} from (?:the |our )?"
            + AnyTeam
            + Folks
            + @"(?= (?:by|until|before|for|on|asap|today|tomorrow|this|next|[.,:!?;]|$)|$| $)|\b(?:can|could|would|will) (?:a|an|one|some|the) "
            + AnyTeam
            + @" (?:colleague|person|rep|guy|lady|member|expert|specialist|manager|human)\b|\bwho(?:ever)? (?:[^.!?:]{0,40} )?(?:in|from) (?:the )?"
            + AnyTeam
            + @"\b|\b"
            + AnyTeam
            + Folks
            + @" :"
            + @"|\b(?:some|any)(?:one|body) (?:in|from|at|over in|over at) (?:the |our )?"
            + AnyTeam
            + @"\b|\bof you (?:from|in) (?:the )?"
            + AnyTeam
            + @"\b|\b"
            + AnyTeam
            + @" ,? ?(?:all yours|over to you|your turn|yours|catch|go for it|take it|take over|she's yours|he's yours)\b|^ "
            + AnyTeam
            + @" (?:some(?:one|body)|any(?:one|body)|we|you|my|our|i|there|this|that|just|got|need|i'm|im|heads up|somethings?)\b"
            + @"|\b(?:send|give|show|bring|pass|hand|mail|forward|get|offer) (?:the |our )?"
            + AnyTeam
            + Folks
            + @" (?:the|a|an|this|these|that|those|our|my|some|\d+)\b"
            + @"|\b(?:does|do|has|have) (?:some(?:one|body)|any(?:one|body))? ?(?:in |from )?(?:the |our )?"
            + AnyTeam
            + Folks
            + @" (?:have|got) (?:the )?(?:time|capacity|room|a minute|a moment|anyone|anybody|someone|somebody|resources|bandwidth|something|anything|a )"
            + @"|\b(?:tell|ask|let|inform|remind|warn|update|brief|show|bug|ping|nudge|get) (?:the |our )?"
            + AnyTeam
            + Folks
            + @"\b(?! (?:and|or) (?:sales|marketing))(?= (?:know|that|about|to|for|:|if|,|please|pl[sz]|it|this|of|on|how|why|when|whether|what|in|\p{L}))"
            + @"|(?:→|\b(?:to|for|over to|on to|onto|with|2|@)) (?:the |our |you |you guys in |our friends in |our colleagues in |someone in |somebody in |anyone in |people in |folks in )*"
            + AnyTeam
            + Folks
            + @"\b(?! (?:and|or|vs|is|are|was|manager|director|task|job|people use|material|budget|plan) ?)"
            + @"|\b(?:from|by|of) (?:you )?(?:in |some(?:one|body) (?:in|from) |any(?:one|body) (?:in|from) |the |our |you )*"
            + AnyTeam
            + @" (?:folks|people|guys|colleagues)\b|\b(?:need|want|looking for|could use|would like|help|hand|support|input|get|take) (?:some |a |an |any )?(?:some(?:one|body)|any(?:one|body)|person|colleague|help|hand|rep|support|input|feedback)? ?(?:from|in|of|by) (?:the |our |you )?"
            + AnyTeam
            + Folks
            + @"\b"
            + @"|\b"
            + AnyTeam
            + Folks
            + @" (?:please|pl[sz]|should|ought to|must|needs? to|has to|have to|might want to|may want to|can you|could you|would you|will you|to follow up|to call|to keep|to take|to nurture|to handle|can|could|take(?:s)? over|to the rescue)\b(?! be (?:responsible|in charge|part|separate|one))"
            + @"|\b(?:this|that|it|one)(?:'s| is|s)? (?:one )?(?:(?:is )?(?:a |something |one )?(?:for|ready for)|belongs to|goes to) (?:the |our )?"
            + AnyTeam
            + Folks
            + @"\b|\b(?:ready|ripe|hot enough|warm enough|good|time|something|one|news|info|insight|input|feedback|a message|job|task|work) for (?:the |our )?"
            + AnyTeam
            + Folks
            + @"\b"
            + @"|\b(?:want|wants|would like|wish|like|asks?|asked|ready) to (?:talk|speak|chat|hear|be called) (?:to|with|by|from) (?:(?:a |some(?:one|body) )?(?:human |person |in )*)?(?:from |in )?"
            + AnyTeam
            + @"\b|['""]?talk to "
            + AnyTeam
            + @"\b|\bfor you ,? (?:the )?"
            + AnyTeam
            + Folks
            + @"\b|\bone of (?:you|us|our|the|your)(?: people| folks| guys| lot)?(?: in| from)? "
            + AnyTeam
            + Folks
            + @"\b|\belse in "
            + AnyTeam
            + @"\b|\bmql for "
            + AnyTeam
            + @"\b|[.!?,;:] (?:your (?:turn|job|call|ball) ,? )?"
            + AnyTeam
            + Folks
            + @"(?= (?:[.,:!]|$)| $)|\b(?:i'd|i would|we'd|we would|i|we) (?:like|love|want|need|wish)(?: to have| to get| to ask)? (?:the )?"
            + AnyTeam
            + Folks
            + @"\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Asked();

    /// <summary>A team is spoken to, at the beginning or with an order.</summary>
    [GeneratedRegex(
        @"^ (?:(?:hi|hey|dear|hello|so|ok|for|to|whoever|the|our)[ ,:]*)*(?:[^.!?:]{0,40} )?(?:sales|marketing)(?: \w+)? [:,!–-]|^ (?:(?:hi|hey|dear|hello|so|ok|for|to)[ ,:]*)*(?:the )?(?:sales|marketing)\b|\b(?:asap|urgent|need|needs|tell|ask|let)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    /// <summary>What is said behind a team's name and a colon is for that team.</summary>
    [GeneratedRegex(
        @"^ (?:(?:hi|hey|dear|hello|so|ok|for|to|whoever|the|our|fyi|heads up|note|message)[ ,:]*)*(?:[^.!?:]{0,40} )?(?:sales|marketing)(?: \w+)? [:!–-] \S+ \S+ \S+"
    )]
    private static partial Regex Greeting();

    /// <summary>A team that is only named.</summary>
    [GeneratedRegex(@"\b(?<team>sales|marketing)\b(?! (?:and|or|vs|&) (?:sales|marketing))", RegexOptions.IgnoreCase)]
    private static partial Regex Mentioned();

    /// <summary>The sender speaks of themselves and of what they met with.</summary>
    [GeneratedRegex(
        @"\b(?:i|i'm|i'd|i've|ive|im|id|me|my|we|we've|we'd|our|us|pl[sz]|please)\b|!|^ (?:need|needed|wanted|urgent)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex FirstPerson();

    /// <summary>The team behind "to", where both teams are spoken of.</summary>
    [GeneratedRegex(
        @"(?:→|\bto|\bfor|\bover to|\btell|\bask|\blet) (?:the |our |you )?(?<team>sales|marketing)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Handed();

    [GeneratedRegex(
        @"\b(?:flag|hand(?:ing|ed)?(?: it| this| him| her| them| that)? ?(?:over|off|on)?|pass(?:ing|ed)?(?: (?:it|this|that|her|him|them))?(?: on| along| over)?|forward(?:ing)?|refer(?:ring)?(?! to)|send(?:ing)?|give|giving|transfer(?:ring)?|route|escalate|over to|→|here(?:'s| is| comes)? (?:a|an|another|one)|new lead|lead for|lead →|handover|handoff|hand-off|take (?:it|her|him|them|this|over)|pick up|share|sharing)\b|→",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Handing();

    /// <summary>Something is wanted, from whoever is spoken to.</summary>
    [GeneratedRegex(
        @"\b(?:please|pl[sz]|plz|kindly|can|could|would|will) ?(?:you|u|someone|somebody|sales|marketing|we|i|the|anyone)?\b.*\b(?:\w+)|\b(?:need|needs|want|wants|would like|i'd like|we'd like|looking for|could use|would love|i'd love|would be (?:great|good|nice|helpful|super)|should|ought to|must|has to|have to|asap|deadline|help|got (?:an?|the) (?:hour|minute|moment|time|capacity)|ha(?:ve|s) time|two of you|one of you)\b|\bcall back\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Wish();

    /// <summary>Something is told for a team to know.</summary>
    [GeneratedRegex(
        @"\b(?:heads up|fyi|compliments?|kudos|praise|thumbs up|congrats|worth (?:knowing|noting|a thought)|good to know|just so (?:you|they|everyone) knows?|thought (?:you|they)|should be aware|must hear|take note|be warned|for your info|insight|feedback|tell|let\b.*\bknow|ought to know|should know|needs to know|news for|info for|word from|pass (?:it|that|this) on|passing (?:it|that|this) on|note for|message for|from the field|something for|for marketing|for sales|bad source|warn|learned|observation|input for|tip for|market intel|intel)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Telling();

    [GeneratedRegex(
        @"\b(?:please|pls|plz|can|could|would)\b.{0,60}\b(?:write|rewrite|draft|translate|shoot|design|print|put .{0,20} ?together)\b"
    )]
    private static partial Regex ToWrite();

    /// <summary>Something is to be written or made, whatever it is called.</summary>
    [GeneratedRegex(
        @"\b(?:write|writing|rewrite|draft|put (?:one |it |something |this |that )?together|design|produce|shoot|translate|print|rebrand|proofread|phrase|paragraphs?|sentences?|wording|pdf|glossary|diagram|proper answer|list of (?:arguments|benefits|features)|charts?)\b"
    )]
    private static partial Regex Writing();

    [GeneratedRegex(
        @"\b(?:heads up|fyi|insight|from the field|know that|ought to know|should know|needs to know|worth knowing|news for|learned|intel)\b"
    )]
    private static partial Regex Knowing();

    [GeneratedRegex(
        @"\b(?:nurtur\w*|every (?:month|week|quarter|few weeks)|now and then|from time to time|once a month|regularly|a while longer|accompany|not (?:for us|ours|mine) yet|(?:hear|talk|speak|call|write|meet)\b.{0,30}\bagain\b.{0,12}day(?=#)|(?:keep|stay|keeping|staying|hold|holding|get|kept)\b.{0,40}\b(?:warm|touch|contact|the loop|interested|posted|engaged|an eye|on the radar|in mind)|warm(?:ing)? .{0,40}\bup\b|warm up|re-?engage|re-?activate|reactivate|not (?:yet )?(?:\w+[ -])?(?:ready|now|quite ready|there yet|interested (?:yet|now|right now|at the moment))|n't (?:yet )?(?:ready|buy|buying|decide)|isn't ready|not before|no (?:budget|money|decision|rush to buy|time)\b.{0,30}(?:until|till|til|before|this|yet|left)|budget\b.{0,30}(?:frozen|freeze|gone|spent|only|next|comes|closed|locked|used up|cut)|money (?:only )?comes|too early|wrong time|bad timing|maybe later|later this year|(?:talk|call|come|get|speak|contact|write|try|ask|reach out|check in|follow up|meet|reconnect|circle)\b.{0,25}\b(?:again|back|later)?\b ?(?:in|after|next|around|from|towards) (?:the )?(?:day(?=#)|half|new year|next|autumn|spring|summer|winter|q[1-4]|second|christmas|few|couple|january|february|march|april|may|june|july|august|september|october|november|december)|next (?:fiscal )?(?:year|quarter|budget)|can have (?:her|him|them|this one)|never a date|no date in sight|give up on|gave up on|no decision|keeps? (?:postponing|putting (?:it|me|us) off)|went (?:quiet|silent|cold|dark)|gone (?:quiet|silent|cold|dark)|ghost(?:ed|ing) (?:me|us)|not in a hurry|drip|(?:long[- ]term|nurture|nurturing|care|loyalty|welcome) (?:programme|program|track|campaign|flow|journey|stream|sequence)|newsletter list|on (?:the|our) (?:newsletter|mailing list)|(?:add|put)\b.{0,30}\b(?:newsletter|mailing list|drip|sequence|campaign)|content now and then|some content|educat\w+|only (?:curious|browsing|looking|researching)|just (?:curious|browsing|looking around|researching|exploring|shopping around)|until then|interesting ,? (?:but|maybe)|no (?:project|need) (?:yet|before|until|at the moment)|locked in (?:until|till)|contract (?:runs|until|till|ends)|under contract|stay on (?:her|his|their) radar|long[- ]term (?:lead|prospect)|cold lead|cooled (?:off|down)|don't have the time to chase|not going to buy (?:this|before|now|yet))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Nurture();

    /// <summary>Words of somebody who wants to buy, or who fits.</summary>
    [GeneratedRegex(
        @"\b(?:hot one|hot lead|(?:wants?|wanted|asks?|asked|asking|needs?|requested|requests|requesting|interested in|looking for|looking at|would like|'d like|keen on|waiting for|curious about|hoping for)\b.{0,50}\b(?:quote|quotation|prices?|pricing|offer|demo|call|trial|buy|purchase|proposal|licen[cs]es?|seats?|contract|terms|meeting|sales|consultation|cost|costs|implementation|order|rfp|tender|upgrade|estimate|human|rep|renewal|commercial|start|talk|speak|appointment|discount|numbers|pilot|poc|something like|options?)|wants to (?:buy|order|start|sign|talk|see|know|upgrade|switch)|ready (?:to buy|for sales|to talk|to sign)|budget (?:is )?(?:approved|confirmed|ok|available|there|signed off)|decides (?:himself|herself|alone|themselves)|decision maker|free-trial user|trial user|hit the (?:limit|paywall)|filled in|filled out|signed up for|downloaded|replied to|responded to|opened (?:the|all|every|our)|clicked|attended|demo request|contact form|pricing page|call (?:asap|him|her|them|back|today|now)|give (?:her|him|them) a (?:call|ring|shout)|calls? back|picks up|scored|score of|lead score|qualified|rfp|tender|(?:more|additional|extra|50|100) (?:seats?|licen[cs]es?|users))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Buying();

    [GeneratedRegex(@"\b(?:mql|sql|sal|leads?|prospect)\b")]
    private static partial Regex LeadWord();

    /// <summary>An order to hand something over, at the beginning.</summary>
    [GeneratedRegex(
        @"^ (?:(?:hi|hey|ok|so|please|pl[sz]|kindly|can you|could you|i want to|i'd like to|i would like to|i need to|we need to|let's|just|now|also|and)[ ,:]*)*(?:flag|hand|pass|forward|refer|send|give|transfer|route|ask|tell|let|inform|remind|request|put|recycle|escalate|warn|hand over|hand off|new|here is|another|a|one)\b"
    )]
    private static partial Regex Imperative();

    [GeneratedRegex(@"^ (?:(?:and|so|but|hey|hi|ok)[ ,]*)*how (?:many|much|often|fast|long|quick)\b")]
    private static partial Regex Counting();

    /// <summary>"Pass leads to sales" says what teams do, and hands nothing over.</summary>
    [GeneratedRegex(
        @"^ (?:please )?(?:pass|hand|send|give|forward|refer|transfer|route|deliver|bring)(?:ing)? (?:on |over )?(?:qualified |new |warm |hot |all |good |more )*(?:leads|prospects|contacts|mqls|sqls|customers|names|work|tasks|requests|things)(?: on| over)? to (?:the )?(?:sales|marketing)(?: team)? [.!]* ?$"
    )]
    private static partial Regex Generic();

    /// <summary>"Content request: …" names the kind of work, and with it the team.</summary>
    [GeneratedRegex(
        @"^ (?:(?:new|a|another|hi|hey|ok)[ ,:]*)*(?:content request|campaign feedback|customer insight|event request|event or list) ?[:–-] \S+ \S+"
    )]
    private static partial Regex KindNamed();

    /// <summary>Leads of some source are said to be bad.</summary>
    [GeneratedRegex(
        @"^ (?:(?:fyi|heads up|btw|hm|so|again)[ ,:]*)*(?:the |our |all |half |most |these |those |many )*(?:of the )?(?:leads|contacts|addresses|mails|emails|names)\b.{0,60}\b(?:"
            + Wrong
            + @")\b"
    )]
    private static partial Regex Complaint();

    /// <summary>Things that marketing makes.</summary>
    [GeneratedRegex(
        @"\b(?:case stud(?:y|ies)|(?:success|customer|user|reference) stor(?:y|ies)|(?:roi |product |one[- ]page )?overview|one[- ]page\b|info ?sheets?|leave-?behinds?|collateral|sales material|marketing material|reference list|intro(?:duction)? (?:text|mail|email)|proposal template|spec sheet|price sheet|tech sheet|reference (?:story|sheet|case)|one[- ]?pagers?|(?:slide |pitch |sales )?decks?|slides?|presentation|brochures?|white ?papers?|flyers?|leaflets?|landing pages?|videos?|clip|animation|screencast|blog ?posts?|blog|articles?|data ?sheets?|fact ?sheets?|cheat ?sheet|templates?|graphics?|infographics?|banner|battle ?cards?|comparisons?(?: (?:table|sheet|chart|page))?|guide|how-to|e-?book|tutorial|playbook|email (?:template|sequence|copy)|mail template|text for|copy for|wording|blurb|testimonials?|quote sheet|press release|posts?(?= (?:about|on|for))|linkedin post|poster|roll-?ups?|business cards|giveaways|swag|mock-?ups?|visuals?|photos?|pictures|images|logo(?:s)? (?:pack|file)|translation|translated|(?:spanish|german|french|italian|polish|dutch|english|portuguese|czech|turkish|japanese|chinese|arabic) version|faq|newsletter (?:piece|item|text)|roi calculator|calculator|sales kit|handout|script|intro text|product sheet|overview|summary sheet|checklist|webpage|web page|microsite|qr code|talk track|talking points|key messages|q&a|price letter|announcement|speech|demo script|explainer)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Content();

    [GeneratedRegex(
        @"\b(?:need|needs|needed|want|we'd like|i'd like|would like|could use|can (?:i|we) (?:get|have)|could (?:i|we) (?:get|have)|can you (?:make|do|write|create|send|get|prepare|build|design|put|update|translate|help|give)|could you (?:make|do|write|create|send|get|prepare|build|design|put|update|translate|help|give)|looking for|would love|would be (?:great|good|nice|helpful|super)|(?:marketing|someone|somebody|anyone|anybody|team|folks)\b.{0,20}\b(?:write|make|create|do|prepare|design|build|produce|update|translate|put together|draft|come up with|have|send|get|shoot|record|print|refresh|provide|whip up)|(?:pl[sz]|please) (?:make|write|create|do|prepare|design|build|produce|update|translate|put together|draft|send|get|print|record|shoot|refresh)|request(?:ing)?\b|is there (?:any )?(?:chance|way)|missing|deadline|lacks?|do we have|any chance)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Needs();

    const string Source =
        @"(?:ads?|advert\w*|campaigns?|mailings?|mails?|emails?|newsletter|promo\w*|landing page|form|webinar leads|leads? from|list|source|leads|contacts|scans?|expo|sms|banner|landing|google|facebook|linkedin|subject line|call to action|cta|link|retargeting|keyword|voucher|coupon|discount code|promo code|black friday|fair leads|event leads|badge scans|raffle|prize draw)";

    const string Wrong =
        @"(?:spam|junk|wrong|broken|dead|bounc\w+|doesn'?t work|does not work|don'?t work|didn'?t work|without (?:a|an|any)|half of them|best (?:answers?|response|leads|results?|feedback)|appointments|compliment|prais\w+|great response|isn't working|not working|didn't work|404|bad|useless|poor|irrelevant|terrible|rubbish|crap|unusable|students?|no-?shows?|expects?|free version|out of date|outdated|old price|misleading|promis\w+|complain\w*|annoyed|angry|typo|expired|not our (?:target|customers?)|not a fit|never (?:asked|heard|signed)|fake|twice|wasted?|stop (?:buying|running|sending)|don't fit|too small|too young|nobody (?:knew|remembered|ever)|unsubscrib\w+|too many (?:mails|emails)|low quality|quality|no budget at all|none of|zero|job ?seekers|not one (?:buyer|customer|lead)|(?:brings?|brought|gets?|got|delivers?|attracts?) (?:us )?(?:only|just|nothing|nobody|no )|at night|in the night|must stop|please stop|complaints?|insult\w*|embarrass\w*|misspel\w+|confus\w+|work(?:s|ed|ing)? (?:great|well|really|wonders|brilliantly|fantastically|very)|great leads|brilliant|best leads|converts?|more of (?:that|those|them|this)|hot leads|better than|worth it|overpriced|irrelevant)";

    [GeneratedRegex(
        @"\b(?:feedback|compliments?|kudos|praise|thumbs up|congrats) (?:for (?:the )?(?:sales|marketing) )?(?:on|about|for|regarding|to (?:the )?(?:sales|marketing))\b.{0,60}\b(?:"
            + Source
            + @"|postcard|flyer|brochure|video|ads?|event|webinar)\b|\b"
            + Source
            + @"\b.{0,90}\b"
            + Wrong
            + @"\b|\b"
            + Wrong
            + @"\b.{0,60}\b(?:from (?:the|our|that|this)|in the|on the|of the) .{0,30}\b"
            + Source
            + @"\b|\bbad source\b|\blead quality\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Feedback();

    [GeneratedRegex(
        @"\b(?:ads?|campaigns?|mailings?|newsletter|promo|landing page|list|source|leads)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Campaign();

    [GeneratedRegex(@"\b" + Wrong + @"\b", RegexOptions.IgnoreCase)]
    private static partial Regex Bad();

    /// <summary>What people out there say, think, buy for or decide by.</summary>
    [GeneratedRegex(
        @"\b(?:insight|from the field|(?:has|have|is|are|just)? ?(?:cut|cuts|cutting|lowered|dropped|raised|slashed) (?:its|their|the) prices?|understood (?:our|the)|from the (?:customer|user|partner) (?:council|board|group|day|advisory board)|(?:customers?|prospects?|buyers?|people|hospitals|cfos?|ctos?|cios?|architects|users|everybody|everyone|clients|visitors|schools|banks|companies|partners|nobody|\w+ers|\w+ists|councils?|directors|managers|teams|they|he|she)\b.{0,40}\b(?:say|says|said|ask|asks|asked|asking|think|thinks|thought|complain\w*|stumble|decide|decides|buy|bought|buys|mention\w*|told me|tell me|tells me|tells us|tell us|wants?|understands?|love|loves|like|likes|hate|hates|confuse\w*|expect|expects|believe\w*|mixes? up|fear|worry|worried|prefer\w*|compare\w*|care about|find|finds|wish|wishes|keeps? (?:asking|telling|saying|hearing)|insists?|demands?|requires?|prais\w+|opens?|uses?|searches?|search for|calls? it|would rather|'d (?:all )?rather|objects?|objection\w*|notice\w*|regards?|reads?|perceives?|associates?|reacts?|laughs?|avoids?|misreads?|takes? (?:it|us|that|this) (?:as|for)|don't (?:get|know|trust|understand|see)|doesn't (?:get|know|trust|understand|see))|(?:what )?i (?:keep|always|often|also)? ?(?:hear|hearing|heard|get asked|notice)|we (?:keep|always) (?:hear|hearing|losing|getting asked)|objections?|competitor|competition|giving away|undercut\w*|lost (?:two|three|a|the|another|my|\d+|four|five) ?(?:deals?|tenders?|customers?|bids?)?\b.{0,30}\b(?:because|to|over|since|due)|because people think|keeps? coming up|comes up (?:in|again|every)|same (?:question|objection)|trend|in the market|heard (?:again|it|this|the same|three times)|hear (?:it|this|the same)|pattern|bought (?:us )?because|chose us (?:because|for|over)|win because|word on the street|for the third time)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Insight();

    /// <summary>"Right now" says when a lead is not ready as often as how soon it is wanted.</summary>
    [GeneratedRegex(@"\b(?:asap|urgent(?:ly)?|immediately|at once|as soon as possible)\b")]
    private static partial Regex Pressing();

    [GeneratedRegex(
        @"\b(?:says?|said|think|thinks|told|tells|asks?|asked|complain\w*|understands?|want|wants|buy|bought|decide|like|hate|love|expect)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Saying();

    [GeneratedRegex(
        @"\b(?:invite|invites|invitation|invitations|roadshow|dinner|breakfast|trade ?fair|trade ?show|fair contacts|booth|stand (?:at|in)|exhibition|expo|conference|summit|attendees?|attendee list|guest list|guests|visitor list|badge scans?|business cards (?:from|of|collected)|contacts attached|list attached|attached (?:list|file|contacts|xlsx|csv)|xlsx|csv|excel|spreadsheet|rows|import|mailing list|list of|list :|customer day|open day|workshop|meet-?up|event|happy hour|user group|webinar for|lunch for|reception for|round ?table|sponsor\w*|partner day|golf|christmas party)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Event();

    [GeneratedRegex(
        @"\b(?:invite|organi[sz]e|plan|import|set up|sponsor|book|host|arrange|run|list|attached|rows|put .{0,40} on the (?:guest )?list|send the|upload|add them)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Organise();

    /// <summary>Help that marketing wants of sales, and no lead.</summary>
    [GeneratedRegex(
        @"\b(?:objections?|reference|references|customers? who|customers? (?:that|willing)|journalist|webinar on|webinar\b.*\b(?:need|someone|speaker)|live demo part|speaker|panel|someone from sales|somebody from sales|which (?:objections|questions|competitors?|features|customers|deals)|tell me (?:which|what|how|who)|tell us|give (?:me|us) (?:three|two|a few|some|your|the|five)|feedback on|review|proofread|check (?:the|my|our)|look over|approve|approval|numbers|figures|top ten|top 10|list of (?:your|our|all|the)|interview|quote from|testimonial|booth (?:staff|duty)|staff the|join (?:us|the|our)|help (?:us|me|with)|input|opinion|fill in the survey|survey|update the crm|clean up|crm fields?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SalesHelp();

    [GeneratedRegex(
        @"^(?:(?:hi|hey|hello|dear|ok|so|well|also|btw|by the way|fyi|heads up|quick one|please|pl[sz]|plz|@?salesbot|good (?:morning|afternoon)|morning|(?:(?:feedback|insight|info|news|input|tip|a tip|note|a note|message|something|word) (?:for|to) )?(?:the |our )?(?:sales|marketing|mktg|market[ei]ers)(?: team| folks| people| colleagues| friends| crew)?(?=\s*[,:!–-])|(?:on )?this(?: on| one)?(?=\s*:))(?:[\s,:!.–]|-(?=\s))+)*(?:(?:please|pl[sz]|plz|can you|could you|would you)\s+)*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Courtesy();

    /// <summary>"We need", "can I get help from marketing with": the rest is what is wanted.</summary>
    [GeneratedRegex(
        @"^(?:(?:i|we)(?:['’]d| would)? (?:need|want|like|love|could use|require) (?:to (?:have|get|ask for) )?|(?:can|could|may) (?:i|we) (?:please )?(?:get|have|ask for) (?:help from (?:marketing|sales) with )?|(?:ask|tell|request) (?:marketing|sales) (?:for|about|that|to) |(?:would it be possible|is it possible) for (?:marketing|sales) to |(?:can|could|would|will) (?:(?:someone|somebody|anyone) (?:in|from) )?(?:marketing|sales) (?:please |pls )?|any chance (?:of|for) |feedback for (?:marketing|sales)[:,] |request content[:,] |new lead for (?:marketing|sales)\W*|looking for )",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Wanting();

    /// <summary>"Can you pass that on to marketing", which is done and needs no title.</summary>
    [GeneratedRegex(
        @"(?:^|(?<=[.!?,;)]\s))(?:(?:can|could) (?:you|someone) |please |pls )*(?:(?:pass|hand|send|forward|flag|give|hand) (?:it|this|that|on|him|her|them)?(?: on| over)? ?to (?:the )?(?:marketing|sales)(?: team)?(?: please| pls)?\s*:?|let (?:marketing|sales) know(?: that)?:?|tell (?:marketing|sales)(?: that)?:?|over to (?:sales|marketing)|(?:someone|somebody) else in (?:sales|marketing)(?: please| pls)?)\s*[.,!:]*",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Passing();

    [GeneratedRegex(@"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"['""“‘][^'""”’]{2,40}['""”’]")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[,;:()/\n]+|[.!?]+(?=\s|$)|\s[-–—>]+\s|->|→")]
    private static partial Regex Clause();

    /// <summary>"Of |", "she is the | and": words that only lead to what stands elsewhere.</summary>
    [GeneratedRegex(
        @"\b(?:(?:i |we )?(?:just )?(?:met|saw|talked (?:to|with)|spoke (?:to|with)|had (?:a |an )?(?:call|lunch|coffee|chat|meeting) with)|of|from|at|with|for|by|called|named|over at)\s+(?:the\s+)?\||\b(?:she|he|they)(?:['’]s|['’]re| is| are)\s+(?:the |a |an |our )?\|(?:\s+and)?|\|['’]s\s+(?:e-?mail|phone|number|address|mail)\b|\(\s*\|?\s*\)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Attached();

    /// <summary>Little words that are left over where a name stood.</summary>
    [GeneratedRegex(
        @"^(?:\s*\b(?:and|but|so|because|since|as|from|at|of|is|for|to|with|on|in|by|who|that|please|pls|mr|mrs|ms|dr|the|he's|she's|he is|she is|he’s|she’s)\b\.?)+\s*(?=$)|(?:\s*\b(?:and|but|so|from|at|of|for|to|with|on|in|by|who|that|mr|mrs|ms|dr|the|he's|she's)\b\.?)+\s*$|^\s*(?:and|but|so|because|since|please|pls)\s+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Around();

    /// <summary>What opens a clause and says nothing of whom it is about: "fyi", "she is".</summary>
    [GeneratedRegex(
        @"^(?:(?:fyi|btw|please|pl[sz]|plz|and|but|so|also|thanks|thx)\b[\s,]*)*(?:(?:she|he|they|it)(?:['’]s|['’]re| is| are)\s+(?=\S+\s+\S|not|ready|interested|keen))?",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Gap();
}
