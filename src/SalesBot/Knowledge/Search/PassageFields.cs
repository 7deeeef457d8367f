using Lucene.Net.Documents;
using SalesBot.Knowledge.Passages;

namespace SalesBot.Knowledge.Search;

/// <summary>The fields of a passage in the index. Its text stands in the passage file beside it.</summary>
static class PassageFields
{
    public const string Body = "body",
        Heading = "heading",
        Title = "title",
        Word = "word";

    /// <summary>Doc values: where the passage's record stands in the passage file, its length, and its kind.</summary>
    public const string At = "at",
        Size = "size",
        Kind = "kind";

    static readonly FieldType Searched = new(TextField.TYPE_NOT_STORED) { IsStored = false };

    public static Document Of(Passage passage, long at, int size) =>
        [
            new Field(Body, passage.Text, Searched),
            new Field(
                Heading,
                passage.Columns is null
                    ? passage.Section
                    : $"{passage.Section} {passage.Columns.Replace(Passage.Cell, " ", StringComparison.Ordinal)}",
                Searched
            ),
            new Field(Title, passage.Title, Searched),
            new Field(Word, passage.Text, Searched),
            new Field(Word, passage.Section, Searched),
            new NumericDocValuesField(At, at),
            new NumericDocValuesField(Size, size),
            new NumericDocValuesField(Kind, (long)passage.Kind),
        ];
}
