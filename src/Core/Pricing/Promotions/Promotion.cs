using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>How often an offer may be used, and how much it may give. Null = no limit.</summary>
/// <param name="PerMember">tickets of one member</param>
/// <param name="PerMemberDay">tickets of one member on one business day</param>
/// <param name="PerDay">tickets on one business day</param>
/// <param name="Total">tickets altogether</param>
/// <param name="Budget">what it may give away altogether; the last ticket gets what is left</param>
public sealed record OfferLimits(
    int? PerMember = null,
    int? PerMemberDay = null,
    int? PerDay = null,
    int? Total = null,
    Money? Budget = null
)
{
    public static readonly OfferLimits None = new();

    public bool IsNone =>
        PerMember is null && PerMemberDay is null && PerDay is null && Total is null && Budget is null;
}

/// <summary>What of the limits is used up: tickets, and money given.</summary>
public sealed record OfferUsage(int ByMember, int ByMemberToday, int Today, int Total, Money Given)
{
    public static readonly OfferUsage None = new(0, 0, 0, 0, Money.Zero);
}

/// <summary>
/// One version of a promotion. A version is never changed: a new one begins when the old one ends, so that what applied
/// at any past moment can be asked.
/// </summary>
public sealed record Promotion
{
    public required PromotionId Id { get; init; }
    public int Version { get; init; } = 1;
    public required string Name { get; init; }

    /// <summary>This version counts from here ...</summary>
    public Instant ValidFrom { get; init; }

    /// <summary>... up to here, exclusive; null = until another version begins.</summary>
    public Instant? ValidTo { get; init; }

    /// <summary>The kind with its arguments.</summary>
    public required OfferArgs Args { get; init; }

    /// <summary>Who, where and when (FieldUse.Cart).</summary>
    public Clause Where { get; init; } = Clause.Always;

    /// <summary>
    /// Promotions of one group exclude each other: line promotions on each line, all others on the whole ticket. Empty =
    /// goes together with everything.
    /// </summary>
    public string Group { get; init; } = "";

    /// <summary>
    /// 1 comes first: who wins where the policy is "by priority", and the order of calculation among promotions without a
    /// group. Groups are calculated in the order of their names.
    /// </summary>
    public int Priority { get; init; } = 100;

    /// <summary>
    /// False (spec 18): goods in this promotion have no tier discount and no member price; the better of the two is taken.
    /// </summary>
    public bool WithTierDiscount { get; init; }
    public bool WithCoupons { get; init; } = true;
    public bool WithPoints { get; init; } = true;
    public OfferLimits Limits { get; init; } = OfferLimits.None;

    public bool CountsAt(Instant at) => ValidFrom <= at && (ValidTo is not { } to || at < to);
}

/// <summary>Whether a coupon is taken by the engine or by people.</summary>
public enum CouponPick
{
    /// <summary>The engine takes it if it is worth it.</summary>
    Auto,

    /// <summary>The cashier or member chose it: it goes before every combination without it.</summary>
    Chosen,

    /// <summary>Shown with what it would need; never taken.</summary>
    Off,
}

/// <summary>One coupon in the member's hands (or typed in as a code), offered to a cart. Coupon kinds are offers too.</summary>
public sealed class CouponOffer
{
    public required CouponId Id { get; init; }
    public required CouponTemplateId TemplateId { get; init; }

    /// <summary>The version of the template the coupon was issued with.</summary>
    public int Version { get; init; } = 1;
    public required string Name { get; init; }
    public required OfferArgs Args { get; init; }
    public Clause Where { get; init; } = Clause.Always;

    /// <summary>Of two alike the one that ends first is used first.</summary>
    public Instant? ValidTo { get; init; }

    /// <summary>May be used together with other stackable coupons; otherwise a ticket takes this one alone.</summary>
    public bool Stackable { get; init; }

    /// <summary>False: no promotion on the same ticket.</summary>
    public bool WithPromotions { get; init; } = true;

    /// <summary>False: no tier discount and no member price on the goods it counts.</summary>
    public bool WithTierDiscount { get; init; } = true;
    public bool WithPoints { get; init; } = true;
    public CouponPick Pick { get; init; }

    /// <summary>Compiled once, however many carts it is offered to.</summary>
    internal ReadyOffer Ready => _ready ??= new(this);

    private ReadyOffer? _ready;
}
