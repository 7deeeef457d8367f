using System.Collections.Concurrent;
using SalesBot.Intents;
using SalesBot.People;

namespace SalesBot.Console;

/// <summary>
/// Drafts of handoffs for the page, kept in memory for half an hour: no word of them stands in an address, and nothing
/// is stored before it is sent.
/// </summary>
sealed class PageDrafts(TimeProvider time)
{
    const int MaxDrafts = 1000;

    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    readonly ConcurrentDictionary<string, PageDraft> drafts = new();

    /// <summary>Keeps a draft and returns its id.</summary>
    public string Keep(Person person, RaiseHandoff draft, string said, string? answer = null)
    {
        var now = time.GetUtcNow();
        foreach (
            var old in drafts
                .Values.Where(one => now - one.At > KeptFor)
                .Concat(drafts.Count >= MaxDrafts ? drafts.Values.OrderBy(one => one.At).Take(MaxDrafts / 10) : [])
                .ToList()
        )
            drafts.TryRemove(old.Id, out _);
        var id = $"{Guid.CreateVersion7(now):N}";
        drafts[id] = new PageDraft(id, person.Id, draft, said, now, answer);
        return id;
    }

    /// <summary>Keeps what was filled in, and what is wrong with it.</summary>
    public void Change(PageDraft draft) => drafts[draft.Id] = draft;

    /// <summary>The draft of that id, if it is this person's and still kept; else null.</summary>
    public PageDraft? Find(string? id, Person person) =>
        id is not null
        && drafts.TryGetValue(id, out var draft)
        && draft.Person == person.Id
        && time.GetUtcNow() - draft.At <= KeptFor
            ? draft
            : null;
}
