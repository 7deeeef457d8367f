using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Search;

namespace SalesBot.Knowledge.Questions;

/// <summary>The example questions of a generation, and how like them a question is.</summary>
sealed class ExampleQuestions
{
    readonly List<(PlacedFact Fact, string Text, SentenceVector? Vector, int Terms)> questions = [];
    readonly Dictionary<string, List<int>> byTerm = new(StringComparer.Ordinal);

    public ExampleQuestions(IReadOnlyList<PlacedFact> facts, Func<string, SentenceVector?>? vectorOf)
    {
        foreach (var fact in facts)
        foreach (var (text, stems) in fact.Questions.Zip(fact.Stems))
            Add(fact, text, vectorOf?.Invoke(text), stems.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether any passage has an example question.</summary>
    public bool Any => questions.Count > 0;

    void Add(PlacedFact fact, string text, SentenceVector? vector, string[] stems)
    {
        foreach (var stem in stems)
        {
            if (!byTerm.TryGetValue(stem, out var places))
                byTerm[stem] = places = [];
            places.Add(questions.Count);
        }
        questions.Add((fact, text, vector, stems.Length));
    }

    /// <summary>How like each passage's example questions are to a question.</summary>
    public Dictionary<int, AskedLikeness> Likeness(SearchQuery query, int passages)
    {
        var byWords = ByWords(query, passages);
        var found = new Dictionary<int, AskedLikeness>();
        var terms = Terms(query);
        for (var i = 0; i < questions.Count; i++)
        {
            var meaning = query.Vector is { } asked && questions[i].Vector is { } example ? asked.Cosine(example) : 0;
            foreach (var place in questions[i].Fact.Places)
            {
                if (!found.TryGetValue(place.Passage, out var likeness))
                    found[place.Passage] = likeness = new AskedLikeness();
                likeness.Add(place.Weight * meaning, place.Weight * byWords[i], terms[i], questions[i].Fact.Statement);
            }
        }
        return found;
    }

    /// <summary>For each example a bit for each of the question's own terms that it says.</summary>
    ulong[] Terms(SearchQuery query)
    {
        var said = new ulong[questions.Count];
        foreach (var (term, i) in query.Own.Take(QueryReader.MaxTerms).Select((term, i) => (term, i)))
        foreach (var question in byTerm.GetValueOrDefault(term.Stem) ?? [])
            said[question] |= 1UL << i;
        return said;
    }

    /// <summary>
    /// For each example the share of the question's terms it says, rare ones counting more, less for an example with
    /// many more terms.
    /// </summary>
    double[] ByWords(SearchQuery query, int passages)
    {
        var shared = new double[questions.Count];
        var all = 0d;
        var count = 0;
        foreach (var term in query.Own)
        {
            var rarity = term.Rarity(passages);
            (all, count) = (all + rarity, count + 1);
            foreach (var question in byTerm.GetValueOrDefault(term.Stem) ?? [])
                shared[question] += rarity;
        }
        for (var i = 0; i < shared.Length; i++)
            shared[i] =
                all == 0
                    ? 0
                    : shared[i] / all * Math.Min(1, Math.Sqrt(count / (double)Math.Max(1, questions[i].Terms)) + 0.3);
        return shared;
    }
}

/// <summary>How like a question is to the example questions of one passage.</summary>
sealed class AskedLikeness
{
    /// <summary>
    /// What counts for a passage that nobody has written an example for: as like as any two questions are.
    /// </summary>
    public const double Unasked = 0.3;

    readonly double[] best = [0, 0, 0];
    int count;

    /// <summary>The cosine to the nearest example.</summary>
    public double Nearest => count == 0 ? Unasked : best[0];

    /// <summary>The mean cosine to the nearest three.</summary>
    public double Several => count == 0 ? Unasked : best.Take(count).Average();

    /// <summary>The best share of terms.</summary>
    public double Words { get; private set; }

    /// <summary>The fact whose example is nearest.</summary>
    public string? Fact { get; private set; }

    /// <summary>A bit for each of the question's own terms that any example says.</summary>
    public ulong Terms { get; private set; }

    public void Add(double meaning, double words, ulong terms, string fact)
    {
        Terms |= terms;
        Words = Math.Max(Words, words);
        if (count == 0 || meaning > best[0])
            Fact = fact;
        count = Math.Min(best.Length, count + 1);
        for (var i = 0; i < best.Length; i++)
            if (meaning > best[i])
                (best[i], meaning) = (meaning, best[i]);
    }
}
