using System.Collections.Frozen;
using Shuke.Core.Calendar;
using Shuke.Core.Conditions;
using Shuke.Core.Pricing.Promotions;

namespace Shuke.Core.Pricing;

/// <summary>A paid membership as the source of a price: the id of its plan, and its name.</summary>
public sealed record PaidMembership(string Id, string Name);

/// <summary>All that pricing knows of the member: handed over by others, so pricing needs no member tables.</summary>
public sealed record Buyer
{
    public required MemberId MemberId { get; init; }

    /// <summary>Zero id (none) when the member has no tier.</summary>
    public TierId TierId { get; init; }
    public string TierName { get; init; } = "";

    /// <summary>What is left of the price: 8,000 bp = 8折; 10,000 bp = no discount.</summary>
    public Ratio TierPrice { get; init; } = Ratio.One;

    /// <summary>The paid membership that TierPrice comes from, when it is better than the tier's own; null = the tier's.</summary>
    public PaidMembership? Membership { get; init; }

    /// <summary>15,000 bp = one and a half times the points.</summary>
    public Ratio PointsMultiplier { get; init; } = Ratio.One;
    public Points SpendablePoints { get; init; }
    public bool HasMemberPrice { get; init; } = true;

    // What conditions of promotions ask; unknown facts make them fail, never pass.
    public IReadOnlySet<TagId> Tags { get; init; } = FrozenSet<TagId>.Empty;

    /// <summary>Ids of the segments (分群) the member is in.</summary>
    public IReadOnlySet<long> Segments { get; init; } = FrozenSet<long>.Empty;

    /// <summary>female, male, unknown.</summary>
    public string Gender { get; init; } = "unknown";
    public StoreId HomeStore { get; init; }
    public Birthday? Birthday { get; init; }
    public int? BirthYear { get; init; }
    public LeapDay LeapDay { get; init; }
    public BusinessDay? JoinedOn { get; init; }
    public BusinessDay? LastPurchaseOn { get; init; }

    /// <summary>Paid tickets before this one; null = not known.</summary>
    public long? Purchases { get; init; }
    public Money? Spent { get; init; }

    /// <summary>Sums and counts over the last N days, where a condition asks for them: (field, days) to fen or count.</summary>
    public IReadOnlyDictionary<(string Field, int Days), long> Windows { get; init; } =
        FrozenDictionary<(string, int), long>.Empty;
}

/// <summary>When several line discounts could apply to one line.</summary>
public enum LineDiscounts
{
    /// <summary>The one that gives the customer most.</summary>
    Better,

    /// <summary>One after another, each on what the one before left.</summary>
    Multiply,
}

/// <summary>
/// How the amount due is made round. "To" rounds to the nearest but never up: charging more than the marked price
/// (反向抹零) is not a till's to do, so an amount that would go up stays exact.
/// </summary>
public enum RoundOffRule
{
    None,
    ToJiao,
    ToYuan,
    DownToJiao,
    DownToYuan,
}

/// <summary>Points as money.</summary>
/// <param name="PointsPerYuan">100: a hundred points pay one yuan</param>
/// <param name="MaxShare">the largest part of a ticket (after discounts, before rounding) that points may pay</param>
/// <param name="Step">points are used in multiples of this, at least 1</param>
/// <param name="Min">fewer points than this cannot be used</param>
public sealed record PointsAsMoneyRule(long PointsPerYuan, Ratio MaxShare, Points Step, Points Min)
{
    /// <summary>What points pay, down to the fen.</summary>
    public Money Worth(Points points) => new(Divide.Exact((Int128)points.Value * 100, PointsPerYuan, Rounding.Down));
}

/// <summary>What a sale earns. Points come from amounts after discounts, always rounded down.</summary>
/// <param name="PointsPerYuan">10,000 bp = one point for each yuan</param>
/// <param name="MinTicket">a smaller ticket earns nothing</param>
public sealed record EarnRule(
    Ratio PointsPerYuan,
    Money MinTicket,
    bool OnPartPaidWithPoints = false,
    bool OnPartPaidWithBonus = false,
    bool OnPartPaidWithPrincipal = true
);

/// <summary>What this cashier may do alone; more needs an approval.</summary>
public sealed record CashierLimit(Ratio LineOffMax, Ratio OrderOffMax, bool MayOverridePrice)
{
    public static readonly CashierLimit None = new(Ratio.Zero, Ratio.Zero, false);
    public static readonly CashierLimit Unlimited = new(Ratio.One, Ratio.One, true);
}

/// <summary>By what thresholds (满) are measured.</summary>
public enum ThresholdBasis
{
    /// <summary>After line promotions; those of coupons after all promotions.</summary>
    AfterLines,

    /// <summary>List prices.</summary>
    BeforeAll,

    /// <summary>What is left when the offer's turn comes.</summary>
    AfterAll,
}

/// <summary>Which of several promotions are taken.</summary>
public enum PromotionChoice
{
    /// <summary>The legal combination that is cheapest for the customer.</summary>
    Best,

    /// <summary>In each group the first that applies, by priority.</summary>
    ByPriority,

    /// <summary>Of all cart promotions only the first that applies, by priority.</summary>
    FirstOnly,
}

/// <summary>The merchant's answers to the questions of spec 18 that concern prices.</summary>
public sealed record PricingPolicies
{
    public LineDiscounts LineDiscounts { get; init; } = LineDiscounts.Better;
    public RoundOffRule RoundOff { get; init; } = RoundOffRule.None;
    public PointsAsMoneyRule? PointsAsMoney { get; init; }
    public EarnRule? Earn { get; init; }

    /// <summary>No discount goes below cost.</summary>
    public bool CostGuard { get; init; }
    public ThresholdBasis Thresholds { get; init; } = ThresholdBasis.AfterLines;
    public PromotionChoice Promotions { get; init; } = PromotionChoice.Best;
}

/// <summary>Everything a price depends on beside the cart.</summary>
public sealed record PricingFacts
{
    public required StoreId StoreId { get; init; }
    public Channel Channel { get; init; }
    public required Instant Now { get; init; }
    public required BusinessDay Day { get; init; }
    public Buyer? Buyer { get; init; }
    public PricingPolicies Policies { get; init; } = new();
    public CashierLimit Limit { get; init; } = CashierLimit.None;

    /// <summary>The promotions of this store, compiled once and kept.</summary>
    public PromotionSet Promotions { get; init; } = PromotionSet.Empty;

    /// <summary>What is used up of promotions that have limits; one that is missing here has been used by nobody.</summary>
    public IReadOnlyDictionary<PromotionId, OfferUsage> Usage { get; init; } =
        FrozenDictionary<PromotionId, OfferUsage>.Empty;

    /// <summary>Names for the ids in conditions, so that the reasons of what did not apply read as people speak.</summary>
    public NameOf? Names { get; init; }

    /// <summary>False: nobody reads why promotions did not apply, so nobody works it out.</summary>
    public bool TellsMissed { get; init; } = true;

    /// <summary>The store's clock; without one, China's time and the given business day.</summary>
    public Moment At
    {
        get => _at ?? DefaultAt();
        init => _at = value;
    }

    private readonly Moment? _at;

    private Moment DefaultAt()
    {
        var local = Now.Plus(TimeSpan.FromHours(8)).ToDateTimeOffset().UtcDateTime;
        return new(Day, DateOnly.FromDateTime(local), local.Hour * 60 + local.Minute);
    }
}
