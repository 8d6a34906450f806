using System.Text.Json;

namespace Shuke.Server.Platform;

/// <summary>
/// Something that happened: past tense, flat, versioned by name ("sales.order_paid.v1"), the same thing a webhook sends.
/// </summary>
public interface IFact
{
    static abstract string Name { get; }
}

/// <param name="Body">a fact as JSON, or a list of facts of this name that one batch told</param>
[Table("outbox")]
internal sealed record OutboxRow(
    MerchantId MerchantId,
    long Id,
    string Name,
    string Body,
    Instant At,
    Instant? DoneAt,
    long Attempts,
    Instant NextAt,
    string? LastError
)
{
    /// <summary>The facts in it, each as JSON.</summary>
    public IReadOnlyList<string> Facts
    {
        get
        {
            if (!Body.StartsWith('['))
                return [Body];
            using var list = JsonDocument.Parse(Body);
            return [.. list.RootElement.EnumerateArray().Select(f => f.GetRawText())];
        }
    }
}

/// <summary>
/// Facts that nothing waits for: they are there for whoever asks (view "fact"), and nobody carries them. So those of a batch
/// share a row for each name, which is a sixth of the log and of the work that rows of their own were.
/// </summary>
internal sealed class UnheardFacts : ILateWrite
{
    public static readonly UnheardFacts Kind = new();

    private const int InOneRow = 500;

    private UnheardFacts() { }

    public void Write(Pipeline pipeline, IReadOnlyList<object> items) =>
        pipeline.Insert<OutboxRow>([
            .. items
                .Cast<OutboxRow>()
                .GroupBy(f => (f.MerchantId, f.Name))
                .SelectMany(g => g.Chunk(InOneRow))
                .Select(told => told[0] with { Body = $"[{string.Join(',', told.Select(f => f.Body))}]" }),
        ]);
}
