namespace Shuke.Core.Tiers;

/// <summary>What a member has now.</summary>
/// <param name="Until">last day; null = does not end</param>
/// <param name="PacksGiven">tiers whose pack this member has had</param>
public sealed record TierState(TierId Tier, BusinessDay Since, BusinessDay? Until, IReadOnlyList<TierId> PacksGiven);

/// <summary>
/// A metric summed over business days, both ends included. One row of: sum of entry amounts of the metric's account
/// where day is within the span (for TopUpOnce: the largest).
/// </summary>
/// <param name="Gross">what came in, without taking off what refunds took back</param>
public readonly record struct Measure(Metric Metric, DaySpan Span, bool Gross = false);

/// <summary>All that a tier decision needs to know about a member.</summary>
public sealed record TierFacts(
    BusinessDay Today,
    BusinessDay Joined,
    TierState State,
    IReadOnlyDictionary<Measure, long> Values
)
{
    /// <summary>False for a member who was registered ahead and has not activated: terms begin at activation.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether the birthday is celebrated in the month of Today.</summary>
    public bool IsBirthMonth { get; init; }

    /// <summary>Last day of a protection given to this member, e.g. with a pregnancy pack; null = none.</summary>
    public BusinessDay? ProtectedUntil { get; init; }

    internal long Value(Measure measure) =>
        Values.TryGetValue(measure, out var value)
            ? value
            : throw new InvalidOperationException(
                $"{measure.Metric} over {measure.Span} was not measured; ask TierRules.Measures."
            );
}
