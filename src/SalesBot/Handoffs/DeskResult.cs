namespace SalesBot.Handoffs;

/// <summary>
/// What became of a command at the desk; expected ends are values, each door says them in its own way.
/// </summary>
abstract record DeskResult
{
    /// <summary>It is done, or was done before by the same key; the handoff is as it is now.</summary>
    public sealed record Done(Handoff Handoff, bool Created = false) : DeskResult;

    /// <summary>There is no such handoff, or not for this person.</summary>
    public sealed record Missing(string Sentence) : DeskResult;

    /// <summary>This person may not.</summary>
    public sealed record Forbidden(string Sentence) : DeskResult;

    /// <summary>Something is wrong or missing in what was sent, by field.</summary>
    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Faults) : DeskResult
    {
        public Invalid(string field, string fault)
            : this(new Dictionary<string, string[]> { [field] = [fault] }) { }

        /// <summary>Every fault behind the name of its field, on lines of their own.</summary>
        public string Sentence =>
            string.Join("\n", Faults.Select(fault => $"{fault.Key}: {string.Join(" ", fault.Value)}"));
    }

    /// <summary>Not now: somebody was faster, or the state does not allow it. The handoff is as it is now.</summary>
    public sealed record Conflict(string Sentence, Handoff Handoff) : DeskResult;
}
