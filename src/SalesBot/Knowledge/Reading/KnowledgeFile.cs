namespace SalesBot.Knowledge.Reading;

/// <summary>
/// A document in the knowledge folder: its path relative to the folder with forward slashes, its length in bytes and
/// its modification time in UTC ticks.
/// </summary>
sealed record KnowledgeFile(string Path, string FullPath, long Length, long Modified);
