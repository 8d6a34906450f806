using System.ComponentModel.DataAnnotations;
using Shuke.Core.Ledger;
using Shuke.Core.Rewards;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Rewards;

/// <summary>
/// The redemption list (积分兑换): GET, POST /rewards/redemptions, PUT /rewards/redemptions/{id}: what so many points, of
/// which kind, are exchanged for.
/// </summary>
public static class Redemptions
{
    /// <param name="AssetId">the kind of points it costs; null = the shop's own</param>
    /// <param name="Target">a voucher's asset or a coupon's template</param>
    /// <param name="Amount">pieces of a voucher, coupons, or fen of bonus that one redemption gives; 1 for a thing</param>
    /// <param name="Stock">what is left; null = no end</param>
    /// <param name="PerMember">times in all for each member; 0 = no limit</param>
    public sealed record Request(
        [StringLength(40, MinimumLength = 1)] string Name,
        RedemptionKind Kind,
        [Range(1, 100_000_000)] long Price,
        [StringLength(20)] string Target = "",
        [Range(1, Money.FenMax)] long Amount = 1,
        [Range(0, 1_000_000_000)] long? Stock = null,
        [Range(0, 10_000)] int PerMember = 0,
        BusinessDay? ValidTo = null,
        AssetId? AssetId = null,
        bool Active = true
    );

    /// <param name="Points">the name of the points it costs</param>
    /// <param name="Times">how often it was redeemed, less what was undone</param>
    public sealed record Reply(
        RedemptionId Id,
        string Name,
        RedemptionKind Kind,
        long Price,
        string Target,
        long Amount,
        long? Stock,
        int PerMember,
        BusinessDay? ValidTo,
        AssetId AssetId,
        string Points,
        string Gives,
        bool Active,
        long Times,
        long Version
    ) : IVersioned;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .Get("/rewards/redemptions", Permission.RewardsPlay, List)
            .WithSummary("What points are exchanged for, the cheapest first.");
        routes.Post("/rewards/redemptions", Permission.RewardsEdit, Add).WithSummary("Offer something for points.");
        routes
            .Put("/rewards/redemptions/{id}", Permission.RewardsEdit, Handle)
            .WithSummary("Change what is offered for points.");
    }

    public static async Task<Outcome<IReadOnlyList<Reply>>> List(DbRead db, Caller caller) =>
        await All(db, caller.Language);

    public static async Task<Outcome<Reply>> Add(Request request, Tx tx, Caller caller)
    {
        if ((await Row(tx, tx.NewId<Core.Kinds.Redemption>(), request, 1)).No(out var row, out var refusal))
            return refusal;
        await tx.Insert(row);
        tx.Audit(new(caller, "redemption.added", "redemption", $"{row.Id}", After: request));
        return (await All(tx, caller.Language)).First(r => r.Id == row.Id);
    }

    public static async Task<Outcome<Reply>> Handle(
        RedemptionId id,
        IfMatch match,
        Request request,
        Tx tx,
        Caller caller
    )
    {
        if ((await Row(tx, id, request, match.Version)).No(out var row, out var refusal))
            return refusal;
        if ((await All(tx, caller.Language)).FirstOrDefault(r => r.Id == id) is not { } before)
            return CommonReasons.NotFound.With(("what", "兑换"));
        var touched = await tx.Execute(
            """
            UPDATE redemption SET name = @Name, kind = @Kind, asset_id = @AssetId, price = @Price, target = @Target,
                amount = @Amount, stock = @Stock, per_member = @PerMember, valid_to = @ValidTo, active = @Active,
                version = version + 1
            WHERE merchant_id = @m AND id = @Id AND version = @Version
            """,
            row
        );
        if (touched == 0)
            return CommonReasons.Stale;
        tx.Audit(new(caller, "redemption.changed", "redemption", $"{id}", before, request));
        return (await All(tx, caller.Language)).First(r => r.Id == id);
    }

    internal static async Task<List<Reply>> All(DbRead db, Language language)
    {
        var rows = await db.All<RedemptionRow>(
            "SELECT * FROM redemption WHERE merchant_id = @m ORDER BY active DESC, price, id LIMIT 200"
        );
        var times = (
            await db.All<(RedemptionId Id, long Times)>(
                """
                SELECT redemption_id, CAST(SUM(count) AS BIGINT) FROM redeemed
                WHERE merchant_id = @m AND undone_at IS NULL GROUP BY redemption_id
                """
            )
        ).ToDictionary(t => t.Id, t => t.Times);
        var names = rows.Count == 0 ? id => id : await RewardNames.Load(db, language);
        return rows.ConvertAll(r => new Reply(
            r.Id,
            r.Name,
            r.Kind,
            r.Price,
            r.Target is { } target ? $"{target}" : "",
            r.Amount,
            r.Stock,
            r.PerMember,
            r.ValidTo,
            r.AssetId,
            names($"{r.AssetId}"),
            r.Target is { } gives ? names($"{gives}") : "",
            r.Active,
            times.GetValueOrDefault(r.Id),
            r.Version
        ));
    }

    private static async Task<Outcome<RedemptionRow>> Row(Tx tx, RedemptionId id, Request r, long version)
    {
        Refusal No(string zh, string en) => RedeemReasons.Invalid.With(("what", new Phrase("what", zh, en)));
        var infos = await LedgerPublic.AssetInfos(tx);
        var points = r.AssetId is { } wanted
            ? infos.FirstOrDefault(a => a.Asset.Id == wanted && a.Asset.Kind == AssetKind.Points && a.Active)
            : infos.First(a => a.Asset.Kind == AssetKind.Points);
        if (points is null)
            return No("积分种类不存在或已停用", "the kind of points does not exist or is switched off");
        long? target = r.Kind is RedemptionKind.Voucher or RedemptionKind.Coupon
            ? long.TryParse(r.Target, System.Globalization.CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : 0
            : null;
        if (
            r.Kind == RedemptionKind.Voucher
            && !infos.Any(a => a.Active && a.Asset.Kind == AssetKind.Times && a.Asset.Id.Value == target)
        )
            return No("请选择兑换的券或次卡", "choose the voucher");
        if (
            r.Kind == RedemptionKind.Coupon
            && !(await PricingPublic.CouponNames(tx)).Any(c => c.Id.Value == target && target > 0)
        )
            return No("请选择兑换的优惠券", "choose the coupon");
        if (r.Kind is RedemptionKind.Coupon or RedemptionKind.Voucher && r.Amount > 1_000)
            return No("一次最多 1,000 张", "at most 1,000 at once");
        return new RedemptionRow(
            tx.Merchant,
            id,
            r.Name.Trim(),
            r.Kind,
            points.Asset.Id,
            r.Price,
            target,
            r.Kind == RedemptionKind.Gift ? 1 : r.Amount,
            r.Stock,
            r.PerMember,
            r.ValidTo,
            r.Active,
            version
        );
    }
}

[Table("redemption")]
internal sealed record RedemptionRow(
    MerchantId MerchantId,
    RedemptionId Id,
    string Name,
    RedemptionKind Kind,
    AssetId AssetId,
    long Price,
    long? Target,
    long Amount,
    long? Stock,
    int PerMember,
    BusinessDay? ValidTo,
    bool Active,
    long Version
)
{
    public RedemptionTerms Terms(AssetSet assets) =>
        new(
            Name,
            Kind,
            AssetId,
            Price,
            Kind switch
            {
                RedemptionKind.Voucher => new AssetId(Target!.Value),
                RedemptionKind.Bonus => assets.Bonus.Id,
                RedemptionKind.Gift or RedemptionKind.Coupon => null,
            },
            Amount,
            PerMember,
            ValidTo,
            Active
        );
}
