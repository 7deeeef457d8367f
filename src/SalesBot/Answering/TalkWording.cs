using SalesBot.Classifying;
using SalesBot.Intents;

namespace SalesBot.Answering;

/// <summary>What is said to what is no question for the material.</summary>
static class TalkWording
{
    const string Example = "For example: “Is cold calling a sales or marketing task?”";

    public static string Of(TalkKind kind) =>
        kind switch
        {
            TalkKind.Greeting =>
                $"Hello! Ask me whose task something is, sales or marketing, or how the two differ. {Example}",
            TalkKind.Thanks => "You’re welcome.",
            TalkKind.Okay => "Good. Ask me anything else about sales and marketing.",
            TalkKind.Wellbeing => "All good, thank you. What would you like to know about sales and marketing?",
            TalkKind.Identity =>
                "I’m SalesBot, a program. I look things up in your company’s documents on sales and marketing and quote what they say; I don’t make anything up.",
            TalkKind.Documents =>
                "I search the documents in the company’s knowledge folder, and each answer names the ones it quotes. An admin can list them with “salesbot index status”.",
            TalkKind.Author =>
                "I only quote; the words are those of your company’s documents. Each answer names the document, and an admin can tell you who wrote it.",
            TalkKind.Origin =>
                "From the documents in your company’s knowledge folder. Each answer quotes them and says where the words stand.",
            TalkKind.Doubt =>
                "I quote what the documents say. Ask “why?” for the reason behind my last answer, or “source?” for where it comes from. If it’s wrong, say so: “no, that is marketing”.",
            TalkKind.Praise => "Thank you!",
            TalkKind.Complaint =>
                "Sorry to hear that. If one of my answers was wrong, tell me what’s right, such as “no, that is marketing”, or ask in other words.",
            TalkKind.Insult => "Sorry I wasn’t more help. Try asking in other words, or ask a colleague.",
            TalkKind.Joke =>
                "I only know about sales and marketing, and neither is a laughing matter. Ask me about those.",
            TalkKind.Opinion =>
                "I don’t take sides: a business needs both. Ask me what each of them does, or how they work together.",
            TalkKind.Unclear => $"Which task or question do you mean? {Example}",
            TalkKind.Meddling =>
                "I only look things up in your company’s documents, and there’s nothing else in me to bring out. Ask me about sales and marketing.",
            TalkKind.NoWords => $"I can’t find a question in that. {Example}",
            _ => AnswerWording.Help,
        };

    /// <summary>Which documents there are.</summary>
    /// <param name="titles">Their titles.</param>
    public static string OfDocuments(IReadOnlyList<string> titles) =>
        titles.Count == 0
            ? "There are no documents yet. An admin can add them to the knowledge folder."
            : $"I search {(titles.Count == 1 ? "one document" : $"{titles.Count} documents")}: {string.Join(", ", titles.Take(MostTitles).Select(title => $"“{title}”"))}{(titles.Count > MostTitles ? $" and {titles.Count - MostTitles} more" : "")}. Each answer names the ones it quotes.";

    const int MostTitles = 8;

    /// <summary>What is said to somebody who says that a verdict is wrong, where it is not kept.</summary>
    /// <param name="said">The verdict.</param>
    /// <param name="label">What they say it is.</param>
    public static string OfChallenge(Verdict? said, string label) =>
        said?.ToString().ToLowerInvariant() == label
            ? "That’s what I said, too."
            : $"You say it’s {label}; I said {said?.ToString().ToLowerInvariant()}, going by the documents. If you tell me so in Slack, Teams or “salesbot chat”, I’ll pass it on to an admin.";
}
