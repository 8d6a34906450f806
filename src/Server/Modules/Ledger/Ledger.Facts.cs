namespace Shuke.Server.Modules.Ledger;

/// <summary>The merchant announced that points will be cleared; members are told.</summary>
public sealed record ClearingAnnounced(
    MerchantId MerchantId,
    ClearingId ClearingId,
    BusinessDay EarnedUntil,
    BusinessDay OnDay,
    string Notice,
    Instant At
) : IFact
{
    public static string Name => "ledger.clearing_announced.v1";
}
