using Shuke.Core.Conditions;

namespace Shuke.Core.Rewards;

/// <summary>What can set a reward off (spec 8.1). Those from Birthday on come from the clock.</summary>
public enum Happening
{
    Registered,
    ProfileCompleted,
    Purchased,
    ToppedUp,
    TierUp,
    TierDown,
    CheckedIn,
    Referred,
    FriendPurchased,
    TaskDone,
    BadgeEarned,
    Custom,
    Birthday,
    Anniversary,
    Festival,
    NotSeen,
    PointsExpiring,
    TierEnding,
}

/// <summary>Whose reward it is: the member of the event, or the friend on the other side of a referral.</summary>
public enum Side
{
    Member,
    Friend,
}

/// <summary>A festival by its month and day, solar or lunar: lunar 8-15 is the Mid-Autumn Festival.</summary>
public sealed record FestivalDay(int Month, int Day, bool IsLunar);

/// <summary>Which events of a kind count. Zero, empty and null mean "any".</summary>
/// <param name="Days">
/// birthday, anniversary and festival: so many days before; not seen: for so many days; expiring and ending: within so
/// many days; purchased: at most so many days after the purchase before
/// </param>
/// <param name="Nth">only the n-th purchase, top-up or friend</param>
/// <param name="Every">every n-th of them</param>
/// <param name="Name">the name of a custom event; the id of a task or badge</param>
public sealed record Trigger(
    Happening On,
    int Days = 0,
    int Nth = 0,
    int Every = 0,
    IReadOnlyList<ProductId>? Products = null,
    IReadOnlyList<CategoryId>? Categories = null,
    FestivalDay? Festival = null,
    string Name = ""
)
{
    /// <summary>Of this ticket or top-up, counted over the goods named.</summary>
    public Money MinAmount { get; init; }

    /// <summary>Once each time the purchases together pass another so much.</summary>
    public Money EachAmount { get; init; }

    public bool NamesGoods => Products is { Count: > 0 } || Categories is { Count: > 0 };

    /// <summary>Whether earlier events of the member must be known to judge this one.</summary>
    public bool LooksBack => Nth > 0 || Every > 0 || EachAmount.IsPositive || (On == Happening.Purchased && Days > 0);

    /// <summary>Set off by the calendar rather than by somebody doing something.</summary>
    public bool IsOfTheClock => On >= Happening.Birthday;

    /// <summary>What of an event counts: its amount, or that of the goods named.</summary>
    public Money Counted(Money amount, IReadOnlyList<EventLine> lines)
    {
        if (!NamesGoods)
            return amount;
        var sum = Money.Zero;
        foreach (var line in lines)
            if (Holds(line))
                sum += line.Net;
        return sum;
    }

    public bool Holds(EventLine line) =>
        (line.Product is { } id && Products?.Contains(id) == true)
        || Categories is { Count: > 0 } categories && line.Categories.Any(categories.Contains);
}

/// <summary>What a rule can give.</summary>
public enum EffectKind
{
    /// <summary>The shop's own points, or with a Target those of that asset: petrol and diesel points apart.</summary>
    Points,
    Growth,

    /// <summary>Stored value given on top (赠金), fen.</summary>
    Bonus,

    /// <summary>Pieces of a counted asset: a voucher, times of a card; Target is the asset's id.</summary>
    Voucher,

    /// <summary>Coupons of a template; Target is the template's id.</summary>
    Coupon,

    /// <summary>Chances of a draw; Target is the draw's id.</summary>
    Chances,
    TagAdd,
    TagRemove,

    /// <summary>A badge at a level; Target is the badge's id, Amount the level.</summary>
    Badge,

    /// <summary>A tier for Amount days; Target is the tier's id.</summary>
    Tier,

    /// <summary>A message; TextZh and TextEn say it.</summary>
    Message,

    /// <summary>A task is offered; Target is its id.</summary>
    Task,
}

/// <summary>One thing a rule gives.</summary>
/// <param name="Amount">in the unit of the kind; ignored when RateBp is set</param>
/// <param name="RateBp">share of the counted amount: of its fen for bonus, of its yuan for points and growth; 10,000 = 100 %</param>
/// <param name="Max">most that RateBp may give; 0 = no limit</param>
/// <param name="Target">id of what is given, where the kind needs one</param>
/// <param name="DelayDays">given so many days later</param>
/// <param name="Parts">in so many equal instalments</param>
/// <param name="EveryDays">days from one instalment to the next; 0 = a calendar month</param>
public sealed record Effect(
    EffectKind Kind,
    long Amount = 0,
    int RateBp = 0,
    long Max = 0,
    string Target = "",
    int DelayDays = 0,
    int Parts = 1,
    int EveryDays = 0,
    Side For = Side.Member,
    string TextZh = "",
    string TextEn = ""
)
{
    /// <summary>What one piece costs the shop, for vouchers, coupons and chances: counts against a budget.</summary>
    public Money Worth { get; init; }
}

public enum CapScope
{
    EachMember,
    Everybody,
}

public enum CapWindow
{
    Ever,
    Day,
    Week,
    Month,
    Year,
}

public enum CapUnit
{
    Times,

    /// <summary>Fen of what the rewards cost: a budget.</summary>
    Fen,
}

/// <summary>A limit of a rule. First N = everybody, ever, N times; a budget = everybody, ever, fen.</summary>
public sealed record Cap(CapScope Scope, CapWindow Window, CapUnit Unit, long Max)
{
    /// <summary>The name of the period a day falls into; weeks begin on Monday.</summary>
    public string Period(BusinessDay day) =>
        Window switch
        {
            CapWindow.Ever => "",
            CapWindow.Day => day.ToString(),
            CapWindow.Week => "w" + day.AddDays(-(((int)day.Date.DayOfWeek + 6) % 7)),
            CapWindow.Month => day.FirstOfMonth.ToString()[..7],
            CapWindow.Year => day.FirstOfMonth.ToString()[..4],
        };

    public CounterKey Key(MemberId member, BusinessDay day) =>
        new(Scope == CapScope.EachMember ? member : default, Period(day), Unit);
}

/// <summary>Where a cap counts; the member is none for everybody.</summary>
public readonly record struct CounterKey(MemberId Member, string Period, CapUnit Unit);

/// <summary>When and where a rule holds; null and empty mean always and everywhere.</summary>
public sealed record Validity(Schedule? When = null, IReadOnlyList<StoreId>? Stores = null);

public enum RuleState
{
    /// <summary>Counts what it would have done, gives nothing.</summary>
    Test,
    Running,
    Stopped,
}

/// <summary>A reward rule (奖励规则): event, conditions, effects, limits. Data with versions.</summary>
/// <param name="Form">the friendly form it was made with; the engine does not look at it</param>
/// <param name="Group">of rules in one exclusive group only the first that fits gives; empty = none</param>
/// <param name="HoldDays">kept back for so many days (the refund period), then given; taken back if the goods come back</param>
/// <param name="Review">every reward waits for a person</param>
public sealed record RewardRule(
    RewardRuleId Id,
    long Version,
    string Form,
    string Name,
    RuleState State,
    Trigger Trigger,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Cap> Caps,
    Validity Validity,
    Clause Condition,
    int Priority = 0,
    string Group = "",
    int HoldDays = 0,
    bool Review = false
);
