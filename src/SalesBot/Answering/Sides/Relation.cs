namespace SalesBot.Answering.Sides;

/// <summary>How the two teams stand to each other, as questions ask and documents say.</summary>
enum Relation
{
    /// <summary>The first is part of the second.</summary>
    PartOf,

    /// <summary>The first comes before the second.</summary>
    Before,

    /// <summary>The first is broader than the second.</summary>
    Broader,

    /// <summary>The first cannot do without the second.</summary>
    Needs,

    /// <summary>The two are one thing.</summary>
    Same,

    /// <summary>The two are different things.</summary>
    Different,

    /// <summary>The two have an aim in common.</summary>
    SharedAim,

    /// <summary>The two work together.</summary>
    Together,

    /// <summary>The first matters more than the second.</summary>
    MattersMore,
}
