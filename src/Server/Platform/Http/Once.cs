using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

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
        await db.Of(ByKey, key) is not [var row, ..] ? null
        : row.ReplyId is null ? row
        : row with
        {
            Body = ReplyRow.Take(
                (
                    await db.One<ReplyRow>(
                        "SELECT * FROM reply WHERE merchant_id = @m AND id = @id",
                        new { id = row.ReplyId }
                    )
                )!.Bodies,
                row.Place!.Value
            ),
        };

    /// <summary>The first reply once more; or a refusal when the key now comes with another request.</summary>
    public static IResult Repeat(HttpContext http, OnceRow before, byte[] fingerprint) =>
        before.RequestHash.AsSpan().SequenceEqual(fingerprint)
            ? new Reply((int)before.Status, before.Body, before.Etag, "application/json; charset=utf-8")
            : Problem.Of(http, HttpReasons.KeyReused);

    public static void Remember(Tx tx, string key, byte[] requestHash, Reply reply) =>
        tx.Later(
            FirstReplies.Kind,
            new OnceRow(tx.Merchant, key, requestHash, reply.Status, reply.Body, reply.Etag, tx.Now, tx.NewId(), 0)
        );

    private sealed class Claimed((long, string) key) : IDisposable
    {
        public void Dispose() => Running.TryRemove(key, out _);
    }
}

/// <param name="Body">nothing where the reply stands with others of its batch: in this row of <see cref="ReplyRow"/>, at this place</param>
[Table("once")]
internal sealed record OnceRow(
    MerchantId MerchantId,
    string Key,
    byte[] RequestHash,
    long Status,
    byte[] Body,
    string? Etag,
    Instant At,
    long? ReplyId,
    long? Place
);

/// <param name="Bodies">a JSON list of replies, byte for byte</param>
[Table("reply")]
internal sealed record ReplyRow(MerchantId MerchantId, long Id, byte[] Bodies)
{
    public static ReplyRow Of(MerchantId merchant, long id, IEnumerable<byte[]> bodies)
    {
        var list = new MemoryStream();
        foreach (var body in bodies)
        {
            list.WriteByte(list.Length == 0 ? (byte)'[' : (byte)',');
            list.Write(body);
        }
        list.WriteByte((byte)']');
        return new(merchant, id, list.ToArray());
    }

    public static byte[] Take(byte[] bodies, long place)
    {
        using var list = JsonDocument.Parse(bodies);
        return Encoding.UTF8.GetBytes(list.RootElement[(int)place].GetRawText());
    }
}

/// <summary>
/// The replies of a batch: a row for each key, and for what was answered one together, because nobody reads it but who sends a
/// key again, and alike as the replies are the database packs them well. What is no JSON, or alone, stands with its key.
/// </summary>
internal sealed class FirstReplies : ILateWrite
{
    public static readonly FirstReplies Kind = new();

    private FirstReplies() { }

    /// <param name="items">rows with their reply and a free id each</param>
    public void Write(Pipeline pipeline, IReadOnlyList<object> items)
    {
        var (rows, replies) = (new List<OnceRow>(items.Count), new List<ReplyRow>());
        foreach (var merchant in items.Cast<OnceRow>().ToLookup(r => r.MerchantId))
        {
            var together = merchant.Where(r => r.Body is [(byte)'{', ..]).ToList();
            var isWorthIt = together.Count > 1;
            var id = isWorthIt ? together[0].ReplyId!.Value : 0;
            var place = 0;
            foreach (var row in merchant)
                rows.Add(
                    isWorthIt && row.Body is [(byte)'{', ..]
                        ? row with
                        {
                            Body = [],
                            ReplyId = id,
                            Place = place++,
                        }
                        : row with
                        {
                            ReplyId = null,
                            Place = null,
                        }
                );
            if (isWorthIt)
                replies.Add(ReplyRow.Of(merchant.Key, id, together.Select(r => r.Body)));
        }
        pipeline.Insert<ReplyRow>(replies);
        pipeline.Insert<OnceRow>(rows);
    }
}
