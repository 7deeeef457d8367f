using System.Text;
using CsCheck;
using SalesBot.Knowledge.Passages;
using SalesBot.Knowledge.Reading;

namespace SalesBot.Tests.Knowledge;

public class PassageSplitterTests
{
    static List<Passage> Text(string text) => Split("page.txt", text);

    static List<Passage> Markdown(string text) => Split("page.md", text);

    static List<Passage> Split(string path, string text)
    {
        IDocumentExtractor extractor = path.EndsWith(".md", StringComparison.Ordinal)
            ? new MarkdownExtractor()
            : new PlainTextExtractor();
        return PassageSplitter.Split(path, extractor.Extract(path, Encoding.UTF8.GetBytes(text)));
    }

    const string Long =
        "This is a paragraph of a page that is long enough to be told from the headings that stand above it and beside it.";

    [Fact]
    public void A_line_that_stands_alone_above_a_paragraph_is_its_heading()
    {
        var passage = Text($"The title\n\nWhat is honey?\n\n{Long}\n").ShouldHaveSingleItem();
        passage.Section.ShouldBe("What is honey?");
        passage.Title.ShouldBe("The title");
        passage.Text.ShouldBe(Long);
    }

    [Fact]
    public void A_bullet_that_only_names_the_paragraph_below_it_is_a_heading_below_the_heading()
    {
        var passage = Text($"Insects\n\n{Long}\n\nBees and wasps\n\n  • Stings\n\nAgain: {Long}\n")[1];
        passage.Section.ShouldBe("Bees and wasps › Stings");
        passage.Title.ShouldBe("Insects");
    }

    [Fact]
    public void Bullets_numbers_and_rows_are_passages_without_their_marks()
    {
        Text($"{Long}\n• Honey is sweet.\n2. Wax is soft.\nSize | A bee is small. | A cow is large. |\n")
            .Select(passage => (passage.Kind, passage.Text))
            .ShouldBe([
                (PassageKind.Paragraph, Long),
                (PassageKind.Item, "Honey is sweet."),
                (PassageKind.Step, "Wax is soft."),
                (PassageKind.Row, "Size | A bee is small. | A cow is large."),
            ]);
    }

    [Fact]
    public void Hard_wrapped_lines_are_one_paragraph() =>
        Text(
                "A paragraph that somebody's editor has broken into lines\nbecause it was wider than the window they were writing it\nin still is one paragraph.\n"
            )
            .ShouldHaveSingleItem();

    [Fact]
    public void Text_that_stands_twice_counts_once() => Text($"{Long}\n\n{Long}\n").ShouldHaveSingleItem();

    [Fact]
    public void A_long_paragraph_is_cut_between_sentences()
    {
        var passages = Text(
            string.Join(
                ' ',
                Enumerable
                    .Repeat(0, 12)
                    .Select((_, i) => $"Sentence {i} says something of about the same length as the others do.")
            )
        );
        passages.Count.ShouldBeGreaterThan(1);
        passages.ShouldAllBe(passage => passage.Text.Length <= PassageSplitter.MaxLength && passage.Text.EndsWith('.'));
    }

    [Fact]
    public void Bylines_lead_ins_links_and_forms_are_known_for_what_they_are()
    {
        var kinds = Text(
                $"A page of bees\n- Jo Doe\n- Mar 4, 2023\n- 5 min read\n\n{Long}\n\nOf all that is known of the matter the following is the list that most writers give:\n\n{Long} Again.\n\nRead also: The life of wasps.\n\nLeave a reply\n\nI accept the Privacy Policy\n"
            )
            .ToDictionary(passage => passage.Text.Split('\n')[0], passage => passage.Kind);
        kinds["Jo Doe"].ShouldBe(PassageKind.Byline);
        kinds[Long].ShouldBe(PassageKind.Paragraph);
        kinds["Of all that is known of the matter the following is the list that most writers give:"]
            .ShouldBe(PassageKind.LeadIn);
        kinds["Read also: The life of wasps."].ShouldBe(PassageKind.Link);
        kinds["Leave a reply"].ShouldBe(PassageKind.Control);
        kinds["I accept the Privacy Policy"].ShouldBe(PassageKind.Control);
    }

    [Fact]
    public void A_list_of_titles_at_the_end_of_a_page_is_a_list_of_links() =>
        Text($"{Long}\n7 Kinds of Bees\nThe Wasp Model\nHow Hives Work\n")
            .Skip(1)
            .ShouldAllBe(passage => passage.Kind == PassageKind.Link);

    [Fact]
    public void An_authors_name_stands_with_what_is_told_of_them()
    {
        var last = Text($"{Long}\n\nJane Roe12 Posts\n\nA friend of bees who writes about them.\n")[^1];
        last.Text.ShouldBe("Jane Roe12 Posts\n\nA friend of bees who writes about them.");
        last.Kind.ShouldBe(PassageKind.Byline);
    }

    [Fact]
    public void Markdown_is_quoted_as_it_reads_not_as_it_is_written()
    {
        var passages = Markdown(
            "---\ntitle: Bees\nsource: bees.txt\n---\n# Bees\n\n## Honey\n\nBees make **sweet** [honey](https://example.org/honey) &amp; `wax`.<script>alert(1)</script>\n\n- one\n- two\n"
        );
        passages.Select(passage => passage.Text).ShouldBe(["Bees make sweet honey & wax.alert(1)", "one", "two"]);
        passages[0].Section.ShouldBe("Honey");
        passages[0].Title.ShouldBe("Bees");
    }

    [Fact]
    public void A_markdown_row_knows_the_heads_of_its_columns()
    {
        var row = Markdown("| | Bees | Cows |\n|---|---|---|\n| Size | small | large |\n").ShouldHaveSingleItem();
        row.Text.ShouldBe("Size | small | large");
        row.Columns.ShouldBe(" | Bees | Cows");
    }

    [Fact]
    public void Whatever_the_text_every_passage_is_the_text_at_its_place()
    {
        var line = Gen.OneOf(
            Gen.Const(""),
            Gen.Const("What is this?"),
            Gen.Const("• Item"),
            Gen.Const("1. Number one."),
            Gen.Const("a | b | c |"),
            Gen.Const(Long),
            Gen.Const("3 min read"),
            Gen.String[0, 200]
        );
        line.Array[0, 30]
            .Select(lines => string.Join('\n', lines))
            .Sample(
                text =>
                {
                    foreach (var path in new[] { "page.txt", "page.md" })
                    {
                        IDocumentExtractor extractor =
                            path == "page.md" ? new MarkdownExtractor() : new PlainTextExtractor();
                        ExtractedDocument document;
                        try
                        {
                            document = extractor.Extract(path, Encoding.UTF8.GetBytes(text));
                        }
                        catch (InvalidDataException)
                        {
                            continue;
                        }
                        var end = 0;
                        foreach (var passage in PassageSplitter.Split(path, document))
                        {
                            document.Text[passage.Start..passage.End].ShouldBe(passage.Text);
                            passage.Start.ShouldBeGreaterThanOrEqualTo(end);
                            passage.Text.Trim().ShouldNotBeEmpty();
                            end = passage.End;
                        }
                    }
                },
                iter: 2000
            );
    }
}
