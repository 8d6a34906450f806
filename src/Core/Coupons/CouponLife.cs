namespace Shuke.Core.Coupons;

/// <summary>
/// Where a coupon is in its life. Expired is never written: the clock says it. A returned coupon can be used like an
/// issued one; it has been used before and came back.
/// </summary>
public enum CouponState
{
    Issued,
    Locked,
    Used,
    Returned,
    Expired,
    Void,
}

/// <summary>A coupon as it is kept.</summary>
/// <param name="State">as written; see <see cref="CouponLife.StateAt"/> for what it is now</param>
/// <param name="Holder">null: whoever brings its code</param>
/// <param name="LockedFor">what holds it: "order:…" or "gift:…"</param>
/// <param name="LockedUntil">from this moment on the lock is void by itself</param>
public sealed record CouponFacts(
    CouponId Id,
    CouponState State,
    MemberId? Holder,
    Instant ValidFrom,
    Instant ValidTo,
    string? LockedFor = null,
    Instant? LockedUntil = null
);

/// <summary>Where and for whom a coupon is to be used.</summary>
/// <param name="LockFor">a lock of this name is no hindrance: it is the order's own</param>
public sealed record CouponVisit(
    Instant Now,
    TimeZoneInfo Zone,
    StoreId Store,
    MemberId? Member = null,
    TierId? Tier = null,
    string? LockFor = null
);

/// <summary>What the shop does with a coupon after goods come back (spec 18).</summary>
public enum AfterFullRefund
{
    /// <summary>It comes back, with at least a few days to use it.</summary>
    ComesBack,

    /// <summary>It comes back as it was; an expired one stays expired.</summary>
    AsItWas,
    Forfeited,
}

/// <summary>What the shop does with a coupon after a part of the goods came back (spec 18).</summary>
public enum AfterPartialRefund
{
    StaysUsed,

    /// <summary>It comes back when what was kept would not have earned it.</summary>
    ComesBackIfConditionFails,
}

/// <param name="AtLeastTo">a coupon that comes back can be used until then at least</param>
public sealed record CouponReturnPolicy(AfterFullRefund Full, AfterPartialRefund Partial, Instant AtLeastTo);

/// <summary>Decides about single coupons; stock and limits per member are counted where the rows are.</summary>
public static class CouponLife
{
    /// <summary>The state now: a lock that ran out is none, and what is past its last moment is expired.</summary>
    public static CouponState StateAt(CouponFacts coupon, Instant now)
    {
        if (coupon.State is CouponState.Used or CouponState.Void)
            return coupon.State;
        if (coupon.State == CouponState.Locked && coupon.LockedUntil > now)
            return CouponState.Locked;
        if (coupon.ValidTo <= now)
            return CouponState.Expired;
        return coupon.State == CouponState.Locked ? CouponState.Issued : coupon.State;
    }

    /// <summary>Why this coupon cannot be used here and now, or null. What it needs of the cart is pricing's to say.</summary>
    public static Refusal? WhyNot(CouponFacts coupon, CouponTerms terms, CouponVisit visit)
    {
        switch (StateAt(coupon, visit.Now))
        {
            case CouponState.Used:
                return CouponReasons.Used;
            case CouponState.Void:
                return CouponReasons.Void;
            case CouponState.Expired:
                return CouponReasons.Expired.With(("day", LastDay(coupon.ValidTo, visit.Zone)));
            case CouponState.Locked when coupon.LockedFor != visit.LockFor:
                return CouponReasons.Locked;
        }
        if (visit.Now < coupon.ValidFrom)
            return CouponReasons.NotYet.With(
                ("day", LastDay(coupon.ValidFrom.Plus(TimeSpan.FromMilliseconds(1)), visit.Zone))
            );
        if (coupon.Holder is { } holder && holder != visit.Member && !terms.Transferable)
            return CouponReasons.NotYours;
        if (terms.Kind == CouponKind.ThirdParty)
            return CouponReasons.PartnersOnly.With(("partner", terms.Partner));
        if (terms.Stores.Count > 0 && !terms.Stores.Contains(visit.Store))
            return CouponReasons.WrongStore;
        if (terms.Tiers.Count > 0 && (visit.Tier is not { } tier || !terms.Tiers.Contains(tier)))
            return CouponReasons.WrongTier;
        return CouponCalendar.IsOpen(terms.Validity, visit.Now, visit.Zone) ? null : CouponReasons.WrongTime.With();
    }

    /// <summary>Until when a coupon of a returned ticket can be used; null: it stays used.</summary>
    /// <param name="whole">the whole ticket is back</param>
    /// <param name="earned">what was kept would still have earned the coupon's discount</param>
    public static Instant? ComesBackUntil(CouponReturnPolicy policy, bool whole, bool earned, Instant validTo)
    {
        if (!whole && (policy.Partial == AfterPartialRefund.StaysUsed || earned))
            return null;
        return policy.Full switch
        {
            AfterFullRefund.ComesBack => policy.AtLeastTo > validTo ? policy.AtLeastTo : validTo,
            AfterFullRefund.AsItWas => validTo,
            AfterFullRefund.Forfeited => null,
        };
    }

    /// <summary>Why this coupon cannot be given to another member, or null.</summary>
    public static Refusal? WhyNotGive(CouponFacts coupon, CouponTerms terms, Instant now, TimeZoneInfo zone) =>
        StateAt(coupon, now) switch
        {
            _ when !terms.Transferable => CouponReasons.NotTransferable,
            CouponState.Used => CouponReasons.Used,
            CouponState.Void => CouponReasons.Void,
            CouponState.Locked => CouponReasons.Locked,
            CouponState.Expired => CouponReasons.Expired.With(("day", LastDay(coupon.ValidTo, zone))),
            _ => null,
        };

    /// <summary>The day that holds the moment before this one.</summary>
    public static BusinessDay LastDay(Instant end, TimeZoneInfo zone) =>
        BusinessDay.Of(end.Plus(TimeSpan.FromMilliseconds(-1)), zone, 0);
}
