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

    // After the locks: a process that waited for a member's book sees what the other one has remembered meanwhile.
    private static readonly KeyedQuery<string, OnceRow> ByKey = new(
        "once",
        "SELECT * FROM once WHERE {key}",
        r => (r.MerchantId, r.Key),
        order: 50
    );

    public static void Ahead(Ahead ahead, string key) => ahead.Want(ByKey, key);

    public static async Task<OnceRow?> Find(DbRead db, string key) =>
        await db.Of(ByKey, key) is [var row, ..] ? row : null;

    /// <summary>The first reply once more; or a refusal when the key now comes with another request.</summary>
    public static IResult Repeat(HttpContext http, OnceRow before, byte[] fingerprint) =>
        before.RequestHash.AsSpan().SequenceEqual(fingerprint)
            ? new Reply((int)before.Status, before.Body, before.Etag, "application/json; charset=utf-8")
            : Problem.Of(http, HttpReasons.KeyReused);

    public static void Remember(Tx tx, string key, byte[] requestHash, Reply reply) =>
        tx.InsertApart(new OnceRow(tx.Merchant, key, requestHash, reply.Status, reply.Body, reply.Etag, tx.Now));

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
