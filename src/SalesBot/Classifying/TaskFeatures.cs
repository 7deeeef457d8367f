using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge.Search;

namespace SalesBot.Classifying;

/// <summary>
/// What a model sees of a task: its terms, pairs of terms that follow each other, and whether somebody speaks of
/// themselves.
/// </summary>
static partial class TaskFeatures
{
    /// <summary>
    /// The features, once each, in the order they were said; a pair holds a space, a person's word begins with "~".
    /// </summary>
    public static List<string> Of(string task)
    {
        var terms = Terms.Of(task).Select(term => term.Text).ToList();
        var persons = Person().FindAllIn(task).Select(match => $"~{match.Value.ToLowerInvariant()}");
        return
        [
            .. terms
                .Concat(terms.Zip(terms.Skip(1), (first, second) => $"{first} {second}"))
                .Concat(persons)
                .Distinct(),
        ];
    }

    [GeneratedRegex(@"\b(?:i|me|my|you|your)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Person();
}
