using SalesBot.Answering.Honesty;
using SalesBot.Answering.Spans;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Answering;

/// <summary>An answer without id and time: all that the same question on the same knowledge repeats byte for byte.</summary>
sealed record AnswerDraft(
    AnswerKind Kind, string Text, IReadOnlyList<AnswerSentence> Sentences, Verdict? Verdict, Classification? Classification,
    IReadOnlyList<Citation> Citations, IReadOnlyList<string> Missing, double Confidence);

/// <summary>From a question to what is said: reads the intent, searches, passes the honesty gate, chooses sentences.</summary>
sealed class AnswerComposer(TaskClassifier classifier, RequestModel requests, SideChoice sides, WorkModel works, SpanChoice spans, Reranker reranker,
    LearnedWeights weights)
{
    const int MostCitations = 10;

    /// <summary>
    /// How likely a message must be work of that team to get a verdict, where it is put as a question and where it is stated; and a statement to be work at all.
    /// </summary>
    const double LeastAsked = 0.45, LeastStated = 0.25, LeastWork = 0.5;

    /// <summary>The least share of a task's words that a passage must hold to be quoted with a verdict.</summary>
    const double LeastShared = 0.3;

    public AnswerDraft Compose(string text, IReadOnlyList<string> history, GenerationLease lease) =>
        PersonText.Fault(text) is { } fault ? Help(fault)
        : Compose(IntentReader.Read(PersonText.Excerpt(text), [.. history.Select(PersonText.Excerpt)]), lease);

    AnswerDraft Compose(Intent intent, GenerationLease lease) => intent switch
    {
        SmallTalk => Help(AnswerWording.Help),
        AskTask { Asked: true, MayBeTold: true } task => Told(task, lease) ?? Judge(task, lease),
        AskTask { Asked: true } task => Judge(task, lease),
        AskTask task => Answer(new AskQuestion(task.Text, task.LeansOn, MayStandAlone: true), lease, isStatement: true),
        AskComparison comparison => Comparison(comparison, lease),
        AskQuestion question => Answer(question, lease, isStatement: false),
        _ => throw new InvalidOperationException($"No answer is made for {intent.GetType().Name}."),
    };

    /// <summary>
    /// "Who approves offers over 50,000 euros?": the documents may name somebody, and neither team. What they say of one of the teams is for the verdict.
    /// </summary>
    AnswerDraft? Told(AskTask task, GenerationLease lease)
    {
        var finding = Find(new AskQuestion(task.Text, task.LeansOn), task.Text, task.LeansOn, lease);
        if (!finding.Answers || Coverage.Of(finding.Query, finding.Hits[0]) < LeastToldWords)
            return null;
        var answer = Answer([finding], lease);
        var said = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
        return Clauses.SideOf(said, 0, said.Length, onlyOne: false) is null ? answer : null;
    }

    /// <summary>The least share of a question's words that a passage must say to tell who does something.</summary>
    const double LeastToldWords = 0.5;

    static AnswerDraft Help(string text) => new(AnswerKind.Help, text, [], null, null, [], [], 1);

    /// <summary>Answers from the passages, or judges whose work it is where it is likelier that somebody wants something done.</summary>
    AnswerDraft Answer(AskQuestion question, GenerationLease lease, bool isStatement)
    {
        if (question is { MayStandAlone: true, LeansOn.Count: > 0 }
            && Answer(question with { LeansOn = [] }, lease, isStatement) is { Kind: not AnswerKind.Refusal } alone)
            return alone;
        var whole = Find(question, question.Text, question.LeansOn, lease);
        var work = works.Score(question.Text);
        if (IsWorkOfSomebody(question.Text, work, isStatement ? LeastStated : Math.Max(LeastAsked, whole.Confidence), lease) && (work >= LeastWork || !isStatement))
            return Judge(new AskTask(question.Text, [], Asked: false), lease);
        var parts = CompoundQuestion.Parts(question.Text).Select(part => Find(question, part, question.LeansOn, lease)).ToList();
        if (parts.Count > 1 && !(whole.Answers && whole.HoldsAll(parts)) && parts.Any(part => part.Answers))
            return Answer(parts, lease);
        return isStatement ? OfStatement(question, whole, work, lease) : whole.Answers ? Answer([whole], lease) : Refusal(whole);
    }

    /// <summary>What is no work and no question: the passages may tell of it, or it is nobody's.</summary>
    AnswerDraft OfStatement(AskQuestion question, Finding finding, double work, GenerationLease lease)
    {
        if (finding.Answers)
            return Answer([finding], lease);
        var isElsewhere = classifier.Classify(question.Text, lease.Generation).Verdict == Verdict.Neither;
        return question.LeansOn.Count == 0 && (isElsewhere && work >= LeastWork && !IsOfTheMaterial(finding.Query) || IsWorkOfSomebody(question.Text, work, LeastStated, lease))
            ? Judge(new AskTask(question.Text, [], Asked: false), lease) : Refusal(finding);
    }

    /// <summary>Whether the material knows most of the words: then it is asked for something it might tell, and not about work that is nobody's here.</summary>
    static bool IsOfTheMaterial(SearchQuery query) =>
        query.Own.Where(term => term.IsTopic).ToList() is { Count: > 0 } topics && topics.Count(term => term.Passages > 0) >= MostWords * topics.Count;

    const double MostWords = 0.6;

    bool IsWorkOfSomebody(string text, double work, double least, GenerationLease lease) =>
        work > least && classifier.Classify(text, lease.Generation) is { Verdict: not Verdict.Neither } verdict && work * verdict.Confidence > least;

    AnswerDraft Answer(IReadOnlyList<Finding> findings, GenerationLease lease)
    {
        var hits = Finding.Merge(findings, MostCitations);
        var sentences = findings.Where(finding => finding.Answers).SelectMany(finding => Sentences(finding, 0, hits, lease))
            .DistinctBy(sentence => (sentence.Text, sentence.Citation)).ToList();
        var citations = hits.ConvertAll(PassageCitation.Of);
        var missing = findings.SelectMany(finding => finding.Missing).Distinct().ToList();
        return new AnswerDraft(AnswerKind.Answer, AnswerWording.Answer(sentences, citations, missing), sentences, null, null, citations, missing,
            findings.Where(finding => finding.Answers).Min(finding => finding.Confidence));
    }

    AnswerDraft Comparison(AskComparison comparison, GenerationLease lease)
    {
        var finding = Find(comparison, comparison.Text, comparison.LeansOn, lease);
        if (!finding.Answers)
            return Refusal(finding);
        var hits = finding.Hits.ToList();
        var side = comparison.NamesOne ? sides.Of(finding) : null;
        var sentences = PassagePreference.AsksNothingElse(finding.Query) ? Contrasts(finding, hits, lease)
            : side is null ? [.. Sentences(finding, 0, hits, lease), .. TheOther(finding, hits, lease)] : Sentences(finding, 0, hits, lease);
        var citations = hits.ConvertAll(PassageCitation.Of);
        return new AnswerDraft(AnswerKind.Comparison, AnswerWording.Comparison(side, sentences, citations), sentences, side, null, citations, [],
            finding.Confidence);
    }

    AnswerDraft Judge(AskTask task, GenerationLease lease)
    {
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(TaskText.Of(task.Text), task.LeansOn);
        var hits = Distinct(searcher.Search(query, MostCitations));
        var owner = OwnerRow.Of(hits, query);
        var classification = owner is null ? classifier.Classify(task.Text, lease.Generation)
            : classifier.Classify(task.Text, lease.Generation).OwnedBy(owner.Side, PassageCitation.Of(owner.Hit));
        var finding = new Finding(task.Text, query, hits, []);
        var sentences = classification.Verdict == Verdict.Neither ? [] : Supporting(classification, finding, hits, lease);
        var citations = hits.ConvertAll(PassageCitation.Of);
        return new AnswerDraft(
            AnswerKind.Classification, AnswerWording.OfVerdict(classification, sentences, citations), sentences, classification.Verdict, classification,
                citations, [], classification.Confidence);
    }

    /// <summary>The sentences of the next passage that says what the best one leaves out, where two things are set side by side.</summary>
    IEnumerable<AnswerSentence> TheOther(Finding finding, List<PassageHit> hits, GenerationLease lease)
    {
        var lacking = Coverage.Lacking(finding.Query, finding.Hits[0]).Where(term => term.Passages > 0).ToList();
        var place = finding.Hits.Take(4)
            .ToList().FindIndex(hit => hit != finding.Hits[0] && lacking.Count > 0
                && Coverage.Lacking(finding.Query, hit).Count(lacking.Contains) < lacking.Count);
        return place < 0 ? [] : Sentences(finding, place, hits, lease).Where(sentence => sentence.Exact).Take(1);
    }

    /// <summary>A sentence from each of the first passages that set the teams against each other, three at the most; else what the best passage says.</summary>
    List<AnswerSentence> Contrasts(Finding finding, List<PassageHit> hits, GenerationLease lease)
    {
        var contrasts = finding.Hits.Select((hit, place) => (hit.Passage, place)).Where(hit => PassagePreference.IsContrast(hit.Passage)).Take(3)
            .SelectMany(hit => Sentences(finding, hit.place, hits, lease).Where(sentence => sentence.Exact).Take(2)).Take(3).ToList();
        return contrasts.Count > 0 ? contrasts : Sentences(finding, 0, hits, lease);
    }

    /// <summary>
    /// The sentences of the best passage, if it supports the verdict or none of the evidence is near the top; a passage that shares next to nothing with the
    /// task is not quoted.
    /// </summary>
    List<AnswerSentence> Supporting(Classification classification, Finding finding, List<PassageHit> hits, GenerationLease lease)
    {
        var place = hits.FindIndex(0, Math.Min(3, hits.Count), hit => classification.For
            .Any(evidence => evidence.Document == hit.Passage.Document && evidence.Start == hit.Passage.Start));
        var best = hits.ElementAtOrDefault(Math.Max(0, place));
        return best is null || Coverage.Of(finding.Query, best) < LeastShared ? [] : Sentences(finding, Math.Max(0, place), hits, lease);
    }

    static AnswerDraft Refusal(Finding finding)
    {
        var citations = finding.Hits.Select(PassageCitation.Of).ToList();
        return new AnswerDraft(AnswerKind.Refusal, AnswerWording.Refusal(finding.Missing, finding.IsUnsaid, citations), [], null, null, citations,
            finding.Missing, 0);
    }

    Finding Find(Intent intent, string question, IReadOnlyList<string> leansOn, GenerationLease lease)
    {
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(question, leansOn);
        var hits = Hits(intent, question, query, searcher);
        var signs = hits.Count == 0 ? null : Signs(intent, question, query, hits, leansOn, lease);
        var confidence = HonestyGate.Confidence(signs, weights.Of(HonestyGate.FileFor(hits), query.Vector is not null));
        if (hits.Count > 0 && (RowSpan.IsOfAnother(hits[0].Passage, question, query) || IsStrange(query)))
            confidence = Math.Min(confidence, OfAnother);
        else if (hits.Count > 0 && (ListSpan.IsProcedureFor(hits[0].Passage, question, query) || RowSpan.IsAskedByName(hits[0].Passage, question, query)))
            confidence = Math.Max(confidence, OfJustThat);
        return new Finding(question, query, hits, HonestyGate.Missing(question, query, hits, confidence))
        {
            Confidence = confidence, Compares = intent is AskComparison,
        };
    }

    /// <summary>A long text most of whose words stand nowhere is about something else, whatever few words it shares.</summary>
    static bool IsStrange(SearchQuery query) =>
        query.Own.Where(term => term.IsTopic).ToList() is { Count: >= ManyTopics } topics && topics.Count(term => term.Passages == 0) > MostStrange * topics.Count;

    const int ManyTopics = 8;
    const double MostStrange = 0.6;

    /// <summary>
    /// Cases in which the form says more than all signs. A row of something else, and a passage beside a long text that is strange, answer no more than the
    /// first; steps whose heading says what is asked, and a row whose name is asked for by what it says, no less than the second.
    /// </summary>
    const double OfAnother = 0.3, OfJustThat = 0.6;

    /// <summary>The passages that may answer, best first.</summary>
    List<PassageHit> Hits(Intent intent, string question, SearchQuery query, PassageSearcher searcher) =>
        reranker.Apply([.. Found(intent, question, query, searcher).Take(MostCitations)], question, query);

    static List<PassageHit> Found(Intent intent, string question, SearchQuery query, PassageSearcher searcher) =>
        Distinct(PassagePreference.Apply(intent, question, query, searcher.Search(query, PassagePreference.LookedAt)));

    /// <summary>Copies of a page say the same once; what only asks is no answer.</summary>
    static List<PassageHit> Distinct(IEnumerable<PassageHit> hits) =>
        [.. hits.Where(hit => hit.Passage.Kind != Knowledge.Passages.PassageKind.Question)
            .DistinctBy(hit => (hit.Passage.Section, hit.Passage.Columns, hit.Passage.Text))];

    AnswerSigns Signs(Intent intent, string question, SearchQuery query, List<PassageHit> hits, IReadOnlyList<string> leansOn, GenerationLease lease)
    {
        var span = spans.Of(hits[0], question, query, lease.Generation);
        // Of a list that is said whole, the whole is what tells.
        var read = spans.Read(span.Hit.Passage, question, query);
        var (start, end) = Stretch(span.Hit.Passage, span);
        return AnswerSigns.Of(question, query, hits, new AskedAndSaid(SpanChoice.Said(span), read.Meaning(start, end), read.Told, read.SubjectTold,
            read.ToldBy(start, end), read.WordTold, requests.Score(question),
            leansOn.Count > 0 ? 0 : classifier.Neither(question, lease.Generation), leansOn.Count > 0, intent is AskComparison));
    }

    /// <summary>From the first to the last of a span's words in the passage; all of it, where they are from a wider one.</summary>
    static (int Start, int End) Stretch(Knowledge.Passages.Passage passage, AnswerSpan span)
    {
        var exact = span.Parts.Where(part => part.Exact).Select(part => (At: passage.Text.IndexOf(part.Text, StringComparison.Ordinal), part.Text.Length))
            .Where(part => part.At >= 0).ToList();
        return exact.Count == 0 ? (0, passage.Text.Length) : (exact.Min(part => part.At), exact.Max(part => part.At + part.Length));
    }

    /// <summary>What would be said to a question if nothing held it back, and what tells whether that answers, for whoever learns; none if nothing is found.</summary>
    public (AnswerSigns Signs, Finding Finding, List<PassageHit> Found, string Said)? Study(string text, IReadOnlyList<string> history, GenerationLease lease)
    {
        var intent = IntentReader.Read(text, history);
        var leansOn = intent switch
        {
            AskQuestion question => question.LeansOn, AskComparison comparison => comparison.LeansOn, AskTask task => task.LeansOn, _ => [],
        };
        var query = lease.Generation.Searcher.Queries.Read(text, leansOn);
        var hits = Hits(intent, text, query, lease.Generation.Searcher);
        if (hits.Count == 0)
            return null;
        var said = SpanChoice.Said(spans.Of(hits[0], text, query, lease.Generation));
        return (Signs(intent, text, query, hits, leansOn, lease), new Finding(text, query, hits, []), Found(intent, text, query, lease.Generation.Searcher), said);
    }

    /// <summary>
    /// What is said of one of a finding's passages. Where the words are from a wider one, that stands among the hits instead.
    /// </summary>
    List<AnswerSentence> Sentences(Finding finding, int of, List<PassageHit> hits, GenerationLease lease)
    {
        var passage = finding.Hits[of].Passage;
        // What another part of the question has widened holds the passage all the same.
        var place = hits.FindIndex(hit => hit.Passage.Document == passage.Document && hit.Passage.Start <= passage.Start && hit.Passage.End >= passage.End);
        var span = spans.Of(finding.Hits[of], finding.Question, finding.Query, lease.Generation, finding.Compares);
        if (span.Hit.Passage.End - span.Hit.Passage.Start >= hits[place].Passage.End - hits[place].Passage.Start)
            hits[place] = span.Hit;
        return [.. span.Parts.Select(part => new AnswerSentence(part.Text, part.Exact, place) { Mark = part.Mark })];
    }
}
