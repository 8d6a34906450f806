using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Shuke.Server.Platform;

/// <summary>
/// Remembers the first reply to a key, in the transaction that earned it, with a hash of the request: the same request
/// again gets the same bytes and changes nothing; the same key with another request is refused. A refusal wrote nothing
/// and is not remembered, so the cashier may top up the card and press the same button again.
/// </summary>
internal static class Once
{
    private static readonly ConcurrentDictionary<(long, string), byte> Running = new();

    public static bool TryReadKey(HttpRequest request, [NotNullWhen(true)] out string? key)
    {
        key = request.Headers["Idempotency-Key"] is [{ } value] ? value : null;
        return key is { Length: >= 8 and <= 80 }
            && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
    }

    /// <summary>Null while another request of this process runs with the same key.</summary>
    public static IDisposable? Claim(MerchantId merchant, string key) =>
        Running.TryAdd((merchant.Value, key), 0) ? new Claimed((merchant.Value, key)) : null;

    /// <summary>On PostgreSQL another process may run the same key; the lock ends with the transaction.</summary>
    public static async Task<bool> LockAcrossNodes(Tx tx, string key) =>
        tx.Engine == Engine.Sqlite
        || await tx.One<bool>("SELECT pg_try_advisory_xact_lock(hashtextextended(@key, @m))", new { key });

    public static Task<OnceRow?> Find(DbRead db, string key) =>
        db.One<OnceRow>("SELECT * FROM once WHERE merchant_id = @m AND key = @key", new { key });

    public static Task Remember(Tx tx, string key, byte[] requestHash, Reply reply) =>
        tx.Insert(new OnceRow(tx.Merchant, key, requestHash, reply.Status, reply.Body, reply.Etag, tx.Now));

    private sealed class Claimed((long, string) key) : IDisposable
    {
        public void Dispose() => Running.TryRemove(key, out _);
    }
}

[Table("once")]
internal sealed record OnceRow(
    MerchantId MerchantId,
    string Key,
    byte[] RequestHash,
    long Status,
    byte[] Body,
    string? Etag,
    Instant At
);
