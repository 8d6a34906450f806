namespace Shuke.Server.Platform;

/// <summary>A chapter of the written membership policy: what a module's live rules say, sentence by sentence.</summary>
public sealed record Chapter(string Title, IReadOnlyList<string> Lines)
{
    /// <summary>No chapter without a sentence.</summary>
    public static IReadOnlyList<Chapter> Of(params IReadOnlyList<Chapter> all) =>
        [.. all.Where(c => c.Lines.Count > 0)];
}
