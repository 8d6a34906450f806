using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Pricing;

/// <summary>The promotions that count, compiled and kept in memory with the rest of the configuration (decision 0040).</summary>
internal static class PromotionBook
{
    /// <summary>What is kept also answers transactions that began a little before it was read.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromHours(1);

    public static async ValueTask<PromotionSet> Now(DbRead db) => (await db.Kept("", Read)).At(db.Now);

    /// <summary>What this process believes to count, for saying what a ticket will want to read.</summary>
    public static PromotionSet Guess(Ahead ahead) =>
        ahead.Peek<PromotionTimes>("")?.At(ahead.Now) ?? PromotionSet.Empty;

    /// <summary>What counted at a moment, past or to come, as far as it is approved.</summary>
    public static async Task<IReadOnlyList<Promotion>> At(DbRead db, Instant at) =>
        (
            await db.All<Counting>(
                Sql + " AND r.from_at <= @at AND (r.to_at IS NULL OR r.to_at > @at)" + Order,
                new { at }
            )
        ).ConvertAll(r => r.ToPromotion());

    private static async Task<PromotionTimes> Read(DbRead db) =>
        new(
            (
                await db.All<Counting>(
                    Sql + " AND (r.to_at IS NULL OR r.to_at > @from)" + Order,
                    new { from = db.Now.Plus(-Back) }
                )
            ).ConvertAll(r => r.ToPromotion())
        );

    private const string Sql = """
        SELECT v.promotion_id, v.no, v.body, r.from_at, r.to_at FROM promotion_run r JOIN promotion_version v
        ON v.merchant_id = r.merchant_id AND v.promotion_id = r.promotion_id AND v.no = r.no
        WHERE r.merchant_id = @m
        """;

    private const string Order = " ORDER BY v.promotion_id, v.no, r.from_at";

    private sealed record Counting(PromotionId PromotionId, long No, string Body, Instant FromAt, Instant? ToAt)
    {
        public Promotion ToPromotion() =>
            Json.Parse<PromotionForm>(Body).ToPromotion(PromotionId, No) with
            {
                ValidFrom = FromAt,
                ValidTo = ToAt,
            };
    }

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

/// <summary>All runs from a moment on. Between two ends or beginnings of runs the compiled set is one and the same.</summary>
internal sealed class PromotionTimes
{
    private readonly Instant[] _begins;
    private readonly Lazy<PromotionSet>[] _sets;

    public PromotionTimes(IReadOnlyList<Promotion> runs)
    {
        _begins =
        [
            .. runs.Select(r => r.ValidFrom)
                .Concat(runs.Where(r => r.ValidTo is not null).Select(r => r.ValidTo!.Value))
                .Distinct()
                .Order(),
        ];
        _sets = [.. _begins.Select(b => new Lazy<PromotionSet>(() => PromotionSet.At(runs, b)))];
    }

    public PromotionSet At(Instant at)
    {
        var i = Array.BinarySearch(_begins, at);
        i = i < 0 ? ~i - 1 : i;
        return i < 0 ? PromotionSet.Empty : _sets[i].Value;
    }
}
