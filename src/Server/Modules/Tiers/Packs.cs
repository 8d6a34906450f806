using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;

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
            ON CONFLICT DO NOTHING
            """,
            new
            {
                member = subject.Member,
                tier,
                now = tx.Now,
            }
        );
        if (first == 0)
            return null;
        // The law's limit of a card holds for gifts too: bonus that has no room is not given.
        var room = CardLimits.Shipped.Room(book);
        var fits = pack with { Bonus = Money.Min(pack.Bonus, room) };
        var moves = Moves.None;
        foreach (var (asset, amount) in Parts(book.Assets, fits))
        {
            var command = new GrantCommand(asset, amount, Counters.Gift, $"tier:{tier}", null, tx.Now, subject.Day);
            moves += GrantLot.Decide(book.Apply(moves), command).Value;
        }
        if (moves.IsEmpty)
            return null;
        var note = new PostingNote(
            "tier_pack",
            "tier",
            $"{tier}:{subject.Member}",
            subject.Day,
            "till",
            subject.Store.Id,
            Reason: subject.Ladder.Row(tier).Name
        );
        var plan = await LedgerPublic.Post(tx, book, note, moves);
        return (fits, plan.After);
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
