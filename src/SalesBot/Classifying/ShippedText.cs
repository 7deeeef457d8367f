namespace SalesBot.Classifying;

/// <summary>Example data that is part of the program.</summary>
static class ShippedText
{
    /// <summary>The text of that file.</summary>
    public static string Of(string name)
    {
        using var resource =
            typeof(ShippedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the program; reinstall SalesBot.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
