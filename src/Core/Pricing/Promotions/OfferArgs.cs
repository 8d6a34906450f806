using System.Text.Json.Serialization;
using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>Where in the calculation a kind stands (spec 6.4).</summary>
public enum OfferPhase
{
    /// <summary>What a line costs, each line by itself.</summary>
    Line,

    /// <summary>Pieces across lines: every second, bundles, gifts.</summary>
    Pieces,

    /// <summary>The whole cart: full reductions, order discounts.</summary>
    Cart,
}

/// <summary>
/// The kind of a promotion or coupon with its arguments: plain data, "kind" first in JSON. A new kind is one file in
/// Promotions/Kinds, one line here, and its lines in the test table.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LimitedDiscount), "limited_discount")]
[JsonDerivedType(typeof(SpecialPrice), "special_price")]
[JsonDerivedType(typeof(MemberPrices), "member_prices")]
[JsonDerivedType(typeof(SecondMemberPrices), "second_member_prices")]
[JsonDerivedType(typeof(TierDiscounts), "tier_discounts")]
[JsonDerivedType(typeof(TierPrices), "tier_prices")]
[JsonDerivedType(typeof(NewCustomerPrices), "new_customer_prices")]
[JsonDerivedType(typeof(Clearance), "clearance")]
[JsonDerivedType(typeof(HappyHour), "happy_hour")]
[JsonDerivedType(typeof(MemberDay), "member_day")]
[JsonDerivedType(typeof(BirthdayDiscount), "birthday")]
[JsonDerivedType(typeof(UnitOff), "unit_off")]
[JsonDerivedType(typeof(FlashPrice), "flash_price")]
[JsonDerivedType(typeof(NthPiece), "nth_piece")]
[JsonDerivedType(typeof(EveryN), "every_n")]
[JsonDerivedType(typeof(BuyXGetY), "buy_x_get_y")]
[JsonDerivedType(typeof(FixedBundle), "fixed_bundle")]
[JsonDerivedType(typeof(Combo), "combo")]
[JsonDerivedType(typeof(Package), "package")]
[JsonDerivedType(typeof(AddOn), "add_on")]
[JsonDerivedType(typeof(FullGift), "full_gift")]
[JsonDerivedType(typeof(OneItem), "one_item")]
[JsonDerivedType(typeof(Exchange), "exchange")]
[JsonDerivedType(typeof(FixedPrice), "fixed_price")]
[JsonDerivedType(typeof(FullReduction), "full_reduction")]
[JsonDerivedType(typeof(FullDiscount), "full_discount")]
[JsonDerivedType(typeof(OrderDiscount), "order_discount")]
[JsonDerivedType(typeof(AmountOff), "amount_off")]
[JsonDerivedType(typeof(PaymentDiscount), "payment_discount")]
[JsonDerivedType(typeof(FirstOrder), "first_order")]
[JsonDerivedType(typeof(FreeShipping), "free_shipping")]
[JsonDerivedType(typeof(PointsMultiplier), "points_multiplier")]
public abstract partial record OfferArgs
{
    public abstract OfferPhase Phase();

    /// <summary>What people call this kind: 满减.</summary>
    public abstract Words Title();

    /// <summary>The goods it counts.</summary>
    public abstract Goods Counts();

    /// <summary>What the kind itself asks for, beside the promotion's own conditions: a birthday, a first order.</summary>
    public virtual Clause? Requires() => null;

    /// <summary>The rule as a sentence, from the arguments alone: "全部商品满 200.00 元减 30.00 元".</summary>
    public abstract Words Rule(OfferNames names);

    /// <summary>Why these arguments make no sense; null = they do.</summary>
    public abstract Refusal? Fault();

    /// <summary>This may give everything away: the owner confirms it.</summary>
    public virtual bool GivesAllAway() => false;

    [JsonIgnore]
    public string Kind => OfferKindsOf.Code(GetType());
}

/// <summary>Every kind there is, in the order in which a form lists them.</summary>
public static class OfferKindsOf
{
    private static readonly (string Code, Type Type)[] Kinds =
    [
        .. typeof(OfferArgs)
            .GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false)
            .Cast<JsonDerivedTypeAttribute>()
            .Select(a => ((string)a.TypeDiscriminator!, a.DerivedType)),
    ];

    private static readonly Dictionary<Type, string> Codes = Kinds.ToDictionary(k => k.Type, k => k.Code);

    public static IReadOnlyList<string> All { get; } = [.. Kinds.Select(k => k.Code)];

    internal static string Code(Type type) => Codes[type];
}
