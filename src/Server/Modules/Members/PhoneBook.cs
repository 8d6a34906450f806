using Shuke.Core.Members;

namespace Shuke.Server.Modules.Members;

/// <summary>Who owns which phone, by keyed hashes; the numbers themselves are sealed in the member's row.</summary>
internal static class PhoneBook
{
    public static byte[] Index(DbRead db, Vault vault, string phone) =>
        vault.BlindIndex(db.Merchant, "member-phone", phone);

    public static byte[] TailIndex(DbRead db, Vault vault, string tail) =>
        vault.BlindIndex(db.Merchant, "member-phone-tail", tail);

    public static Task<MemberId?> Owner(DbRead db, Vault vault, string phone) =>
        db.One<MemberId?>(
            "SELECT member_id FROM member_phone WHERE merchant_id = @m AND phone_index = @index",
            new { index = Index(db, vault, phone) }
        );

    /// <summary>
    /// Gives the phone to a member, or answers who has it. The constraint decides a race: the second of two registrations
    /// at once waits for the first and then finds the phone taken. The member's row must exist.
    /// </summary>
    public static async Task<Refusal?> Claim(Tx tx, Vault vault, string phone, MemberId member, Language language)
    {
        var index = Index(tx, vault, phone);
        var claimed = await tx.Execute(
            """
            INSERT INTO member_phone (merchant_id, phone_index, tail_index, member_id) VALUES (@m, @index, @tail, @member)
            ON CONFLICT (merchant_id, phone_index) DO NOTHING
            """,
            new
            {
                index,
                tail = TailIndex(tx, vault, phone[^4..]),
                member,
            }
        );
        return claimed == 1 ? null : await Taken(tx, vault, phone, language);
    }

    /// <summary>The refusal that lets the till open the member who has this phone.</summary>
    public static async Task<Refusal?> Taken(DbRead db, Vault vault, string phone, Language language)
    {
        if (await Owner(db, vault, phone) is not { } owner)
            return null;
        var row = (await Roster.Load(db, owner))!;
        return MemberReasons.PhoneTaken.With(
            ("memberId", owner.ToString()),
            ("name", Roster.DisplayName(row, language)),
            ("phone", row.PhoneMask)
        );
    }

    public static Task Free(Tx tx, MemberId member) =>
        tx.Execute("DELETE FROM member_phone WHERE merchant_id = @m AND member_id = @member", new { member });
}
