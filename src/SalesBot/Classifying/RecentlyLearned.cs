using System.Collections.Concurrent;

namespace SalesBot.Classifying;

/// <summary>Keeps the last few models that were learned, by what they were learned from.</summary>
sealed class RecentlyLearned<TModel>
{
    const int Most = 8;

    readonly ConcurrentDictionary<string, Lazy<TModel>> models = new(StringComparer.Ordinal);

    public TModel Of(string source, Func<TModel> learn)
    {
        if (models.Count >= Most && !models.ContainsKey(source))
            models.Clear();
        return models.GetOrAdd(source, _ => new Lazy<TModel>(learn)).Value;
    }
}
