using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>What a model sees of a task: its terms, and pairs of terms that follow each other.</summary>
static class TaskFeatures
{
    /// <summary>The features, once each, in the order they were said.</summary>
    public static List<string> Of(string task)
    {
        var terms = Terms.Of(task).Select(term => term.Text).ToList();
        return [.. terms.Concat(terms.Zip(terms.Skip(1), (first, second) => $"{first} {second}")).Distinct()];
    }
}
