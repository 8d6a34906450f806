using Shuke.Server.Modules.Ledger;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// Each night: whose tier has ended is kept or moved down, and who reached a tier that is given at the end of a period
/// moves up. Each member in a transaction of their own.
/// </summary>
public static class ReviewTiers
{
    public const string Kind = "tiers.review";
    private const int MembersAtOnce = 200;

    internal static async Task<object?> Run(JobRun run)
    {
        var (after, moved) = (new MemberId(0), 0L);
        while (true)
        {
            List<MemberId> members;
            Org.StoreInfo store;
            await using (var read = await run.Db.Read(run.Merchant, run.Stopping))
            {
                store = await ShowMemberTier.StoreOf(read, null);
                members = await Due(read, store.DayOf(read.Now), after);
            }
            foreach (var member in members)
            {
                await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
                moved += await Examination.Review(tx, member, store) is null ? 0 : 1;
                await run.Save(tx, moved, 0, "");
                await tx.Commit();
            }
            if (members.Count < MembersAtOnce)
                return new { moved };
            after = members[^1];
        }
    }

    /// <summary>Tiers given at the end of a period concern everybody on the first days of one; else only those that ended.</summary>
    private static async Task<List<MemberId>> Due(DbRead db, BusinessDay day, MemberId after)
    {
        var atPeriodEnd = (await Ladder.Rung(db)).Any(r =>
            r.Active && Json.Parse<RuleForm>(r.Upgrade).When == Core.Tiers.UpgradeWhen.PeriodEnd
        );
        if (atPeriodEnd && day.Date.Day == 1)
            return await LedgerPublic.BooksAfter(db, after, MembersAtOnce);
        return await db.All<MemberId>(
            "SELECT member_id FROM member_tier WHERE merchant_id = @m AND until < @day AND member_id > @after ORDER BY member_id LIMIT "
                + MembersAtOnce,
            new { day, after }
        );
    }
}
