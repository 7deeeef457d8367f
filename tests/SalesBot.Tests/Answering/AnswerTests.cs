using CsCheck;
using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

public sealed class AnswerTests : AskingTests
{
    [Theory]
    [InlineData("Could somebody ring Mrs Okafor back about the quote she asked for?", Verdict.Sales)]
    [InlineData("Our banner for the trade fair looks tired, shall we have a new one designed?", Verdict.Marketing)]
    [InlineData("can one of us take the plant manager from Ostrava through the machine on Friday?", Verdict.Sales)]
    public void Work_that_is_put_as_a_question_gets_a_verdict(string work, Verdict verdict)
    {
        var answer = Ask(work);
        (answer.Kind, answer.Verdict).ShouldBe((AnswerKind.Classification, verdict));
    }

    [Theory]
    [InlineData("which mailing software do you recommend?")]
    [InlineData("what does a banner for a trade fair cost?")]
    [InlineData("what win rate is normal in the software trade?")]
    public void A_question_for_information_that_nothing_answers_is_refused_and_is_nobodys_task(string question) =>
        Ask(question).Kind.ShouldBe(AnswerKind.Refusal);

    [Theory]
    [InlineData("what is marketing?", "what is a lead?")]
    [InlineData("which one is long term?", "is cold calling a sales task?")]
    [InlineData("is doing the payroll sales or marketing?", "write a newsletter")]
    public void A_short_message_that_says_all_it_means_is_answered_as_if_it_came_first(string before, string text) =>
        Ask(text, before, Ask(before).Text).Text.ShouldBe(Ask(text).Text);

    [Theory]
    [InlineData("is that sales or marketing?")]
    [InlineData("whose job is that?")]
    [InlineData("and who does it?")]
    public void Whose_that_is_asks_about_what_was_said_before(string text) =>
        Ask(text, "we need to design a flyer for the spring campaign").Verdict.ShouldBe(Verdict.Marketing);

    [Fact]
    public void A_long_text_about_something_else_is_not_answered_because_of_the_few_words_it_shares()
    {
        var text =
            "How do penguins breed on glaciers? "
            + string.Join(
                ' ',
                Enumerable
                    .Range(0, 40)
                    .Select(i =>
                        $"iceberg{(char)('a' + i % 26)}q krill{(char)('a' + i % 26)}z across the frozen plateau"
                    )
            );
        var answer = Ask(text + "?");
        (answer.Kind == AnswerKind.Refusal || answer.Verdict == Verdict.Neither).ShouldBeTrue(answer.Text);
    }

    [Theory]
    [InlineData("Which one haggles with the single buyer until the deal is done?", Verdict.Sales)]
    [InlineData("Which one thinks in whole groups of people rather than in names?", Verdict.Marketing)]
    [InlineData("Who plays the long game, sales or marketing?", Verdict.Marketing)]
    public void Which_one_is_told_in_other_words_than_the_documents(string question, Verdict side) =>
        Ask(question).Verdict.ShouldBe(side);

    [Theory]
    [InlineData("which four Ps are there?", "product, price, place and promotion")]
    [InlineData("who said marketing should make selling superfluous?", "Drucker")]
    [InlineData("somebody left a full cart, what now?", "cart")]
    [InlineData("wat is a warm cal", "Warm call")]
    [InlineData("what is sales", "Sales is the ")]
    [InlineData("define marketing", "Marketing is ")]
    [InlineData("difference between an MQL and an SQL", "(MQL)")]
    public void A_question_is_answered_from_the_documents(string question, string said) =>
        Ask(question).Text.ShouldContain(said);

    [Theory]
    [InlineData("which one is long term?", Verdict.Marketing)]
    [InlineData("which of them is judged by what it sells each week?", Verdict.Sales)]
    [InlineData("which of them needs creative people?", Verdict.Marketing)]
    public void A_comparison_names_the_side_it_asks_for(string question, Verdict side)
    {
        var answer = Ask(question);
        answer.Kind.ShouldBe(AnswerKind.Comparison);
        answer.Verdict.ShouldBe(side);
        answer.Text.ShouldStartWith($"{side}.");
    }

    [Theory]
    [InlineData("what is the difference between sales and marketing?")]
    [InlineData("sales vs marketing")]
    [InlineData("whats the diff between sales n marketing")]
    public void The_difference_as_such_is_told_with_both_sides(string question)
    {
        var answer = Ask(question);
        answer.Kind.ShouldBe(AnswerKind.Comparison);
        answer.Sentences.Count.ShouldBeInRange(2, 3);
        answer.Text.ShouldContain("sales");
        answer.Text.ShouldContain("marketing");
    }

    [Fact]
    public void A_refusal_does_not_deny_what_the_material_does_say_elsewhere()
    {
        Ask("which rivers cross Mongolia?").Text.ShouldContain("they say nothing about");
        var apart = Ask("how do discounts change the weather forecast of podcasts?");
        apart.Kind.ShouldBe(AnswerKind.Refusal);
        apart.Missing.ShouldNotContain("discounts");
    }

    [Fact]
    public void Both_parts_of_a_question_are_answered()
    {
        var answer = Ask("which four Ps are there and who is Mahak Bhatewara?");
        answer.Text.ShouldContain("promotion");
        answer.Text.ShouldContain("Mahak");
    }

    [Fact]
    public void Of_two_parts_the_one_that_is_not_in_the_material_is_said_to_be_missing()
    {
        var answer = Ask("which four Ps are there and which rivers cross Mongolia?");
        answer.Kind.ShouldBe(AnswerKind.Answer);
        answer.Missing.ShouldContain("mongolia");
        answer.Text.ShouldContain("The documents don’t answer the rest");
    }

    [Fact]
    public void A_follow_up_is_understood_from_what_was_said() =>
        Ask("and in sales?", "how does marketing do promotions?").Text.ShouldContain("discounts");

    [Theory]
    [InlineData("what is the average commission of a rep?")]
    [InlineData("how many cold calls does a rep make in a week?")]
    [InlineData("in which year did Drucker say so?")]
    [InlineData("what is churn?")]
    [InlineData("who is our oldest rep?")]
    [InlineData("draft a phone script for me")]
    [InlineData("how do I set up google analytics?")]
    [InlineData("explain the flywheel model")]
    [InlineData("what is the weather in Oslo?")]
    [InlineData("qwer tzui")]
    public void What_the_material_does_not_hold_is_not_answered(string question)
    {
        var answer = Ask(question);
        (answer.Kind == AnswerKind.Refusal || answer.Verdict == Verdict.Neither).ShouldBeTrue(answer.Text);
        answer.Sentences.ShouldAllBe(sentence => sentence.Citation == null);
    }

    [Theory]
    [InlineData("haggle with the customer about the price, whose job?", Verdict.Sales)]
    [InlineData("designing the ads for the autumn campaign", Verdict.Marketing)]
    [InlineData("run the ads and then phone everyone who answered to sell", Verdict.Both)]
    [InlineData("mop the floor of the office", Verdict.Neither)]
    public void A_task_gets_its_team(string task, Verdict team) => Ask(task).Verdict.ShouldBe(team);

    [Fact]
    public void Evidence_supports_its_side()
    {
        var verdict = Ask("negotiate and close the deal").Classification.ShouldNotBeNull();
        verdict.Verdict.ShouldBe(Verdict.Sales);
        verdict.For.ShouldNotBeEmpty();
        verdict.For[0].Quote.ShouldContain("deal");
        verdict.Words.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_exact_sentence_stands_in_its_citation()
    {
        foreach (
            var question in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "facts.tsv"))
                .Skip(1)
                .Select(line => line.Split('\t')[4])
        )
        {
            var answer = Ask(question);
            foreach (var sentence in answer.Sentences.Where(sentence => sentence.Exact))
                answer.Citations[sentence.Citation.ShouldNotBeNull()].Quote.ShouldContain(sentence.Text);
            // What is not exact is the bot's own words, a heading or the head of a column above the quote, a quote with
            // its subject in brackets, or how much of a list is left out.
            foreach (
                var sentence in answer.Sentences.Where(sentence =>
                    sentence is { Exact: false, Citation: not null } && sentence.Text[0] is not ('…' or '[')
                )
            )
                answer
                    .Citations[sentence.Citation.ShouldNotBeNull()]
                    .Context.ShouldContain(sentence.Text.Split(" – ")[0].Trim(' ', ':', '–', '·'));
            foreach (var sentence in answer.Sentences.Where(sentence => sentence.Text.StartsWith('[')))
                answer
                    .Citations[sentence.Citation.ShouldNotBeNull()]
                    .Quote.ShouldContain(sentence.Text[(sentence.Text.IndexOf(']') + 1)..]);
            answer.Citations.Count.ShouldBeLessThanOrEqualTo(10);
        }
    }

    [Fact]
    public void Nearly_every_fact_is_answered()
    {
        var refused = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Knowledge", "facts.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t')[4])
            .Where(question => Ask(question).Kind == AnswerKind.Refusal)
            .ToList();
        refused.Count.ShouldBeLessThanOrEqualTo(6, string.Join("\n", refused));
    }

    [Fact]
    public void Whatever_is_typed_gets_an_answer_and_the_same_one_again()
    {
        var word = Gen.OneOf(
            Gen.Const("give me"),
            Gen.Const("who is"),
            Gen.Const("how do i"),
            Gen.Const("what is"),
            Gen.Const("sales or marketing"),
            Gen.Const("and"),
            Gen.Const("?"),
            Gen.Const("my"),
            Gen.Const("which one"),
            Gen.Const("a"),
            Gen.String[0, 12]
        );
        word.Array[0, 40]
            .Select(words => string.Join(' ', words))
            .Sample(text => Ask(text).Text.ShouldBe(Ask(text).Text), iter: 300);
        Ask(string.Concat(Enumerable.Repeat("give me a ", 3000))).Text.ShouldNotBeEmpty();
        Ask(string.Concat(Enumerable.Repeat("what is and what ", 2000))).Text.ShouldNotBeEmpty();
        Ask(new string('\n', 100) + "a" + new string(' ', 30_000) + "b").Text.ShouldNotBeEmpty();
    }
}
