namespace Shuke.Core.Tiers;

/// <summary>What a member does, besides buying, that adds to growth or takes from it.</summary>
public enum Deed
{
    CheckIn,

    /// <summary>A review with photos.</summary>
    Review,

    /// <summary>The profile was completed.</summary>
    Profile,

    /// <summary>Took part in an activity.</summary>
    Activity,

    /// <summary>Brought a new member.</summary>
    Referral,

    /// <summary>Goods came back.</summary>
    Return,

    /// <summary>A delivery was refused at the door.</summary>
    RefusedDelivery,

    /// <summary>Booked and did not come.</summary>
    NoShow,
}

/// <summary>What one deed adds to growth (成长值); below zero it takes.</summary>
public sealed record DeedGrowth(Deed Deed, int Growth);

/// <summary>How growth is lost by staying away.</summary>
/// <param name="Monthly">share of growth lost on the first of each month; zero = growth does not fade</param>
/// <param name="IdleMonths">whole months without a purchase before it begins</param>
public sealed record GrowthDecay(Ratio Monthly, int IdleMonths)
{
    public static readonly GrowthDecay None = new(Ratio.Zero, 3);
}

public static class Growth
{
    /// <summary>What a deed changes, never below zero in all: growth is no debt.</summary>
    public static long Of(IReadOnlyList<DeedGrowth> deeds, Deed deed, long balance) =>
        Math.Max(deeds.Where(d => d.Deed == deed).Sum(d => (long)d.Growth), -Math.Max(balance, 0));

    /// <summary>What fades on the first of a month. Rounded down, so the last points of growth never fade.</summary>
    /// <param name="lastPurchase">null = never bought; then joining counts</param>
    /// <param name="firstOfMonth">the month that begins</param>
    public static long Fading(
        GrowthDecay decay,
        long balance,
        BusinessDay? lastPurchase,
        BusinessDay joined,
        BusinessDay firstOfMonth
    )
    {
        var idleFrom = (lastPurchase ?? joined).FirstOfMonth.AddMonths(1 + decay.IdleMonths);
        return balance <= 0 || firstOfMonth < idleFrom
            ? 0
            : Divide.Exact((Int128)balance * decay.Monthly.Bp, Ratio.One.Bp, Rounding.Down);
    }
}

/// <summary>How a member treats the shop: A is what everybody starts with.</summary>
public enum BehaviourRating
{
    A,
    B,
    C,
    D,
}

/// <summary>What the rating looks at, over the time the merchant chooses.</summary>
/// <param name="Tickets">paid tickets</param>
/// <param name="Returned">tickets of which something came back</param>
/// <param name="Refused">refused deliveries and no-shows; each weighs like two returns</param>
public readonly record struct Behaviour(long Tickets, long Returned, long Refused);

/// <summary>From which share of returns on a rating is no longer given.</summary>
/// <param name="TicketsMin">with fewer tickets nothing is held against a member</param>
public sealed record RatingRule(Ratio B, Ratio C, Ratio D, int TicketsMin)
{
    public static readonly RatingRule Default = new(Ratio.Percent(10), Ratio.Percent(25), Ratio.Percent(50), 5);

    public BehaviourRating Of(Behaviour behaviour)
    {
        if (behaviour.Tickets < Math.Max(TicketsMin, 1))
            return BehaviourRating.A;
        var bad = (Int128)(behaviour.Returned + 2 * behaviour.Refused) * Ratio.One.Bp;
        bool AtLeast(Ratio share) => bad >= (Int128)share.Bp * behaviour.Tickets;
        return AtLeast(D) ? BehaviourRating.D
            : AtLeast(C) ? BehaviourRating.C
            : AtLeast(B) ? BehaviourRating.B
            : BehaviourRating.A;
    }
}
