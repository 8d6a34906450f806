namespace Shuke.Core.Pricing;

/// <summary>What must be true of a cart before it can be priced. The first failure is the answer.</summary>
internal static class CartCheck
{
    public const int LinesMax = 200;
    public const int FreeItemsMax = 50;

    public static Refusal? Refuse(Cart cart, PricingFacts facts)
    {
        if (cart.Lines.Count > LinesMax)
            return PricingReasons.TooManyLines.With(("max", LinesMax), ("count", cart.Lines.Count));
        if (cart.FreeItems.Count > FreeItemsMax)
            return PricingReasons.TooManyFreeItems.With(("max", FreeItemsMax));
        if (cart.Points is { Number: { Value: <= 0 } })
            return PricingReasons.PointsWishInvalid;
        if (IsInvalid(cart.OrderDiscount))
            return PricingReasons.ManualDiscountInvalid;

        var total = Money.Zero;
        var seen = new HashSet<int>(cart.Lines.Count);
        foreach (var line in cart.Lines)
        {
            if (line.LineNo <= 0 || !seen.Add(line.LineNo))
                return PricingReasons.LineNumbers.With(("line", line.LineNo));
            if (RefuseLine(line, facts.Limit) is { } refusal)
                return refusal;
            total += Money.Max(line.UnitPrice, line.PriceOverride ?? Money.Zero).Times(line.Quantity);
        }
        return total.Fen > Money.FenMax ? PricingReasons.TotalOutOfRange.With(("max", Money.FenMax)) : null;
    }

    private static Refusal? RefuseLine(CartLine line, CashierLimit limit)
    {
        if (line.Quantity.Milli is <= 0 or > Quantity.MilliMax)
            return PricingReasons.QuantityOutOfRange.With(("name", line.Name));
        if (
            IsOutOfRange(line.UnitPrice)
            || IsOutOfRange(line.MemberPrice)
            || IsOutOfRange(line.LowestPrice)
            || IsOutOfRange(line.Cost)
            || IsOutOfRange(line.PriceOverride)
        )
            return PricingReasons.PriceOutOfRange.With(("name", line.Name), ("max", Money.FenMax));
        var amount = Money.Max(line.UnitPrice, line.PriceOverride ?? Money.Zero).Times(line.Quantity);
        if (IsOutOfRange(amount))
            return PricingReasons.PriceOutOfRange.With(("name", line.Name), ("max", Money.FenMax));
        if (IsInvalid(line.ManualDiscount))
            return PricingReasons.ManualDiscountInvalid;
        if (line.PriceOverride is { } price && price != line.UnitPrice && !limit.MayOverridePrice)
            return PricingReasons.PriceOverrideNotAllowed.With(
                ("name", line.Name),
                ("list", line.UnitPrice.Fen),
                ("asked", price.Fen)
            );
        return line.ManualDiscount is { } manual ? RefuseOver(manual, amount, limit.LineOffMax, line.Name) : null;
    }

    /// <summary>The order discount is measured against what the goods that take discounts cost before it.</summary>
    public static Refusal? RefuseOrderDiscount(Cart cart, PricingFacts facts, WorkingCart working)
    {
        if (cart.OrderDiscount is not { } manual)
            return null;
        var before = Money.Zero;
        for (var i = 0; i < working.Count; i++)
        {
            if (!working.Lines[i].Discountable)
                continue;
            before += working.Net(i);
            foreach (var discount in working.Discounts[i])
                if (discount.Offer is Offers.ManualOrderDiscount)
                    before += discount.Amount;
        }
        return RefuseOver(manual, before, facts.Limit.OrderOffMax, "整单 (order)");
    }

    private static Refusal? RefuseOver(ManualDiscount manual, Money amount, Ratio limit, string name)
    {
        var asked = manual.Amount ?? amount.Times(manual.Off!.Value, Rounding.HalfUp);
        var isOver = manual.Off is { } off
            ? off > limit
            : (Int128)asked.Fen * Ratio.One.Bp > (Int128)amount.Fen * limit.Bp;
        if (!isOver || (limit >= Ratio.One && manual.Off is null))
            return null;
        return PricingReasons.DiscountOverLimit.With(
            ("name", name),
            ("asked", manual.Off ?? ShareOf(asked, amount)),
            ("askedMoney", asked.Fen),
            ("limit", limit),
            ("limitMoney", amount.Times(limit, Rounding.Down).Fen)
        );
    }

    /// <summary>Rounded up, so that what is over the limit also reads as over it.</summary>
    private static Ratio ShareOf(Money asked, Money amount)
    {
        if (amount.IsZero)
            return Ratio.One;
        var bp = Divide.Exact((Int128)asked.Fen * Ratio.One.Bp, amount.Fen, Rounding.Up);
        return new((int)Math.Min(bp, int.MaxValue));
    }

    private static bool IsOutOfRange(Money? price) => price is { Fen: < 0 or > Money.FenMax };

    private static bool IsInvalid(ManualDiscount? manual) =>
        manual switch
        {
            null => false,
            { Off: { } off, Amount: null } => off.Bp is <= 0 or > 10_000,
            { Off: null, Amount: { } amount } => amount.Fen is <= 0 or > Money.FenMax,
            _ => true,
        };
}
