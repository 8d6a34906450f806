using System.Text.Json;
using System.Text.Json.Serialization;
using Shuke.Core.Calendar;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing;
using Shuke.Core.Pricing.Promotions;
using Shuke.Core.Sales;
using Shuke.Server.Modules.Pricing;

namespace Shuke.Server.Modules.Sales;

[Table("order_pricing")]
internal sealed record OrderPricingRow(MerchantId MerchantId, OrderId OrderId, string Body);

/// <summary>
/// What the price of a ticket with promotions or coupons was made of, kept with the order: its explanation as it was said
/// on the day, and all that is needed to price it, or a part of it, again. The promotions themselves are not copied: which
/// versions counted at that moment can always be asked.
/// </summary>
internal sealed record OrderPricing(
    Explanation Explanation,
    IReadOnlyList<CartLine> Lines,
    ManualDiscount? OrderDiscount,
    Points? Points,
    IReadOnlyList<FreeItemUse> FreeItems,
    IReadOnlyList<OrderPricing.CouponThen> Coupons,
    string? PaymentMethod,
    Channel Channel,
    Instant At,
    BusinessDay Day,
    Moment Clock,
    PricingPolicies Policies,
    OrderPricing.BuyerThen? Buyer,
    IReadOnlyList<OrderPricing.UsageThen> Usage
)
{
    /// <summary>Nulls are left out: most of a line is not said.</summary>
    private static readonly JsonSerializerOptions Compact = new(Json.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = false,
    };

    public sealed record CouponThen(
        CouponId Id,
        CouponTemplateId TemplateId,
        long TermsNo,
        string Name,
        Instant? ValidTo,
        CouponPick Pick
    );

    /// <summary>What was used up of a limited promotion before this ticket.</summary>
    public sealed record UsageThen(PromotionId Promotion, OfferUsage Used);

    public sealed record WindowThen(string Field, int Days, long Value);

    public sealed record BirthdayThen(int Month, int Day, bool IsLunar, bool IsLeapMonth);

    public sealed record BuyerThen(
        MemberId MemberId,
        TierId? TierId,
        string TierName,
        Ratio TierPrice,
        Ratio PointsMultiplier,
        Points SpendablePoints,
        IReadOnlyList<TagId> Tags,
        string Gender,
        StoreId? HomeStore,
        BirthdayThen? Birthday,
        int? BirthYear,
        BusinessDay? JoinedOn,
        BusinessDay? LastPurchaseOn,
        long? Purchases,
        Money? Spent,
        IReadOnlyList<WindowThen> Windows,
        PaidMembership? Membership = null
    )
    {
        public static BuyerThen Of(Buyer b) =>
            new(
                b.MemberId,
                b.TierId.IsNone ? null : b.TierId,
                b.TierName,
                b.TierPrice,
                b.PointsMultiplier,
                b.SpendablePoints,
                [.. b.Tags.Order()],
                b.Gender,
                b.HomeStore.IsNone ? null : b.HomeStore,
                b.Birthday is { } d ? new(d.Month, d.Day, d.IsLunar, d.IsLeapMonth) : null,
                b.BirthYear,
                b.JoinedOn,
                b.LastPurchaseOn,
                b.Purchases,
                b.Spent,
                [.. b.Windows.Select(w => new WindowThen(w.Key.Field, w.Key.Days, w.Value))],
                b.Membership
            );

        public Buyer ToBuyer() =>
            new()
            {
                MemberId = MemberId,
                TierId = TierId ?? default,
                TierName = TierName,
                TierPrice = TierPrice,
                Membership = Membership,
                PointsMultiplier = PointsMultiplier,
                SpendablePoints = SpendablePoints,
                Tags = Tags.ToHashSet(),
                Gender = Gender,
                HomeStore = HomeStore ?? default,
                Birthday =
                    Birthday is not { } d ? null
                    : d.IsLunar ? Core.Calendar.Birthday.Lunar(d.Month, d.Day, d.IsLeapMonth)
                    : Core.Calendar.Birthday.Solar(d.Month, d.Day),
                BirthYear = BirthYear,
                JoinedOn = JoinedOn,
                LastPurchaseOn = LastPurchaseOn,
                Purchases = Purchases,
                Spent = Spent,
                Windows = Windows.ToDictionary(w => (w.Field, w.Days), w => w.Value),
            };
    }

    /// <summary>The row to keep with the order; null for a ticket without promotions and coupons.</summary>
    public static async ValueTask<OrderPricingRow?> Row(Tx tx, PricedCart cart, OrderId order)
    {
        var explanation = await Explanation.Of(tx, cart);
        if (explanation.IsEmpty)
            return null;
        var (asked, facts) = (cart.Quote.Cart, cart.Quote.Facts);
        var used = cart.Quote.Coupons.Select(c => c.Id).ToHashSet();
        var kept = new OrderPricing(
            explanation,
            asked.Lines,
            asked.OrderDiscount,
            asked.Points is null ? null : cart.Quote.PointsUsed,
            asked.FreeItems,
            [
                .. cart
                    .Coupons.Where(c => used.Contains(c.Coupon.Id))
                    .Select(c => new CouponThen(
                        c.Coupon.Id,
                        c.Coupon.TemplateId,
                        c.Coupon.TermsNo,
                        c.Coupon.Name,
                        c.Coupon.Facts.ValidTo,
                        c.Pick
                    )),
            ],
            asked.PaymentMethod,
            facts.Channel,
            facts.Now,
            facts.Day,
            facts.At,
            facts.Policies,
            facts.Buyer is { } buyer ? BuyerThen.Of(buyer) : null,
            [.. facts.Usage.Select(u => new UsageThen(u.Key, u.Value))]
        );
        return new(tx.Merchant, order, JsonSerializer.Serialize(kept, Compact));
    }

    public static async Task<OrderPricing?> Find(DbRead db, OrderId order) =>
        await db.One<string>(
            "SELECT body FROM order_pricing WHERE merchant_id = @m AND order_id = @order",
            new { order }
        )
            is { } body
            ? JsonSerializer.Deserialize<OrderPricing>(body, Compact)
            : null;

    /// <summary>The quote of the sale, priced again from what was kept and the promotions that counted then.</summary>
    public async Task<Outcome<Quote>> PriceAgain(DbRead db, StoreId store)
    {
        var coupons = new List<CouponOffer>(Coupons.Count);
        foreach (var c in Coupons)
            if (
                CouponOffers.Of(
                    await PricingPublic.Terms(db, c.TemplateId, c.TermsNo),
                    c.Id,
                    c.TemplateId,
                    c.TermsNo,
                    c.Name,
                    c.ValidTo,
                    c.Pick
                ) is
                { } offer
            )
                coupons.Add(offer);
        return Quote.Price(
            new Cart
            {
                Lines = Lines,
                OrderDiscount = OrderDiscount,
                Points = Points is { Value: > 0 } points ? new PointsWish(points) : null,
                FreeItems = FreeItems,
                Coupons = coupons,
                PaymentMethod = PaymentMethod,
            },
            new PricingFacts
            {
                StoreId = store,
                Channel = Channel,
                Now = At,
                Day = Day,
                At = Clock,
                Policies = Policies,
                // What was allowed then is not asked again.
                Limit = CashierLimit.Unlimited,
                Promotions = await PricingPublic.PromotionsAt(db, At),
                Usage = Usage.ToDictionary(u => u.Promotion, u => u.Used),
                Buyer = Buyer?.ToBuyer(),
                TellsMissed = false,
            }
        );
    }

    /// <summary>
    /// What goods that are kept would have cost on the day of the sale. Null where the engine of today prices the ticket
    /// otherwise than that day's did: then a refund is pro rata, which is right whatever the engine.
    /// </summary>
    public async Task<Func<IReadOnlyDictionary<int, Quantity>, Money>?> KeptCost(DbRead db, OrderRow order) =>
        (await PriceAgain(db, order.StoreId)).No(out var quote, out _) || quote.Payable != order.Payable
            ? null
            : KeptGoods.CostOf(quote);
}
