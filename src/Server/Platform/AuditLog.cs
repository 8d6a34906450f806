using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Shuke.Server.Platform;

/// <summary>
/// What a person did: action code ("member.phone_changed"), the thing it was done to, before and after as JSON, and why.
/// </summary>
public sealed record AuditNote(
    Caller By,
    string Action,
    string SubjectKind,
    string SubjectId,
    object? Before = null,
    object? After = null,
    string? Reason = null
);

[Table("audit")]
internal sealed record AuditRow(
    MerchantId MerchantId,
    long Seq,
    Instant At,
    StaffId? StaffId,
    string Who,
    StoreId? StoreId,
    string Address,
    string Action,
    string SubjectKind,
    string SubjectId,
    string? Before,
    string? After,
    string? Reason,
    StaffId? ApprovedBy,
    byte[] Hash
)
{
    /// <summary>The chain: SHA-256 over the hash before and every field, length-prefixed so that fields cannot slide.</summary>
    public static byte[] Chain(ReadOnlySpan<byte> before, AuditRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Span<byte> number = stackalloc byte[8];
        foreach (
            var value in (long[])
                [
                    row.MerchantId.Value,
                    row.Seq,
                    row.At.UnixMs,
                    row.StaffId?.Value ?? 0,
                    row.StoreId?.Value ?? 0,
                    row.ApprovedBy?.Value ?? 0,
                ]
        )
        {
            BinaryPrimitives.WriteInt64BigEndian(number, value);
            hash.AppendData(number);
        }
        foreach (
            var text in (string?[])
                [row.Who, row.Address, row.Action, row.SubjectKind, row.SubjectId, row.Before, row.After, row.Reason]
        )
        {
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64BigEndian(number, text is null ? -1 : bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}

/// <summary>An audit record as a timeline shows it; <c>After</c> is JSON.</summary>
public sealed record AuditEntry(
    long Seq,
    Instant At,
    string Who,
    string Action,
    string SubjectId,
    string? After,
    string? Reason
);

/// <summary>Append-only, each record carrying the hash of the one before; <c>./run verify</c> recomputes it.</summary>
internal static class AuditLog
{
    public static async Task Append(Tx tx, IReadOnlyList<AuditNote> notes)
    {
        if (notes.Count == 0)
            return;
        // The head row is the lock that gives the log its order; it is taken last and held until the commit.
        var head = await tx.One<Head>(
            "UPDATE audit_head SET seq = seq + @n WHERE merchant_id = @m RETURNING seq, hash",
            new { n = notes.Count }
        );
        if (head is null)
        {
            await tx.Execute(
                "INSERT INTO audit_head (merchant_id, seq, hash) VALUES (@m, @n, @hash)",
                new { n = notes.Count, hash = new byte[32] }
            );
            head = new(notes.Count, new byte[32]);
        }
        var seq = head.Seq - notes.Count;
        var hash = head.Hash;
        var rows = new List<AuditRow>(notes.Count);
        foreach (var note in notes)
        {
            var row = new AuditRow(
                tx.Merchant,
                ++seq,
                tx.Now,
                note.By.StaffId,
                note.By.Name,
                note.By.StoreId,
                note.By.Address,
                note.Action,
                note.SubjectKind,
                note.SubjectId,
                Text(note.Before),
                Text(note.After),
                note.Reason,
                note.By.ApprovedBy,
                []
            );
            hash = AuditRow.Chain(hash, row);
            rows.Add(row with { Hash = hash });
        }
        await tx.InsertMany(rows);
        await tx.Execute("UPDATE audit_head SET hash = @hash WHERE merchant_id = @m", new { hash });
    }

    /// <summary>Recomputes the chain; answers how many records there are and the first wrong one, if any.</summary>
    public static async Task<(long Count, long? FirstWrong)> Verify(DbRead db)
    {
        var (hash, seq) = (new byte[32], 0L);
        await foreach (var row in db.Stream<AuditRow>("SELECT * FROM audit WHERE merchant_id = @m ORDER BY seq"))
        {
            hash = AuditRow.Chain(hash, row);
            if (row.Seq != ++seq || !hash.AsSpan().SequenceEqual(row.Hash))
                return (seq, seq);
        }
        var head = await db.One<Head>("SELECT seq, hash FROM audit_head WHERE merchant_id = @m");
        var tailCut = head is not null && (head.Seq != seq || !head.Hash.AsSpan().SequenceEqual(hash));
        return (seq, tailCut ? seq + 1 : null);
    }

    /// <summary>What was done to these things of one kind, newest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> Of(
        DbRead db,
        string kind,
        IReadOnlyList<string> ids,
        int max
    ) =>
        ids.Count == 0
            ? []
            : await db.All<AuditEntry>(
                """
                SELECT seq, at, who, action, subject_id, after, reason FROM audit
                WHERE merchant_id = @m AND subject_kind = @kind AND subject_id IN @ids ORDER BY seq DESC LIMIT @max
                """,
                new
                {
                    kind,
                    ids,
                    max,
                }
            );

    private static string? Text(object? value) =>
        value is null ? null : System.Text.Json.JsonSerializer.Serialize(value, value.GetType(), Json.Options);

    private sealed record Head(long Seq, byte[] Hash);
}
