namespace SalesBot.Knowledge.Reading;

/// <summary>
/// A file or folder that is not read: its path relative to the knowledge folder, and why, to stand after "because".
/// </summary>
sealed record SkippedFile(string Path, string Reason);
