using Shuke.Core.Calendar;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>How a member came to the merchant.</summary>
public enum MemberSource
{
    Till,
    Import,
    Self,
    StaffQr,
    Pay,
    Referral,
}

public enum MemberState
{
    Active,
    Frozen,
    Merged,
    Erased,
    Closed,
}

/// <summary>A member as the till and other modules see one. <c>Name</c> is never empty; the phone is masked.</summary>
public sealed record MemberInfo(
    MemberId Id,
    long Number,
    string Name,
    string? Phone,
    MemberState State,
    Birthday? Birthday,
    StoreId? PreferredStoreId,
    Instant CreatedAt
)
{
    /// <summary>Why this member may not be used at the till, or null.</summary>
    public Refusal? WhyNot() =>
        State switch
        {
            MemberState.Active => null,
            MemberState.Frozen => MemberReasons.Frozen.With(("name", Name)),
            _ => MemberReasons.Gone,
        };
}

/// <summary>What other modules may ask about members.</summary>
public static class MembersPublic
{
    /// <summary>Says that this member will be asked for.</summary>
    public static void Ahead(Ahead ahead, MemberId id) => Roster.Ahead(ahead, id);

    /// <summary>Says that this member's tags will be asked for.</summary>
    public static void AheadTags(Ahead ahead, MemberId id) => ahead.Want(TagsOf, id);

    private static readonly KeyedQuery<MemberId, TagOfMember> TagsOf = new(
        "member_tag",
        "SELECT merchant_id, member_id, tag_id FROM member_tag WHERE {member_id} ORDER BY tag_id",
        r => (r.MerchantId, r.MemberId)
    );

    private sealed record TagOfMember(MerchantId MerchantId, MemberId MemberId, TagId TagId);

    /// <summary>The member of this id. The id of a merged member leads to the one it was merged into.</summary>
    public static async Task<MemberInfo?> Get(DbRead db, MemberId id, Language language = Language.Zh)
    {
        var row = await Roster.Resolve(db, id);
        return row is null ? null : Info(row, language);
    }

    /// <summary>The members of these ids as they are now, by the id that was asked for.</summary>
    public static async Task<IReadOnlyDictionary<MemberId, MemberInfo>> GetMany(
        DbRead db,
        IReadOnlyList<MemberId> ids,
        Language language = Language.Zh
    )
    {
        if (ids.Count == 0)
            return new Dictionary<MemberId, MemberInfo>();
        var rows = await db.All<MemberRow>("SELECT * FROM member WHERE merchant_id = @m AND id IN @ids", new { ids });
        var winners = rows.Where(r => r.MergedInto is not null).Select(r => r.MergedInto!.Value).Distinct().ToArray();
        var merged =
            winners.Length == 0
                ? []
                : await db.All<MemberRow>(
                    "SELECT * FROM member WHERE merchant_id = @m AND id IN @winners",
                    new { winners }
                );
        var found = new Dictionary<MemberId, MemberInfo>();
        foreach (var row in rows)
            found[row.Id] = Info(merged.FirstOrDefault(m => m.Id == row.MergedInto) ?? row, language);
        return found;
    }

    /// <summary>The member this phone belongs to, or null; any spelling of the phone.</summary>
    public static async Task<MemberInfo?> FindByPhone(
        DbRead db,
        Vault vault,
        string phone,
        Language language = Language.Zh
    ) =>
        Phones.Normalize(phone) is { } normal && await PhoneBook.Owner(db, vault, normal) is { } id
            ? await Get(db, id, language)
            : null;

    /// <summary>The member this card opens; refused when the card is unknown, not handed out, lost, frozen or void.</summary>
    public static async Task<Outcome<MemberInfo>> FindByCard(DbRead db, string number, Language language = Language.Zh)
    {
        var normal = CardNumbers.Normalize(number) ?? number;
        var card = await db.One<CardRow>(
            "SELECT * FROM card WHERE merchant_id = @m AND number = @normal",
            new { normal }
        );
        if (card?.MemberId is null)
            return MemberReasons.CardUnknown.With(("number", normal));
        if (card.State != CardState.Active)
            return MemberReasons.CardUnusable.With(("number", normal));
        return (await Get(db, card.MemberId.Value, language))!;
    }

    /// <summary>Whether terms run for this member: those registered ahead have not activated yet (spec 2.2).</summary>
    public static async Task<bool> IsActive(DbRead db, MemberId id) =>
        await Roster.Load(db, id) is not { ActivatedAt: null };

    /// <summary>Which of these have not activated yet.</summary>
    public static Task<List<MemberId>> NotActive(DbRead db, IReadOnlyList<MemberId> ids) =>
        db.All<MemberId>(
            "SELECT id FROM member WHERE merchant_id = @m AND id IN @ids AND activated_at IS NULL",
            new { ids }
        );

    /// <summary>The names of all tags.</summary>
    public static async Task<IReadOnlyDictionary<TagId, string>> TagNames(DbRead db) =>
        (await db.All<(TagId Id, string Name)>("SELECT id, name FROM tag WHERE merchant_id = @m")).ToDictionary(
            t => t.Id,
            t => t.Name
        );

    /// <summary>How many members a choice means now.</summary>
    public static Task<long> CountChosen(DbRead db, MemberChoice choice) =>
        db.One<long>($"SELECT COUNT(*) FROM member WHERE {Where(choice)}", Arguments(choice, default, 0));

    /// <summary>The members a choice means, in order of id: at most so many, all above <paramref name="after"/>.</summary>
    public static async Task<IReadOnlyList<MemberId>> Chosen(
        DbRead db,
        MemberChoice choice,
        MemberId after,
        int limit
    ) =>
        await db.All<MemberId>(
            $"SELECT id FROM member WHERE {Where(choice)} AND id > @after ORDER BY id LIMIT @limit",
            Arguments(choice, after, limit)
        );

    /// <summary>Only the conditions that were asked for, out of a closed list: each combination is a plan of its own.</summary>
    private static string Where(MemberChoice choice) =>
        "merchant_id = @m AND state = 'active'"
        + (choice.Ids is null ? "" : " AND id IN @ids")
        + (
            choice.Tag is null
                ? ""
                : " AND id IN (SELECT member_id FROM member_tag WHERE merchant_id = @m AND tag_id = @tag)"
        )
        + (choice.Store is null ? "" : " AND source_store_id = @store")
        + (choice.JoinedFrom is null ? "" : " AND id >= @from")
        + (choice.JoinedTo is null ? "" : " AND id < @to")
        + (choice.BirthdayMonth is null ? "" : " AND birthday_month = @month")
        + (choice.Gender is null ? "" : " AND gender = @gender");

    private static object Arguments(MemberChoice choice, MemberId after, int limit) =>
        new
        {
            ids = choice.Ids ?? [],
            tag = choice.Tag,
            store = choice.Store,
            from = choice.JoinedFrom is { } from ? IdSource.FirstOf(from) : 0,
            to = choice.JoinedTo is { } to ? IdSource.FirstOf(to) : 0,
            month = choice.BirthdayMonth,
            gender = choice.Gender,
            after,
            limit,
        };

    /// <summary>What conditions may ask about a member; null for an unknown one.</summary>
    /// <param name="withTags">false: nobody asks for tags, so they are not read</param>
    public static async Task<MemberTraits?> Traits(DbRead db, MemberId id, bool withTags = true)
    {
        if (await Roster.Resolve(db, id) is not { } row)
            return null;
        var tags = withTags ? (await db.Of(TagsOf, row.Id)).Select(t => t.TagId) : [];
        return new(
            row.Id,
            row.Gender,
            row.Source,
            row.PreferredStoreId ?? row.SourceStoreId,
            row.BirthdayYear,
            Roster.BirthdayOf(row),
            row.CreatedAt,
            tags.ToHashSet()
        );
    }

    /// <summary>Puts a tag on a member or takes it off; false when nothing changed or there is no such tag.</summary>
    public static async Task<bool> Tag(Tx tx, MemberId member, TagId tag, bool on) =>
        await tx.Execute(
            on
                ? """
                INSERT INTO member_tag (merchant_id, tag_id, member_id, at, staff_id)
                SELECT merchant_id, id, @member, @now, NULL FROM tag WHERE merchant_id = @m AND id = @tag
                ON CONFLICT (merchant_id, tag_id, member_id) DO NOTHING
                """
                : "DELETE FROM member_tag WHERE merchant_id = @m AND tag_id = @tag AND member_id = @member",
            new
            {
                member,
                tag,
                now = tx.Now,
            }
        ) == 1;

    /// <summary>All tags with their names.</summary>
    public static async Task<IReadOnlyList<(TagId Id, string Name)>> Tags(DbRead db) =>
        await db.All<(TagId Id, string Name)>("SELECT id, name FROM tag WHERE merchant_id = @m ORDER BY id");

    /// <summary>Active members in the order of their ids, for walks by the calendar.</summary>
    /// <param name="months">only those whose birthday, solar or lunar, is in one of these months; null = all</param>
    public static async Task<IReadOnlyList<MemberCalendar>> CalendarAfter(
        DbRead db,
        MemberId after,
        IReadOnlyList<int>? months,
        int count
    )
    {
        var rows = await db.All<MemberRow>(
            "SELECT * FROM member WHERE merchant_id = @m AND id > @after AND state = 'active' "
                + (months is null ? "" : "AND birthday_month IN @months ")
                + "ORDER BY id LIMIT @count",
            new
            {
                after,
                months = months ?? [],
                count,
            }
        );
        return rows.ConvertAll(r => new MemberCalendar(r.Id, Roster.BirthdayOf(r), r.CreatedAt, r.PreferredStoreId));
    }

    internal static MemberInfo Info(MemberRow row, Language language) =>
        new(
            row.Id,
            row.Number,
            Roster.DisplayName(row, language),
            row.PhoneMask,
            row.State,
            Roster.BirthdayOf(row),
            row.PreferredStoreId,
            row.CreatedAt
        );
}

/// <summary>Which members something is for; null: whoever. Frozen, merged, erased and closed members never are.</summary>
/// <param name="Ids">only these; at most 500</param>
/// <param name="Store">registered at this store</param>
/// <param name="JoinedFrom">joined at this moment or later</param>
/// <param name="JoinedTo">joined before this moment</param>
public sealed record MemberChoice(
    IReadOnlyList<MemberId>? Ids = null,
    TagId? Tag = null,
    StoreId? Store = null,
    Instant? JoinedFrom = null,
    Instant? JoinedTo = null,
    [property: System.ComponentModel.DataAnnotations.Range(1, 12)] int? BirthdayMonth = null,
    Gender? Gender = null
);

/// <summary>What conditions may ask about a member.</summary>
/// <param name="HomeStore">the preferred store, or the one that registered them</param>
public sealed record MemberTraits(
    MemberId Id,
    Gender Gender,
    MemberSource Source,
    StoreId? HomeStore,
    int? BirthYear,
    Birthday? Birthday,
    Instant CreatedAt,
    IReadOnlySet<TagId> Tags
);

/// <summary>What the calendar knows of a member.</summary>
public sealed record MemberCalendar(MemberId Id, Birthday? Birthday, Instant CreatedAt, StoreId? PreferredStoreId);
