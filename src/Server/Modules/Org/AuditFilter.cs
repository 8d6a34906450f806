using System.ComponentModel.DataAnnotations;

namespace Shuke.Server.Modules.Org;

/// <summary>Which records of the audit log: by person, beginning of the action ("staff."), subject, and days in the store's zone.</summary>
public sealed record AuditQuery(
    StaffId? Staff = null,
    [property: StringLength(60)] string? Action = null,
    [property: StringLength(40)] string? SubjectKind = null,
    [property: StringLength(40)] string? SubjectId = null,
    DateOnly? From = null,
    DateOnly? To = null
);

internal static class AuditFilter
{
    public const string Where = """
        FROM audit a
        LEFT JOIN staff g ON g.merchant_id = a.merchant_id AND g.id = a.approved_by
        LEFT JOIN store p ON p.merchant_id = a.merchant_id AND p.id = a.store_id
        WHERE a.merchant_id = @m AND (@staff IS NULL OR a.staff_id = @staff)
            AND (@action = '' OR substr(a.action, 1, length(@action)) = @action)
            AND (@subjectKind = '' OR a.subject_kind = @subjectKind) AND (@subjectId = '' OR a.subject_id = @subjectId)
            AND a.at >= @from AND a.at < @to
        """;

    public static async Task<Args> Of(DbRead db, Caller caller, AuditQuery query, Cursor after, int fetch)
    {
        var store = caller.StoreId is { } id ? await OrgPublic.Store(db, id) : null;
        var zone = store?.Zone ?? Zones.Find("Asia/Shanghai");
        var from = query.From is { } f ? Midnight(f, zone) : new(0);
        var to = query.To is { } t ? Midnight(t.AddDays(1), zone) : new(long.MaxValue);
        return new(
            query.Staff,
            query.Action ?? "",
            query.SubjectKind ?? "",
            query.SubjectId ?? "",
            from,
            to,
            after.Number,
            fetch,
            zone
        );
    }

    private static Instant Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return Instant.From(new DateTimeOffset(local, zone.GetUtcOffset(local)));
    }

    public sealed record Args(
        StaffId? Staff,
        string Action,
        string SubjectKind,
        string SubjectId,
        Instant From,
        Instant To,
        long Before,
        int Fetch,
        TimeZoneInfo Zone
    );

    public sealed record Row(
        long Seq,
        Instant At,
        StaffId? StaffId,
        string Who,
        string? Store,
        string Address,
        string Action,
        string SubjectKind,
        string SubjectId,
        string? Before,
        string? After,
        string? Reason,
        string? ApprovedBy
    );

    public const string Columns =
        "a.seq, a.at, a.staff_id, a.who, p.name AS store, a.address, a.action, a.subject_kind, a.subject_id, a.before, a.after, a.reason, g.name AS approved_by";
}
