using System.Collections.Frozen;

namespace SalesBot.Intents.Entities;

/// <summary>Words that may be written with a capital and still name neither a person nor a company.</summary>
static class CommonWords
{
    static readonly FrozenSet<string> Words = (
        "referral introduction intro headsup caller a about above account across actually add after again agree all already also an and another any anybody anyone anything are as ask at away back bad be because been before best better between both but buyer by call called "
        + "campaign can cancel case change check client close cold come company contact contacts content could customer customers dear deal did directory do does done don't draft each either else email emails event every everybody everyone fair "
        + "feedback field find first flag folks follow for forward found from fyi get give go good got great guys had hand handing handoff happy has have he heads hello help her here hers hey hi him his hot how however i i'd i'll i'm i've if in "
        + "info insight interested into is it it's its just keep know last later lead leads let list look lost lots make mail many marketing maybe me meeting met mql mr mrs ms my need needs never new news next nice no nobody not note now of off ok "
        + "okay old on once one only open or order other our out over own pass pause perfect phone please pls possible probably prospect quick quote ready really recycle release reopen reply report request return sal sales same "
        + "schedule see send sent set she should show since so some somebody someone something sorry source spoke sql stop still subject sure take talked team tell thank thanks that that's the their them then there there's these they they're thing this those three "
        + "to today tomorrow too trade two typo umm until update urgent us use very via wait wanna want wants warm was we we'd we'll we're we've webinar well were what what's when where which while who who's whole whom whose why will with withdraw won would wrong yeah yes "
        + "yesterday yet you you're your zero monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec "
        + "q1 q2 q3 q4 eu uk us usa dach emea apac europe asia africa america germany france italy spain poland brazil chile india china japan london paris berlin ceo cto cfo coo cio cmo vp hr it pr seo crm roi api pdf faq linkedin google facebook instagram youtube whatsapp "
        + "teams slack excel powerpoint spring summer autumn winter christmas easter quick heads english german french spanish italian polish dutch black friday salesbot bot dach nordics benelux iberia demo trial pricing brochure slides deck template video blog newsletter "
        + "whitepaper landing page website web homepage social media ads ad advert mailing budget decision maker authority timeline nurture not can't couldn't won't isn't aren't doesn't didn't wasn't haven't hasn't resubmit disqualify accept accepting accepted contacted assign reassign "
        + "unassign watch unwatch merge rate rename title role urgency due overdue queue status index reindex gaps digest kind person name duplicate dup missing incomplete wrong guys anyone whoever lunch breakfast dinner conference booth stand expo summit roadshow workshop training "
        + "inbound outbound hospitals quarter year month week spam trash test customer success support engineering product legal finance procurement purchasing operations management board reception kind regards cheers hallo bonjour hola ciao dear sir madam herr frau "
        + "like maybe might must needs nope off onto per pretty put quite rather said says send sign signed such talk than thats though thru til till turn under unless up upon usual wanted ways were whatever whether within without work works yep zip lol haha hmm hm btw imo afaik asap eod tbd tba eta "
        + "enterprise starter basic pro premium version plan tier feature integration module offline onboarding checkout login dashboard mobile app software platform tool tools system systems service services solution solutions"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word names nothing by itself.</summary>
    public static bool Has(string word) =>
        Words.Contains(word.Trim('\'', '’', '.', ',', ':', ';', '!', '?', '"', '(', ')').Replace('’', '\''));
}
