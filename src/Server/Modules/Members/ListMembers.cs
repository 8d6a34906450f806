using Shuke.Core.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Members;

/// <summary>GET /members: the list, newest first, with filters and the true count.</summary>
public static class ListMembers
{
    public sealed record Filter(
        StoreId? Store = null,
        TagId? Tag = null,
        string? State = null,
        DateOnly? JoinedFrom = null,
        DateOnly? JoinedTo = null,
        [property: System.ComponentModel.DataAnnotations.Range(1, 12)] int? BirthdayMonth = null
    );

    public sealed record Item(
        MemberId Id,
        long Number,
        string Name,
        string? Phone,
        Gender Gender,
        MemberState State,
        string? Birthday,
        MemberSource Source,
        StoreId? StoreId,
        Instant CreatedAt,
        IReadOnlyList<TagChip> Tags
    );

    public sealed record TagChip(TagId Id, string Name, TagColor Color);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/members", Permission.MembersView, Handle).WithSummary("List members, newest first.");

    public static async Task<Outcome<Page<Item>>> Handle(
        [AsParameters] Filter filter,
        [AsParameters] PageQuery page,
        DbRead db,
        Caller caller
    )
    {
        MemberState? state = null;
        if (filter.State is { Length: > 0 } text)
        {
            if (!Names.TryParse<MemberState>(text, out var parsed))
                return CommonReasons.NotFound.With(("what", text));
            state = parsed;
        }
        var zone = await Zone(db, caller);
        var where = Where(filter, state);
        var args = new
        {
            store = filter.Store,
            tag = filter.Tag,
            state,
            from = filter.JoinedFrom is { } from ? IdSource.FirstOf(Begin(from, zone)) : 0,
            to = filter.JoinedTo is { } to ? IdSource.FirstOf(Begin(to.AddDays(1), zone)) : 0,
            month = filter.BirthdayMonth,
            after = Cursor.Read(page.After).Number,
            fetch = page.Fetch,
        };
        var total = await db.One<long>($"SELECT COUNT(*) FROM member WHERE {where}", args);
        var rows = await db.All<MemberRow>(
            $"SELECT * FROM member WHERE {where} AND id < @after ORDER BY id DESC LIMIT @fetch",
            args
        );
        var tags = await TagsOf(db, rows.ConvertAll(r => r.Id));
        var items = rows.ConvertAll(r => Describe(r, tags[r.Id], caller.Language));
        return Page<Item>.Of(page, items, total, i => new("", i.Id.Value));
    }

    /// <summary>Only the conditions that were asked for, out of a closed list: each combination is a plan of its own.</summary>
    private static string Where(Filter filter, MemberState? state)
    {
        var where = "merchant_id = @m";
        // Those who are gone are only shown when they are asked for.
        where += state is null ? " AND state IN ('active', 'frozen')" : " AND state = @state";
        if (filter.Store is not null)
            where += " AND source_store_id = @store";
        if (filter.Tag is not null)
            where += " AND id IN (SELECT member_id FROM member_tag WHERE merchant_id = @m AND tag_id = @tag)";
        if (filter.JoinedFrom is not null)
            where += " AND id >= @from";
        if (filter.JoinedTo is not null)
            where += " AND id < @to";
        if (filter.BirthdayMonth is not null)
            where += " AND birthday_month = @month";
        return where;
    }

    private static Item Describe(MemberRow row, IEnumerable<TagChip> tags, Language language) =>
        new(
            row.Id,
            row.Number,
            Roster.DisplayName(row, language),
            row.PhoneMask,
            row.Gender,
            row.State,
            Roster.BirthdayOf(row)?.ToString(),
            row.Source,
            row.SourceStoreId,
            row.CreatedAt,
            tags.ToList()
        );

    internal static async Task<ILookup<MemberId, TagChip>> TagsOf(DbRead db, IReadOnlyList<MemberId> members)
    {
        var rows =
            members.Count == 0
                ? []
                : await db.All<(MemberId Member, TagId Id, string Name, TagColor Color)>(
                    """
                    SELECT x.member_id, t.id, t.name, t.color FROM member_tag x JOIN tag t ON t.merchant_id = x.merchant_id AND t.id = x.tag_id
                    WHERE x.merchant_id = @m AND x.member_id IN @members ORDER BY t.name, t.id
                    """,
                    new { members }
                );
        return rows.ToLookup(r => r.Member, r => new TagChip(r.Id, r.Name, r.Color));
    }

    internal static async Task<TimeZoneInfo> Zone(DbRead db, Caller caller) =>
        (
            caller.StoreId is { } store ? await OrgPublic.Store(db, store)
            : await OrgPublic.Stores(db) is [var first, ..] ? first
            : null
        )?.Zone
        ?? TimeZoneInfo.Utc;

    private static Instant Begin(DateOnly day, TimeZoneInfo zone) =>
        Instant.From(
            new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue)))
        );
}
