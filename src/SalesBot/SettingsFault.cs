namespace SalesBot;

/// <summary>Settings that are wrong, all of them, a sentence each.</summary>
sealed class SettingsFault(IReadOnlyCollection<string> faults)
    : Exception("The configuration is wrong:\n  " + string.Join("\n  ", faults));
