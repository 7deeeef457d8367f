namespace SalesBot.Tests.Support;

/// <summary>Data of others that stands beside a checkout where it is developed, and is no part of it.</summary>
static class Outside
{
    /// <summary>A file of it; without it the test is skipped.</summary>
    public static string File(string path)
    {
        var file = Path.Combine(Repository.Root, "..", "shared", path);
        if (!System.IO.File.Exists(file))
            Assert.Skip($"Beside this checkout there is no {path} to compare with.");
        return file;
    }
}
