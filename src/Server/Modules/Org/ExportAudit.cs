using Shuke.Server.Platform.Sheets;

namespace Shuke.Server.Modules.Org;

/// <summary>POST /audit/export: the same records as a CSV file; the export is itself on the log.</summary>
public static class ExportAudit
{
    private const int RowsMax = 50_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Export("/audit/export", Permission.AuditView, Handle).WithSummary("The audit log as a CSV file.");

    public static async Task<Outcome<FileReply>> Handle(AuditQuery request, Tx tx, Caller caller)
    {
        var args = await AuditFilter.Of(tx, caller, request, Cursor.Start, RowsMax + 1);
        var total = await tx.One<long>($"SELECT COUNT(*) {AuditFilter.Where}", args);
        if (total > RowsMax)
            return OrgReasons.ExportTooLarge.With(("max", (long)RowsMax));
        using var file = new MemoryStream();
        using (var sheet = SheetWriter.Create(SheetFormat.Csv, file, Columns(caller.Language)))
            await foreach (
                var r in tx.Stream<AuditFilter.Row>(
                    $"SELECT {AuditFilter.Columns} {AuditFilter.Where} AND a.seq < @before ORDER BY a.seq DESC LIMIT @fetch",
                    args
                )
            )
                sheet.Row(
                    r.Seq,
                    Local(r.At, args.Zone),
                    r.Who,
                    r.Store,
                    r.Address,
                    r.Action,
                    $"{r.SubjectKind} {r.SubjectId}",
                    r.Before,
                    r.After,
                    r.Reason,
                    r.ApprovedBy
                );
        tx.Audit(
            new(
                caller,
                "audit.exported",
                "audit",
                total.ToString(System.Globalization.CultureInfo.InvariantCulture),
                After: request
            )
        );
        return new FileReply(
            $"audit-{Local(tx.Now, args.Zone)[..10]}.csv",
            SheetWriter.ContentType(SheetFormat.Csv),
            file.ToArray()
        );
    }

    private static string Local(Instant at, TimeZoneInfo zone) =>
        TimeZoneInfo
            .ConvertTime(at.ToDateTimeOffset(), zone)
            .ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static SheetColumn[] Columns(Language language) =>
        language == Language.Zh
            ?
            [
                new("序号"),
                new("时间"),
                new("操作人"),
                new("门店"),
                new("地址"),
                new("操作"),
                new("对象"),
                new("之前"),
                new("之后"),
                new("原因"),
                new("批准人"),
            ]
            :
            [
                new("No."),
                new("Time"),
                new("Who"),
                new("Store"),
                new("Address"),
                new("Action"),
                new("Subject"),
                new("Before"),
                new("After"),
                new("Reason"),
                new("Approved by"),
            ];
}
