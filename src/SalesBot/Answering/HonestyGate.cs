using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>Decides whether what was found answers the question or only resembles it. Several signs together, never one threshold on a score.</summary>
static class HonestyGate
{
    /// <summary>
    /// The least share of a question's words that the best passage must hold; more is asked where instructions are wanted, or where the topic seems to be
    /// another.
    /// </summary>
    const double LeastCover = 0.4, LeastCoverForHowTo = 0.7, LeastCoverOffTopic = 0.75;

    /// <summary>From here on a model of tasks holds a text to be about something else.</summary>
    const double OffTopic = 0.55;

    /// <param name="question">The question as typed.</param>
    /// <param name="query">The question as terms.</param>
    /// <param name="hits">What was found, best first.</param>
    /// <param name="neither">How likely the text is about neither sales nor marketing, 0 to 1.</param>
    /// <returns>What the material lacks; none where it answers.</returns>
    public static IReadOnlyList<string> Missing(string question, SearchQuery query, IReadOnlyList<PassageHit> hits, double neither)
    {
        var unsaid = query.Own.Where(term => term.Passages == 0).ToList();
        if (hits.Count == 0 || query.Terms.All(term => term.Passages == 0))
            return Words(unsaid, query);
        var best = hits.Take(3).MaxBy(hit => Coverage.Of(query, hit)) ?? hits[0];
        var asked = AnswerType.Of(question);
        if (AnswerType.Lacks(asked, $"{hits[0].Passage.Section} {hits[0].Passage.Text}") is { } thing)
            return [.. unsaid.Select(term => term.Word), thing];
        if (hits[0].Passage.Kind is PassageKind.Link or PassageKind.Control)
            return [.. query.Own.Select(term => term.Word)];
        if (AnswerType.Thing(question) is { } thingAskedFor && !Names(hits[0], thingAskedFor))
            return [string.Join(' ', thingAskedFor.Split(' ').Where(word => Terms.Set(word).Count > 0))];
        if (asked == AskedFor.Definition && query.Own.Count(IsTopic) <= 3 && !hits.Take(2).Any(hit => Coverage.Lacking(query, hit).All(term => !IsTopic(term))))
            return Words(unsaid.Count > 0 ? unsaid : Coverage.Lacking(query, hits[0]), query);
        return Coverage.Of(query, best) >= Least(asked, neither) ? [] : Words(unsaid.Count > 0 ? unsaid : Coverage.Lacking(query, best), query);
    }

    static double Least(AskedFor asked, double neither) =>
        asked == AskedFor.HowTo ? LeastCoverForHowTo : neither > OffTopic ? LeastCoverOffTopic : LeastCover;

    static bool IsTopic(QueryTerm term) => Coverage.Weight(term) > 0.1;

    static bool Names(PassageHit hit, string thing) => Terms.Set($"{hit.Passage.Section} {hit.Passage.Text}").Overlaps(Terms.Set(thing));

    static List<string> Words(List<QueryTerm> lacking, SearchQuery query)
    {
        var words = (lacking.Count > 0 ? lacking : query.Own).Select(term => term.Word).Distinct().ToList();
        return words.Count > 0 ? words : ["the topic of the question"];
    }
}
