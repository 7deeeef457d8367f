using System.Text.RegularExpressions;
using SalesBot.Chat;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>Finds the passage that says what a term is: "A lead is …".</summary>
static partial class Definitions
{
    /// <summary>So many passages are looked at for a definition.</summary>
    const int LookedAt = 20;

    /// <summary>A term has so few words.</summary>
    const int Longest = 4;

    /// <summary>The best passage that begins with just this term and says what it is; none where there is none.</summary>
    public static PassageHit? Of(string term, GenerationLease lease)
    {
        if (Terms.Set(term).Count is 0 or > Longest)
            return null;
        var searcher = lease.Generation.Searcher;
        var query = searcher.Queries.Read(term);
        return searcher.Search(query, LookedAt).FirstOrDefault(hit => PassagePreference.Defines(hit.Passage, query));
    }

    /// <summary>Whether a definition says that a thing is something people do: "a cold call is a phone call".</summary>
    public static bool IsOfWork(PassageHit definition) => Work().IsIn(definition.Passage.Text);

    [GeneratedRegex(
        @"^[^.]{1,60}? (?:is|are|means?) (?:that\b|(?:(?:a|an|the|any|one|when|\w+) ){0,3}?(?:calls?|activit(?:y|ies)|acts?|actions?|campaigns?|meetings?|events?|conversations?|messages?|e-?mails?|letters?|set of|process(?:es)?|practice|work)\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Work();

    /// <summary>The two things that are to be told apart, as they stand in the question; none where there are not two.</summary>
    public static (string One, string Other)? Compared(string question) =>
        Pair().FindIn(question) is { Success: true } pair
            ? (pair.Groups["one"].Value.Trim(), pair.Groups["other"].Value.Trim())
            : null;

    const string Article = @"(?:an? |the )?";

    [GeneratedRegex(
        @"\bbetween "
            + Article
            + @"(?<one>[^?,]{2,40}?) (?:and|vs\.?|versus) "
            + Article
            + @"(?<other>[^?,]{2,40}?)\W*$|^\W*(?:(?:so|and|but)\W+)?(?:how|in what way) (?:is|are|does|do) "
            + Article
            + @"(?<one>[^?,]{2,40}?) (?:any )?(?:different|differ|differs)(?: from| to| than)? "
            + Article
            + @"(?<other>[^?,]{2,40}?)\W*$|^\W*"
            + Article
            + @"(?<one>[^?,]{2,30}?) (?:vs\.?|versus|compared (?:to|with)) "
            + Article
            + @"(?<other>[^?,]{2,30}?)\W*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Pair();
}
