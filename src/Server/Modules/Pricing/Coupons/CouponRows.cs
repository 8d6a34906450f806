using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// Changes of state, set-based and conditional: a row that did not come back is a coupon that was not in the state it
/// needed. One statement for a whole batch of tickets.
/// </summary>
internal static class CouponRows
{
    /// <summary>Holds coupons until a moment; answers those that could not be held.</summary>
    public static async Task<IReadOnlySet<CouponId>> Lock(
        Tx tx,
        IReadOnlyList<CouponId> ids,
        string lockFor,
        Instant until
    )
    {
        var held = await tx.All<CouponId>(
            """
            UPDATE coupon SET state = 'locked', locked_for = @lockFor, locked_until = @until
            WHERE merchant_id = @m AND id IN @ids AND valid_to > @now AND (state IN ('issued', 'returned')
                OR (state = 'locked' AND (locked_until <= @now OR locked_for = @lockFor))) RETURNING id
            """,
            new
            {
                ids,
                lockFor,
                until,
                now = tx.Now,
            }
        );
        return ids.Except(held).ToHashSet();
    }

    /// <summary>Lets go what is held under these names.</summary>
    public static Task<int> Unlock(Tx tx, IReadOnlyList<string> locks) =>
        tx.Execute(
            """
            UPDATE coupon SET state = 'issued', locked_for = NULL, locked_until = NULL
            WHERE merchant_id = @m AND locked_for IN @locks AND state = 'locked'
            """,
            new { locks }
        );

    /// <summary>What the policy gives back of a ticket's coupons, each until its own last moment.</summary>
    public static async Task<IReadOnlyList<CouponBack>> ThatComeBack(
        DbRead db,
        OrderId order,
        bool whole,
        Money kept,
        CouponReturnPolicy policy
    )
    {
        var rows = await db.All<CouponRow>(
            """
            SELECT c.* FROM coupon_use u JOIN coupon c ON c.merchant_id = u.merchant_id AND c.id = u.coupon_id
            WHERE u.merchant_id = @m AND u.order_id = @order AND u.returned_at IS NULL AND c.state = 'used' ORDER BY c.id
            """,
            new { order }
        );
        var back = new List<CouponBack>();
        foreach (var coupon in await CouponBook.Describe(db, rows))
        {
            var earned = kept.IsPositive && kept >= coupon.Terms.MinSpend;
            if (CouponLife.ComesBackUntil(policy, whole, earned, coupon.Facts.ValidTo) is { } until)
                back.Add(new(coupon.Id, coupon.Name, until));
        }
        return back;
    }

    public static async Task Return(Tx tx, OrderId order, IReadOnlyList<CouponBack> back)
    {
        foreach (var coupon in back)
            await tx.Execute(
                "UPDATE coupon SET state = 'returned', valid_to = @until WHERE merchant_id = @m AND id = @id AND state = 'used'",
                new { id = coupon.CouponId, until = coupon.ValidTo }
            );
        if (back.Count > 0)
            await tx.Execute(
                "UPDATE coupon_use SET returned_at = @now WHERE merchant_id = @m AND order_id = @order AND coupon_id IN @ids AND returned_at IS NULL",
                new
                {
                    order,
                    ids = back.Select(b => b.CouponId).ToArray(),
                    now = tx.Now,
                }
            );
    }

    internal static string LockName(OrderId order) => "order:" + order;
}
