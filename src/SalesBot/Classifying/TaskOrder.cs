using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Classifying;

/// <summary>Tells a piece of work that is put as an order: "write a case study".</summary>
static partial class TaskOrder
{
    /// <summary>Whether a message begins with what somebody is to do, and says to what.</summary>
    public static bool Is(string message) => Order().IsIn(message);

    [GeneratedRegex(
        @"^\W*(?:(?:please|pls|just|also|quickly|and|then)\W+)*(?:write|set up|plan|book|call|prepare|send|run|negotiate|build|design|measure|change|turn|translate|ring|visit|pick|launch|draft|collect|survey|analy[sz]e|train|test|choose|win|sort|invite|fill|develop|convince|close|promote|post|phone|monitor|fix|update|renew|meet|calculate|arrange|supervise|review|register|organi[sz]e|interview|create|cancel|advise|sponsor|segment|remind|present|pitch|persuade|install|hire|evaluate|swap|schedule|print|manage|inspect|estimate|contact|approve|welcome|upsell|cross-sell|stop|respond|reply|research|match|mail|grow|follow up|follow|film|record|edit|email|demonstrate|define|convert|compile|commission|chase|audit|onboard|optimi[sz]e|publish|produce|host|track|qualify|score|nurture|distribute|discuss|handle|deliver|coordinate|gather|thank|congratulate|brief|proofread|shoot|photograph|redesign|rewrite|migrate|configure|buy|order|rent|apologi[sz]e|tweet|advertise|recruit|attend|hold|answer|prospect|quote|price|name|set|make|put|bring|get|give|offer|sell|find|look for|go|take|do|work on|talk to|check|keep|help|have) (?!me\b|us\b|you\b|i\b|we\b|it\b|that\b|this\b|on\?|to\?)\p{L}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Order();
}
