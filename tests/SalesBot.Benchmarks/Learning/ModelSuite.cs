using Microsoft.Extensions.Options;
using SalesBot.Classifying;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Embeddings;

namespace SalesBot.Benchmarks.Learning;

/// <summary>
/// How well labels of texts are told apart on the folds that were not learned from, by what a model sees of a text.
/// </summary>
static class ModelSuite
{
    const int Folds = 5;

    /// <param name="files">Tab-separated, a head line, then label and text.</param>
    public static int Run(string[] files)
    {
        var rows = files
            .SelectMany(file => File.ReadLines(file).Skip(1))
            .Select(line => line.Split('\t'))
            .Where(cells => cells.Length >= 2)
            .Select(cells => (Label: cells[0].ToLowerInvariant(), Text: cells[^1]))
            .ToList();
        var labels = rows.Select(row => row.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        var texts = LabelledText.Mixed(rows.Select(row => new LabelledText(row.Text, labels.IndexOf(row.Label))));
        var encoder = new TextVectors(
            new OnnxEncoder(Options.Create(new KnowledgeOptions())),
            Options.Create(new KnowledgeOptions())
        );
        foreach (
            var (name, see) in new (string, Func<string, List<string>>)[]
            {
                ("subject", TaskFeatures.Of),
                ("manner", MessageFeatures.Of),
                ("both", MessageFeatures.WithSubject),
            }
        )
            Print(name, texts, labels, encoder, see);
        return 0;
    }

    static void Print(
        string name,
        List<LabelledText> texts,
        List<string> labels,
        TextVectors encoder,
        Func<string, List<string>> see
    )
    {
        var said = new int[texts.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = new TextModel(texts.Where((_, i) => i % Folds != fold), labels.Count, encoder, see);
            for (var i = fold; i < texts.Count; i += Folds)
                said[i] = model.Score(texts[i].Text).Index().MaxBy(share => share.Item).Index;
        }
        var right = texts.Where((text, i) => text.Label == said[i]).Count();
        System.Console.WriteLine(
            FormattableString.Invariant($"{name, -8} accuracy {right / (double)texts.Count:0.000}; found of each: ")
                + string.Join(
                    ", ",
                    labels.Select(
                        (label, number) =>
                            FormattableString.Invariant(
                                $"{label} {texts.Index().Where(text => text.Item.Label == number).Average(text => said[text.Index] == number ? 1.0 : 0):0.00}"
                            )
                    )
                )
        );
    }
}
