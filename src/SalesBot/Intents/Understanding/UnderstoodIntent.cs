using System.Globalization;

namespace SalesBot.Intents.Understanding;

/// <summary>Turns what was understood into what the conversation does.</summary>
static class UnderstoodIntent
{
    /// <summary>The intent; null for a question.</summary>
    /// <param name="read">What was understood.</param>
    /// <param name="said">The message, cleaned.</param>
    /// <param name="today">The day that dates count from.</param>
    /// <param name="isKnown">Whether somebody at the desk is called so.</param>
    public static Intent? Of(Understanding read, string said, DateOnly today, Func<string, bool> isKnown) =>
        read.Do switch
        {
            Deed.Raise => Raise(read, said, today),
            Deed.Move => Move(read, said),
            Deed.Edit when read.Fields.Count == 0 => new MoveHandoff(
                read.Number,
                "edit",
                new Dictionary<string, string>()
            ),
            Deed.Edit => new EditHandoff(read.Number, read.Fields),
            Deed.Look => Look(read),
            Deed.People => People(read, isKnown) is not { } wanted ? null
            : read is { Confirm: true, Sure: <= DeskExamples.Learned } ? new OfferMember(wanted, said)
            : wanted,
            // What names a handoff or an address is never taken for a question on the material alone.
            _ => (read.Number ?? read.Email) is not null && said.Length < LongestUnclear
                ? new OfferDesk(read.Number, read.Email, said)
                : null,
        };

    const int LongestUnclear = 200;

    /// <summary>The draft of a handoff, with every field that was read.</summary>
    public static RaiseHandoff Draft(Understanding read, string said, DateOnly today)
    {
        var fields = new List<ReadField>();
        foreach (
            var (name, value) in new[]
            {
                ("name", read.Name),
                ("email", read.Email),
                ("phone", read.Phone),
                ("role", read.Role),
                ("company", read.Company),
                ("kind", read.Kind),
                ("urgency", read.Urgency),
            }
        )
            if (value is not null)
                fields.Add(
                    new ReadField(name, value, said.Contains(value, StringComparison.OrdinalIgnoreCase) ? value : "")
                );
        fields.AddRange(
            PurposeWords
                .Read(read.Team, said, said, fields.Count > 1, today)
                .Where(field => field.Name is not ("kind" or "urgency"))
        );
        if (said.Length > (read.Title?.Length ?? 0) + MuchMore)
            fields.Add(new ReadField("details", said, ""));
        return new RaiseHandoff(read.Team, read.Title ?? "", fields);
    }

    /// <summary>So many characters more than its title a message has before it is kept whole.</summary>
    const int MuchMore = 25;

    static Intent Raise(Understanding read, string said, DateOnly today)
    {
        var draft = Draft(read, said, today);
        return draft.Title.Trim().Length == 0 ? new DraftHandoff(read.Team, "", null) : new OfferHandoff(draft, said);
    }

    static Intent Move(Understanding read, string said)
    {
        if (read.Move == "undo")
            return new UndoLast();
        if (!read.Confirm && read.Move is { } move)
            return One(read, move, said);
        var moves = read.Readings.Count > 0 ? read.Readings : [read.Move ?? "note"];
        return new OfferMoves(read.Number, [.. moves.Select(one => One(read, one, said))], said);
    }

    static MoveHandoff One(Understanding read, string move, string said)
    {
        var fields = new Dictionary<string, string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
                fields[name] = value;
        }
        switch (move)
        {
            case "return" or "disqualify" or "recycle":
                Add("reason", read.Reason);
                Add("note", read.Reason is null && move != "recycle" ? null : said);
                if (move == "recycle")
                    Add("wakeUp", read.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case "complete":
                Add("outcome", read.Outcome);
                Add("note", IsOnlyOrder(read, said) ? null : said);
                break;
            case "assign":
                Add("owner", read.Owner);
                break;
            case "merge":
                Add("into", read.Into);
                break;
            case "rate":
                Add("rating", read.Rating?.ToString(CultureInfo.InvariantCulture));
                break;
            case "note":
                Add("note", read.Note ?? said);
                break;
            case "watch" or "unwatch" or "accept" or "agree":
                break;
            default:
                Add("note", IsOnlyOrder(read, said) ? null : said);
                break;
        }
        return new MoveHandoff(read.Number, move, fields);
    }

    /// <summary>Whether a message says little more than what is to be done: that is no note.</summary>
    static bool IsOnlyOrder(Understanding read, string said) =>
        said.Split(' ').Length <= (read.Because ?? "").Split(' ').Length + FewMoreWords;

    const int FewMoreWords = 2;

    static Intent? Look(Understanding read) =>
        read.Look switch
        {
            "mine" => new ListHandoffs(HandoffsWanted.Mine),
            "queue" => new ListHandoffs(HandoffsWanted.Queue, read.Team),
            "overdue" => new ListHandoffs(HandoffsWanted.Overdue, read.Team),
            "due-today" => new ListHandoffs(HandoffsWanted.DueToday, read.Team),
            "find" => new ListHandoffs(HandoffsWanted.Search, Words: read.Query),
            "show" => new ShowHandoff(read.Number),
            "report" => new ShowDigest(),
            "people" => new ShowPeople(read.Team, read.Query),
            "news" => new ShowNews(),
            _ => null,
        };

    static Intent? People(Understanding read, Func<string, bool> isKnown)
    {
        if (read.Query is { } who && !who.StartsWith('@') && !isKnown(who))
            return null;
        return read.Admin switch
        {
            // Whoever is only likely to be away is asked, and then until the next day.
            "away" => new SetAway(
                read.Query,
                read.From,
                read.Until,
                IsUnclear: read is { Until: null, Confirm: false }
            ),
            "back" => new SetAway(read.Query, null, null, IsBack: true),
            "role" when read is { Query: { } somebody, Role: { } role } => new SetRole(somebody, role),
            "notify" => new NotifyHere(
                read.Team,
                (read.Because ?? "").Contains("stop", StringComparison.Ordinal)
                    || (read.Because ?? "").Contains("no more", StringComparison.Ordinal)
            ),
            "reindex" => new ReindexKnowledge(),
            "status" => new ShowStatus(),
            "gaps" => new ShowGaps(),
            _ => null,
        };
    }
}
