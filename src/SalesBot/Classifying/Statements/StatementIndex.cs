using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying.Statements;

/// <summary>The statements of a generation, found by what they are about.</summary>
sealed partial class StatementIndex
{
    /// <summary>
    /// So many of what shares words, or stands in a passage that was found, are compared in meaning where a generation
    /// has more statements than that.
    /// </summary>
    const int MostCompared = 48;

    /// <summary>
    /// What a word counts that stands only in the heading of a statement, or before it in its sentence.
    /// </summary>
    const double Beside = 0.6;

    /// <summary>The same in the name of a row, which is what the row is about.</summary>
    const double InName = 1;

    readonly List<Read> statements;

    /// <summary>How many statements hold a stem.</summary>
    readonly Dictionary<string, int> holding;

    /// <summary>
    /// A statement with the stems of what it says, those of what stands above and before it, and what of it is encoded:
    /// all of it, then its items.
    /// </summary>
    sealed record Read(Statement Statement, HashSet<string> Said, HashSet<string> Context, IReadOnlyList<string> Texts)
    {
        /// <summary>The vectors of its texts, made once; null while the encoder does not tell them.</summary>
        public IReadOnlyList<SentenceVector>? Vectors { get; set; }

        /// <summary>Its words in small letters, a blank around each.</summary>
        public string Plain { get; } = Spaced(Statement.Said);

        /// <summary>What its side has to do with an event.</summary>
        public EventRole Role { get; } = EventVerbs.Of($"{Statement.Context} {Statement.Said}");

        /// <summary>The stems of a row's name; none where it is no row.</summary>
        public HashSet<string> Name { get; } =
            Statement.Passage.Kind == Knowledge.Passages.PassageKind.Row ? Terms.Set(Statement.Context) : [];
    }

    public StatementIndex(IEnumerable<Statement> read, TextVectors encoder)
    {
        statements =
        [
            .. read.Select(statement => new Read(
                statement,
                Terms.Set(TradeWords.In($"{statement.Said} {Acronyms(statement.Said)}")),
                Terms.Set(TradeWords.In($"{statement.Context} {statement.Passage.Lead}")),
                [.. TextsOf(statement)]
            )),
        ];
        holding = statements.SelectMany(read => read.Said).CountBy(stem => stem).ToDictionary(StringComparer.Ordinal);
        if (IsSmall)
            statements.ForEach(read => Encode(read, encoder));
    }

    /// <summary>Whether all statements are compared in meaning.</summary>
    bool IsSmall => statements.Count <= MostCompared * 8;

    /// <summary>What people say for short: "SEO" for "Search Engine Optimization".</summary>
    static string Acronyms(string text) =>
        string.Join(
            ' ',
            Capitals()
                .FindAllIn(text)
                .Select(name =>
                    string.Concat(name.Value.Split(' ', '-').Where(word => word.Length > 0).Select(word => word[0]))
                )
        );

    [GeneratedRegex(@"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,4}\b")]
    private static partial Regex Capitals();

    /// <summary>All of them, in document order.</summary>
    public IEnumerable<Statement> All => statements.Select(read => read.Statement);

    /// <summary>All that is encoded of the statements of some passages.</summary>
    public static IEnumerable<string> TextsOf(IReadOnlyList<Knowledge.Passages.Passage> passages) =>
        StatementReader.Read(passages).SelectMany(TextsOf);

    /// <summary>What is encoded of a statement: all of it, and each item where it lists several.</summary>
    static IEnumerable<string> TextsOf(Statement statement)
    {
        var whole = $"{statement.Context} {statement.Said}".Trim();
        yield return statement.Said.Length < Short ? whole : statement.Said;
        if (statement.Passage.Kind == Knowledge.Passages.PassageKind.Row)
            yield return whole;
        var items = Between().SplitBy(statement.Said);
        if (items.Length >= Several)
            foreach (var item in items.Select(item => item.Trim()).Where(item => item.Length > Least).Take(MostItems))
                yield return item;
    }

    static IReadOnlyList<SentenceVector> Encode(Read read, TextVectors encoder)
    {
        if (read.Vectors is { } known)
            return known;
        var vectors = read.Texts.Select(encoder.Of).OfType<SentenceVector>().ToList();
        if (vectors.Count == read.Texts.Count)
            read.Vectors = vectors;
        return vectors;
    }

    /// <summary>
    /// How near a statement is to what is asked about; an item of a list is a little less than the whole.
    /// </summary>
    static double Meaning(SentenceVector vector, Read read, TextVectors encoder)
    {
        var (best, share) = (-1d, 1d);
        foreach (var here in Encode(read, encoder))
        {
            best = Math.Max(best, vector.Cosine(here) * share);
            share = ItemShare;
        }
        return best;
    }

    const int Short = 12,
        Several = 3,
        Least = 3,
        MostItems = 8;

    const double ItemShare = 0.86;

    [GeneratedRegex(@",? (?:and|or) |[,;:–]\s")]
    private static partial Regex Between();

    /// <summary>
    /// The statements nearest to what is asked about, nearest first; equally near ones in document order.
    /// </summary>
    /// <param name="topic">What is asked about, without the asking and without the teams.</param>
    /// <param name="query">The same as terms.</param>
    /// <param name="encoder">The encoder in use: an index is shared by all that hold equal content, and outlives any of
    /// them.</param>
    public List<StatementHit> Near(string topic, SearchQuery query, TextVectors encoder)
    {
        var main = Terms.Set(Aside().SplitBy(topic)[0]);
        var named = NamesIn(topic, query);
        var isWhole = !query.Own.Any(term => main.Contains(term.Stem));
        var terms = query
            .Own.Select(term =>
                (
                    term.Stem,
                    Weight: Weight(term)
                        * (isWhole || main.Contains(term.Stem) ? 1 : AsideShare)
                        * (named.Contains(term.Stem) ? NamedShare : 1)
                )
            )
            .Where(term => term.Weight > 0)
            .ToList();
        var all = terms.Sum(term => term.Weight);
        var phrases = Phrases(topic);
        var role = EventVerbs.Of(topic);
        var differing = statements.ConvertAll(read => EventVerbs.Differ(role, read.Role) ? DifferingShare : 1);
        var words = statements.ConvertAll(read =>
            Math.Min(
                1,
                (all == 0 ? 0 : Shared(read, terms, all))
                    + (
                        phrases.Exists(phrase => read.Plain.Contains(phrase, StringComparison.Ordinal))
                            ? all == 0
                                ? 1
                                : Phrase
                            : 0
                    )
            )
        );
        var vector = encoder.OfQuestion(topic);
        var compared = Enumerable.Range(0, statements.Count).ToList();
        if (!IsSmall)
            compared = [.. compared.Where(i => words[i] > 0).OrderByDescending(i => words[i]).Take(MostCompared)];
        return
        [
            .. compared
                .Select(i => new StatementHit(
                    statements[i].Statement,
                    words[i] * differing[i],
                    vector is null ? 0 : Meaning(vector, statements[i], encoder) * differing[i]
                ))
                .OrderByDescending(hit => hit.Score),
        ];
    }

    /// <summary>
    /// The stems of names that no statement says, where enough else is asked about: a rule holds for whichever customer
    /// it is.
    /// </summary>
    HashSet<string> NamesIn(string topic, SearchQuery query)
    {
        var names = Terms.Set(
            string.Join(' ', Name().FindAllIn(topic).Where(name => name.Index > 0).Select(name => name.Value))
        );
        names.RemoveWhere(holding.ContainsKey);
        var others = query.Own.Count(term =>
            term.Topic > 0 && !names.Contains(term.Stem) && !Owning.Value.Contains(term.Stem)
        );
        return others >= LeastOthers ? names : [];
    }

    const double NamedShare = 0.2;

    const int LeastOthers = 2;

    [GeneratedRegex(@"\b\p{Lu}[\p{L}&.-]+")]
    private static partial Regex Name();

    static string Spaced(string text) =>
        $" {string.Join(' ', Word().FindAllIn(text.ToLowerInvariant()).Select(word => word.Value))} ";

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>What is left of the nearness to something else that is done with the same thing.</summary>
    const double DifferingShare = 0.5;

    /// <summary>What a phrase counts that is said word for word.</summary>
    const double Phrase = 0.2;

    /// <summary>Three words in a row that are asked about: "door to door".</summary>
    static List<string> Phrases(string topic)
    {
        var words = Spaced(topic).Trim().Split(' ');
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, words.Length - 2))
                .Select(i => $" {words[i]} {words[i + 1]} {words[i + 2]} "),
        ];
    }

    /// <summary>What is done comes first; what it is for, with whom and where counts less.</summary>
    const double AsideShare = 0.6;

    [GeneratedRegex(
        @"\b(?:about|for|from|at|on|in|with|by|after|before|during|who|that|which|because|so|when|where|while|if|until)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Aside();

    /// <summary>
    /// How much of what is asked about a statement says; a rule that names its owner is a few words, and how much of
    /// them is asked about counts as well.
    /// </summary>
    double Shared(Read read, List<(string Stem, double Weight)> terms, double all)
    {
        var named = Named(read, terms);
        var share =
            terms.Sum(term =>
                read.Said.Contains(term.Stem) ? term.Weight
                : read.Context.Contains(term.Stem) ? term.Weight * named
                : 0
            ) / all;
        if (!read.Statement.IsOwner || share == 0 || read.Said.Count > FewWords)
            return share;
        var said = read.Said.Where(stem => !Owning.Value.Contains(stem)).ToList();
        if (said.Count == 0)
            return share;
        var asked = said.Where(stem => terms.Exists(term => term.Stem == stem)).Sum(Rarity) / said.Sum(Rarity);
        return Math.Max(share, (share + asked) / 2);
    }

    /// <summary>
    /// What a word counts that stands beside a statement: in the name of a row the more, the more of that name is asked
    /// about. "Buying cycle" is not what "is ready to buy" asks for.
    /// </summary>
    static double Named(Read read, List<(string Stem, double Weight)> terms)
    {
        if (read.Name.Count == 0)
            return Beside;
        var asked = read.Name.Count(stem => terms.Exists(term => term.Stem == stem)) / (double)read.Name.Count;
        return Beside + (InName - Beside) * asked;
    }

    /// <summary>
    /// What a rule says of its owner tells nothing of the thing: "runs our webinars", "takes care of repairs".
    /// </summary>
    static readonly Lazy<HashSet<string>> Owning = new(() =>
        Terms.Set(
            "run own handle keep manage do make take care look after deal responsible charge issue send give get hold organise organize lead set sets have has put bring"
        )
    );

    /// <summary>A rule has so few words at most.</summary>
    const int FewWords = 8;

    double Rarity(string stem) => Math.Log(1 + statements.Count / (1.0 + holding.GetValueOrDefault(stem)));

    /// <summary>
    /// A word counts the more the fewer statements say it; one that none says counts less where it is plain English:
    /// people have many words for a thing.
    /// </summary>
    double Weight(QueryTerm term) =>
        term.Topic
        * term.Weight
        * (Anybody.Value.Contains(term.Stem) || Owning.Value.Contains(term.Stem) ? AnybodyShare : 1)
        * Rarity(term.Stem)
        * (holding.ContainsKey(term.Stem) || !term.IsEnglish ? 1 : Unsaid);

    const double Unsaid = 0.5;

    /// <summary>
    /// Words that nearly everything is said of count little, as do those that say that somebody does something.
    /// </summary>
    static readonly Lazy<HashSet<string>> Anybody = new(() =>
        Terms.Set(
            "people person thing things someone somebody business company firm monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight week month morning afternoon asap urgently gmbh inc ltd ag corp llc mr mrs ms dr"
        )
    );

    const double AnybodyShare = 0.3;
}
