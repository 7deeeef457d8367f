namespace SalesBot.Tests.Support;

/// <summary>The checkout the tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    public static string Knowledge => Path.Combine(Root, "knowledge");

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SalesBot.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException("SalesBot.sln stands in no folder above the tests.");
    }
}
