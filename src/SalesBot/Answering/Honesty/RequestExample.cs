using SalesBot.Classifying;

namespace SalesBot.Answering.Honesty;

/// <summary>A question and the sort of thing it asks for.</summary>
readonly record struct RequestExample(RequestKind Kind, string Question)
{
    /// <summary>The examples that ship with the program.</summary>
    public static readonly Lazy<IReadOnlyList<RequestExample>> Shipped = new(() =>
        [
            .. from line in ShippedText.Of("requests.tsv").Split('\n').Skip(1)
            let cells = line.Trim().Split('\t')
            where cells.Length == 2
            select new RequestExample(Enum.Parse<RequestKind>(cells[0], ignoreCase: true), cells[1]),
        ]
    );
}

/// <summary>
/// The sort of thing that a question asks for. Fact: what a general explanation tells; the others are asked of
/// particular material.
/// </summary>
enum RequestKind
{
    Fact,
    Number,
    Price,
    Date,
    Person,
    Place,
    Ours,
    Tool,
    HowTo,
    Template,
    Law,
    Career,
    Term,
    Case,
    Advice,
    Opinion,

    /// <summary>Something that is nothing to do with the work of sales or marketing.</summary>
    Elsewhere,
}
