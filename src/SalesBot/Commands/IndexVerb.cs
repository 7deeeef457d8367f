using System.CommandLine;
using System.Text.Json;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Generations;

namespace SalesBot.Commands;

/// <summary><c>index</c>: build it, see what is in it, go back, verify it.</summary>
static class IndexVerb
{
    static readonly Option<bool> Rebuild = new("--rebuild") { Description = "Read every document again" };
    static readonly Argument<string> Version = new("version")
    {
        Description = "The id of an index version, as listed by 'index history'",
    };

    public static Command Create()
    {
        var index = new Command("index", "Builds the index of the knowledge folder") { Rebuild };
        index.SetAction(BuildAsync);
        index.Add(Verb("status", "What is in the index", StatusAsync, CommonOptions.Json));
        index.Add(Verb("history", "The index versions that are kept, newest first", HistoryAsync, CommonOptions.Json));
        index.Add(Verb("check", "Verifies the index in use", CheckAsync));
        var use = Verb(
            "use",
            "Goes back to an earlier index version until the folder changes or is indexed again",
            UseAsync
        );
        use.Add(Version);
        index.Add(use);
        return index;
    }

    static Command Verb(
        string name,
        string does,
        Func<ParseResult, CancellationToken, Task<int>> run,
        params Option[] options
    )
    {
        var verb = new Command(name, does);
        foreach (var option in options)
            verb.Add(option);
        verb.SetAction(run);
        return verb;
    }

    static async Task<int> BuildAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!parsed.MayActAs(People.Role.Admin))
            return ExitCode.Refused;
        await using var tools = Toolbox.Open(parsed);
        var index = tools.Get<KnowledgeIndex>();
        using (var progress = new ProgressLine("Indexing"))
            await index.RefreshAsync(parsed.GetValue(Rebuild), progress, onDemand: true, cancellationToken);
        using var lease = index.Lease();
        var manifest = lease.Generation.Manifest;
        Screen.Line($"{manifest.Id}: {manifest.Documents.Count} documents, {manifest.Passages} passages.");
        foreach (var notice in index.Notices)
            Screen.Error(notice);
        return ExitCode.Done;
    }

    static Task<int> StatusAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WithStoreAsync(
            parsed,
            (store, _) =>
            {
                var current = store.CurrentOrFault();
                var manifest =
                    GenerationStore.ReadManifest(store.FolderOf(current.Id))
                    ?? throw new KnowledgeFault(
                        $"Index version {current.Id} is damaged; run 'salesbot index --rebuild'."
                    );
                if (parsed.GetValue(CommonOptions.Json))
                {
                    Screen.Json(JsonSerializer.Serialize(manifest, GenerationJson.Default.GenerationManifest));
                    return Task.FromResult(ExitCode.Done);
                }
                Screen.Line(
                    $"{manifest.Id}, built {manifest.BuiltAt:yyyy-MM-dd HH:mm:ss} UTC: {manifest.Documents.Count} documents, {manifest.Passages} passages."
                );
                Screen.Table(
                    ["document", "title", "passages", "bytes"],
                    manifest.Documents.Select(document =>
                        (IReadOnlyList<string>)
                            [document.Path, document.Title, $"{document.Passages}", $"{document.Length}"]
                    )
                );
                foreach (var notice in KnowledgeIndex.NoticesOf(manifest))
                    Screen.Line(notice);
                return Task.FromResult(ExitCode.Done);
            }
        );

    static Task<int> HistoryAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WithStoreAsync(
            parsed,
            (store, _) =>
            {
                var current = store.Current()?.Id;
                var all = store.All();
                if (parsed.GetValue(CommonOptions.Json))
                    Screen.Json(
                        JsonSerializer.Serialize(
                            all.Select(manifest => new
                            {
                                manifest.Id,
                                manifest.BuiltAt,
                                Documents = manifest.Documents.Count,
                                manifest.Passages,
                                Current = manifest.Id == current,
                            }),
                            JsonSerializerOptions.Web
                        )
                    );
                else
                    Screen.Table(
                        ["version", "built (UTC)", "documents", "passages", "in use"],
                        all.Select(manifest =>
                            (IReadOnlyList<string>)
                                [
                                    manifest.Id,
                                    $"{manifest.BuiltAt:yyyy-MM-dd HH:mm:ss}",
                                    $"{manifest.Documents.Count}",
                                    $"{manifest.Passages}",
                                    manifest.Id == current ? "yes" : "",
                                ]
                        )
                    );
                return Task.FromResult(ExitCode.Done);
            }
        );

    static async Task<int> UseAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!parsed.MayActAs(People.Role.Admin))
            return ExitCode.Refused;
        await using var tools = Toolbox.Open(parsed);
        var id = parsed.GetValue(Version) ?? "";
        if (tools.Get<GenerationStore>().All().All(manifest => manifest.Id != id))
        {
            Screen.Error(
                $"There is no index version '{id}'. Run 'salesbot index history' to see the ones that are kept."
            );
            return ExitCode.NotFound;
        }
        await tools.Get<KnowledgeIndex>().UseAsync(id, cancellationToken);
        Screen.Line($"{id} is in use.");
        return ExitCode.Done;
    }

    static Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        WithStoreAsync(
            parsed,
            (store, _) =>
            {
                var current = store.CurrentOrFault();
                var generation = IndexGeneration.Open(store.FolderOf(current.Id));
                try
                {
                    if (generation.Check() is { } damage)
                        throw new KnowledgeFault(
                            $"Index version {current.Id} is damaged: {damage}. Run 'salesbot index --rebuild'."
                        );
                    Screen.Line(
                        $"{current.Id} is intact: {generation.Manifest.Files.Count} files, {generation.Manifest.Passages} passages."
                    );
                    return Task.FromResult(ExitCode.Done);
                }
                finally
                {
                    generation.Release();
                }
            }
        );

    static async Task<int> WithStoreAsync(ParseResult parsed, Func<GenerationStore, Toolbox, Task<int>> run)
    {
        await using var tools = Toolbox.Open(parsed);
        return await run(tools.Get<GenerationStore>(), tools);
    }
}
