using Shuke.Core.Coupons;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>The coupons beside a cart, each with what it gives or would give, and why not.</summary>
internal static class CouponProposals
{
    public static IReadOnlyList<QuoteView.CouponView> Of(PricedCart cart, Language language)
    {
        if (cart.Coupons.Count == 0)
            return [];
        var used = cart.Quote.Coupons.Select(c => c.Id).ToHashSet();
        var taken = cart
            .Quote.Applied.Where(a => a.Offer.Coupon is not null)
            .ToDictionary(a => a.Offer.Coupon!.Id, a => a.Amount);
        // Coupons of one template under one set of terms give the same: each is tried once.
        var tried = new Dictionary<(CouponTemplateId, long), (Money Gives, string? Why)>();
        Money? without = null;
        var reasons = new Lazy<ILookup<string, NotApplied>>(() => Reasons(cart));
        var views = new List<QuoteView.CouponView>(cart.Coupons.Count);
        foreach (var c in cart.Coupons)
        {
            var (gives, why) = (taken.GetValueOrDefault(c.Coupon.Id), (string?)null);
            if (c.WhyNot is { } whyNot)
                why = whyNot.Sentence(language);
            else if (c.Offer is null)
                why = TillReasons.CouponNotForGoods.With(("name", c.Coupon.Name)).Sentence(language);
            else if (!used.Contains(c.Coupon.Id))
            {
                var key = (c.Coupon.TemplateId, c.Coupon.TermsNo);
                if (!tried.TryGetValue(key, out var known))
                    tried[key] = known = Try(cart, c, without ??= Cost(cart, []), reasons, language);
                (gives, why) = known;
            }
            views.Add(View(cart, c, used.Contains(c.Coupon.Id), gives, why, language));
        }
        return views;
    }

    /// <summary>What this coupon alone would take off, beside the promotions that go with it.</summary>
    private static (Money Gives, string? Why) Try(
        PricedCart cart,
        CartCoupon coupon,
        Money without,
        Lazy<ILookup<string, NotApplied>> reasons,
        Language language
    )
    {
        var gives = without - Cost(cart, [CouponOffers.Of(coupon.Coupon)!]);
        return gives.IsPositive
            ? (gives, null)
            : (Money.Zero, reasons.Value[coupon.Coupon.Id.ToString()].FirstOrDefault()?.Why.In(language));
    }

    /// <summary>Why coupons were not taken: those that took part the quote has told of; the others are asked about once.</summary>
    private static ILookup<string, NotApplied> Reasons(PricedCart cart)
    {
        var asked = cart.Quote.Cart;
        var others = cart.Coupons.Where(c => c is { TakesPart: false, Offer: not null, WhyNot: null }).ToList();
        var told = cart.Quote.NotApplied.AsEnumerable();
        if (
            others.Count > 0
            && !Quote
                .Price(
                    new Cart
                    {
                        Lines = asked.Lines,
                        OrderDiscount = asked.OrderDiscount,
                        Points = asked.Points,
                        FreeItems = asked.FreeItems,
                        Coupons = [.. others.Select(c => CouponOffers.Of(c.Coupon)!)],
                        PaymentMethod = asked.PaymentMethod,
                    },
                    cart.Quote.Facts
                )
                .No(out var quote, out _)
        )
            told = told.Concat(quote.NotApplied);
        return told.ToLookup(n => n.SourceId, StringComparer.Ordinal);
    }

    private static Money Cost(PricedCart cart, IReadOnlyList<CouponOffer> coupons)
    {
        var asked = cart.Quote.Cart;
        return Quote
            .Cheapest(
                new Cart
                {
                    Lines = asked.Lines,
                    OrderDiscount = asked.OrderDiscount,
                    Points = asked.Points,
                    FreeItems = asked.FreeItems,
                    Coupons = coupons,
                    PaymentMethod = asked.PaymentMethod,
                },
                cart.Quote.Facts
            )
            .Goods;
    }

    private static QuoteView.CouponView View(
        PricedCart cart,
        CartCoupon c,
        bool used,
        Money gives,
        string? why,
        Language language
    ) =>
        new(
            c.Coupon.Id,
            c.Coupon.TemplateId,
            c.Coupon.Name,
            c.Coupon.Terms.Kind,
            CouponSentence.Of(c.Coupon.Terms).In(language),
            c.Coupon.Facts.ValidTo,
            CouponLife.LastDay(c.Coupon.Facts.ValidTo, cart.Store.Zone),
            c.Pick,
            used,
            gives,
            why
        );
}
