using Shuke.Core.Pricing.Offers;

namespace Shuke.Core.Pricing;

/// <summary>Every kind of offer, in order of calculation within its stage; at equal gain the earlier one is taken.</summary>
public static class OfferKinds
{
    public static readonly IReadOnlyList<OfferKind> All =
    [
        PriceOverride.TheKind,
        FreeItem.TheKind,
        MemberPrice.TheKind,
        TierDiscount.TheKind,
        ManualLineDiscount.TheKind,
        ManualOrderDiscount.TheKind,
        RoundOff.TheKind,
    ];
}
