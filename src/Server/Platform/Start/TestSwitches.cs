namespace Shuke.Server.Platform;

/// <summary>
/// What tests and the bench may switch off and a shop never. No setting, option or environment variable leads here: a
/// program other than this one has to construct it and hand it to <see cref="App.Build"/> (an architecture test sees that
/// this one does not), and it counts only on a database of the same computer. Decision 0031.
/// </summary>
public sealed record TestSwitches
{
    /// <summary>Nothing is switched off.</summary>
    public static readonly TestSwitches None = new();

    /// <summary>A throw-away PostgreSQL may run without fsync, full_page_writes and synchronous_commit.</summary>
    public bool UnsafeDatabase { get; init; }

    /// <summary>Entries are written without their hashes, to measure what the chain costs.</summary>
    public bool NoHashChain { get; init; }
}
