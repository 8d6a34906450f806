using System.Runtime.CompilerServices;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Pricing;

/// <summary>
/// The promotions that count, compiled and kept in memory per merchant: good as long as the merchant's head version stands
/// and no run begins or ends. One look at one row says whether they are.
/// </summary>
internal static class PromotionBook
{
    // Kept beside each database, so that two of them in one process share nothing.
    private static readonly ConditionalWeakTable<Db, Dictionary<MerchantId, Kept>> Known = [];

    private sealed record Kept(long Head, Instant From, Instant Until, PromotionSet Set);

    public static async Task<PromotionSet> Now(DbRead db)
    {
        var head = await db.One<long?>("SELECT version FROM promotion_head WHERE merchant_id = @m") ?? 0;
        var all = Known.GetOrCreateValue(db.Db);
        lock (all)
            if (
                all.TryGetValue(db.Merchant, out var kept)
                && kept.Head == head
                && kept.From <= db.Now
                && db.Now < kept.Until
            )
                return kept.Set;
        var (set, until) = head == 0 ? (PromotionSet.Empty, new Instant(long.MaxValue)) : await Compile(db);
        lock (all)
            all[db.Merchant] = new(head, db.Now, until, set);
        return set;
    }

    /// <summary>What counted at a moment, past or to come, as far as it is approved.</summary>
    public static async Task<IReadOnlyList<Promotion>> At(DbRead db, Instant at)
    {
        var rows = await db.All<Counting>(
            """
            SELECT v.promotion_id, v.no, v.body, r.from_at, r.to_at FROM promotion_run r JOIN promotion_version v
            ON v.merchant_id = r.merchant_id AND v.promotion_id = r.promotion_id AND v.no = r.no
            WHERE r.merchant_id = @m AND r.from_at <= @at AND (r.to_at IS NULL OR r.to_at > @at) ORDER BY v.promotion_id, v.no
            """,
            new { at }
        );
        return rows.ConvertAll(r =>
            Json.Parse<PromotionForm>(r.Body).ToPromotion(r.PromotionId, r.No) with
            {
                ValidFrom = r.FromAt,
                ValidTo = r.ToAt,
            }
        );
    }

    /// <summary>Tells all processes that what they keep is old.</summary>
    public static Task Changed(Tx tx) =>
        tx.Execute(
            """
            INSERT INTO promotion_head (merchant_id, version) VALUES (@m, 1)
            ON CONFLICT (merchant_id) DO UPDATE SET version = promotion_head.version + 1
            """
        );

    private static async Task<(PromotionSet Set, Instant Until)> Compile(DbRead db)
    {
        var next = await db.One<Instant?>(
            """
            SELECT MIN(t) FROM (
                SELECT MIN(from_at) AS t FROM promotion_run WHERE merchant_id = @m AND from_at > @now
                UNION ALL SELECT MIN(to_at) AS t FROM promotion_run WHERE merchant_id = @m AND to_at > @now) x
            """,
            new { now = db.Now }
        );
        return (PromotionSet.Of(await At(db, db.Now)), next ?? new Instant(long.MaxValue));
    }

    private sealed record Counting(PromotionId PromotionId, long No, string Body, Instant FromAt, Instant? ToAt);

    public static Task<PromotionRow?> Find(DbRead db, PromotionId id) =>
        db.One<PromotionRow>("SELECT * FROM promotion WHERE merchant_id = @m AND id = @id", new { id });

    public static async Task<PromotionVersionRow> Version(DbRead db, PromotionId id, long no) =>
        (
            await db.One<PromotionVersionRow>(
                "SELECT * FROM promotion_version WHERE merchant_id = @m AND promotion_id = @id AND no = @no",
                new { id, no }
            )
        )!;
}
