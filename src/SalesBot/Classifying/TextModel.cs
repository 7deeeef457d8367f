using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Classifying;

/// <summary>
/// Tells labels of texts apart by their words, their meaning, and the examples nearest to them: each has its share in
/// the result. Where there is no encoder, words decide alone.
/// </summary>
sealed class TextModel
{
    /// <summary>The shares of the three, chosen on the development tasks.</summary>
    const double Words = 0.55,
        Meaning = 0.25,
        Neighbours = 0.2;

    readonly WordModel words;
    readonly MeaningModel? meaning;
    readonly Func<string, SentenceVector?> vectorOf;
    readonly Func<string, List<string>> see;

    /// <param name="examples">The examples to learn from, each with its weight; those of less than 1 teach words
    /// only.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="encoder">Gives texts their meaning.</param>
    /// <param name="see">What is seen of a text's words; those that carry its subject, if nothing else is said.</param>
    public TextModel(
        IEnumerable<LabelledText> examples,
        int labels,
        TextVectors encoder,
        Func<string, List<string>>? see = null
    )
    {
        this.see = see ?? TaskFeatures.Of;
        var mixed = LabelledText.Mixed(examples);
        words = WordLearning.Of(mixed, labels, this.see);
        meaning = encoder.IsOn
            ? new MeaningModel(mixed.FindAll(example => example.Weight >= 1), labels, encoder.Of)
            : null;
        vectorOf = encoder.OfQuestion;
    }

    /// <summary>
    /// What <see cref="Write"/> wrote, with the same encoder or none: then words decide alone.
    /// </summary>
    public TextModel(BinaryReader file, TextVectors encoder, Func<string, List<string>>? see = null)
    {
        (this.see, vectorOf) = (see ?? TaskFeatures.Of, encoder.OfQuestion);
        words = new WordModel(file);
        meaning = file.ReadBoolean() && encoder.IsOn ? new MeaningModel(file, encoder.Of) : null;
    }

    /// <summary>Writes down what was learned.</summary>
    public void Write(BinaryWriter file)
    {
        words.Write(file);
        file.Write(meaning is not null);
        meaning?.Write(file);
    }

    /// <summary>The share of each label, adding up to 1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="adjust">Something else that is known of the words' shares; they need not add up to 1 after
    /// it.</param>
    public double[] Score(string text, Action<double[], List<string>>? adjust = null)
    {
        var said = see(text);
        var byWords = words.Score(said);
        adjust?.Invoke(byWords, said);
        var all = byWords.Sum();
        var shares = byWords.Select(share => share / all).ToArray();
        if (meaning is null || vectorOf(text) is not { } vector)
            return shares;
        var (byMeaning, byNeighbours) = (meaning.Score(vector), meaning.Neighbours(vector));
        return
        [
            .. shares.Select(
                (share, label) => Words * share + Meaning * byMeaning[label] + Neighbours * byNeighbours[label]
            ),
        ];
    }

    /// <summary>
    /// The examples of a label that are nearest in meaning, nearest first; none where there is no encoder.
    /// </summary>
    public IReadOnlyList<string> Similar(string text, int label, double least, int most) =>
        meaning is not null && vectorOf(text) is { } vector ? meaning.Similar(vector, label, least, most) : [];

    /// <summary>How much a term speaks for a label against the average of the others.</summary>
    public double Pull(string term, int label) => words.Pull(term, label);
}
