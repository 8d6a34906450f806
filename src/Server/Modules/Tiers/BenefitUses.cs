using System.Globalization;
using Shuke.Server.Modules.Members;

namespace Shuke.Server.Modules.Tiers;

/// <summary>Counts the uses of limited benefits, one row each.</summary>
internal static class BenefitUses
{
    public static async Task<List<BenefitStanding>> Left(
        DbRead db,
        MemberId member,
        IReadOnlyList<BenefitForm> benefits,
        BusinessDay day
    )
    {
        var isBirthMonth =
            benefits.Any(b => b.Period == BenefitPeriod.BirthdayMonth) && await IsBirthMonth(db, member, day);
        var ids = benefits.Select(b => b.Id!.Value).ToList();
        var used = await db.All<(BenefitId Benefit, string Period, long Uses)>(
            """
            SELECT benefit_id, period, COUNT(*) FROM benefit_use
            WHERE merchant_id = @m AND member_id = @member AND benefit_id IN @ids AND slot IS NOT NULL
            GROUP BY benefit_id, period
            """,
            new { member, ids }
        );
        return benefits
            .Select(b =>
            {
                var period = Period(b.Period, day);
                var uses = used.Where(u => u.Benefit == b.Id && u.Period == period).Sum(u => u.Uses);
                return new BenefitStanding(
                    b.Id!.Value,
                    b.Kind,
                    b.TitleZh,
                    b.TitleEn,
                    b.Period,
                    b.Limit,
                    b.Period == BenefitPeriod.BirthdayMonth && !isBirthMonth ? 0
                        : IsOtherDay(b, day) || b.Kind == BenefitKind.MonthlyPack ? 0
                        : b.Limit == 0 ? null
                        : (int)Math.Max(b.Limit - uses, 0),
                    b.Covers
                );
            })
            .ToList();
    }

    public static async Task<Outcome<Done>> Use(
        Tx tx,
        MemberId member,
        BenefitId benefit,
        OrderId? order,
        BusinessDay day
    )
    {
        var tier = await Standings.Tier(tx, member);
        var found = tier is null ? null : Ladder.Benefits(tier).FirstOrDefault(b => b.Id == benefit);
        if (found is null)
            return TierReasons.BenefitNotYours;
        if (found.Period == BenefitPeriod.BirthdayMonth && !await IsBirthMonth(tx, member, day))
            return TierReasons.NotBirthMonth.With(("benefit", found.TitleZh));
        if (IsOtherDay(found, day))
            return TierReasons.OtherDay.With(("benefit", found.TitleZh), ("day", found.Day));
        var period = Period(found.Period, day);
        var slot = 0L;
        if (found.Limit > 0)
        {
            var taken = await tx.All<long>(
                """
                SELECT slot FROM benefit_use WHERE merchant_id = @m AND member_id = @member AND benefit_id = @benefit
                AND period = @period AND slot IS NOT NULL
                """,
                new
                {
                    member,
                    benefit,
                    period,
                }
            );
            slot = Enumerable.Range(1, found.Limit).FirstOrDefault(n => !taken.Contains(n));
            if (slot == 0)
                return TierReasons.BenefitUsedUp.With(("benefit", found.TitleZh), ("limit", found.Limit));
        }
        // Two tills at once take the same slot: the unique key lets one through, the other fails whole.
        await tx.Insert(
            new BenefitUseRow(
                tx.Merchant,
                tx.NewId(),
                member,
                benefit,
                period,
                slot == 0 ? null : slot,
                order,
                day,
                tx.Now,
                null
            )
        );
        return Done.Ok;
    }

    public static Task<int> Return(Tx tx, MemberId member, BenefitId benefit, OrderId order) =>
        tx.Execute(
            """
            UPDATE benefit_use SET slot = NULL, returned_at = @now
            WHERE merchant_id = @m AND member_id = @member AND benefit_id = @benefit AND order_id = @order AND returned_at IS NULL
            """,
            new
            {
                member,
                benefit,
                order,
                now = tx.Now,
            }
        );

    /// <summary>A tier day (会员日): the benefit waits for its day of the month.</summary>
    private static bool IsOtherDay(BenefitForm benefit, BusinessDay day) =>
        benefit.Day > 0 && benefit.Kind != BenefitKind.MonthlyPack && benefit.Day != day.Date.Day;

    /// <summary>Whether the birthday, solar or lunar, is celebrated in the month of this day.</summary>
    internal static async Task<bool> IsBirthMonth(DbRead db, MemberId member, BusinessDay day)
    {
        var birthday = (await MembersPublic.Get(db, member))?.Birthday;
        return birthday?.OnOrAfter(day.FirstOfMonth.Date) is { } next && next <= day.LastOfMonth.Date;
    }

    /// <summary>What uses are counted under: a month, a year, or for ever.</summary>
    internal static string Period(BenefitPeriod period, BusinessDay day) =>
        period switch
        {
            BenefitPeriod.None => "",
            BenefitPeriod.Month or BenefitPeriod.BirthdayMonth => day.Date.ToString(
                "yyyy-MM",
                CultureInfo.InvariantCulture
            ),
            BenefitPeriod.Year => day.Date.ToString("yyyy", CultureInfo.InvariantCulture),
        };
}
