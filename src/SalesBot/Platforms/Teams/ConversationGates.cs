namespace SalesBot.Platforms.Teams;

/// <summary>One at a time for each conversation: two at once are refused by Teams with 412.</summary>
sealed class ConversationGates
{
    sealed class Gate
    {
        public readonly SemaphoreSlim Turn = new(1);
        public int Users;
    }

    readonly Dictionary<string, Gate> gates = [];

    /// <summary>Goes in, or gives up after that long; who is in leaves by disposing.</summary>
    public async Task<IDisposable?> EnterAsync(
        string conversation,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        Gate? gate;
        lock (gates)
        {
            if (!gates.TryGetValue(conversation, out gate))
                gates[conversation] = gate = new Gate();
            gate.Users++;
        }
        var isIn = false;
        try
        {
            return (isIn = await gate.Turn.WaitAsync(patience, cancellationToken))
                ? new Inside(this, conversation, gate)
                : null;
        }
        finally
        {
            if (!isIn)
                Leave(conversation, gate);
        }
    }

    void Leave(string conversation, Gate gate)
    {
        lock (gates)
            if (--gate.Users == 0)
                gates.Remove(conversation);
    }

    sealed class Inside(ConversationGates gates, string conversation, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Turn.Release();
            gates.Leave(conversation, gate);
        }
    }
}
