namespace Shuke.Server.Platform;

/// <summary>Files that people hand in or that jobs make; kept in the database, so that a backup holds them too.</summary>
[Table("file")]
internal sealed record FileRow(
    MerchantId MerchantId,
    FileId Id,
    string Name,
    string ContentType,
    byte[] Content,
    StaffId? CreatedBy,
    Instant CreatedAt
);

internal static class Files
{
    public static async Task<FileId> Keep(Tx tx, string name, string contentType, byte[] content, StaffId? by)
    {
        var id = tx.NewId<Core.Kinds.FileKind>();
        await tx.Insert(new FileRow(tx.Merchant, id, name, contentType, content, by, tx.Now));
        return id;
    }

    public static async Task<FileRow> Read(DbRead db, FileId id) =>
        await db.One<FileRow>("SELECT * FROM file WHERE merchant_id = @m AND id = @id", new { id })
        ?? throw new InvalidOperationException($"File {id} is gone.");
}
