using SalesBot.Knowledge.Generations;

namespace SalesBot.Commands;

/// <summary>
/// A bar on standard error that moves while something long runs, and says how long it will still take; nothing where
/// nobody watches.
/// </summary>
sealed class ProgressLine : IProgress<BuildProgress>, IDisposable
{
    const int Width = 30,
        LongestName = 40;

    /// <summary>Before so much is done, and so long has passed, nobody can say how long the rest will take.</summary>
    const double LeastDone = 0.05;
    static readonly TimeSpan LeastPassed = TimeSpan.FromSeconds(2);

    readonly string doing;
    readonly TimeProvider time;
    readonly Lock drawing = new();
    string label;
    long started;
    bool shown;
    int percent = -1;

    public ProgressLine(string doing, TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        this.doing = label = doing;
        started = this.time.GetTimestamp();
    }

    public void Report(BuildProgress value)
    {
        lock (drawing)
        {
            var now = value.Stage == BuildStage.Encoding ? "Comparing meanings" : doing;
            if (now != label)
                (label, started, percent) = (now, time.GetTimestamp(), -1);
            Draw(value.Done, value.Total, value.Document);
        }
    }

    public void Show(int done, int total, string at)
    {
        lock (drawing)
            Draw(done, total, at);
    }

    void Draw(int done, int total, string at)
    {
        var now = total == 0 ? 100 : (int)(100L * done / total);
        // Workers report out of turn; a bar does not go back.
        if (System.Console.IsErrorRedirected || now <= percent)
            return;
        percent = now;
        shown = true;
        var name = Left(done, total) ?? (at.Length > LongestName ? "…" + at[^(LongestName - 1)..] : at);
        System.Console.Error.Write(
            $"\r{label, -18} [{new string('█', now * Width / 100).PadRight(Width, '░')}] {now, 3} % {name, -LongestName}"
        );
    }

    /// <summary>How long the rest will take, as fast as it has gone so far.</summary>
    string? Left(int done, int total) =>
        EstimateOf(time.GetElapsedTime(started), done, total) is { } left ? $"about {Told(left)} left" : null;

    /// <summary>How long the rest will take; none where too little is done to say.</summary>
    public static TimeSpan? EstimateOf(TimeSpan passed, int done, int total) =>
        done < total && done >= LeastDone * total && passed >= LeastPassed
            ? passed * ((total - done) / (double)done)
            : null;

    static string Told(TimeSpan left) =>
        left.TotalSeconds < 90 ? $"{Math.Ceiling(left.TotalSeconds):0} s" : $"{left.TotalMinutes:0} min";

    public void Dispose()
    {
        if (shown)
            System.Console.Error.Write($"\r{new string(' ', Width + LongestName + 30)}\r");
    }
}
