using System.Text.Json;
using Shuke.Core.Members;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Members;

/// <summary>GET /members/{id}: the portrait, as far as this module knows it. The id of a merged member shows the one it became.</summary>
public static class ShowMember
{
    private const int TimelineMax = 100;

    public sealed record Reply(
        MemberId Id,
        long Number,
        string Name,
        string DisplayName,
        string? Phone,
        Gender Gender,
        BirthdayText? Birthday,
        string? BirthdayWords,
        DateOnly? NextBirthday,
        // Only for those who may edit; others see that there is one.
        string? Email,
        string? Address,
        bool HasEmail,
        bool HasAddress,
        string Notes,
        MemberSource Source,
        Named? SourceStore,
        Named? SourceStaff,
        Named? PreferredStore,
        Named? Consultant,
        MemberState State,
        Instant CreatedAt,
        Instant? ActivatedAt,
        IReadOnlyList<Card> Cards,
        IReadOnlyList<ListMembers.TagChip> Tags,
        IReadOnlyList<Field> Fields,
        IReadOnlyList<Consent> Consents,
        IReadOnlyList<Moment> Timeline,
        long Version
    ) : IVersioned;

    public sealed record Named(string Id, string Name);

    public sealed record Card(CardId Id, string Number, CardKind Kind, CardState State, Instant? BoundAt, long Version);

    public sealed record Field(
        FieldId Id,
        string Name,
        FieldKind Kind,
        IReadOnlyList<string> Choices,
        bool RequiredAtTill,
        string Value
    );

    public sealed record Consent(
        ConsentPurpose Purpose,
        bool Granted,
        string TextVersion,
        ConsentChannel Channel,
        Instant At
    );

    /// <summary>One thing that happened: an action code, who did it, why, and what the audit log keeps of it.</summary>
    public sealed record Moment(Instant At, string Action, string Who, string? Reason, JsonElement? Details);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.Get("/members/{id}", Permission.MembersView, Handle).WithSummary("Everything about one member.");

    public static async Task<Outcome<Reply>> Handle(MemberId id, DbRead db, Caller caller, Vault vault)
    {
        if (await Roster.Resolve(db, id) is not { } row)
            return CommonReasons.NotFound.With(("what", "会员"));
        var cards = await db.All<Card>(
            "SELECT id, number, kind, state, bound_at, version FROM card WHERE merchant_id = @m AND member_id = @id ORDER BY id",
            new { id = row.Id }
        );
        var mayEdit = caller.May(Permission.MembersEdit);
        var birthday = Roster.BirthdayOf(row);
        return new Reply(
            row.Id,
            row.Number,
            row.Name,
            Roster.DisplayName(row, caller.Language),
            row.PhoneMask,
            row.Gender,
            Roster.BirthdayText(row),
            birthday?.ToString(),
            birthday?.OnOrAfter(await Today(db, caller)),
            mayEdit && row.EmailSealed is { } email ? vault.Unseal(db.Merchant, email) : null,
            mayEdit && row.AddressSealed is { } address ? vault.Unseal(db.Merchant, address) : null,
            row.EmailSealed is not null,
            row.AddressSealed is not null,
            row.Notes,
            row.Source,
            await Store(db, row.SourceStoreId),
            await Staff(db, row.SourceStaffId),
            await Store(db, row.PreferredStoreId),
            await Staff(db, row.ConsultantId),
            row.State,
            row.CreatedAt,
            row.ActivatedAt,
            cards,
            (await ListMembers.TagsOf(db, [row.Id]))[row.Id].ToList(),
            await Fields(db, row.Id),
            await db.All<Consent>(
                "SELECT purpose, granted, text_version, channel, at FROM member_consent WHERE merchant_id = @m AND member_id = @id ORDER BY id DESC",
                new { id = row.Id }
            ),
            await Timeline(db, row.Id, cards),
            row.Version
        );
    }

    private static async Task<DateOnly> Today(DbRead db, Caller caller) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(db.Now.ToDateTimeOffset(), await ListMembers.Zone(db, caller)).DateTime
        );

    private static async Task<Named?> Store(DbRead db, StoreId? id) =>
        id is { } store && await OrgPublic.Store(db, store) is { } info ? new(store.ToString(), info.Name) : null;

    private static async Task<Named?> Staff(DbRead db, StaffId? id) =>
        id is { } staff && await OrgPublic.StaffName(db, staff) is { } name ? new(staff.ToString(), name) : null;

    /// <summary>The fields in use, filled or not, and those switched off that still hold something.</summary>
    private static async Task<IReadOnlyList<Field>> Fields(DbRead db, MemberId member)
    {
        var values = (await FieldBook.Values(db, member)).ToDictionary(v => v.Id, v => v.Value);
        return
        [
            .. (await FieldBook.All(db))
                .Where(f => f.Active || values.ContainsKey(f.Id))
                .Select(f => new Field(
                    f.Id,
                    f.Name,
                    f.Kind,
                    Json.Parse<string[]>(f.Choices),
                    f.RequiredAtTill,
                    values.GetValueOrDefault(f.Id, "")
                )),
        ];
    }

    /// <summary>What was done to this member, to those merged into it, and to its cards, newest first.</summary>
    private static async Task<IReadOnlyList<Moment>> Timeline(DbRead db, MemberId member, IEnumerable<Card> cards)
    {
        var merged = await db.All<MemberId>(
            "SELECT id FROM member WHERE merchant_id = @m AND merged_into = @member",
            new { member }
        );
        var members = await AuditLog.Of(
            db,
            "member",
            [.. merged.Append(member).Select(m => m.ToString())],
            TimelineMax
        );
        var ofCards = await AuditLog.Of(db, "card", [.. cards.Select(c => c.Id.ToString())], TimelineMax);
        return
        [
            .. members
                .Concat(ofCards)
                .OrderByDescending(e => e.Seq)
                .Take(TimelineMax)
                .Select(e => new Moment(
                    e.At,
                    e.Action,
                    e.Who,
                    e.Reason,
                    e.After is null ? null : JsonSerializer.Deserialize<JsonElement>(e.After)
                )),
        ];
    }
}
