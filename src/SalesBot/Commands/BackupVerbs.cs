using System.CommandLine;
using Microsoft.Extensions.Options;
using SalesBot.Handoffs;
using SalesBot.People;
using SalesBot.Storage;

namespace SalesBot.Commands;

/// <summary>
/// <c>backup</c>, <c>restore</c> and <c>migrate</c>: the database as one file, back again, and in this program's shape.
/// </summary>
static class BackupVerbs
{
    static readonly Argument<string> FileName = new("FILE") { Description = "The backup" };

    public static IReadOnlyList<Command> Create()
    {
        var backup = new Command("backup", "Writes the whole database to one file, even while SalesBot is running")
        {
            FileName,
        };
        backup.SetAction(Backup);
        var restore = new Command("restore", "Restores a backup and keeps the current database aside") { FileName };
        restore.SetAction(Restore);
        var migrate = new Command(
            "migrate",
            "Updates the database for this version (happens automatically at startup)"
        );
        migrate.SetAction(MigrateAsync);
        return [backup, restore, migrate];
    }

    static async Task<int> Backup(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        await using var tools = Toolbox.Open(parsed);
        var file = parsed.GetRequiredValue(FileName);
        Screen.Error("Backing up …");
        Screen.Line($"Backed up {tools.Get<Backup>().Make(file):N0} rows to '{file}'.");
        return ExitCode.Done;
    }

    static async Task<int> Restore(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        await using var tools = Toolbox.Open(parsed);
        using var only = HostLock.Take(tools.Get<IOptions<StorageOptions>>().Value.DataFolder);
        Screen.Error("Restoring …");
        var aside = tools.Get<Backup>().Restore(parsed.GetRequiredValue(FileName), NumberStore.CarryOver);
        Screen.Line(
            aside is null ? "Backup restored." : $"Backup restored; the previous database is kept as '{aside}'."
        );
        return ExitCode.Done;
    }

    static async Task<int> MigrateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (!parsed.MayActAs(Role.Admin))
            return ExitCode.Refused;
        await using var tools = Toolbox.Open(parsed);
        tools.Get<Database>().Open().Dispose();
        Screen.Line($"{tools.Get<Database>().FilePath} is up to date.");
        return ExitCode.Done;
    }
}
