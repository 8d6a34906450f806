using System.Text.Json.Serialization;
using Shuke.Core.Coupons;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

/// <summary>What one promotion or coupon took off a ticket, and how: the same on the quote, the order and for ever after.</summary>
/// <param name="Offer">the kind's code; coupons have "coupon_" in front</param>
/// <param name="SourceId">the promotion or the coupon</param>
/// <param name="Version">of the promotion, or the number of the coupon's terms</param>
public sealed record AppliedView(
    string Offer,
    string SourceId,
    bool IsCoupon,
    int Version,
    string Title,
    string Rule,
    string Working,
    Money Amount,
    IReadOnlyList<AppliedView.Share> Shares
)
{
    public sealed record Share(int LineNo, Money Amount);
}

/// <summary>A promotion or coupon that holds without taking money off: free delivery, more points.</summary>
public sealed record FlagView(string Offer, string SourceId, bool IsCoupon, int Version, string Title, string Rule);

/// <summary>The explanation of a ticket in both languages, as it is kept with the order.</summary>
internal sealed record Explanation(IReadOnlyList<Explanation.Offer> Applied, IReadOnlyList<Explanation.Offer> Flags)
{
    public static readonly Explanation None = new([], []);

    public sealed record Text(string Zh, string En)
    {
        public static Text Of(Sentence sentence) => new(sentence.In(Language.Zh), sentence.In(Language.En));

        public string In(Language language) => language == Language.Zh ? Zh : En;
    }

    public sealed record Offer(
        string Code,
        string SourceId,
        bool IsCoupon,
        int Version,
        Text Title,
        Text Rule,
        Text? Working = null,
        Money Amount = default,
        IReadOnlyList<AppliedView.Share>? Shares = null
    );

    [JsonIgnore]
    public bool IsEmpty => Applied.Count == 0 && Flags.Count == 0;

    public static async ValueTask<Explanation> Of(DbRead db, PricedCart cart)
    {
        var quote = cart.Quote;
        if (quote.Applied.Count == 0 && quote.Flags.Count == 0)
            return None;
        var applied = new List<Offer>(quote.Applied.Count);
        foreach (var a in quote.Applied)
            applied.Add(
                await Of(db, cart, a.Offer, a.Version) with
                {
                    Working = Text.Of(a.Working),
                    Amount = a.Amount,
                    Shares = [.. a.Shares.Select(s => new AppliedView.Share(s.LineNo, s.Amount))],
                }
            );
        var flags = new List<Offer>(quote.Flags.Count);
        foreach (var f in quote.Flags)
            flags.Add(await Of(db, cart, f, f.Promotion?.Version ?? f.Coupon!.Version));
        return new(applied, flags);
    }

    private static async ValueTask<Offer> Of(DbRead db, PricedCart cart, PromotionOffer offer, int version) =>
        new(
            offer.Kind.Code,
            offer.SourceId,
            offer.Coupon is not null,
            version,
            Text.Of(offer.Title),
            offer.Promotion is { } promotion
                ? RuleText(await PricingPublic.RuleOf(db, promotion))
                : CouponText(cart, offer)
        );

    private static Text RuleText(Core.Conditions.Words rule) => new(rule.Zh, rule.En);

    private static Text CouponText(PricedCart cart, PromotionOffer offer) =>
        Text.Of(CouponSentence.Of(cart.Coupons.First(c => c.Coupon.Id == offer.Coupon!.Id).Coupon.Terms));

    public IReadOnlyList<AppliedView> AppliedIn(Language language) =>
        [
            .. Applied.Select(a => new AppliedView(
                a.Code,
                a.SourceId,
                a.IsCoupon,
                a.Version,
                a.Title.In(language),
                a.Rule.In(language),
                a.Working!.In(language),
                a.Amount,
                a.Shares!
            )),
        ];

    public IReadOnlyList<FlagView> FlagsIn(Language language) =>
        [
            .. Flags.Select(f => new FlagView(
                f.Code,
                f.SourceId,
                f.IsCoupon,
                f.Version,
                f.Title.In(language),
                f.Rule.In(language)
            )),
        ];
}
