using SalesBot.Classifying;
using SalesBot.Classifying.Statements;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>Collects what is said and what is cited: what is quoted comes first among the citations, in order of use, then what else was found.</summary>
sealed class DraftBuilder(IEnumerable<PassageHit> found, PassageSearcher searcher)
{
    const int MostCitations = 10;

    readonly List<PassageHit> cited = [];
    readonly List<AnswerSentence> sentences = [];

    /// <summary>Says something in the bot's own words.</summary>
    public DraftBuilder Say(string text)
    {
        sentences.Add(new AnswerSentence(text, Exact: false, Citation: null));
        return this;
    }

    /// <summary>Quotes a statement, once.</summary>
    /// <param name="hit">The statement.</param>
    /// <param name="mark">What its line begins with, where it is an item of a list.</param>
    public DraftBuilder Quote(StatementHit hit, string? mark = null)
    {
        var quoted = StatementQuote.Of(hit.Statement, Place(hit.Statement.Passage, hit.Score), isItem: mark is not null);
        if (!quoted.All(sentences.Contains))
            sentences.AddRange(quoted.Select((sentence, i) => i == 0 ? sentence with { Mark = mark } : sentence));
        return this;
    }

    /// <summary>Quotes words of a passage.</summary>
    public DraftBuilder Quote(Passage passage, string words)
    {
        sentences.Add(new AnswerSentence(words, Exact: true, Place(passage, 1)));
        return this;
    }

    int Place(Passage passage, double score)
    {
        var place = cited.FindIndex(one => one.Passage.Document == passage.Document && one.Passage.Start == passage.Start);
        if (place >= 0)
            return place;
        cited.Add(searcher.Hit(passage, score));
        return cited.Count - 1;
    }

    /// <summary>The answer that was put together.</summary>
    public AnswerDraft Draft(AnswerKind kind, Verdict? verdict, Classification? classification, double confidence)
    {
        var citations = cited.Concat(found.Where(hit => !cited.Exists(one => one.Passage.Document == hit.Passage.Document && one.Passage.Start == hit.Passage.Start)))
            .Take(MostCitations).Select(PassageCitation.Of).ToList();
        return new AnswerDraft(kind, AnswerWording.Quoted(sentences, citations), sentences, verdict, classification, citations, [], confidence);
    }
}
