using Microsoft.Extensions.Options;

namespace SalesBot.Handoffs.Moves;

/// <summary>
/// What usually follows a reason: sleep until a day, mend it and send it again, join it with another, let it go.
/// </summary>
enum NextStep
{
    Recycle,
    Fix,
    Merge,
    Disqualify,
}

/// <summary>
/// A reason code with its group and its usual next step; <c>Days</c> is how long a recycled one sleeps.
/// </summary>
sealed record Reason(string Code, string Group, NextStep Next, int? Days = null);

/// <summary>The reasons for which a handoff is returned, recycled or disqualified.</summary>
sealed class Reasons(IOptions<HandoffOptions> options)
{
    public const string Other = "other";

    static readonly Reason[] BuiltIn =
    [
        new("too-small", "fit", NextStep.Recycle, 180),
        new("wrong-industry", "fit", NextStep.Disqualify),
        new("wrong-region", "fit", NextStep.Fix),
        new("wrong-role", "fit", NextStep.Fix),
        new("invalid-contact", "data", NextStep.Fix),
        new("duplicate", "data", NextStep.Merge),
        new("spam", "data", NextStep.Disqualify),
        new("competitor", "data", NextStep.Disqualify),
        new("own-employee", "data", NextStep.Disqualify),
        new("no-answer", "engagement", NextStep.Recycle, 30),
        new("opted-out", "engagement", NextStep.Disqualify),
        new("no-budget", "qualification", NextStep.Recycle, 90),
        new("no-need", "qualification", NextStep.Recycle, 180),
        new("bad-timing", "qualification", NextStep.Recycle, 90),
        new("locked-in", "qualification", NextStep.Recycle, 180),
        new("wrong-team", "process", NextStep.Fix),
        new("already-owned", "process", NextStep.Merge),
        new("missing-information", "process", NextStep.Fix),
        new("no-consent", "process", NextStep.Disqualify),
        new(Other, Other, NextStep.Fix),
    ];

    /// <summary>All of them, in the order they are offered.</summary>
    public IReadOnlyList<Reason> All { get; } = Configured(options.Value.Reasons);

    /// <summary>The reason of that code, or none.</summary>
    public Reason? Find(string code) =>
        All.FirstOrDefault(reason => reason.Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase));

    static Reason[] Configured(List<ReasonOption> options)
    {
        var changed = options
            .DistinctBy(option => option.Code)
            .ToDictionary(
                option => option.Code,
                option => (option.Next, Days: option.Next == NextStep.Recycle ? option.Days : (int?)null)
            );
        return
        [
            .. BuiltIn.Select(reason =>
                changed.Remove(reason.Code, out var step) ? reason with { Next = step.Next, Days = step.Days } : reason
            ),
            .. changed.Select(added => new Reason(added.Key, "own", added.Value.Next, added.Value.Days)),
        ];
    }
}
