using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Tiers;

/// <summary>
/// Each night: monthly packs of tiers are put into the accounts of those who have the tier, once a month from the day on
/// that the benefit names; what is not used by the end of the month is gone. A row per member and month decides who had it.
/// </summary>
public static class IssuePacks
{
    public const string Kind = "tiers.packs";
    private const int MembersAtOnce = 100;

    internal static async Task<object?> Run(JobRun run)
    {
        var issued = 0L;
        List<(TierRow Tier, BenefitForm Benefit)> due;
        StoreInfo store;
        BusinessDay day;
        TierId? lowest;
        await using (var read = await run.Db.Read(run.Merchant, run.Stopping))
        {
            store = await ShowMemberTier.StoreOf(read, null);
            day = store.DayOf(read.Now);
            var rows = await Ladder.Rung(read);
            lowest = rows.FirstOrDefault(r => r.Active)?.Id;
            due =
            [
                .. rows.Where(r => r.Active)
                    .SelectMany(r => Ladder.Benefits(r).Select(b => (r, b)))
                    .Where(d => d.b is { Kind: BenefitKind.MonthlyPack, Pack: not null } && d.b.Day <= day.Date.Day),
            ];
        }
        foreach (var (tier, benefit) in due)
            for (var more = true; more; )
            {
                await using var tx = await run.Db.Begin(run.Merchant, run.Stopping);
                var period = BenefitUses.Period(BenefitPeriod.Month, day);
                var members = await Waiting(tx, tier.Id, tier.Id == lowest, benefit.Id!.Value, period);
                foreach (var member in members)
                    await One(tx, member, tier, benefit, period, day, store);
                issued += members.Count;
                more = members.Count == MembersAtOnce;
                await run.Save(tx, issued, 0, "");
                await tx.Commit();
            }
        return new { issued };
    }

    private static async Task One(
        Tx tx,
        MemberId member,
        TierRow tier,
        BenefitForm benefit,
        string period,
        BusinessDay day,
        StoreInfo store
    )
    {
        await tx.Execute(
            "INSERT INTO benefit_issue (merchant_id, benefit_id, period, member_id, at) VALUES (@m, @benefit, @period, @member, @now)",
            new
            {
                benefit = benefit.Id,
                period,
                member,
                now = tx.Now,
            }
        );
        var book = await LedgerPublic.Lock(tx, await LedgerPublic.Assets(tx), member);
        var (_, moves) = Packs.Decide(
            book,
            benefit.Pack!.ToPack(),
            $"tier:{tier.Id}:{period}",
            Expiry.AtEndOf(EndOf.Month),
            tx.Now,
            day
        );
        if (moves.IsEmpty)
            return;
        var note = new PostingNote(
            "tier_month",
            "benefit",
            $"{benefit.Id}:{period}:{member}",
            day,
            "job",
            store.Id,
            Reason: benefit.TitleZh
        );
        await LedgerPublic.Post(tx, book, note, moves);
    }

    /// <summary>Who has the tier and not this month's pack; everybody without a row of their own has the lowest tier.</summary>
    private static Task<List<MemberId>> Waiting(Tx tx, TierId tier, bool isLowest, BenefitId benefit, string period) =>
        tx.All<MemberId>(
            """
            SELECT b.member_id FROM book b
            LEFT JOIN member_tier t ON t.merchant_id = b.merchant_id AND t.member_id = b.member_id
            WHERE b.merchant_id = @m AND NOT b.frozen AND (t.tier_id = @tier OR (@isLowest AND t.tier_id IS NULL))
            AND NOT EXISTS (SELECT 1 FROM benefit_issue i WHERE i.merchant_id = @m AND i.benefit_id = @benefit
                AND i.period = @period AND i.member_id = b.member_id)
            ORDER BY b.member_id LIMIT
            """ + $" {MembersAtOnce}",
            new
            {
                tier,
                isLowest,
                benefit,
                period,
            }
        );
}
