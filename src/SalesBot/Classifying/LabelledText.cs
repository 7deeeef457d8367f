namespace SalesBot.Classifying;

/// <summary>A text and the number of its label, with the weight it has in learning.</summary>
readonly record struct LabelledText(string Text, int Label, double Weight = 1)
{
    /// <summary>
    /// A fixed mixture of the order, so that examples of one label do not all come last and count most; the same
    /// examples always learn the same.
    /// </summary>
    public static List<LabelledText> Mixed(IEnumerable<LabelledText> texts) =>
        [.. texts.OrderBy(text => Hash(text.Text))];

    /// <summary>FNV-1a (Fowler, Noll, Vo).</summary>
    static ulong Hash(string text)
    {
        var hash = 14695981039346656037;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211;
        return hash;
    }
}
