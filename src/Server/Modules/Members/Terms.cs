using Shuke.Core.Members;
using Shuke.Core.Names;

namespace Shuke.Server.Modules.Members;

/// <summary>What a member is found under by its beginning. Written as the difference, so that the key is the only index.</summary>
internal static class Terms
{
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> plates) =>
        [
            .. Pinyin
                .SearchTerms(name, isPersonName: true)
                .Concat(plates.SelectMany(OfPlate))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The whole plate and the plate without its province: people type either.</summary>
    public static IEnumerable<string> OfPlate(string plate)
    {
        var folded = Pinyin.Fold(plate);
        return [folded, folded[1..]];
    }

    public static async Task Change(Tx tx, MemberId member, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var gone = before.Except(after, StringComparer.Ordinal).ToArray();
        if (gone.Length > 0)
            await tx.Execute(
                "DELETE FROM member_term WHERE merchant_id = @m AND term IN @gone AND member_id = @member",
                new { gone, member }
            );
        await tx.InsertMany(
            after
                .Except(before, StringComparer.Ordinal)
                .Select(term => new MemberTermRow(tx.Merchant, term, member))
                .ToList()
        );
    }

    public static Task<List<string>> Plates(DbRead db, MemberId member) =>
        db.All<string>(
            """
            SELECT v.value FROM member_field_value v JOIN member_field f ON f.merchant_id = v.merchant_id AND f.id = v.field_id
            WHERE v.merchant_id = @m AND v.member_id = @member AND f.kind = 'plate'
            """,
            new { member }
        );
}
