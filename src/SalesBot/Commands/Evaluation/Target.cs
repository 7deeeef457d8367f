namespace SalesBot.Commands.Evaluation;

/// <summary>What a figure should come to: the least that is kept, the goal, and what would be best.</summary>
sealed record Target(double Floor, double Goal, double Moonshot)
{
    static readonly Dictionary<string, Target> All = new()
    {
        ["hit@1"] = new(.70, .82, .92),
        ["hit@3"] = new(.80, .88, .97),
        ["nDCG@10"] = new(.74, .83, .92),
        ["typos hit@1"] = new(.85, .92, 1),
        ["follow-ups hit@3"] = new(.65, .80, .95),
        ["compound, all parts in the top 5"] = new(.60, .75, 1),
        ["said from a passage that answers"] = new(.60, .75, .90),
        ["answerable kept"] = new(.85, .88, .95),
        ["a comparison names the right side"] = new(.80, .90, 1),
        ["near refused"] = new(.50, .75, .92),
        ["trap refused"] = new(.10, .30, .75),
        ["off refused"] = new(.95, .97, 1),
        ["tasks accuracy"] = new(.70, .78, .92),
        ["tasks macro-F1"] = new(.68, .77, .90),
        ["onet_tasks accuracy"] = new(0, .80, .94),
        ["onet_tasks macro-F1"] = new(0, .74, .91),
        ["esco_roles macro-F1"] = new(0, .75, .90),
        ["sentences marked exact that are"] = new(1, 1, 1),
    };

    /// <summary>The target of that figure, or none.</summary>
    public static Target? Of(string figure) => All.GetValueOrDefault(figure);
}
