namespace SalesBot.Knowledge.Search;

/// <summary>
/// Words that carry no topic: articles, pronouns, auxiliaries, prepositions, question words and the politeness of chat.
/// </summary>
static class FunctionWords
{
    public static readonly string[] All =
    [
        .. "a an the this that these those some any each every either neither such".Split(' '),
        .. "i me my mine we us our ours you your yours u ur he him his she her hers".Split(' '),
        .. "it its they them their theirs themselves itself myself yourself".Split(' '),
        .. "ourselves one ones someone somebody anyone anybody everyone everybody ppl".Split(' '),
        .. "am is are was were be been being do does did doing done have has had having can could may might must shall should will would".Split(
            ' '
        ),
        .. "isn don doesn didn aren wasn won wouldn couldn shouldn s t re ve ll d".Split(' '),
        .. "m im ive dont doesnt isnt whats whos wheres hows thats theres theyre youre were lets".Split(' '),
        .. "about above after again against at before below between by during for from in into of off".Split(' '),
        .. "on onto out over per through to toward towards under until up upon via with within without".Split(' '),
        .. "and but or nor if then than because so as while although though".Split(' '),
        .. "whether however also too very just really quite rather still yet even only else".Split(' '),
        .. "who whom whose what which when where why how wat wats waht wich whcih wen wer hwo hw cuz coz bc vs versus n diff got gotta gonna".Split(
            ' '
        ),
        .. "not no yes there here now ok okay please pls plz thanks thx hi hello".Split(' '),
        .. "hey tell explain describe define remind say says said mean means know wonder actually basically etc".Split(
            ' '
        ),
    ];
}
