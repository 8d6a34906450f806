using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// Once a month: growth fades for those who have not bought for a while, as the merchant set it. The posting's key names
/// the month, so a second run takes nothing twice.
/// </summary>
public static class FadeGrowth
{
    public const string Kind = "tiers.fade";
    private const int MembersAtOnce = 100;

    internal static async Task<object?> Run(JobRun run)
    {
        BusinessDay month;
        GrowthDecay decay;
        await using (var read = await run.Db.Read(run.Merchant, run.Stopping))
        {
            month = (await ShowMemberTier.StoreOf(read, null)).DayOf(read.Now).FirstOfMonth;
            decay = (await OrgPublic.Setting<TierSettings>(read)).ToDecay();
            if (decay.Monthly.Bp == 0 || await Periods.IsDone(read, Kind, month))
                return new { faded = 0 };
        }
        var (after, faded) = (run.Checkpoint.Length == 0 ? new MemberId(0) : MemberId.Parse(run.Checkpoint, null), 0L);
        while (true)
        {
            await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
            var store = await ShowMemberTier.StoreOf(tx, null);
            var members = await LedgerPublic.HoldersAfter(tx, AssetCodes.Growth, after, MembersAtOnce);
            foreach (var member in members)
                faded += await One(tx, member, decay, store, month) ? 1 : 0;
            if (members.Count < MembersAtOnce)
                await Periods.Done(tx, Kind, month);
            else
                after = members[^1];
            await run.Save(tx, faded, 0, after.IsNone ? "" : $"{after}");
            await tx.Commit();
            if (members.Count < MembersAtOnce)
                return new { faded };
        }
    }

    private static async Task<bool> One(Tx tx, MemberId member, GrowthDecay decay, StoreInfo store, BusinessDay month)
    {
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        var growth = book.Assets.Growth.Id;
        var fades = Growth.Fading(
            decay,
            book.Balance(growth),
            await LedgerPublic.LastDay(tx, member, book.Assets[AssetCodes.Visits].Id),
            store.DayOf(await LedgerPublic.OpenedAt(tx, member)),
            month
        );
        if (fades == 0)
            return false;
        var note = new PostingNote("growth_fade", "month", $"{month}:{member}", month, "job", store.Id);
        await LedgerPublic.Post(tx, book, note, Deeds.Change(book, growth, -fades));
        return true;
    }
}

/// <summary>Which period has been settled by which job: each once, and caught up when a night was missed.</summary>
internal static class Periods
{
    public static async Task<bool> IsDone(DbRead db, string kind, BusinessDay first) =>
        await db.One<long>(
            "SELECT COUNT(*) FROM tier_period WHERE merchant_id = @m AND kind = @kind AND first = @first",
            new { kind, first }
        ) > 0;

    public static Task Done(Tx tx, string kind, BusinessDay first) =>
        tx.Execute(
            "INSERT INTO tier_period (merchant_id, kind, first, at) VALUES (@m, @kind, @first, @now) ON CONFLICT DO NOTHING",
            new
            {
                kind,
                first,
                now = tx.Now,
            }
        );
}
