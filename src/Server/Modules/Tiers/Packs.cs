using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>Gives upgrade packs: once per tier and member, which the table's key decides.</summary>
internal static class Packs
{
    public static async Task<(TierPack Pack, Book Book)?> Grant(
        Tx tx,
        Book book,
        Case subject,
        TierId tier,
        TierPack pack
    )
    {
        var first = await tx.Execute(
            """
            INSERT INTO tier_pack_given (merchant_id, member_id, tier_id, at) VALUES (@m, @member, @tier, @now)
            ON CONFLICT (merchant_id, member_id, tier_id) DO UPDATE SET at = excluded.at
            -- Again only where the policy says so, and only if the tier was left since.
            WHERE @again AND EXISTS (SELECT 1 FROM tier_change c WHERE c.merchant_id = @m AND c.member_id = @member
                AND c.from_tier = @tier AND c.at > tier_pack_given.at)
            """,
            new
            {
                member = subject.Member,
                tier,
                now = tx.Now,
                again = (await OrgPublic.Setting<TierSettings>(tx)).PackAgain == PackAgain.AfterDrop,
            }
        );
        if (first == 0)
            return null;
        var (fits, moves) = Decide(book, pack, $"tier:{tier}", null, tx.Now, subject.Day);
        if (moves.IsEmpty)
            return null;
        var note = new PostingNote(
            "tier_pack",
            "tier",
            $"{tier}:{subject.Member}",
            subject.Day,
            "till",
            subject.Store.Id,
            Reason: subject.Ladder.Row(tier).Name,
            Key: $"tier_pack:{tier}:{subject.Member}:{tx.Now.UnixMs}"
        );
        var plan = await LedgerPublic.Post(tx, book, note, moves);
        return (fits, plan.After);
    }

    /// <summary>What of a pack can be given, and the moves that give it.</summary>
    /// <param name="expiry">null = as each asset says</param>
    public static (TierPack Pack, Moves Moves) Decide(
        Book book,
        TierPack pack,
        string rule,
        Expiry? expiry,
        Instant now,
        BusinessDay day
    )
    {
        // The law's limit of a card holds for gifts too: bonus that has no room is not given.
        var fits = pack with
        {
            Bonus = Money.Min(pack.Bonus, CardLimits.Shipped.Room(book)),
        };
        var moves = Moves.None;
        foreach (var (asset, amount) in Parts(book.Assets, fits))
        {
            var command = new GrantCommand(asset, amount, Counters.Gift, rule, null, now, day, expiry);
            moves += GrantLot.Decide(book.Apply(moves), command).Value;
        }
        return (fits, moves);
    }

    private static IEnumerable<(AssetId Asset, long Amount)> Parts(AssetSet assets, TierPack pack)
    {
        if (pack.Points > 0)
            yield return (assets.Points.Id, pack.Points);
        if (pack.Bonus.IsPositive)
            yield return (assets.Bonus.Id, pack.Bonus.Fen);
        foreach (var times in pack.Times)
            yield return (times.Asset, times.Count);
    }

    /// <summary>What the pack holds, to be said after the tier's own sentence.</summary>
    public static async Task<(string Zh, string En)> Words(DbRead db, TierPack pack)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        if (pack.Points > 0)
        {
            zh.Add($"{new Points(pack.Points)} 积分");
            en.Add($"{new Points(pack.Points)} points");
        }
        if (pack.Bonus.IsPositive)
        {
            zh.Add($"{pack.Bonus} 元赠金");
            en.Add($"{pack.Bonus} yuan bonus");
        }
        var infos = pack.Times.Count == 0 ? [] : await LedgerPublic.AssetInfos(db);
        foreach (var times in pack.Times)
        {
            var info = infos.First(i => i.Asset.Id == times.Asset);
            zh.Add($"{info.NameZh} ×{new Points(times.Count)}");
            en.Add($"{info.NameEn} ×{new Points(times.Count)}");
        }
        return ($"获得 {string.Join("、", zh)}。", $" Given: {string.Join(", ", en)}.");
    }
}
