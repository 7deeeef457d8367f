namespace SalesBot.Knowledge.Passages;

/// <summary>The headings above the place a reader has come to.</summary>
sealed class HeadingPath
{
    readonly SortedDictionary<int, string> levels = [];

    public void Enter(int level, string heading)
    {
        foreach (var deeper in levels.Keys.Where(key => key >= level).ToList())
            levels.Remove(deeper);
        if (heading.Length > 0)
            levels[level] = heading;
    }

    public override string ToString() => string.Join(" › ", levels.Values);
}
