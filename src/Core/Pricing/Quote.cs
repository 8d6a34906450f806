using System.Collections.Frozen;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Pricing;

/// <summary>What one offer takes off one line, and how that was computed. Sentences are made only when somebody asks.</summary>
/// <param name="Wanted">what the offer would have taken without the guard; more than the amount means it was cut</param>
public sealed record LineDiscount(Offer Offer, Money Amount, Money Wanted, Arithmetic How)
{
    public string OfferCode => Offer.Kind.Code;
    public string SourceId => Offer.SourceId;
    public Sentence Title => Offer.Title;
    public bool WasCut => Amount < Wanted;

    /// <summary>"金卡8折:64.00 × 20% = 12.80".</summary>
    public Sentence Explanation => How.Explain(Offer, Amount, Wanted);
}

/// <summary>One line of a quote. Net = Original - Discount, exactly; every fen of every discount is on a line.</summary>
public sealed record QuoteLine(
    CartLine Line,
    Money UnitPrice,
    Money Original,
    Money Net,
    IReadOnlyList<LineDiscount> Discounts
)
{
    public int LineNo => Line.LineNo;
    public Money Discount => Original - Net;
}

/// <summary>An offer that gave nothing (or less) on a line or on the whole cart, and the first reason why.</summary>
/// <param name="LineNo">null: the whole cart</param>
/// <param name="Why">its phrase's code is stable; its arguments hold the distance</param>
public sealed record NotApplied(string OfferCode, string SourceId, int? LineNo, Sentence Title, Sentence Why)
{
    public string WhyCode => Why.Phrase.Code;
}

/// <summary>The points that may pay for this ticket, and those that do.</summary>
/// <param name="Why">what sets the maximum</param>
public sealed record PointsOffer(Points Max, Money MaxMoney, Points Used, Money UsedMoney, Sentence Why);

/// <summary>The points a ticket earns.</summary>
/// <param name="Base">the amount that earns</param>
public sealed record Earning(Points Points, Money Base, Sentence Why)
{
    public bool IsNone => Points.Value == 0;
}

/// <summary>The answer to "what does this cost, and why". Same cart and facts, same quote, to the last byte.</summary>
public sealed partial class Quote
{
    internal Quote(Cart cart, PricingFacts facts) => (Cart, Facts) = (cart, facts);

    private Earning? _earn;

    public Cart Cart { get; }
    public PricingFacts Facts { get; }

    /// <summary>In order of line number.</summary>
    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>Goods at list prices.</summary>
    public required Money Original { get; init; }

    /// <summary>Goods after all discounts and rounding: the sum of the lines' net, and of the tenders.</summary>
    public required Money Payable { get; init; }

    /// <summary>All discounts, rounding included. Points are a tender, so they save nothing here.</summary>
    public Money Saved => Original - Payable;
    public required Points PointsUsed { get; init; }
    public required Money PointsMoney { get; init; }

    /// <summary>What is left to pay after points.</summary>
    public Money Due => Payable - PointsMoney;

    /// <summary>Null: no member, or the shop does not take points.</summary>
    public required PointsOffer? PointsOffer { get; init; }

    /// <summary>The points if everything due is paid with cash or the like. Null: no member, or the shop gives no points.</summary>
    public Earning? Earn => _earn ??= Pricing.Earn.For(this, new(PointsMoney, Money.Zero, Money.Zero));

    public required IReadOnlyList<NotApplied> NotApplied { get; init; }

    /// <summary>Promotions and coupons that took something off, in order of calculation.</summary>
    public IReadOnlyList<AppliedOffer> Applied { get; init; } = [];

    /// <summary>Coupons among <see cref="Applied"/> and <see cref="Flags"/>: these are used up by the sale.</summary>
    public IEnumerable<CouponOffer> Coupons =>
        Applied.Select(a => a.Offer).Concat(Flags).Where(o => o.Coupon is not null).Select(o => o.Coupon!);

    /// <summary>Gifts and add-ons that may still be chosen.</summary>
    public IReadOnlyList<OpenChoice> Choices { get; init; } = [];

    /// <summary>Offers that hold without taking money off: free delivery, more points.</summary>
    public IReadOnlyList<PromotionOffer> Flags { get; init; } = [];
    public bool FreeShipping { get; init; }

    /// <summary>Line number to how many times over it earns points.</summary>
    public IReadOnlyDictionary<int, Ratio> PointsMultipliers { get; init; } = FrozenDictionary<int, Ratio>.Empty;

    /// <summary>How hard it was to find the best combination, and whether it is proven.</summary>
    public SearchEffort Effort { get; init; }
}
