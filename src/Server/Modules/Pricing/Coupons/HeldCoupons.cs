using Shuke.Core.Coupons;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// Coupons on the money path: read with the batch, those that may be used locked in order of id, used in memory ticket by
/// ticket and written set-based. A coupon that another ticket of the batch has used is seen as used.
/// </summary>
internal static class HeldCoupons
{
    private const string From = """
        SELECT c.merchant_id, c.id, c.template_id, c.terms_no, c.batch_id, c.member_id, c.state, c.valid_from, c.valid_to,
            c.locked_for, c.locked_until
        FROM coupon c
        """;

    // Used and void ones stay out, and those past their time: they are never written as expired, and would add up.
    private const string Alive =
        " WHERE {c.member_id} AND c.state IN ('issued', 'returned', 'locked') AND c.valid_to > @now";

    private static readonly KeyedQuery<CouponId, HeldRow> ByIdLocked = new(
        "coupon",
        From + " WHERE {c.id} ORDER BY c.merchant_id, c.id{lock  FOR UPDATE}",
        r => (r.MerchantId, r.Id),
        order: 30
    );

    private static readonly KeyedQuery<CouponId, HeldRow> ById = new(
        "coupon",
        From + " WHERE {c.id}",
        r => (r.MerchantId, r.Id)
    );

    private static readonly KeyedQuery<MemberId, HeldRow> OfMemberLocked = new(
        "coupon",
        From + Alive + " ORDER BY c.merchant_id, c.id{lock  FOR UPDATE}",
        r => (r.MerchantId, r.MemberId!.Value),
        order: 31
    );

    private static readonly KeyedQuery<MemberId, HeldRow> OfMember = new(
        "coupon",
        From + Alive + " ORDER BY c.id",
        r => (r.MerchantId, r.MemberId!.Value)
    );

    private static readonly string[] Tables = ["coupon"];

    public static void Ahead(Ahead ahead, IEnumerable<CouponId> ids, MemberId? member, bool locked)
    {
        foreach (var id in ids)
            ahead.Want(locked ? ByIdLocked : ById, id);
        if (member is { } holder)
            ahead.Want(locked ? OfMemberLocked : OfMember, holder);
    }

    /// <summary>The coupons of these ids in whatever state, and all a member can still hope to use; soonest end first.</summary>
    /// <param name="member">null: only those named</param>
    /// <param name="locked">they may be used: held until the transaction ends</param>
    public static async Task<IReadOnlyList<HeldCoupon>> Load(
        DbRead db,
        IReadOnlyList<CouponId> ids,
        MemberId? member,
        bool locked
    )
    {
        var rows = new Dictionary<CouponId, HeldRow>();
        foreach (var id in ids.Order())
        foreach (var row in await db.Of(locked ? ByIdLocked : ById, id))
            rows[row.Id] = row;
        if (member is { } holder)
            foreach (var row in await db.Of(locked ? OfMemberLocked : OfMember, holder))
                if (row.ValidTo > db.Now)
                    rows.TryAdd(row.Id, row);
        if (rows.Count == 0)
            return [];
        var held = new List<HeldCoupon>(rows.Count);
        var names = await CouponBook.Names(db, [.. rows.Values.Select(r => r.TemplateId)]);
        await CouponBook.LoadTerms(db, [.. rows.Values.Select(r => (r.TemplateId, r.TermsNo))]);
        foreach (var row in rows.Values.OrderBy(r => r.ValidTo).ThenBy(r => r.Id))
        {
            var isUsed = (db as Tx)?.State<UsedUp>(row.Id.Value) is not null;
            held.Add(
                new(
                    isUsed ? row.Facts with { State = CouponState.Used } : row.Facts,
                    row.TemplateId,
                    row.BatchId,
                    names[row.TemplateId],
                    await CouponBook.Terms(db, row.TemplateId, row.TermsNo)
                )
                {
                    TermsNo = row.TermsNo,
                }
            );
        }
        return held;
    }

    /// <summary>Uses a coupon that was loaded to be used and found usable in this transaction.</summary>
    public static void Use(Tx tx, HeldCoupon coupon, CouponUse use)
    {
        tx.SetState(coupon.Id.Value, UsedUp.Mark, Tables);
        tx.Later(UseWriter.Kind, new UsedRow(tx.Merchant, coupon.Id, CouponState.Used, null, null));
        _ = tx.Insert(
            new CouponUseRow(
                tx.Merchant,
                tx.NewId(),
                coupon.Id,
                coupon.TemplateId,
                coupon.BatchId,
                use.OrderId,
                use.StoreId,
                use.MemberId,
                use.Discount,
                use.Sales,
                use.Day,
                tx.Now,
                null
            )
        );
    }

    private sealed record HeldRow(
        MerchantId MerchantId,
        CouponId Id,
        CouponTemplateId TemplateId,
        long TermsNo,
        CouponBatchId BatchId,
        MemberId? MemberId,
        CouponState State,
        Instant ValidFrom,
        Instant ValidTo,
        string? LockedFor,
        Instant? LockedUntil
    )
    {
        public CouponFacts Facts => new(Id, State, MemberId, ValidFrom, ValidTo, LockedFor, LockedUntil);
    }

    /// <summary>An earlier ticket of this batch has used it.</summary>
    private sealed class UsedUp
    {
        public static readonly UsedUp Mark = new();
    }

    private sealed record UsedRow(
        MerchantId MerchantId,
        CouponId Id,
        CouponState State,
        string? LockedFor,
        Instant? LockedUntil
    );

    private sealed class UseWriter : ILateWrite
    {
        public static readonly UseWriter Kind = new();

        private static readonly RowUpdate<UsedRow> Used = new(
            "coupon",
            keys: ["merchant_id", "id"],
            sets: ["state", "locked_for", "locked_until"],
            guard: "t.state IN ('issued', 'returned', 'locked')"
        );

        public void Write(Pipeline pipeline, IReadOnlyList<object> items) =>
            pipeline.Update(Used, [.. items.Cast<UsedRow>().OrderBy(r => r.MerchantId).ThenBy(r => r.Id)]);
    }
}
