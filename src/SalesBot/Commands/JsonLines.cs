using System.Text;
using System.Text.Json.Nodes;

namespace SalesBot.Commands;

/// <summary>Runs a verb over a file of JSON lines: a line in, a line out, in the same order.</summary>
static class JsonLines
{
    /// <summary>How many lines are worked on before their results are awaited: they share a commit.</summary>
    const int AtOnce = 64;

    /// <param name="input">The file to read.</param>
    /// <param name="output">The file to write, or none for standard output.</param>
    /// <param name="work">From the object of a line to the object of its answer.</param>
    /// <param name="cancellationToken">Ends it between two lines.</param>
    /// <exception cref="InvalidDataException">A line is not a JSON object; the message names it.</exception>
    public static async Task RunAsync(
        FileInfo input,
        FileInfo? output,
        Func<JsonObject, Task<JsonObject>> work,
        CancellationToken cancellationToken
    )
    {
        if (!input.Exists)
            throw new UsageFault(
                Directory.Exists(input.FullName)
                    ? $"'{input}' is a folder; name a file."
                    : $"The file '{input}' does not exist."
            );
        if (output is not null && output.FullName == input.FullName)
            throw new UsageFault("--out is the file being read; choose another one.");
        var lines = Read(input);
        await using var writer = output is null
            ? System.Console.Out
            : new StreamWriter(output.FullName, append: false, new UTF8Encoding(false));
        using var progress = new ProgressLine("Answering");
        var done = 0;
        foreach (var chunk in lines.Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var answer in await Task.WhenAll(chunk.Select(work)))
                await writer.WriteLineAsync(answer.ToJsonString(Answering.AnswerJson.Readable.Options));
            progress.Show(done += chunk.Length, lines.Count, "");
        }
        await writer.FlushAsync(cancellationToken);
    }

    static List<JsonObject> Read(FileInfo input)
    {
        var objects = new List<JsonObject>();
        var number = 0;
        foreach (
            var line in File.ReadLines(input.FullName, new UTF8Encoding(false, throwOnInvalidBytes: true))
                .Checked(input)
        )
        {
            number++;
            if (line.AsSpan().IsWhiteSpace())
                continue;
            objects.Add(
                Parse(line) ?? throw new InvalidDataException($"{input}, line {number}, is not a JSON object.")
            );
        }
        return objects;
    }

    static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    static IEnumerable<string> Checked(this IEnumerable<string> lines, FileInfo input)
    {
        using var reader = lines.GetEnumerator();
        while (true)
        {
            try
            {
                if (!reader.MoveNext())
                    yield break;
            }
            catch (DecoderFallbackException fault)
            {
                throw new InvalidDataException($"{input} is not UTF-8; save it as UTF-8.", fault);
            }
            yield return reader.Current;
        }
    }

    /// <summary>
    /// A text of the line's object, or empty if it is missing, of another type, or half of a surrogate pair.
    /// </summary>
    public static string Text(this JsonObject line, string key) => TextOf(line[key]);

    static string TextOf(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>The texts of a list in the line's object.</summary>
    public static List<string> Texts(this JsonObject line, string key) =>
        line[key] is JsonArray list ? [.. list.Select(TextOf).Where(text => text.Length > 0)] : [];
}
