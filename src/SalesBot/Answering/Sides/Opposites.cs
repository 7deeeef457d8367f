using SalesBot.Knowledge.Search;

namespace SalesBot.Answering.Sides;

/// <summary>Words that say the contrary of each other, as stems: what is said of one of them is denied of the other.</summary>
static class Opposites
{
    static readonly (HashSet<string> One, HashSet<string> Other)[] Pairs =
    [
        .. from pair in new[]
           {
               ("long longer lasting never-ending continuous strategic", "short shorter swift immediate quick brief daily day weekly week today tomorrow"), ("broad broader wide wider comprehensive general", "narrow narrower limited targeted specific"),
               ("pull pulls", "push pushes"), ("many mass everyone", "individual individualized personal personalized single"), ("before first earlier", "after last later follows"),
               ("outside", "inside"), ("dead disappear disappears vanish obsolete outdated gone", "still alive real remain remains stays always need"), ("identical standard same", "personalized individualized personal different tailored"), ("finished finish over done end ends ended stop stops complete completed", "never-ending continuous ongoing continues always"), ("shy reserved quiet timid", "aggressive opportunistic charisma outgoing competitive"), ("separate separated apart own", "same together one joint bundled combined"),
           }
           select (Words(pair.Item1), Words(pair.Item2)),
    ];

    /// <summary>Whether a text says the contrary of what is claimed, and not the same as well.</summary>
    public static bool Contradict(string claim, string said) => Contradict(Words(claim), Words(said));

    static bool Contradict(HashSet<string> claim, HashSet<string> said) => Pairs.Any(pair => Against(claim, said, pair.One, pair.Other) || Against(claim, said, pair.Other, pair.One));

    /// <summary>The stems of a text, and its words as they are: some that say the contrary count for nothing in a search.</summary>
    static HashSet<string> Words(string text) => [.. Terms.Set(text), .. text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '?', '!'], StringSplitOptions.RemoveEmptyEntries)];

    static bool Against(HashSet<string> claim, HashSet<string> said, HashSet<string> one, HashSet<string> other) =>
        claim.Overlaps(one) && !claim.Overlaps(other) && said.Overlaps(other) && !said.Overlaps(one);
}
