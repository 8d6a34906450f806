namespace Shuke.Core.Coupons;

/// <summary>What a coupon does for the one who holds it (spec 6.7).</summary>
public enum CouponKind
{
    /// <summary>An amount off, whatever the ticket.</summary>
    CashOff,

    /// <summary>An amount off from a minimum spend on: 满 100 减 20.</summary>
    ThresholdOff,

    /// <summary>A share of the price off, at most a cap.</summary>
    PercentOff,

    /// <summary>Named goods or services for nothing.</summary>
    Exchange,

    /// <summary>Named goods added for nothing when the minimum spend is met.</summary>
    Gift,

    /// <summary>Freight off, at most an amount.</summary>
    Freight,

    /// <summary>One of the named goods for a fixed price.</summary>
    FixedPrice,

    /// <summary>A share of the price off, for one of the named goods.</summary>
    ItemDiscount,

    /// <summary>Bonus on top when at least an amount is topped up.</summary>
    TopUpBonus,

    /// <summary>The ticket's points several times over.</summary>
    PointsMultiplier,

    /// <summary>An amount off each litre (or other unit).</summary>
    Fuel,

    /// <summary>Parking paid for, up to an amount.</summary>
    Parking,

    /// <summary>A partner's code that the shop hands out; it is worth nothing at the own till.</summary>
    ThirdParty,
}

/// <summary>How long a coupon can be used, counted from the day it is received.</summary>
public enum CouponValidityKind
{
    /// <summary>From one day to another, both included, whenever it was received.</summary>
    Dates,

    /// <summary>So many days, the day of receipt being the first.</summary>
    Days,

    /// <summary>So many days, beginning with the day after receipt.</summary>
    DaysFromNextDay,
}

/// <summary>When a coupon can be used.</summary>
/// <param name="From">first day; only for dates</param>
/// <param name="To">last day, included; only for dates</param>
/// <param name="Days">how many days; only for days</param>
/// <param name="Weekdays">1 = Monday to 7 = Sunday; empty: every day</param>
/// <param name="FromMinute">minute of the day, 0 to 1,439, from which it can be used; null: all day</param>
/// <param name="ToMinute">minute of the day until which, not included, 1 to 1,440; below the first it runs past midnight</param>
public sealed record CouponValidity(
    CouponValidityKind Kind,
    BusinessDay? From = null,
    BusinessDay? To = null,
    int Days = 0,
    IReadOnlyList<int>? Weekdays = null,
    int? FromMinute = null,
    int? ToMinute = null
);

/// <summary>
/// What a coupon says: what it does, for what, when, where and for whom. A template has a list of these, each with a
/// number; a coupon keeps the one it was issued under.
/// </summary>
public sealed record CouponTerms
{
    public const int ListMax = 500;

    public required CouponKind Kind { get; init; }

    /// <summary>Fen: what comes off, the fixed price, the bonus, or what comes off each unit.</summary>
    public Money Amount { get; init; }

    /// <summary>What is left of the price, basis points: 8,000 = 8折. Only for the kinds that take a share.</summary>
    public Ratio Price { get; init; } = Ratio.One;

    /// <summary>Fen: not more than this comes off; null: no cap.</summary>
    public Money? Cap { get; init; }

    /// <summary>Fen the covered goods must come to after other discounts.</summary>
    public Money MinSpend { get; init; }

    /// <summary>How many pieces an exchange or a gift gives, a fixed price or a discount on one item counts for.</summary>
    public int Pieces { get; init; } = 1;

    /// <summary>Basis points: 20,000 = points twice.</summary>
    public Ratio Multiplier { get; init; } = Ratio.One;

    /// <summary>Empty products and categories: all goods.</summary>
    public IReadOnlyList<ProductId> Products { get; init; } = [];
    public IReadOnlyList<CategoryId> Categories { get; init; } = [];
    public IReadOnlyList<ProductId> NotProducts { get; init; } = [];

    /// <summary>Empty: every store, every tier.</summary>
    public IReadOnlyList<StoreId> Stores { get; init; } = [];
    public IReadOnlyList<TierId> Tiers { get; init; } = [];

    public required CouponValidity Validity { get; init; }

    /// <summary>May be given to another member.</summary>
    public bool Transferable { get; init; }

    /// <summary>May be used beside other coupons.</summary>
    public bool Stackable { get; init; }

    /// <summary>May be used on goods a promotion has made cheaper.</summary>
    public bool WithPromotions { get; init; } = true;

    /// <summary>Whose code it is; only for a partner's code.</summary>
    public string Partner { get; init; } = "";

    /// <summary>The coupon names goods, not a share of all.</summary>
    internal bool NamesGoods => Products.Count > 0 || Categories.Count > 0;
}
