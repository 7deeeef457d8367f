using SalesBot.Answering.Spans;
using SalesBot.Classifying;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>
/// Says what passages say: the sentences of the best one that answer, of several for a question of several parts; or
/// that none answers.
/// </summary>
sealed class PassageAnswers(SpanChoice spans)
{
    const int MostCitations = 10;

    /// <summary>What the passages say to a question, or to each of its parts.</summary>
    public AnswerDraft Answer(IReadOnlyList<Finding> findings, GenerationLease lease)
    {
        var hits = Finding.Merge(findings, MostCitations);
        var sentences = findings
            .Where(finding => finding.Answers)
            .SelectMany(finding => Sentences(finding, 0, hits, lease))
            .DistinctBy(sentence => (sentence.Text, sentence.Citation))
            .ToList();
        var citations = hits.ConvertAll(PassageCitation.Of);
        var missing = findings.SelectMany(finding => finding.Missing).Distinct().ToList();
        return new AnswerDraft(
            AnswerKind.Answer,
            AnswerWording.Answer(sentences, citations, missing),
            sentences,
            null,
            null,
            citations,
            missing,
            findings.Where(finding => finding.Answers).Min(finding => finding.Confidence)
        );
    }

    /// <summary>That the material does not answer, and what is nearest.</summary>
    public static AnswerDraft Refusal(Finding finding)
    {
        var citations = finding.Hits.Select(PassageCitation.Of).ToList();
        return new AnswerDraft(
            AnswerKind.Refusal,
            AnswerWording.Refusal(finding.Missing, finding.IsUnsaid, citations),
            [],
            null,
            null,
            citations,
            finding.Missing,
            0
        );
    }

    /// <summary>
    /// What is said of one of a finding's passages. Where the words are from a wider one, that stands among the hits
    /// instead.
    /// </summary>
    public List<AnswerSentence> Sentences(Finding finding, int of, List<PassageHit> hits, GenerationLease lease)
    {
        var passage = finding.Hits[of].Passage;
        // What another part of the question has widened holds the passage all the same.
        var place = hits.FindIndex(hit =>
            hit.Passage.Document == passage.Document
            && hit.Passage.Start <= passage.Start
            && hit.Passage.End >= passage.End
        );
        var span = spans.Of(finding.Hits[of], finding.Question, finding.Query, lease.Generation, finding.Compares);
        if (span.Hit.Passage.End - span.Hit.Passage.Start >= hits[place].Passage.End - hits[place].Passage.Start)
            hits[place] = span.Hit;
        List<AnswerSentence> said =
        [
            .. span.Parts.Select(part => new AnswerSentence(part.Text, part.Exact, place) { Mark = part.Mark }),
        ];
        // "It grows fast" says nothing where nobody knows what: the heading tells, or the title.
        if (said is [{ Exact: true } first, ..] && Subjects.Hangs(first.Text))
            said.Insert(0, new AnswerSentence($"{Above(span.Hit.Passage)}:", Exact: false, place));
        return said;
    }

    static string Above(Passage passage) =>
        (passage.Section.Length > 0 ? passage.Section.Split(Passage.Below)[^1] : passage.Title).TrimEnd(':', ' ', '?');
}
