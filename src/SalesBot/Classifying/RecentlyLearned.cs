using System.Collections.Concurrent;

namespace SalesBot.Classifying;

/// <summary>Keeps the last few models that were learned, by what they were learned from.</summary>
sealed class RecentlyLearned<TModel>
{
    const int Most = 24;

    readonly ConcurrentDictionary<string, Lazy<TModel>> models = new(StringComparer.Ordinal);

    public TModel Of(string source, Func<TModel> learn)
    {
        if (models.Count >= Most && !models.ContainsKey(source))
            models.Clear();
        var model = models.GetOrAdd(source, _ => new Lazy<TModel>(learn));
        try
        {
            return model.Value;
        }
        catch
        {
            // What failed once may go well the next time.
            models.TryRemove(KeyValuePair.Create(source, model));
            throw;
        }
    }
}
