using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Shuke.Core.Ledger;
using Shuke.Core.Pricing;
using Shuke.Server.Modules.Org;

namespace Shuke.Server.Modules.Pricing;

/// <summary>The merchant's answers to the questions of spec 18 that concern prices and points.</summary>
public sealed record PricingSettings : ISetting
{
    public static string Name => "pricing";

    public LineDiscounts LineDiscounts { get; init; } = LineDiscounts.Better;

    /// <summary>No discount goes below cost.</summary>
    public bool CostGuard { get; init; }

    /// <summary>Points earned per yuan, basis points: 10,000 = one point a yuan; 0 = purchases earn nothing.</summary>
    [Range(0, 10_000_000)]
    public int EarnPerYuanBp { get; init; } = 10_000;

    public Money EarnMinTicket { get; init; }
    public bool EarnOnPoints { get; init; }
    public bool EarnOnBonus { get; init; }
    public bool EarnOnPrincipal { get; init; } = true;

    /// <summary>How many points pay one yuan; 0 = points do not pay at the till.</summary>
    [Range(0, 1_000_000)]
    public long PointsPerYuan { get; init; } = 100;

    /// <summary>The largest share of a ticket that points may pay, basis points.</summary>
    [Range(0, 10_000)]
    public int PointsMaxShareBp { get; init; } = 5_000;

    [Range(1, 1_000_000)]
    public long PointsStep { get; init; } = 100;

    /// <summary>The largest share of a ticket that bonus may pay, basis points.</summary>
    [Range(0, 10_000)]
    public int BonusMaxShareBp { get; init; } = 10_000;

    /// <summary>What happens when goods come back whose points are already spent.</summary>
    public TakeBackPolicy TakeBack { get; init; } = TakeBackPolicy.DeductFromRefund;

    /// <summary>An expired lot that a refund fills again can be used for so many more days.</summary>
    [Range(0, 3_650)]
    public int ReviveGraceDays { get; init; } = 30;

    public bool ReviveGiven { get; init; } = true;

    /// <summary>The policies of the merchant; rounding belongs to the till: see <see cref="PoliciesAt"/>.</summary>
    [JsonIgnore]
    public PricingPolicies Policies =>
        new()
        {
            LineDiscounts = LineDiscounts,
            CostGuard = CostGuard,
            Earn =
                EarnPerYuanBp == 0
                    ? null
                    : new(new(EarnPerYuanBp), EarnMinTicket, EarnOnPoints, EarnOnBonus, EarnOnPrincipal),
            PointsAsMoney =
                PointsPerYuan == 0 ? null : new(PointsPerYuan, new(PointsMaxShareBp), new(PointsStep), new(PointsStep)),
        };

    [JsonIgnore]
    public RevivePolicy Revive => new(ReviveGraceDays, ReviveGiven);

    /// <summary>What a hundred points are worth at the till, fen; zero when points do not pay.</summary>
    [JsonIgnore]
    public Money WorthOfHundred =>
        PointsPerYuan == 0 ? Money.Zero : new(Divide.Exact(10_000, PointsPerYuan, Rounding.Down));

    /// <summary>The policies in force at a store: the merchant's prices and points, the till's own rounding.</summary>
    public static async Task<PricingPolicies> PoliciesAt(DbRead db, StoreId store) =>
        (await OrgPublic.Setting<PricingSettings>(db, store)).Policies with
        {
            RoundOff = (await OrgPublic.Setting<TillSettings>(db, store)).Rounding,
        };
}
