namespace SalesBot.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
sealed class TempFolder : IDisposable
{
    public TempFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } =
        System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"salesbot-test-{Guid.CreateVersion7()}");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, with its folders, and returns its full path.</summary>
    public string Write(string name, string text)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    const int Tries = 20;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public void Dispose()
    {
        for (var tries = Tries; Directory.Exists(Path); tries--)
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (tries > 0)
            {
                // What a host began in the background may still write a file.
                Task.Delay(Pause, TimeProvider.System).Wait();
            }
    }
}
