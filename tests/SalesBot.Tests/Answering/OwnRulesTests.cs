using SalesBot.Answering;
using SalesBot.Classifying;
using SalesBot.Tests.Support;

namespace SalesBot.Tests.Answering;

/// <summary>A company's own rules of who does what, against what is usual: the rules decide, and are quoted.</summary>
public sealed class OwnRulesTests : IAsyncLifetime, IDisposable
{
    readonly BuiltKnowledge knowledge = new();

    public async ValueTask InitializeAsync()
    {
        knowledge.Write(
            "our-rules.md",
            """
            # Our rules

            - Sales runs our webinars.
            - The website belongs to sales.
            - Marketing answers tenders.
            - Case studies are written by sales.
            - Invoices are finance's.
            - Marketing calls new customers for the first time.
            - The price list is kept by marketing.
            - Legal signs the contracts with suppliers.
            - Trade fairs: marketing books the booth, sales staffs it.
            """
        );
        knowledge.Write(
            "more.md",
            """
            # Who does what

            ## What sales does

            - Social media posts
            - The customer magazine

            ## Questions

            **Who keeps the list of references?** Marketing does (since May). It was sales until April.
            """
        );
        await knowledge.RefreshedAsync();
    }

    public ValueTask DisposeAsync() => default;

    public void Dispose() => knowledge.Dispose();

    AnswerDraft Ask(string question)
    {
        using var lease = knowledge.Index.Lease();
        return knowledge.Composer().Compose(question, [], lease);
    }

    [Theory]
    [InlineData("Who runs our webinars?", Verdict.Sales, "Sales runs our webinars.")]
    [InlineData("who owns the website", Verdict.Sales, "The website belongs to sales.")]
    [InlineData("Who answers tenders?", Verdict.Marketing, "Marketing answers tenders.")]
    [InlineData("write a case study", Verdict.Sales, "Case studies are written by sales.")]
    [InlineData("Who writes our case studies?", Verdict.Sales, "Case studies are written by sales.")]
    [InlineData("who sends the invoices?", Verdict.Neither, "Invoices are finance's.")]
    [InlineData("update the price list", Verdict.Marketing, "The price list is kept by marketing.")]
    [InlineData("who signs contracts with suppliers", Verdict.Neither, "Legal signs the contracts with suppliers.")]
    [InlineData("Who staffs the booth?", Verdict.Sales, "sales staffs it")]
    [InlineData("who books the booth at the trade fair?", Verdict.Marketing, "marketing books the booth")]
    [InlineData("is the customer magazine sales or marketing?", Verdict.Sales, "The customer magazine")]
    [InlineData("social media posts: whose job?", Verdict.Sales, "Social media posts")]
    [InlineData("who keeps the list of references?", Verdict.Marketing, "Marketing does (since May).")]
    public void A_rule_decides_whatever_is_usual_elsewhere_and_is_quoted(
        string question,
        Verdict verdict,
        string quoted
    )
    {
        var answer = Ask(question);
        answer.Verdict.ShouldBe(verdict, answer.Text);
        answer.Text.ShouldContain(quoted);
    }

    [Theory]
    [InlineData("Is the website marketing's?", "No, that is sales.")]
    [InlineData("Is the website a sales task?", "Yes, that is sales.")]
    [InlineData("do sales people write the case studies?", "Yes.")]
    [InlineData("does sales keep the price list?", "No, that is marketing.")]
    [InlineData("Are invoices marketing?", "No, that is finance’s.")]
    public void A_yes_or_a_no_comes_first(string question, string first) => Ask(question).Text.ShouldStartWith(first);
}
