using System.CommandLine;
using Microsoft.Extensions.Options;
using SalesBot.Handoffs.History;
using SalesBot.Knowledge;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Reading;
using SalesBot.Platforms.Slack;
using SalesBot.Platforms.Teams;
using SalesBot.Storage;

namespace SalesBot.Commands;

/// <summary><c>doctor</c>: looks at everything the program stands on, a line each.</summary>
static class DoctorVerb
{
    public static Command Create()
    {
        var verb = new Command(
            "doctor",
            "Checks configuration, data folder, knowledge, index, database, Slack and Teams"
        );
        verb.SetAction(RunAsync);
        return verb;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Toolbox tools;
        try
        {
            tools = Toolbox.Open(parsed);
        }
        catch (SettingsFault fault)
        {
            Screen.Line($"wrong  configuration: {fault.Message}");
            return ExitCode.Failed;
        }
        await using (tools)
        {
            var checks = new (string Name, Func<Task<string>> Look)[]
            {
                ("configuration", () => Told(() => "every value is valid")),
                ("data folder", () => Told(() => DataFolder(tools.Get<IOptions<StorageOptions>>().Value))),
                ("knowledge folder", () => Told(() => Folder(tools.Get<KnowledgeFolder>()))),
                ("index", () => Told(() => Index(tools.Get<GenerationStore>()))),
                ("database", () => Told(() => Database(tools.Get<Database>()))),
                ("handoffs", () => Told(() => Histories(tools.Get<HistoryCheck>().Check(parsed.Actor().Workspace)))),
                ("slack", async () => Sentence(await tools.Get<SlackDiagnosis>().LookAsync(cancellationToken))),
                ("teams", async () => Sentence(await tools.Get<TeamsDiagnosis>().LookAsync(cancellationToken))),
            };
            var all = true;
            foreach (var (name, look) in checks)
                all &= await LookAsync(name, look);
            return all ? ExitCode.Done : ExitCode.Failed;
        }
    }

    static Task<string> Told(Func<string> look) => Task.FromResult(look());

    static string Sentence((bool IsWell, string Sentence) found) =>
        found.IsWell ? found.Sentence : throw new IOException(found.Sentence);

    static async Task<bool> LookAsync(string name, Func<Task<string>> look)
    {
        try
        {
            Screen.Line($"ok     {name}: {await look()}");
            return true;
        }
        catch (Exception fault)
            when (fault is KnowledgeFault or StorageFault or IOException or UnauthorizedAccessException)
        {
            Screen.Line($"wrong  {name}: {fault.Message}");
            return false;
        }
    }

    static string DataFolder(StorageOptions storage)
    {
        var folder = Path.GetFullPath(storage.DataFolder);
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(folder, $"probe-{Environment.ProcessId}");
        File.WriteAllText(probe, "can be written");
        File.Delete(probe);
        return $"{folder} is writable, {new DriveInfo(folder).AvailableFreeSpace / 1_000_000_000.0:0.0} GB free";
    }

    static string Folder(KnowledgeFolder folder) =>
        folder.List() is var listing && listing.Skipped.Count == 0
            ? $"{listing.Documents.Count} documents in {folder.FullPath}"
            : $"{listing.Documents.Count} documents in {folder.FullPath}. {KnowledgeFolder.Told(listing.Skipped)}";

    static string Index(GenerationStore store)
    {
        if (store.All().Count == 0 && store.Current() is null)
            return "not built yet; it will be built at the first start";
        var current = store.CurrentOrFault();
        var generation = IndexGeneration.Open(store.FolderOf(current.Id));
        try
        {
            return generation.Check() is { } damage
                ? throw new KnowledgeFault($"{current.Id} is damaged: {damage}. Run 'salesbot index --rebuild'.")
                : string.Join(
                    ' ',
                    KnowledgeIndex
                        .NoticesOf(generation.Manifest)
                        .Prepend($"{current.Id} is intact, {generation.Manifest.Passages} passages.")
                );
        }
        finally
        {
            generation.Release();
        }
    }

    static string Histories(HistoryFindings findings) =>
        findings.Faults.Count == 0
            ? $"{findings.Handoffs:N0} histories are intact"
            : throw new StorageFault(
                $"{findings.Faults.Count:N0} faults; the first is {findings.Faults[0]} "
                    + "Run 'salesbot handoffs verify' to list them all, then restore a backup."
            );

    static string Database(Database database)
    {
        database.Check();
        return $"{database.FilePath} is intact";
    }
}
