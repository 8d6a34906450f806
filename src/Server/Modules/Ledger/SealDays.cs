using Shuke.Core.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Ledger;

/// <summary>Seals finished business days: the root over a day's postings, chained with the day before.</summary>
internal static class SealDays
{
    /// <summary>All days that are over at every store and not sealed yet, oldest first; answers how many were sealed.</summary>
    public static async Task<int> Run(Tx tx)
    {
        var today = (await OrgPublic.Stores(tx)).Select(s => s.DayOf(tx.Now)).DefaultIfEmpty().Min();
        var last = await tx.One<DayRootRow>("SELECT * FROM day_root WHERE merchant_id = @m ORDER BY day DESC LIMIT 1");
        var days = await tx.All<BusinessDay>(
            "SELECT DISTINCT day FROM posting WHERE merchant_id = @m AND day > @after AND day < @today ORDER BY day",
            new { after = last?.Day ?? BusinessDay.Of(1, 1, 1), today }
        );
        var previous = last?.Root ?? Chain.Genesis;
        foreach (var day in days)
        {
            var tree = await Tree(tx, day);
            previous = tree.Root(previous, day);
            await tx.Insert(new DayRootRow(tx.Merchant, day, tree.Count, previous, tx.Now));
        }
        return days.Count;
    }

    /// <summary>Over what <see cref="DayRoot"/> says, leaf by leaf; a day of a chain may have millions.</summary>
    public static async Task<DayRoot.Tree> Tree(DbRead db, BusinessDay day)
    {
        var tree = new DayRoot.Tree();
        var first = db.Stream<byte[]>(
            "SELECT hash FROM entry WHERE merchant_id = @m AND day = @day AND format = 1 ORDER BY account_id, seq",
            new { day }
        );
        await foreach (var hash in first)
            tree.Add(hash);
        var seals = db.Stream<byte[]>(
            "SELECT hashes FROM posting WHERE merchant_id = @m AND day = @day AND format <> 1 ORDER BY id",
            new { day }
        );
        await foreach (var seal in seals)
            tree.Add(seal);
        return tree;
    }
}
