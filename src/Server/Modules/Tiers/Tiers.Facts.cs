namespace Shuke.Server.Modules.Tiers;

/// <summary>A member has another tier now, or keeps the old one for a new period.</summary>
public sealed record MemberMoved(
    MerchantId MerchantId,
    MemberId MemberId,
    TierId FromTierId,
    TierId ToTierId,
    HowMoved How,
    BusinessDay? Until,
    BusinessDay Day,
    Instant At
) : IFact
{
    public static string Name => "tiers.member_moved.v1";
}
