using System.Text.RegularExpressions;
using SalesBot.Chat;

namespace SalesBot.Answering.Honesty;

/// <summary>Whether a passage holds the sort of thing that is asked for.</summary>
static partial class RequestedThing
{
    /// <summary>
    /// How likely the passage lacks it, 0 to 1. Some sorts show by a word or sign that every answer of theirs has; of
    /// the others the share of the question's words that the passage does not hold must do.
    /// </summary>
    public static double Lacking(double[] kinds, string passage, double covered)
    {
        var lacking = 0d;
        foreach (var kind in Enum.GetValues<RequestKind>())
            if (kind != RequestKind.Fact)
                lacking +=
                    kinds[(int)kind]
                    * (
                        Sign(kind) is { } sign
                            ? sign.IsIn(passage)
                                ? 0
                                : 1
                            : 1 - covered
                    );
        return Math.Round(lacking, 4);
    }

    /// <summary>How likely the passage holds it by its sign, 0 to 1.</summary>
    public static double Holding(double[] kinds, string passage) =>
        Math.Round(
            Enum.GetValues<RequestKind>()
                .Where(kind => Sign(kind)?.IsIn(passage) == true)
                .Sum(kind => kinds[(int)kind]),
            4
        );

    static Regex? Sign(RequestKind kind) =>
        kind switch
        {
            RequestKind.Number => AnswerType.Quantity(),
            RequestKind.Price => AnswerType.Amount(),
            RequestKind.Date => AnswerType.When(),
            RequestKind.Person => AnswerType.Name(),
            RequestKind.Place => Place(),
            RequestKind.Ours => Ours(),
            RequestKind.Law => Law(),
            RequestKind.Career => Career(),
            RequestKind.Template => Template(),
            RequestKind.Tool => Tool(),
            RequestKind.Advice => Advice(),
            _ => null,
        };

    [GeneratedRegex(
        @"https?:|www\.|\b(?:rooms?|floor|office|building|street|city|town|country|folder|drive|site|page|channel)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(?:we|ours?|us)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ours();

    [GeneratedRegex(
        @"\b(?:laws?|legal(?:ly)?|illegal|gdpr|regulat\w+|consent|complian\w+|privacy|rights?|court|statut\w+|penalt\w+|allowed|forbidden|licen[cs]e)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Law();

    [GeneratedRegex(
        @"\b(?:careers?|jobs?|degrees?|certificat\w+|courses?|train(?:ing|ed|ee)\w*|apprentic\w+|qualifications?|experience|skills?|hir(?:e|ing))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Career();

    [GeneratedRegex(@"\b(?:templates?|scripts?|checklists?|samples?|dear|subject:|step \d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Template();

    [GeneratedRegex(
        @"\b(?:software|tools?|apps?|vendors?|providers?|versions?|features?|integrat\w+|subscriptions?|systems?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tool();

    [GeneratedRegex(@"\b(?:better|best|worse|should|recommend\w*|prefer\w*|advis\w+|must)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Advice();
}
