using Shuke.Core.Calendar;
using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>Loads members and says what they are called.</summary>
internal static class Roster
{
    private static readonly KeyedQuery<MemberId, MemberRow> ById = new(
        "member",
        "SELECT * FROM member WHERE {id}",
        r => (r.MerchantId, r.Id)
    );

    public static void Ahead(Ahead ahead, MemberId id) => ahead.Want(ById, id);

    public static async Task<MemberRow?> Load(DbRead db, MemberId id) =>
        await db.Of(ById, id) is [var row, ..] ? row : null;

    /// <summary>Follows a merge to the member that is left; a merge shortens older trails, so one step is enough.</summary>
    public static async Task<MemberRow?> Resolve(DbRead db, MemberId id) =>
        await Load(db, id) is not { } row ? null
        : row.MergedInto is { } winner ? await Load(db, winner)
        : row;

    /// <summary>Locks the row for this transaction and counts its version up.</summary>
    public static Task<MemberRow?> Lock(Tx tx, MemberId id) =>
        tx.One<MemberRow>(
            "UPDATE member SET version = version + 1 WHERE merchant_id = @m AND id = @id RETURNING *",
            new { id }
        );

    public static bool IsGone(MemberRow row) =>
        row.State is MemberState.Merged or MemberState.Erased or MemberState.Closed;

    /// <summary>What the shop needs to know of everybody: how to address them and when to congratulate them.</summary>
    public static bool IsComplete(MemberRow row) =>
        row.Name.Length > 0 && row.Gender != Core.Members.Gender.Unknown && row.BirthdayMonth is not null;

    /// <summary>The name, or 会员1234 after the end of the phone, or the member number.</summary>
    public static string DisplayName(MemberRow row, Language language) =>
        DisplayName(row.Name, row.PhoneMask, row.Number, language);

    public static string DisplayName(string name, string? phoneMask, long number, Language language)
    {
        if (name.Length > 0)
            return name;
        var mark = phoneMask is { Length: > 4 }
            ? phoneMask[^4..]
            : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return language == Language.Zh ? "会员" + mark : "Member " + mark;
    }

    public static Birthday? BirthdayOf(MemberRow row) => BirthdayText(row)?.OfYear();

    public static BirthdayText? BirthdayText(MemberRow row) =>
        row.BirthdayKind is { } kind
            ? new(kind, row.BirthdayMonth!.Value, row.BirthdayDay!.Value, row.BirthdayYear)
            : null;

    public static async Task<long> NextNumber(Tx tx) => await Counter.Take(tx, "member", 10_001, 1);
}

/// <summary>Running numbers. The row is a lock until the commit, so take from it late.</summary>
internal static class Counter
{
    public static async Task<long> Take(Tx tx, string name, long first, long count) =>
        await tx.One<long>(
            """
            INSERT INTO member_counter (merchant_id, name, next) VALUES (@m, @name, @first + @count)
            ON CONFLICT (merchant_id, name) DO UPDATE SET next = member_counter.next + @count RETURNING next - @count
            """,
            new
            {
                name,
                first,
                count,
            }
        );
}
