using SalesBot.Knowledge.Embeddings;
using SalesBot.Knowledge.Generations;
using SalesBot.Knowledge.Reading;
using SalesBot.Knowledge.Weights;

namespace SalesBot.Knowledge;

/// <summary>
/// The index in use: opens it, builds the next generation beside it, and swaps. Searches run on the generation they
/// began with.
/// </summary>
sealed class KnowledgeIndex(
    KnowledgeFolder folder,
    GenerationStore store,
    IndexBuilder builder,
    TextVectors encoder,
    LearnedWeights weights,
    TimeProvider time,
    ILogger<KnowledgeIndex> log
) : IDisposable
{
    readonly SemaphoreSlim changing = new(1, 1);
    volatile IndexGeneration? current;

    /// <summary>
    /// Called with each generation before it answers its first question: what learns from it is made here.
    /// </summary>
    public event Action<IndexGeneration>? BeforeUse;

    /// <summary>Why the newest content of the folder is not in use, in a sentence, or none.</summary>
    public string? Problem { get; private set; }

    IReadOnlyList<SkippedFile> skipped = [];

    /// <summary>
    /// What of the folder does not take part in answers, a sentence each: what is not read and why, and where only
    /// words count.
    /// </summary>
    public IReadOnlyList<string> Notices =>
        [
            .. skipped.Count > 0 ? [KnowledgeFolder.Told(skipped)] : Array.Empty<string>(),
            .. current?.Manifest is { } manifest ? NoticesOf(manifest) : [],
            .. encoder.Problem is { } problem && current?.Manifest.WithoutMeaning != problem
                ? [problem]
                : Array.Empty<string>(),
        ];

    /// <summary>The same of a generation that is kept.</summary>
    public static IEnumerable<string> NoticesOf(GenerationManifest manifest) =>
        [
            .. manifest.Problems.Select(problem => $"{problem.Path} was left out because {problem.Reason}."),
            .. manifest.Remarks.Select(remark => $"{remark.Path}: {remark.Reason}"),
            .. manifest.WithoutMeaning is { } reason ? [reason] : Array.Empty<string>(),
        ];

    /// <summary>Whether questions can be answered.</summary>
    public bool IsReady => current is not null;

    /// <summary>Somebody looks after it in this program, so that waiting for it makes sense.</summary>
    public bool IsLookedAfter { get; set; }

    /// <summary>The generation in use, held open until the lease is disposed.</summary>
    /// <exception cref="KnowledgeFault">No generation is ready yet.</exception>
    public GenerationLease Lease()
    {
        while (current is { } generation)
            if (generation.TryUse())
                return new GenerationLease(generation);
        throw new KnowledgeFault(
            Problem ?? "The index isn't ready yet. Run 'salesbot index', or wait until /health/ready says it's ready."
        );
    }

    /// <summary>An earlier generation, or none if it is gone or damaged.</summary>
    public GenerationLease? Lease(string id)
    {
        if (current is { } generation && generation.Id == id && generation.TryUse())
            return new GenerationLease(generation);
        try
        {
            return store.All().Any(manifest => manifest.Id == id) ? new GenerationLease(Prepared(Opened(id))) : null;
        }
        catch (KnowledgeFault)
        {
            return null;
        }
    }

    /// <summary>
    /// Opens what is in use for the folder as it stands, in the background; where there is nothing of the kind, nothing
    /// happens.
    /// </summary>
    public async Task OpenAheadAsync(CancellationToken cancellationToken)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(() => OpenUnchanged(folder.List(), onDemand: false), cancellationToken);
        }
        catch (Exception fault) when (fault is KnowledgeFault or IOException or UnauthorizedAccessException)
        {
            KnowledgeLog.NotRefreshed(log, fault.Message);
        }
        finally
        {
            changing.Release();
        }
    }

    /// <summary>
    /// Makes the index say what the folder says: opens the current generation if the folder is unchanged, else builds.
    /// Where that fails the last good generation goes on answering.
    /// </summary>
    /// <param name="rebuild">Build in any case, reading every document.</param>
    /// <param name="progress">Told of each document.</param>
    /// <param name="onDemand">Somebody asks for the folder as it is: a generation gone back to gives way.</param>
    /// <param name="cancellationToken">Ends the build; nothing changes then.</param>
    /// <exception cref="KnowledgeFault">The folder cannot be indexed; <see cref="Problem"/> keeps the
    /// reason.</exception>
    public async Task RefreshAsync(
        bool rebuild = false,
        IProgress<BuildProgress>? progress = null,
        bool onDemand = false,
        CancellationToken cancellationToken = default
    )
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            await Task.Run(() => RefreshCoreAsync(rebuild, onDemand, progress, cancellationToken), cancellationToken);
            Problem = null;
        }
        catch (Exception fault) when (fault is KnowledgeFault or IOException or UnauthorizedAccessException)
        {
            Problem =
                fault is KnowledgeFault
                    ? fault.Message
                    : $"The index cannot be written in '{store.Root}': {fault.Message}";
            OpenLastGood();
            throw fault as KnowledgeFault ?? new KnowledgeFault(Problem, fault);
        }
        finally
        {
            changing.Release();
        }
    }

    async Task RefreshCoreAsync(
        bool rebuild,
        bool onDemand,
        IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var listing = folder.List();
        skipped = listing.Skipped;
        if (!rebuild && OpenUnchanged(listing, onDemand))
            return;
        using var building = await store.LockAsync(time, cancellationToken);
        if (!rebuild && OpenUnchanged(listing, onDemand))
            return;
        // While serving, answers begin as soon as the words are there; the meanings of many passages follow.
        if (IsLookedAfter && current is null && !rebuild)
        {
            Build(listing, rebuild, new BuildParts(BuildParts.Soon, ByContent: false), progress, cancellationToken);
            if (current is { } built && builder.IsCurrent(built.Manifest))
                return;
        }
        Build(listing, rebuild, new BuildParts(int.MaxValue, ByContent: onDemand), progress, cancellationToken);
    }

    /// <summary>
    /// Opens what the store names as current, if that was put in use for the folder as it stands and by this analysis.
    /// </summary>
    bool OpenUnchanged(FolderListing listing, bool onDemand)
    {
        if (store.Current() is not { } named || named.Folder != listing.Fingerprint || onDemand && named.GoneBackTo)
            return false;
        if (onDemand && !IsSameContent(listing, named.Id))
            return false;
        if (current is { } open && open.Id == named.Id)
            return open.IsWhole && (named.GoneBackTo || builder.IsCurrent(open.Manifest));
        try
        {
            var generation = Opened(named.Id);
            if (!named.GoneBackTo && !builder.IsCurrent(generation.Manifest))
            {
                generation.Release();
                return false;
            }
            Swap(generation);
            return true;
        }
        catch (KnowledgeFault damage)
        {
            KnowledgeLog.Damaged(log, damage.Message);
            return false;
        }
    }

    /// <summary>
    /// Whether the files hold what was indexed, byte by byte: length and time may be those of before although the
    /// content is not.
    /// </summary>
    bool IsSameContent(FolderListing listing, string id) =>
        GenerationStore.ReadManifest(store.FolderOf(id)) is { } manifest
        && manifest.Documents.All(document =>
            listing.Documents.FirstOrDefault(file => file.Path == document.Path) is { } file
            && IndexGeneration.HashOf(file.FullPath) == document.Hash
        );

    void Build(
        FolderListing listing,
        bool rebuild,
        BuildParts parts,
        IProgress<BuildProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        var build = store.NewBuild();
        var before = rebuild ? null : Before();
        try
        {
            var manifest = builder.Build(listing, before?.Generation, build, parts, progress, cancellationToken);
            Check(build);
            store.Complete(build, manifest.Id, replace: rebuild || IsDamaged(manifest.Id));
            Swap(Opened(manifest.Id));
            store.Use(new CurrentGeneration(manifest.Id, listing.Fingerprint));
            store.Prune();
            foreach (var problem in manifest.Problems)
                KnowledgeLog.LeftOut(log, problem.Path, problem.Reason);
            KnowledgeLog.Built(
                log,
                manifest.Id,
                manifest.Documents.Count,
                manifest.Passages,
                time.GetElapsedTime(started).TotalMilliseconds
            );
        }
        catch
        {
            if (Directory.Exists(build))
                Directory.Delete(build, recursive: true);
            throw;
        }
        finally
        {
            before?.Dispose();
        }
    }

    /// <summary>The generation to take unchanged documents from; none if it is not what was written.</summary>
    GenerationLease? Before()
    {
        var before =
            current is not null ? Lease()
            : store.Current() is { } named ? Lease(named.Id)
            : null;
        if (before is null || before.Generation.IsWhole)
            return before;
        before.Dispose();
        return null;
    }

    void Check(string build)
    {
        var generation = IndexGeneration.Open(build, encoder, weights);
        try
        {
            if (generation.Check() is { } damage)
                throw new KnowledgeFault($"The index that was just built did not pass its check: {damage}.");
        }
        finally
        {
            generation.Release();
        }
    }

    bool IsDamaged(string id)
    {
        var folder = store.FolderOf(id);
        return Directory.Exists(folder)
            && (
                GenerationStore.ReadManifest(folder) is not { } manifest
                || IndexGeneration.Damage(folder, manifest, hashes: true) is not null
            );
    }

    /// <summary>
    /// Goes back, or forward again, to a generation that is kept; holds until the folder changes or is indexed again.
    /// </summary>
    /// <exception cref="KnowledgeFault">There is no such generation, or it is damaged.</exception>
    public async Task UseAsync(string id, CancellationToken cancellationToken = default)
    {
        await changing.WaitAsync(cancellationToken);
        try
        {
            var generation = Opened(id);
            Swap(generation);
            store.Use(new CurrentGeneration(id, folder.List().Fingerprint, GoneBackTo: true));
        }
        finally
        {
            changing.Release();
        }
    }

    void OpenLastGood()
    {
        if (current is not null)
            return;
        foreach (
            var id in store.All().Select(manifest => manifest.Id).OrderByDescending(id => id == store.Current()?.Id)
        )
            try
            {
                Swap(Opened(id));
                KnowledgeLog.Fallback(log, id);
                return;
            }
            catch (KnowledgeFault damage)
            {
                KnowledgeLog.Damaged(log, damage.Message);
            }
    }

    IndexGeneration Opened(string id)
    {
        try
        {
            return IndexGeneration.Open(store.FolderOf(id), encoder, weights);
        }
        catch (Exception fault) when (IsOfDamage(fault))
        {
            throw Damaged(id, fault);
        }
    }

    IndexGeneration Prepared(IndexGeneration generation)
    {
        try
        {
            BeforeUse?.Invoke(generation);
            return generation;
        }
        catch (Exception fault) when (IsOfDamage(fault))
        {
            generation.Release();
            throw Damaged(generation.Id, fault);
        }
    }

    /// <summary>Readers of a file that was overwritten fail in any way.</summary>
    static bool IsOfDamage(Exception fault) =>
        fault is not (KnowledgeFault or OperationCanceledException or OutOfMemoryException);

    static KnowledgeFault Damaged(string id, Exception fault) => new($"Index {id} is damaged: {fault.Message}", fault);

    void Swap(IndexGeneration next)
    {
        var previous = current;
        current = Prepared(next);
        previous?.Release();
    }

    public void Dispose()
    {
        current?.Release();
        current = null;
        changing.Dispose();
    }
}
