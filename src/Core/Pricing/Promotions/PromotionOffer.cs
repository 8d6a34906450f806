namespace Shuke.Core.Pricing.Promotions;

/// <summary>A promotion or coupon on the lines of a quote: its code is the kind's, its source the promotion or the coupon.</summary>
public sealed record PromotionOffer : Offer
{
    private static readonly Dictionary<string, OfferKind> Kinds = OfferKindsOf
        .All.SelectMany(k => new[] { k, "coupon_" + k })
        .ToDictionary(
            k => k,
            k => new OfferKind(k, Stage.Order, new(k, "{source}", "{source}"), static (_, _, _) => { })
        );

    internal PromotionOffer(ReadyOffer ready)
    {
        (Args, Promotion, Coupon) = (ready.Args, ready.Promotion, ready.Coupon);
        Kind = Kinds[(Coupon is null ? "" : "coupon_") + Args.Kind];
        SourceId = Promotion?.Id.ToString() ?? Coupon!.Id.ToString();
        Title = Kind.Title.With(("source", Promotion?.Name ?? Coupon!.Name));
    }

    public OfferArgs Args { get; }
    public Promotion? Promotion { get; }
    public CouponOffer? Coupon { get; }
    public override OfferKind Kind { get; }
    public override string SourceId { get; }
    public override Sentence Title { get; }

    public override void Propose(WorkingCart cart, Proposal proposal) =>
        throw new NotSupportedException("Promotions are decided together, not one by one.");
}

/// <summary>What one promotion or coupon did to the cart: rule, version, numbers, and the share of each line.</summary>
/// <param name="Wanted">before the guards of lowest price and cost</param>
/// <param name="Working">the arithmetic with its inputs; for kinds with an amount for each line see the lines' discounts</param>
/// <param name="Shares">line number and fen; they add up to the amount</param>
public sealed record AppliedOffer(
    PromotionOffer Offer,
    int Version,
    Money Amount,
    Money Wanted,
    Sentence Working,
    IReadOnlyList<(int LineNo, Money Amount)> Shares
)
{
    /// <summary>The rule as it was, from its arguments.</summary>
    public Sentence Rule(OfferNames names) => Offer.Args.Rule(names).As("rule");
}

/// <summary>Gifts or add-ons the buyer may still put into the cart under an offer.</summary>
/// <param name="Goods">what may be chosen, and at which price</param>
public sealed record OpenChoice(
    PromotionOffer Offer,
    IReadOnlyList<(ProductId Product, Money Price)> Goods,
    long PiecesLeft
);
