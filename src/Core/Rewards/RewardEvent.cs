using Shuke.Core.Conditions;

namespace Shuke.Core.Rewards;

/// <summary>A line of a ticket as rules look at it.</summary>
public sealed record EventLine(ProductId? Product, IReadOnlyList<CategoryId> Categories, Money Net, Quantity Quantity);

/// <summary>Something that happened to a member, once: the key is the same however often it is told.</summary>
/// <param name="Key">e.g. "order:17"; unique in the merchant</param>
/// <param name="Count">points that expire, days in a row of a check-in, days to the end of a tier</param>
/// <param name="Name">of a custom event; id of a task or badge; id of the rule a clock event was made for</param>
public sealed record RewardEvent(
    string Key,
    Happening Kind,
    MemberId Member,
    BusinessDay Day,
    Instant At,
    StoreId? Store = null,
    Money Amount = default,
    IReadOnlyList<EventLine>? Lines = null,
    long Count = 0,
    string Name = "",
    Side Side = Side.Member
)
{
    public IReadOnlyList<EventLine> LinesOrNone => Lines ?? [];
}

/// <summary>An earlier event of the same kind, net of what came back since.</summary>
public sealed record PastEvent(BusinessDay Day, Money Amount, IReadOnlyList<EventLine> Lines);

/// <summary>What a decision may know beside the event.</summary>
/// <param name="Past">earlier events of the same kind that were not undone, oldest first</param>
/// <param name="Counters">what caps have counted so far; missing = 0</param>
/// <param name="WorthOfHundred">what 100 points cost the shop, for budgets</param>
/// <param name="Known">what conditions ask about the member and the event</param>
/// <param name="Blocked">on the list of those who get no rewards</param>
public sealed record RewardFacts(
    IReadOnlyList<PastEvent> Past,
    IReadOnlyDictionary<(RewardRuleId Rule, CounterKey Key), long> Counters,
    Money WorthOfHundred,
    Suspicion Suspicion,
    IConditionFacts Known,
    bool Blocked = false,
    NameOf? Names = null
);

/// <summary>What looks odd about a member just now; figures of the last days.</summary>
/// <param name="GrantsToday">rewards today</param>
/// <param name="RefundsLately">tickets given back in the last 30 days</param>
/// <param name="Device">members that used the same device or payment account</param>
public sealed record Suspicion(int GrantsToday = 0, int RefundsLately = 0, int Device = 0);

/// <summary>From where on a reward waits for a person (spec 8.11); 0 = never.</summary>
public sealed record AbuseLimits(
    int GrantsPerDayMax = 20,
    int RefundsPerMonthMax = 5,
    int MembersPerDeviceMax = 3,
    Money CostMax = default
)
{
    public static readonly AbuseLimits Shipped = new(CostMax: Money.Yuan(500));
}
