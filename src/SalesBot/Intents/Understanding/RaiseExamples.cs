using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Intents.Entities;

namespace SalesBot.Intents.Understanding;

/// <summary>Reads by examples what no phrase foresaw: that a message hands work over, and what kind of work.</summary>
/// <param name="kindsOf">By what examples teach, how likely a message hands over work of each kind, or <c>none</c>; the
/// shares add up to 1.</param>
sealed partial class RaiseExamples(Func<string, IReadOnlyDictionary<string, double>> kindsOf)
{
    /// <summary>What a message is that hands nothing over.</summary>
    public const string Nothing = "none";

    const string OtherOfSales = "other-sales";

    /// <summary>So likely a message hands something over must be, where no phrase says so.</summary>
    const double LeastSure = 0.6;

    /// <summary>How sure a draft is that only examples teach.</summary>
    public const double Learned = 0.6;

    /// <summary>Fewer words than this say too little.</summary>
    const int LeastWords = 5;

    /// <summary>
    /// A kind that is so likely among the kinds stands against what phrases say, if theirs is no more than the other.
    /// </summary>
    const double Clear = 0.4,
        Unlikely = 0.2;

    /// <summary>
    /// The draft with the kind that examples teach, where they clearly teach another one for the same team.
    /// </summary>
    public Understanding Corrected(Understanding read, string frame, MessageEntities entities, DateOnly today)
    {
        // Whoever names the kind means it.
        if (Named().IsIn(frame))
            return read;
        var kinds = kindsOf(entities.Text);
        var best = kinds.Where(kind => kind.Key != Nothing && TeamOf(kind.Key) == read.Team).MaxBy(kind => kind.Value);
        var all = 1 - kinds[Nothing];
        return
            best.Value >= Clear * all
            && KindOf(best.Key) != read.Kind
            && kinds.Where(kind => KindOf(kind.Key) == read.Kind).Sum(kind => kind.Value) <= Unlikely * all
            ? RaiseUnderstander.Draft(frame, entities, read.Team ?? TeamOf(best.Key), KindOf(best.Key), today) with
            {
                Sure = read.Sure,
                Because = read.Because,
            }
            : read;
    }

    /// <summary>
    /// A draft where the message is like others that handed something over; null if it is not, or names neither a team
    /// nor anybody.
    /// </summary>
    public Understanding? Read(string frame, MessageEntities entities, string? last, DateOnly today)
    {
        var reachable = entities.Emails.Count + entities.Phones.Count > 0;
        if (
            entities.Numbers.Count > 0
            || entities.Text.Split(' ').Length < LeastWords
            || (!reachable && !Team().IsIn(frame))
            || QuestionGuard.BeginsAsking(frame)
            || QuestionGuard.AsksHow(frame)
            || QuestionGuard.IsIdle(frame) && !reachable
        )
            return null;
        var kinds = kindsOf(entities.Text);
        var best = kinds.Where(kind => kind.Key != Nothing).MaxBy(kind => kind.Value).Key;
        return 1 - kinds[Nothing] < LeastSure
            ? null
            : RaiseUnderstander.Draft(frame, entities, TeamOf(best), KindOf(best), today) with
            {
                Sure = Learned,
                Because = "like what others handed over",
            };
    }

    static string TeamOf(string kind) => kind is "lead" or OtherOfSales ? "sales" : "marketing";

    static string KindOf(string kind) => kind == OtherOfSales ? "other" : kind;

    [GeneratedRegex(@"\b(?:insight|feedback|content request|event request|a lead|lead :|prospect|nurtur\w+|mql)\b")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:sales|marketing)\b")]
    private static partial Regex Team();
}
