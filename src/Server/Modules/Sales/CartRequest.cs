using System.ComponentModel.DataAnnotations;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Server.Modules.Sales;

/// <summary>A cart as the till sends it: what and how many, and what the cashier and the member wish. Prices are ours.</summary>
/// <param name="Coupons">the coupons that may be used, each once</param>
/// <param name="AutoCoupons">true: all coupons the member holds may be used, where that is worth it</param>
/// <param name="PaymentMethod">how the buyer means to pay, for the quote; at the checkout it is what is really paid with</param>
public sealed record CartRequest(
    [MaxLength(200)] IReadOnlyList<CartRequest.Line> Lines,
    MemberId? MemberId = null,
    CartRequest.Off? OrderDiscount = null,
    CartRequest.PointsUse? Points = null,
    [MaxLength(20)] IReadOnlyList<CartRequest.FreeUse>? FreeItems = null,
    [MaxLength(20)] IReadOnlyList<CartRequest.CouponWish>? Coupons = null,
    bool AutoCoupons = false,
    [StringLength(20)] string? PaymentMethod = null
)
{
    /// <param name="Pick">chosen: it goes before every combination without it; auto: if it is worth it; off: not on this ticket</param>
    public sealed record CouponWish(CouponId CouponId, CouponPick Pick = CouponPick.Chosen);

    /// <summary>The coupons that may be used by name.</summary>
    internal IEnumerable<CouponId> CouponIds =>
        Coupons is null ? [] : Coupons.Where(c => c.Pick != CouponPick.Off).Select(c => c.CouponId);

    internal CouponPick PickOf(CouponId coupon) =>
        Coupons?.FirstOrDefault(c => c.CouponId == coupon)?.Pick ?? (AutoCoupons ? CouponPick.Auto : CouponPick.Off);

    /// <param name="ProductId">null for a quick sale: then name and price say what it is</param>
    /// <param name="Price">unit price of a quick sale, fen</param>
    /// <param name="PriceOverride">the unit price set by hand, for a product of the catalogue</param>
    public sealed record Line(
        [Range(1, 100_000)] int LineNo,
        Quantity Quantity,
        ProductId? ProductId = null,
        [StringLength(60)] string? Name = null,
        Money? Price = null,
        Off? Discount = null,
        Money? PriceOverride = null
    );

    /// <summary>A discount by hand: a share in basis points (1,000 = 10 % off), or an amount in fen.</summary>
    public sealed record Off([Range(1, 10_000)] int? Bp = null, Money? Amount = null)
    {
        public ManualDiscount ToDiscount() => new(Bp is { } bp ? new Ratio(bp) : null, Amount);
    }

    /// <param name="Number">null: as many points as the rules allow</param>
    public sealed record PointsUse([Range(1, 100_000_000)] long? Number = null);

    /// <param name="SourceId">the voucher's asset or the benefit</param>
    public sealed record FreeUse(FreeItemKind Kind, [StringLength(20)] string SourceId, int? LineNo = null);
}
