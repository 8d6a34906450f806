using Shuke.Core.Coupons;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>A quote as the till shows it: every figure with the sentence that explains it.</summary>
/// <param name="IsBounded">the best combination found, not proven to be the best</param>
public sealed record QuoteView(
    IReadOnlyList<QuoteView.LineView> Lines,
    Money Original,
    Money Saved,
    Money Payable,
    Points PointsUsed,
    Money PointsMoney,
    Money Due,
    QuoteView.PointsView? PointsOffer,
    QuoteView.EarnView? Earn,
    IReadOnlyList<QuoteView.MissedView> NotApplied,
    string Fingerprint,
    string? NeedsApproval,
    IReadOnlyList<AppliedView> Applied,
    IReadOnlyList<FlagView> Flags,
    bool FreeShipping,
    IReadOnlyList<QuoteView.ChoiceView> Choices,
    IReadOnlyList<QuoteView.CouponView> Coupons,
    bool IsBounded
)
{
    public sealed record LineView(
        int LineNo,
        ProductId? ProductId,
        string Name,
        string Unit,
        Quantity Quantity,
        Money UnitPrice,
        Money Original,
        Money Discount,
        Money Net,
        IReadOnlyList<DiscountView> Discounts
    );

    public sealed record DiscountView(string Offer, string SourceId, Money Amount, string Title, string Explanation);

    public sealed record PointsView(Points Max, Money MaxMoney, Points Used, Money UsedMoney, string Why);

    public sealed record EarnView(Points Points, string Why);

    /// <param name="Gap">fen that are missing, where it is a matter of money</param>
    /// <param name="Pieces">pieces that are missing</param>
    public sealed record MissedView(
        string Offer,
        string SourceId,
        bool IsCoupon,
        int? LineNo,
        string Title,
        string Code,
        string Why,
        Money? Gap,
        long? Pieces
    );

    /// <summary>Gifts and add-ons that may be put into the cart as lines.</summary>
    public sealed record ChoiceView(
        string Offer,
        string SourceId,
        bool IsCoupon,
        string Title,
        string Rule,
        long PiecesLeft,
        IReadOnlyList<ChoiceView.GoodsView> Goods
    )
    {
        /// <param name="Price">what a piece will cost then; zero: a gift</param>
        public sealed record GoodsView(ProductId ProductId, string Name, string Unit, Money Price);
    }

    /// <summary>A coupon that the member holds, or that was named.</summary>
    /// <param name="Pick">as it took part in this quote</param>
    /// <param name="Used">this quote uses it up</param>
    /// <param name="Gives">used: what it takes off here; otherwise what it alone would take off this cart</param>
    /// <param name="Why">why it cannot be used or gives nothing; null: it can be</param>
    public sealed record CouponView(
        CouponId CouponId,
        CouponTemplateId TemplateId,
        string Name,
        CouponKind Kind,
        string Says,
        Instant ValidTo,
        BusinessDay LastDay,
        CouponPick Pick,
        bool Used,
        Money Gives,
        string? Why
    );

    internal static async Task<QuoteView> Of(DbRead db, PricedCart cart, Language language, string? needsApproval)
    {
        var q = cart.Quote;
        var explained = await Explanation.Of(db, cart);
        var coupons = cart.Coupons.Select(c => c.Coupon.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. q.Lines.Select(l => Line(cart, l, language))],
            q.Original,
            q.Saved,
            q.Payable,
            q.PointsUsed,
            q.PointsMoney,
            q.Due,
            q.PointsOffer is { } p ? new(p.Max, p.MaxMoney, p.Used, p.UsedMoney, p.Why.In(language)) : null,
            q.Earn is { } e ? new(e.Points, e.Why.In(language)) : null,
            [
                .. q.NotApplied.Select(n => new MissedView(
                    n.OfferCode,
                    n.SourceId,
                    coupons.Contains(n.SourceId),
                    n.LineNo,
                    n.Title.In(language),
                    n.WhyCode,
                    n.Why.In(language),
                    n.WhyCode == "threshold_short" || IsShortOf(n.Why, Core.Conditions.Fields.CartAmount)
                        ? new Money(Gap(n.Why))
                        : null,
                    n.WhyCode == "pieces_short" || IsShortOf(n.Why, Core.Conditions.Fields.CartPieces)
                        ? Gap(n.Why)
                        : null
                )),
            ],
            q.Fingerprint,
            needsApproval,
            explained.AppliedIn(language),
            explained.FlagsIn(language),
            q.FreeShipping,
            await ChoicesOf(db, cart, language),
            CouponProposals.Of(cart, language),
            q.Effort.IsBounded
        );
    }

    private static long Gap(Sentence why) => (long)why.Args["gap"]!;

    private static bool IsShortOf(Sentence why, Core.Conditions.Field field) =>
        why.Phrase.Code == "condition_short" && why.Args["field"] as string == field.Code;

    private static async Task<IReadOnlyList<ChoiceView>> ChoicesOf(DbRead db, PricedCart cart, Language language)
    {
        if (cart.Quote.Choices.Count == 0)
            return [];
        var products = await CatalogPublic.ForPricing(
            db,
            [.. cart.Quote.Choices.SelectMany(c => c.Goods).Select(g => g.Product).Distinct()]
        );
        var choices = new List<ChoiceView>();
        foreach (var c in cart.Quote.Choices)
            choices.Add(
                new(
                    c.Offer.Kind.Code,
                    c.Offer.SourceId,
                    c.Offer.Coupon is not null,
                    c.Offer.Title.In(language),
                    c.Offer.Promotion is { } p ? PromotionRule(await PricingPublic.RuleOf(db, p), language) : "",
                    c.PiecesLeft,
                    [
                        .. c
                            .Goods.Where(g => products.TryGetValue(g.Product, out var f) && f.Active)
                            .Select(g => new ChoiceView.GoodsView(
                                g.Product,
                                products[g.Product].Name,
                                products[g.Product].Unit,
                                g.Price
                            )),
                    ]
                )
            );
        return choices;
    }

    private static string PromotionRule(Core.Conditions.Words rule, Language language) =>
        language == Language.Zh ? rule.Zh : rule.En;

    private static LineView Line(PricedCart cart, QuoteLine line, Language language) =>
        new(
            line.LineNo,
            line.Line.ProductId,
            line.Line.Name,
            line.Line.ProductId is { } id ? cart.Products[id].Unit : "",
            line.Line.Quantity,
            line.UnitPrice,
            line.Original,
            line.Discount,
            line.Net,
            [
                .. line.Discounts.Select(d => new DiscountView(
                    d.OfferCode,
                    d.SourceId,
                    d.Amount,
                    d.Title.In(language),
                    d.Explanation.In(language)
                )),
            ]
        );
}
