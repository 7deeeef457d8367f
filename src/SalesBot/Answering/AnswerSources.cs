using SalesBot.Chat;

namespace SalesBot.Answering;

/// <summary>
/// What people read as the sources of an answer: what is cited from one section of a document is one source, numbered
/// in order of use.
/// </summary>
sealed class AnswerSources
{
    readonly IReadOnlyList<Citation> citations;
    readonly List<(string Document, string Section)> sources;

    public AnswerSources(Answer answer)
    {
        citations = answer.Citations;
        sources = [.. answer.Cited.Select(KeyOf).Distinct()];
        First = [.. sources.Select(source => citations[answer.Cited.First(place => KeyOf(place) == source)])];
    }

    /// <summary>Of each source what was cited first of it.</summary>
    public IReadOnlyList<Citation> First { get; }

    /// <summary>The number of the source at that place among the citations, from 1.</summary>
    public int NumberOf(int place) => sources.IndexOf(KeyOf(place)) + 1;

    (string, string) KeyOf(int place) => (citations[place].Document, citations[place].Section);
}
