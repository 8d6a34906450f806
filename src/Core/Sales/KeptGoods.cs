using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Offers;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Sales;

/// <summary>
/// What the goods that are kept would have cost on the day of the sale: the same cart with less in it, the same member,
/// the versions of the promotions that counted then, the coupons that were used, the same hand.
/// </summary>
public static class KeptGoods
{
    /// <param name="sold">the quote of the sale, priced again from what the order says</param>
    public static Func<IReadOnlyDictionary<int, Quantity>, Money> CostOf(Quote sold) => kept => Cost(sold, kept);

    private static Money Cost(Quote sold, IReadOnlyDictionary<int, Quantity> kept)
    {
        var used = sold.Coupons.Select(c => c.Id).ToHashSet();
        var before = Money.Zero;
        var after = Money.Zero;
        var lines = new List<CartLine>();
        foreach (var line in sold.Lines)
        {
            before += line.Original;
            if (!kept.TryGetValue(line.LineNo, out var quantity))
                continue;
            lines.Add(line.Line with { Quantity = quantity });
            after += line.UnitPrice.Times(quantity);
        }
        var cart = new Cart
        {
            Lines = lines,
            OrderDiscount = Scaled(sold.Cart.OrderDiscount, after, before),
            FreeItems = [.. Uses(sold, kept)],
            Coupons = [.. sold.Cart.Coupons.Where(c => used.Contains(c.Id))],
            PaymentMethod = sold.Cart.PaymentMethod,
        };
        // What was allowed then is not asked again.
        return Quote.Price(cart, sold.Facts with { Limit = CashierLimit.Unlimited }).Value.Payable;
    }

    /// <summary>An amount by hand stays with the goods in proportion; a rate stays a rate.</summary>
    private static ManualDiscount? Scaled(ManualDiscount? manual, Money after, Money before)
    {
        if (manual is not { Amount: { } amount })
            return manual;
        var part = before.IsZero ? 0 : Divide.Exact((Int128)amount.Fen * after.Fen, before.Fen, Rounding.HalfUp);
        return part == 0 ? null : ManualDiscount.AmountOf(new(part));
    }

    /// <summary>Free units stay on their lines as long as there are pieces for them.</summary>
    private static IEnumerable<FreeItemUse> Uses(Quote sold, IReadOnlyDictionary<int, Quantity> kept)
    {
        foreach (var line in sold.Lines)
        {
            if (!kept.TryGetValue(line.LineNo, out var quantity))
                continue;
            var uses = line.Discounts.Select(d => d.Offer).OfType<FreeItem>().Select(f => f.Use).ToList();
            // The last piece brings the last use back, as in the refund itself.
            var back = (int)
                Divide.Exact(
                    (Int128)uses.Count * (line.Line.Quantity - quantity).Milli,
                    line.Line.Quantity.Milli,
                    Rounding.Down
                );
            foreach (var use in uses.Skip(back))
                yield return use with
                {
                    LineNo = line.LineNo,
                };
        }
    }
}
