using System.Text.Json;
using SalesBot.Answering;
using SalesBot.Answering.Sides;
using SalesBot.Chat;
using SalesBot.Classifying;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.People;

namespace SalesBot.Conversations;

/// <summary>
/// Questions and verdicts in a chat: the answer with its sources, whether it helped, and what one may want next.
/// </summary>
sealed class AnswerTalk(Answerer answerer, FeedbackStore feedback, KnowledgeIndex index)
{
    /// <summary>So many turns are remembered, questions and answers.</summary>
    const int MostTurns = 6;

    const int MostFollowUps = 2,
        MostFound = 10,
        LongestQuote = 2000,
        LongestShared = 300;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(40),
        Look = TimeSpan.FromMilliseconds(100);

    public async Task<Reply> AskAsync(Talk talk, string text)
    {
        if (PersonText.Fault(text) is { } fault)
            return Reply.Of(fault);
        await ReadyAsync();
        var isAskedAgain = text.Trim() == talk.Memory.Turns.SkipLast(1).LastOrDefault();
        // What is quoted or forwarded is what the question is about.
        IReadOnlyList<string> history = talk.Message.Quoted is { } quoted
            ? [PersonText.Cut(PersonText.Clean(quoted), LongestQuote)]
            : talk.Memory.Turns;
        var answer = await answerer.AskAsync(
            text,
            history,
            talk.Person,
            AnswerWords.Read(text) is AskAboutAnswer
                ? null
                : answer =>
                    !isAskedAgain && answer.Kind != AnswerKind.Classification && Said(answer) == talk.Memory.Said
        );
        if (answer.Kind == AnswerKind.Help)
        {
            talk.Memory = talk.Memory with { AnswerId = null };
            return answer.Text == AnswerWording.Help ? Help(talk.Person) : Reply.Of(answer.Text);
        }
        talk.Memory = talk.Memory with
        {
            Turns = [.. talk.Memory.Turns.Concat([answer.Question, Said(answer)]).TakeLast(MostTurns)],
            AnswerId = answer.Id,
            Said = Said(answer),
        };
        var reply = new Reply(Text(answer), [.. Blocks(answer)]);
        return !talk.Message.IsAsideInARoom || answer.Kind == AnswerKind.Refusal
            ? reply
            : reply.And(
                new ChoicesBlock([new Choice("Share with everybody", ChatAction.Of("share", ("answer", answer.Id)))])
            );
    }

    /// <summary>Says what somebody was answered alone to all of the room, once.</summary>
    public Reply Share(Talk talk, ShareAnswer share)
    {
        var id = share.Answer ?? talk.Memory.AnswerId;
        if (
            id is null
            || answerer.Receipt(id) is not { } receipt
            || receipt.Person != talk.Person.Id
            || JsonSerializer.Deserialize(receipt.Answer, AnswerJson.Readable.Answer) is not { } answer
        )
            return Reply.Of("I don't know which answer you mean. Please ask again.");
        if (talk.Message.IsDirect)
            return Reply.Of("Nobody else is here. Ask me in the channel and I'll answer there.");
        var asked =
            $"{(talk.Person.Name.Length > 0 ? talk.Person.Name : "Somebody")} asked: “{PersonText.Cut(answer.Question, LongestShared)}”";
        return new Reply(
            $"{asked}\n{answer.Text}",
            [new TextBlock(asked, IsNote: true), .. Blocks(answer)],
            $"shared/{answer.Id}"
        )
        {
            IsForAll = true,
        };
    }

    /// <summary>A question that comes while the host starts is answered a little later.</summary>
    async Task ReadyAsync()
    {
        for (
            var waited = TimeSpan.Zero;
            index is { IsLookedAfter: true, IsReady: false, Problem: null } && waited < Patience;
            waited += Look
        )
            await Task.Delay(Look, TimeProvider.System);
    }

    public async Task<Reply> FeedbackAsync(Talk talk, GiveFeedback given)
    {
        var id = given.Answer ?? talk.Memory.AnswerId;
        return id is null || !await feedback.KeepAsync(id, talk.Person, given.Helpful, given.Comment)
            ? Reply.Of("I don't know which answer you mean. Please use the button below it.")
            : Reply.Of(given.Helpful ? "Thanks, good to know." : "Thanks. An admin can see which answers didn't help.");
    }

    /// <summary>What is drawn, in plain text: a table in lines.</summary>
    static string Text(Answer answer) =>
        Blocks(answer).OfType<TableBlock>().FirstOrDefault() is { } table
            ? string.Join(
                "\n",
                table
                    .Rows.Select(row => string.Join(" – ", table.InLines(row)))
                    .Prepend(AnswerLine.Of(answer.Sentences)[0].Text)
            )
            : answer.Text;

    static IEnumerable<ReplyBlock> Blocks(Answer answer)
    {
        // The sources stand in a block of their own, below the first line of the text.
        yield return new TextBlock(answer.Table is null ? Said(answer) : AnswerLine.Of(answer.Sentences)[0].Text);
        if (answer.Table is { } table)
            yield return new TableBlock(table.Heads, [.. table.Rows.Select(row => row.Cells)]);
        if (new AnswerSources(answer).First is { Count: > 0 } cited)
            yield return new CitationsBlock(cited, NamesOnly: true);
        yield return new ChoicesBlock([.. Choices(answer)]);
    }

    /// <summary>The answer without its sources.</summary>
    static string Said(Answer answer) => AnswerWording.WithoutSources(answer);

    static IEnumerable<Choice> Choices(Answer answer)
    {
        if (answer.Kind != AnswerKind.Refusal)
        {
            yield return new Choice("Helpful", ChatAction.Of("feedback", ("answer", answer.Id), ("helpful", "yes")));
            yield return new Choice("Not helpful", ChatAction.Of("feedback", ("answer", answer.Id), ("helpful", "no")));
        }
        var settling = Settling.Replies(answer.Classification);
        foreach (var reply in settling)
            yield return new Choice(reply, ChatAction.Of("ask", ("text", reply)));
        if (HandOver.Of(answer) is { } label)
            yield return new Choice(
                label,
                ChatAction.Of(
                    "pass-on",
                    [
                        ("answer", answer.Id),
                        .. answer is { Kind: AnswerKind.Classification, Verdict: Verdict.Sales or Verdict.Marketing }
                            ? new[] { ("to", Words.Of(answer.Verdict.Value)), ("draft", "yes") }
                            : [],
                    ]
                )
            );
        foreach (var next in NextQuestions.Of(answer).Except(settling).Take(MostFollowUps))
            yield return new Choice(next, ChatAction.Of("ask", ("text", next)));
    }

    /// <summary>What the documents say about some words, as they say it.</summary>
    public Reply Search(Talk talk, SearchKnowledge wanted)
    {
        var words = PersonText.Clean(wanted.Words);
        if (words.Length == 0)
            return Reply.Of("What should I look for in the documents?");
        if (PersonText.Fault(words) is { } fault)
            return Reply.Of(fault);
        using var lease = index.Lease();
        var searcher = lease.Generation.Searcher;
        var found = searcher.Search(searcher.Queries.Read(words), MostFound).ConvertAll(PassageCitation.Of);
        return found.Count == 0
            ? Reply.Of("I found nothing about that in the documents.")
            : new Reply(string.Join("\n\n", found.Select(one => one.Quote)), [new CitationsBlock(found)]);
    }

    /// <summary>What the bot says when it comes into a room, or to somebody.</summary>
    public static Reply Greeting(bool isDirect) =>
        Reply.Of(
            $"Sales or marketing? Ask me: “{(isDirect ? "" : "@SalesBot ")}Is cold calling a sales or marketing task?” I answer from your company's documents. I also pass leads and work between the two teams.{(isDirect ? "" : " I only reply when mentioned.")}",
            new ChoicesBlock([
                new Choice(
                    "Try an example",
                    ChatAction.Of("ask", ("text", "Is cold calling a sales or marketing task?"))
                ),
                new Choice("What can you do?", ChatAction.Of("help")),
            ])
        );

    /// <summary>What one can say, for whoever asks.</summary>
    public static Reply Help(Person person, bool isGuest = false)
    {
        var lines = new List<Field>
        {
            new(
                "Ask",
                "“Is cold calling a sales or marketing task?” I answer from your company's documents and show the source."
            ),
            new(
                "Hand over",
                "Tell me to hand something over, and I send it right away: “flag Jane Doe, jane@acme.example, to marketing: not ready”. If you only ask or suggest it, I show you a draft first: “Can marketing keep Jane Doe warm? No budget before spring”."
            ),
            new(
                "Your handoffs",
                "“my handoffs”, “what is overdue?”, “accept HO-1042”, “send HO-1042 back, wrong region”, “urgency of HO-1042 is now”."
            ),
            new("Undo", "Say “undo” within a minute, and your last step is taken back."),
            new("Away", "“I'm away until Monday”."),
        };
        if (isGuest)
            lines.RemoveRange(1, lines.Count - 1);
        else if (person.Leads)
            lines.Add(
                new(
                    "Managers",
                    "“report” shows how handoffs are going. “gaps” shows what I couldn't answer. “notify this channel for sales” sends news here."
                )
            );
        if (person.Role == Role.Admin && !isGuest)
            lines.Add(
                new(
                    "Admins",
                    "“make @dana marketing” puts Dana on the marketing team. “reindex” reads the documents again. “status” shows whether I'm healthy. “dead letters” shows messages that couldn't be delivered."
                )
            );
        return new Reply(
            string.Join("\n", lines.Select(line => $"{line.Label}: {line.Value}")),
            [new FieldsBlock(null, lines), new ChoicesBlock([.. HelpChoices(isGuest)])]
        );
    }

    /// <summary>What one can say, to be pressed.</summary>
    static IEnumerable<Choice> HelpChoices(bool isGuest)
    {
        yield return new Choice(
            "Try an example",
            ChatAction.Of("ask", ("text", "Is cold calling a sales or marketing task?"))
        );
        if (isGuest)
            yield break;
        yield return new Choice("My handoffs", ChatAction.Of("list", ("which", "mine")));
        yield return new Choice("New handoff", ChatAction.Of("draft"));
    }
}
