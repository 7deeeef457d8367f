using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SalesBot.Chat;
using SalesBot.Intents.Understanding;

namespace SalesBot.Commands;

/// <summary><c>understand</c>: what the bot would take a message for, and nothing is done.</summary>
static class UnderstandVerb
{
    static readonly Argument<string?> TextArgument = new("text")
    {
        Description = "The message to understand",
        Arity = ArgumentArity.ZeroOrOne,
    };
    static readonly Option<string?> LastHandoff = new("--last")
    {
        Description = "The handoff that 'it' refers to, such as HO-1001",
        HelpName = "HO-n",
    };
    static readonly Option<FileInfo?> FileIn = new("--file")
    {
        Description = "Messages, one JSON object per line: id, text, as, last, today",
        HelpName = "in.jsonl",
    };
    static readonly Option<FileInfo?> FileOut = new("--out")
    {
        Description = "Where the readings go (default: standard output)",
        HelpName = "out.jsonl",
    };

    public static Command Create()
    {
        var verb = new Command("understand", "Shows how a message would be understood, without acting on it")
        {
            TextArgument,
            LastHandoff,
            FileIn,
            FileOut,
            CommonOptions.Json,
        };
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var text = parsed.GetValue(TextArgument);
        var file = parsed.GetValue(FileIn);
        if (file is null && PersonText.Fault(text) is { } fault)
            throw new UsageFault(fault);
        if (file is not null && text is not null)
            throw new UsageFault("Give a text or --file, not both.");
        await using var tools = Toolbox.Open(parsed);
        var (reader, clock) = (tools.Get<MessageUnderstander>(), tools.Get<TimeProvider>());
        var now = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (file is not null)
        {
            await JsonLines.RunAsync(
                file,
                parsed.GetValue(FileOut),
                line =>
                    Task.FromResult(
                        Json(
                            reader.Read(
                                line.Text("text"),
                                Blank(line.Text("last")),
                                TeamOf(line.Text("as")),
                                DateOnly.TryParseExact(
                                    line.Text("today"),
                                    "yyyy-MM-dd",
                                    CultureInfo.InvariantCulture,
                                    DateTimeStyles.None,
                                    out var day
                                )
                                    ? day
                                    : now
                            ),
                            line["id"]
                        )
                    ),
                cancellationToken
            );
            return ExitCode.Done;
        }
        var understood = reader.Read(
            text ?? "",
            parsed.GetValue(LastHandoff),
            TeamOf(Words.Of(parsed.Actor().Role)),
            now
        );
        if (parsed.GetValue(CommonOptions.Json))
            Screen.Json(Json(understood, null).ToJsonString(Answering.AnswerJson.Readable.Options));
        else
            foreach (var (key, value) in Json(understood, null))
                if (value is not null)
                    Screen.Line($"{key}: {value.ToJsonString(Answering.AnswerJson.Readable.Options).Trim('"')}");
        return ExitCode.Done;
    }

    static string? Blank(string text) => text.Length == 0 ? null : text;

    /// <summary>The team of a role, or of one of the demo's people.</summary>
    static string? TeamOf(string? role) =>
        role switch
        {
            "rep" or "sales" or "local:rep" => "sales",
            "marketer" or "marketing" or "local:marketer" => "marketing",
            _ => null,
        };

    static JsonObject Json(Understanding read, JsonNode? id)
    {
        var json = new JsonObject();
        if (id is not null)
            json["id"] = id.DeepClone();
        json["do"] = Words.Of(read.Do);
        json["confirm"] = read.Confirm;
        var fields = new JsonObject();
        foreach (var (field, value) in read.Fields)
            fields[field] = value;
        var person = Of(
            ("name", read.Name),
            ("email", read.Email),
            ("phone", read.Phone),
            ("role", read.Do == Deed.Raise ? read.Role : null)
        );
        foreach (
            var (key, value) in Of(
                ("team", read.Team),
                ("kind", read.Kind),
                ("person", person.Count > 0 ? person : null),
                ("company", read.Company),
                ("urgency", read.Urgency),
                ("until", Day(read.Until)),
                ("number", read.Number),
                ("move", read.Move),
                (
                    "readings",
                    read.Readings.Count > 0 ? new JsonArray([.. read.Readings.Select(one => (JsonNode)one)]) : null
                ),
                ("reason", read.Reason),
                ("into", read.Into),
                ("owner", read.Owner),
                ("outcome", read.Outcome),
                ("rating", read.Rating),
                ("fields", fields.Count > 0 ? fields : null),
                ("look", read.Look),
                ("query", read.Query),
                ("admin", read.Admin),
                ("role", read.Do == Deed.People ? read.Role : null),
                ("title", read.Title)
            )
        )
            json[key] = value?.DeepClone();
        json["sure"] = read.Sure;
        json["because"] = read.Because;
        return json;
    }

    static JsonObject Of(params (string Key, JsonNode? Value)[] pairs) =>
        new(pairs.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
