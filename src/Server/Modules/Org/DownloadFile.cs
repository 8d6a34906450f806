namespace Shuke.Server.Modules.Org;

/// <summary>GET /files/{id}: a file a job made or a person handed in, for whoever did; the owner sees all.</summary>
public static class DownloadFile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/files/{id}", Permission.SignedIn, Handle).WithSummary("Download a file.");

    public static async Task<Outcome<FileReply>> Handle(FileId id, DbRead db, Caller caller) =>
        await db.One<File>(
            $"SELECT name, content_type, content FROM file WHERE {JobRows.Mine} AND id = @id",
            new
            {
                id,
                all = caller.IsOwner,
                staff = caller.Staff,
            }
        )
            is { } file
            ? new FileReply(file.Name, file.ContentType, file.Content)
            : CommonReasons.NotFound.With(("what", id));

    private sealed record File(string Name, string ContentType, byte[] Content);
}
