using System.Text.Json;
using SalesBot.Answering;
using SalesBot.People;

namespace SalesBot.Console;

/// <summary>
/// The answers of a conversation on the page: their receipts stand in its address, and no words of anybody.
/// </summary>
sealed class Conversation
{
    /// <summary>So many answers are shown; the page begins with the last of them.</summary>
    public const int Most = 8;

    Conversation(IReadOnlyList<Answer> answers) => Answers = answers;

    /// <summary>The answers, oldest first.</summary>
    public IReadOnlyList<Answer> Answers { get; }

    /// <summary>The answers with those ids, as far as they are this person's, or an admin asks.</summary>
    public static Conversation Of(IEnumerable<string> ids, Answerer answerer, Person person) =>
        new([
            .. ids.TakeLast(Most)
                .Select(answerer.Receipt)
                .OfType<AnswerReceipt>()
                .Where(receipt => receipt.Person == person.Id || person.Role == Role.Admin)
                .Select(receipt => JsonSerializer.Deserialize(receipt.Answer, AnswerJson.Readable.Answer))
                .OfType<Answer>(),
        ]);

    /// <summary>What was asked, oldest first: what a follow-up is understood by.</summary>
    public IReadOnlyList<string> Questions => [.. Answers.Select(answer => answer.Question)];

    /// <summary>Where the page of some answers is, scrolled to the last.</summary>
    public static string PathOf(IEnumerable<string> ids) =>
        $"/?{string.Join('&', ids.TakeLast(Most).Select(id => $"a={Uri.EscapeDataString(id)}"))}#latest";
}
