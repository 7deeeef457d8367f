using SalesBot.Answering;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

/// <summary>
/// What goes on after an answer, by the earlier turns alone, as the page and the API give them; and what is no question
/// at all.
/// </summary>
public sealed class TeamConversationTests : AskingTests
{
    [Theory]
    [InlineData("and for the other?", "What is marketing?", "What is sales?")]
    [InlineData("what about sales?", "What does marketing do?", "What does sales do?")]
    [InlineData("and the other way round?", "Is sales part of marketing?", "Is marketing part of sales?")]
    public void A_short_follow_up_is_the_question_it_stands_for(string followUp, string before, string meant) =>
        Ask(followUp, before).Text.ShouldBe(Ask(meant).Text);

    [Fact]
    public void An_answer_is_told_again_as_it_is_wanted()
    {
        const string Asked = "Is cold calling a sales or marketing task?";
        var answer = Ask(Asked);
        Ask("shorter", Asked, answer.Text).Text.ShouldBe("That is a sales task.");
        Ask("source?", Asked, answer.Text).Text.ShouldStartWith("From “Which team does what”:");
        Ask("why not?", Asked, answer.Text).Text.ShouldContain("The documents say:");
        Ask("no, I meant newsletters", Asked, answer.Text).Verdict.ShouldBe(SalesBot.Classifying.Verdict.Marketing);
    }

    [Theory]
    [InlineData("got a link for that claim?", "From “Which team does what”:")]
    [InlineData("hm, that doesn't sound right to me", "Yes, that is sales. The documents say so:")]
    [InlineData("are you sure? I always thought that's marketing", "Yes, that is sales. The documents say so:")]
    [InlineData("is there anything else on it?", "Besides that:")]
    public void What_is_wanted_of_an_answer_is_told_by_examples(string said, string answer) =>
        Ask(said, "Is cold calling sales?").Text.ShouldStartWith(answer);

    [Theory]
    [InlineData("and the second one?", SalesBot.Classifying.Verdict.Sales)]
    [InlineData("what about the first?", SalesBot.Classifying.Verdict.Marketing)]
    public void A_place_in_a_list_means_what_stands_there(string said, SalesBot.Classifying.Verdict whose) =>
        Ask(said, "Who does these: 1. newsletters 2. cold calls 3. billboards?").Verdict.ShouldBe(whose);

    [Theory]
    [InlineData("List the four Ps", "whose job is the last of them?", "promotion")]
    [InlineData("What are the 4 Ps?", "who decides the second one?", "price")]
    [InlineData("What are typical sales tasks?", "whose job is the third one?", "networking")]
    public void One_of_the_things_that_an_answer_named_is_pointed_at(string before, string said, string meant) =>
        Ask(said, before, Ask(before).Text).Text.ShouldBe(Ask($"{said.Split(" the ")[0]} {meant}?").Text);

    [Fact]
    public void Who_doubts_what_no_document_says_is_told_that_none_does()
    {
        const string Asked = "is PR marketing";
        Ask("are you sure?", Asked, Ask(Asked).Text).Text.ShouldStartWith("Not entirely. No document says so.");
    }

    [Theory]
    [InlineData("How long should a cold call last?")]
    [InlineData("What's the phone number of the sales team?")]
    public void A_fact_that_no_passage_holds_is_not_answered(string question) =>
        Ask(question).Kind.ShouldBe(AnswerKind.Refusal);

    [Theory]
    [InlineData("hi", "Hello!")]
    [InlineData("are you sure?", "I quote what the documents say")]
    [InlineData("what documents do you have?", "I search 7 documents: “")]
    [InlineData("Where do you get your answers from?", "From the documents")]
    [InlineData("https://example.com/offer", "I can’t find a question in that.")]
    [InlineData("you are stupid", "Sorry")]
    [InlineData("Is this sales or marketing?", "Which task or question do you mean?")]
    public void Talk_is_no_question_for_the_material(string said, string answer)
    {
        var draft = Ask(said);
        draft.Kind.ShouldBe(AnswerKind.Help);
        draft.Text.ShouldStartWith(answer);
    }

    [Theory]
    [InlineData("Was ist der Unterschied zwischen Vertrieb und Werbung?", "German")]
    [InlineData("¿Es el correo frío una tarea de ventas?", "Spanish")]
    public void Another_language_is_named(string said, string language) => Ask(said).Text.ShouldContain(language);

    [Theory]
    [InlineData("Is email marketing?", "Yes")]
    [InlineData("Isn't sales long term?", "No, that is marketing.")]
    [InlineData("Is marketing part of sales?", "No, the other way round")]
    [InlineData("Who creates demand?", "That is a marketing task.")]
    [InlineData("Who satisfies demand?", "That is a sales task.")]
    public void The_first_words_are_right(string question, string first) => Ask(question).Text.ShouldStartWith(first);

    [Fact]
    public void What_a_team_does_is_a_list() =>
        Ask("List some marketing activities")
            .Sentences.Count(sentence => sentence.Mark is not null)
            .ShouldBeGreaterThan(2);
}
