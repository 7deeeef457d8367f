using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Knowledge.Questions;

/// <summary>
/// Finds the passages of a new generation that tell a fact, by shared words and by meaning; a fact that none tells is
/// left out.
/// </summary>
sealed class FactPlacement(
    PassageSearcher searcher,
    IReadOnlyList<Passage> passages,
    IReadOnlyList<SentenceVector> vectors
)
{
    const int LookedAt = 8,
        MostPlaces = 4;

    /// <summary>The least likeness, 0 to 1, and how far behind the best passage another may be.</summary>
    const double Least = 0.5,
        Behind = 0.12;

    readonly Dictionary<int, HashSet<string>> terms = [];

    public IEnumerable<PlacedFact> Place(IEnumerable<ExampleFact> facts, TextVectors encoder) =>
        from fact in facts
        let places = Places(fact.Statement, encoder.Of(fact.Statement))
        where places.Count > 0
        select PlacedFact.Of(fact, places);

    List<FactPlace> Places(string statement, SentenceVector? meaning)
    {
        var said = Terms.Set(statement);
        var likely = searcher
            .ByWords(searcher.Queries.Read(statement), LookedAt)
            .Where(passage => passages[passage].Kind <= PassageKind.Byline)
            .Select(passage => (Passage: passage, Likeness: Likeness(passage, said, meaning)))
            .OrderByDescending(place => place.Likeness)
            .ThenBy(place => place.Passage)
            .Take(MostPlaces)
            .ToList();
        var best = likely.Count == 0 ? 0 : likely[0].Likeness;
        return
        [
            .. likely
                .Where(place => place.Likeness >= Least && place.Likeness >= best - Behind)
                .Select(place => new FactPlace(place.Passage, Math.Round(place.Likeness / best, 4))),
        ];
    }

    double Likeness(int passage, HashSet<string> said, SentenceVector? meaning)
    {
        if (!terms.TryGetValue(passage, out var here))
            terms[passage] = here = Terms.Set($"{passages[passage].Section} {passages[passage].Text}");
        var shared = said.Count == 0 ? 0 : said.Count(here.Contains) / (double)said.Count;
        return meaning is null || vectors.Count == 0 ? shared : (shared + meaning.Cosine(vectors[passage])) / 2;
    }
}
