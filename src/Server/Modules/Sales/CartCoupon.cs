using Shuke.Core.Coupons;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>A coupon beside a cart: how it was picked, and whether it can be used here and now.</summary>
/// <param name="Offer">what it offers to the engine; null for kinds that are not used on goods</param>
internal sealed record CartCoupon(HeldCoupon Coupon, CouponPick Pick, CouponOffer? Offer, Refusal? WhyNot)
{
    public bool TakesPart => Offer is not null && WhyNot is null && Pick != CouponPick.Off;

    public static async Task<IReadOnlyList<CartCoupon>> Load(
        DbRead db,
        CartRequest cart,
        CouponVisit visit,
        MemberId? holder,
        bool toSell
    )
    {
        var ids = cart.CouponIds.ToList();
        // Nobody named one, nobody's are to be seen: nothing is asked.
        if (ids.Count == 0 && holder is null)
            return [];
        var held = await PricingPublic.Coupons(db, ids, holder, toSell);
        return
        [
            .. held.Select(c =>
            {
                var pick = cart.PickOf(c.Id);
                return new CartCoupon(c, pick, CouponOffers.Of(c, pick), CouponLife.WhyNot(c.Facts, c.Terms, visit));
            }),
        ];
    }

    /// <summary>A ticket that names a coupon which cannot be used is not sold at another price without a word.</summary>
    public static Refusal? Refuse(CartRequest cart, IReadOnlyList<CartCoupon> coupons)
    {
        foreach (var id in cart.CouponIds)
        {
            if (coupons.FirstOrDefault(c => c.Coupon.Id == id) is not { } coupon)
                return CouponReasons.Unknown;
            if (coupon.WhyNot is { } whyNot)
                return whyNot;
            if (coupon.Offer is null)
                return TillReasons.CouponNotForGoods.With(("name", coupon.Coupon.Name));
        }
        return null;
    }

    /// <summary>A chosen coupon that does nothing on this ticket stays in the member's hands: the cashier decides anew.</summary>
    public static Refusal? RefuseIdle(PricedCart cart, Language language)
    {
        var used = cart.Quote.Coupons.Select(c => c.Id).ToHashSet();
        foreach (var coupon in cart.Coupons)
            if (coupon.Pick == CouponPick.Chosen && coupon.TakesPart && !used.Contains(coupon.Coupon.Id))
                return TillReasons.CouponGivesNothing.With(
                    ("name", coupon.Coupon.Name),
                    ("why", cart.WhyIdle(coupon)?.In(language) ?? "")
                );
        return null;
    }
}
