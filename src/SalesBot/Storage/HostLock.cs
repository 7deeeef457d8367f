namespace SalesBot.Storage;

/// <summary>
/// One host serves from a data folder. The operating system holds the lock, so a killed host leaves none behind.
/// </summary>
sealed class HostLock : IDisposable
{
    readonly FileStream file;

    HostLock(FileStream file) => this.file = file;

    /// <exception cref="StorageFault">Another host has it, or the folder cannot be written.</exception>
    public static HostLock Take(string dataFolder)
    {
        var folder = Path.GetFullPath(dataFolder);
        try
        {
            PrivateFiles.MakeFolder(folder);
            return new HostLock(
                new FileStream(Path.Combine(folder, "host.lock"), PrivateFiles.Options(FileMode.OpenOrCreate))
            );
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            throw new StorageFault(
                $"Another SalesBot is already running on '{folder}'. Stop it first, or give this one its own folder with --data.",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageFault($"The data folder '{folder}' cannot be written: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// Whether another process has the file open: <c>EWOULDBLOCK</c> on Linux (11) and macOS (35), a sharing violation
    /// on Windows.
    /// </summary>
    static bool IsHeld(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    public void Dispose() => file.Dispose();
}
