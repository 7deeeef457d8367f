using SalesBot.Knowledge.Generations;

namespace SalesBot.Commands;

/// <summary>A bar on standard error that moves while something long runs; nothing where nobody watches.</summary>
sealed class ProgressLine(string doing) : IProgress<BuildProgress>, IDisposable
{
    const int Width = 30;
    bool shown;
    int percent = -1;

    public void Report(BuildProgress value) => Show(value.Done, value.Total, value.Document);

    public void Show(int done, int total, string at)
    {
        var now = total == 0 ? 100 : (int)(100L * done / total);
        if (System.Console.IsErrorRedirected || now == percent)
            return;
        percent = now;
        shown = true;
        var name = at.Length > 40 ? "…" + at[^39..] : at;
        System.Console.Error.Write($"\r{doing} [{new string('█', now * Width / 100).PadRight(Width, '░')}] {now,3} % {name,-40}");
    }

    public void Dispose()
    {
        if (shown)
            System.Console.Error.Write($"\r{new string(' ', Width + doing.Length + 55)}\r");
    }
}
