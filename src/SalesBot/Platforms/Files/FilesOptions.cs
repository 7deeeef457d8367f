namespace SalesBot.Platforms.Files;

/// <summary>The <c>Files</c> section of the configuration.</summary>
sealed class FilesOptions
{
    /// <summary>
    /// The folder in which lines of <c>in.jsonl</c> are read as messages and replies are written to <c>out.jsonl</c>;
    /// empty, the default, for none.
    /// </summary>
    public string Folder { get; set; } = "";
}
