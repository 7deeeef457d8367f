using SalesBot.Answering.Honesty;
using SalesBot.Answering.Sides;
using SalesBot.Chat;
using SalesBot.Classifying.Statements;
using SalesBot.Intents;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Search;

namespace SalesBot.Answering;

/// <summary>
/// From a message and what was said before to what is said: a reply to the last answer, or the answer to what it asks.
/// </summary>
sealed class AnswerComposer(
    IntentAnswers answers,
    PassageFinder finder,
    ComparisonAnswers comparisons,
    SideAnswers sides,
    TeamAnswers teams,
    FurtherAnswers further,
    SeveralAnswers several,
    NearestKind nearest
)
{
    public AnswerDraft Compose(string text, IReadOnlyList<string> history, GenerationLease lease)
    {
        if (PersonText.Fault(text) is { } fault)
            return AnswerDraft.Help(fault);
        var (said, before) = (
            AskingPhrases.Plain(AskingSpelling.Mended(Once(PersonText.Excerpt(text)))),
            history.Select(PersonText.Excerpt).ToList()
        );
        if (
            IntentReader.LastAsked(before) is { } last
            && (
                ToLast(said, last, Earlier(before, last), lease)
                ?? AsWished(said, Wished(text) ?? Wished(said), last, before, Earlier(before, last), lease)
            )
                is { } reply
        )
            return reply;
        if (OfWhole(said, lease) is { } one)
            return one;
        if (several.Of(said, lease) is { } each)
            return each;
        var draft = answers.Read(IntentReader.Read(OfTeamBefore(said, before, lease), before), lease);
        return
            draft.Kind != AnswerKind.Help
            && draft.Sentences.All(sentence => sentence.Citation is null)
            && ForeignLanguage.Of(said) is { } language
            ? draft with
            {
                Kind = AnswerKind.Refusal,
                Verdict = null,
                Classification = null,
                Sentences = [],
                Text = $"I only understand English so far, and that looks like {language}. Could you ask in English?",
                Missing = [],
            }
            : draft;
    }

    /// <summary>"Whose job is the last of the four Ps?" asks about what those are.</summary>
    AnswerDraft? OfWhole(string said, GenerationLease lease) =>
        Ordinals.Whole(said) is { } whole
        && PointedAt(said, () => answers.Of(IntentReader.Read($"what are the {whole}?", []), lease)) is { } asked
            ? answers.Of(IntentReader.Read(asked, []), lease)
            : null;

    /// <summary>The same word over and over is said once.</summary>
    static string Once(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && words.All(word => word.Equals(words[0], StringComparison.OrdinalIgnoreCase))
            ? words[0]
            : text;

    /// <summary>
    /// "What else do they do?", "is it long term?" ask about the team that was named before: by the person, else by the
    /// bot.
    /// </summary>
    string OfTeamBefore(string said, List<string> before, GenerationLease lease)
    {
        if (
            TeamNames.SideOf(said, onlyOne: false) is not null
            || IntentReader.LastAsked(before) is not { } last
            || !TeamBefore.IsMeant(said, last)
        )
            return said;
        var judged =
            TeamNames.SideOf(last, onlyOne: false) is null || IntentReader.Asks(last)
                ? answers.Read(IntentReader.Read(last, Earlier(before, last)), lease).Verdict
                : null;
        var side = judged ?? TeamNames.SideOf(last, onlyOne: true);
        return side is Classifying.Verdict.Sales or Classifying.Verdict.Marketing
            ? TeamBefore.Named(said, side == Classifying.Verdict.Sales ? "sales" : "marketing")
            : said;
    }

    /// <summary>
    /// What is said to a message that is about the answer before it; none where it is a question of its own.
    /// </summary>
    AnswerDraft? ToLast(string said, string last, List<string> earlier, GenerationLease lease)
    {
        if (Ordinals.Of(said, last) is { } item)
            return answers.Of(IntentReader.Read($"whose job is this: {item}", []), lease);
        if (PointedAt(said, () => Last()) is { } thing)
            return answers.Of(IntentReader.Read(thing, []), lease);
        if (Ordinals.OfAnswer(said) is { } point && FurtherAnswers.OfPoint(point, Last(), lease) is { } told)
            return told;
        switch (AnswerWords.Read(said))
        {
            case AskAboutAnswer { Wish: AnswerWish.More }:
                return further.Of(last, Last(), lease);
            case AskAboutAnswer wanted:
                return Retold(wanted.Wish, Last(), lease);
            case AskInstead instead:
                return answers.Of(
                    IntentReader.Read($"what about {instead.Text.TrimEnd('.', '!', '?')}?", [last]),
                    lease
                );
            case ChallengeVerdict challenge when Last() is { Classification: not null } judged:
                return AnswerDraft.Help(TalkWording.OfChallenge(judged.Verdict, challenge.Label));
            case null
                when SmallTalkReader.Read(said) == TalkKind.Doubt
                    && Last() is { Kind: not AnswerKind.Help } doubted
                    && doubted.Sentences.Any(sentence => sentence.Citation is not null):
                return Retelling.Of(doubted, AnswerWish.Doubt);
            case null
                when Settling.IsReply(said)
                    && Last() is { } close
                    && (Settling.Replies(close.Classification).Count > 0 || Settling.Limits(said, close)):
                return Settling.Read(said) is { } settled
                    ? sides.Settled(settled, close, lease)
                    : AnswerDraft.Help("Ask me about just that part, and I’ll tell you whose task it is.");
            case null
                when FollowUp.IsTheOther(said)
                    && Last()
                        is {
                            Kind: AnswerKind.Classification,
                            Verdict: Classifying.Verdict.Sales or Classifying.Verdict.Marketing
                        } verdict:
                return OfTheOther(verdict, said, lease);
            default:
                return null;
        }

        AnswerDraft Last() => answers.Read(IntentReader.Read(last, earlier), lease);
    }

    /// <summary>A question about one of the things that the answer before named, with that thing in it.</summary>
    static string? PointedAt(string said, Func<AnswerDraft> last) =>
        Ordinals.Points(said)
        && last() is { Table: null } answer
        && answer.Sentences.Any(one => one.Citation is not null)
            ? Ordinals.Named(said, [.. answer.Sentences.Select(sentence => sentence.Text)])
            : null;

    /// <summary>
    /// What examples tell to be wanted of the answer before; none where the message asks something of its own.
    /// </summary>
    AnswerDraft? AsWished(
        string said,
        string? wish,
        string last,
        IReadOnlyList<string> before,
        List<string> earlier,
        GenerationLease lease
    )
    {
        if (
            SmallTalkReader.Read(said) is not null
            || FollowUp.Resolve(said, last) is not null
            || TeamQuestions.Read(said, last) is not null
            || TeamBefore.IsMeant(said, last)
            || wish is null
        )
            return null;
        return wish switch
        {
            "why" => Retold(AnswerWish.Why, Last(), lease),
            "doubt" => Retold(AnswerWish.Doubt, Last(), lease),
            "source" => Retold(AnswerWish.Source, Last(), lease),
            "shorter" => Retold(AnswerWish.Shorter, Last(), lease),
            "table" => Retold(AnswerWish.Table, Last(), lease),
            "again" => Last(),
            "more" => further.Of(last, Last(), lease),
            "example" => answers.Of(IntentReader.Read("For example?", before), lease),
            "other" => Last() is { Kind: AnswerKind.Classification } verdict
                ? OfTheOther(verdict, said, lease)
                : answers.Of(IntentReader.Read("And the other?", before), lease),
            _ => null,
        };

        AnswerDraft Last() => answers.Read(IntentReader.Read(last, earlier), lease);
    }

    /// <summary>"Too long, sorry. Can you put it in one sentence?": one of the sentences may tell.</summary>
    string? Wished(string said) =>
        nearest.OfWish(said)
        ?? said.Split(['.', '!', '?'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(sentence => sentence.Contains(' '))
            .Skip(1)
            .Reverse()
            .Select(nearest.OfWish)
            .FirstOrDefault(wish => wish is not null);

    AnswerDraft Retold(AnswerWish wish, AnswerDraft answer, GenerationLease lease) =>
        wish == AnswerWish.Table ? comparisons.Table(answer, lease) : Retelling.Of(answer, wish);

    /// <summary>What the team does that something is not for.</summary>
    AnswerDraft? OfTheOther(AnswerDraft verdict, string said, GenerationLease lease) =>
        teams.List(
            new ListOfTeam(said, verdict.Verdict == Classifying.Verdict.Sales ? "marketing" : "sales"),
            [],
            lease
        );

    /// <summary>What was said before the last question.</summary>
    static List<string> Earlier(List<string> history, string last) =>
        [.. history.Take(Math.Max(0, history.LastIndexOf(last)))];

    /// <inheritdoc cref="PassageFinder.Study"/>
    public (AnswerSigns Signs, Finding Finding, List<PassageHit> Found, string Said)? Study(
        string text,
        IReadOnlyList<string> history,
        GenerationLease lease
    ) => finder.Study(text, history, lease);
}
