using SalesBot.Answering;

namespace SalesBot.Commands.Evaluation;

/// <summary>Items with their answers, and the figures they make.</summary>
sealed class EvaluationRun(IReadOnlyList<(EvaluationItem Item, AnswerDraft Answer)> results)
{
    static readonly string[] Unanswerable = ["near", "trap", "off", "public"];

    public IEnumerable<Figure> Figures() =>
        Retrieval().Concat(Refusals()).Concat(Verdicts()).Concat(Exactness()).Where(figure => figure.Items > 0);

    /// <summary>What went wrong, a line each.</summary>
    public IEnumerable<string> Misses() =>
        from result in results
        let wrong = Miss(result.Item, result.Answer)
        where wrong is not null
        select $"{wrong}: {result.Item.Id} {result.Item.Text}";

    static string? Miss(EvaluationItem item, AnswerDraft answer) =>
        item.Label is { } label
            ? label == Said(answer)
                ? null
                : $"{label} mistaken for {Said(answer)}"
            : Unanswerable.Contains(item.Kind)
                ? IsRefused(item, answer)
                    ? null
                    : $"{item.Kind} answered"
                : IsKept(answer)
                    ? RetrievalScore.Hit(item, answer.Citations, 3) > 0
                        ? null
                        : "not among the first three"
                    : "refused";

    IEnumerable<Figure> Retrieval()
    {
        var asked = results.Where(result => result.Item.Gold.Count > 0).ToList();
        Figure Over(string name, Func<EvaluationItem, AnswerDraft, double> score, string? kind = null) =>
            Figure.Of(
                name,
                [
                    .. asked
                        .Where(result => kind is null || result.Item.Kind == kind)
                        .Select(result => score(result.Item, result.Answer)),
                ]
            );
        yield return Over("hit@1", (item, answer) => RetrievalScore.Hit(item, answer.Citations, 1));
        yield return Over("hit@3", (item, answer) => RetrievalScore.Hit(item, answer.Citations, 3));
        yield return Over("hit@5", (item, answer) => RetrievalScore.Hit(item, answer.Citations, 5));
        yield return Over("nDCG@10", (item, answer) => RetrievalScore.NDcg(item, answer.Citations));
        yield return Over("typos hit@1", (item, answer) => RetrievalScore.Hit(item, answer.Citations, 1), "typo");
        yield return Over(
            "follow-ups hit@3",
            (item, answer) => RetrievalScore.Hit(item, answer.Citations, 3),
            "followup"
        );
        yield return Over(
            "compound, all parts in the top 5",
            (item, answer) => RetrievalScore.AllParts(item, answer.Citations, 5),
            "compound"
        );
        yield return Over(
            "said from a passage that answers",
            (item, answer) =>
                RetrievalScore.Hit(
                    item,
                    [
                        .. answer
                            .Sentences.Select(sentence => sentence.Citation)
                            .OfType<int>()
                            .Select(place => answer.Citations[place]),
                    ],
                    10
                )
        );
        yield return Over("answerable kept", (_, answer) => IsKept(answer) ? 1 : 0);
        yield return Figure.Of(
            "a comparison names the right side",
            [
                .. asked
                    .Where(result => result.Item.Side is not null)
                    .Select(result => result.Item.Side == Said(result.Answer) ? 1.0 : 0),
            ]
        );
    }

    IEnumerable<Figure> Refusals() =>
        Unanswerable.Select(kind =>
            Figure.Of(
                $"{kind} refused",
                [
                    .. results
                        .Where(result => result.Item.Label is null && result.Item.Kind == kind)
                        .Select(result => IsRefused(result.Item, result.Answer) ? 1.0 : 0),
                ]
            )
        );

    IEnumerable<Figure> Verdicts()
    {
        foreach (var set in results.Where(result => result.Item.Label is not null).GroupBy(result => result.Item.Set))
        {
            var pairs = set.Select(result => (Gold: result.Item.Label ?? "", Said: Said(result.Answer))).ToList();
            yield return Figure.Of($"{set.Key} accuracy", [.. pairs.Select(pair => pair.Gold == pair.Said ? 1.0 : 0)]);
            yield return Figure.MacroF1($"{set.Key} macro-F1", pairs);
        }
    }

    IEnumerable<Figure> Exactness()
    {
        yield return Figure.Of(
            "sentences marked exact that are",
            [
                .. results.SelectMany(result =>
                    result
                        .Answer.Sentences.Where(sentence => sentence.Exact)
                        .Select(sentence =>
                            sentence.Citation is { } place
                            && result.Answer.Citations[place].Quote.Contains(sentence.Text, StringComparison.Ordinal)
                                ? 1.0
                                : 0
                        )
                ),
            ]
        );
    }

    /// <summary>
    /// How far confidence can be believed, a reliability diagram as a table: for each tenth of confidence how many
    /// verdicts and answers there are, how sure they are on average, and what share of them is right.
    /// </summary>
    public IEnumerable<Reliability> Reliabilities() =>
        from result in results
        where result.Item.Label is not null || IsKept(result.Answer)
        let kind = result.Item.Label is not null ? "verdicts" : "answers"
        group (result.Answer.Confidence, Miss(result.Item, result.Answer) is null) by (
            kind,
            Tenth: Math.Min(9, (int)(result.Answer.Confidence * 10))
        ) into tenth
        orderby tenth.Key
        select new Reliability(
            tenth.Key.kind,
            tenth.Key.Tenth / 10.0,
            tenth.Count(),
            tenth.Average(each => each.Confidence),
            tenth.Average(each => each.Item2 ? 1.0 : 0)
        );

    static bool IsKept(AnswerDraft answer) => answer.Kind is not (AnswerKind.Refusal or AnswerKind.Help);

    /// <summary>Calling something off topic neither team's task is as honest as refusing it.</summary>
    static bool IsRefused(EvaluationItem item, AnswerDraft answer) =>
        !IsKept(answer) || item.Kind is "off" or "public" && answer.Verdict == Classifying.Verdict.Neither;

    static string Said(AnswerDraft answer) =>
        answer.Verdict?.ToString().ToLowerInvariant() ?? (IsKept(answer) ? "none" : "neither");
}
