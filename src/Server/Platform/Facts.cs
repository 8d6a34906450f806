namespace Shuke.Server.Platform;

/// <summary>
/// Something that happened: past tense, flat, versioned by name ("sales.order_paid.v1"), the same thing a webhook sends.
/// </summary>
public interface IFact
{
    static abstract string Name { get; }
}

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
);
