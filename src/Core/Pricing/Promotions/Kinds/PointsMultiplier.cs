using System.Text.Json.Serialization;
using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>积分加倍: the goods earn their points so many times over; of several the highest counts on each line.</summary>
/// <param name="Multiplier">20,000 bp = twice</param>
[method: JsonConstructor]
public sealed record PointsMultiplier(Goods Goods, Ratio Multiplier) : OfferArgs
{
    public PointsMultiplier(Goods Goods, Ratio Multiplier, Money Threshold)
        : this(Goods, Multiplier) => this.Threshold = Threshold;

    /// <summary>The amount from which it counts; zero: always.</summary>
    public Money Threshold { get; init; }

    public override OfferPhase Phase() => OfferPhase.Cart;

    public override Words Title() => new("积分加倍", "Points multiplied");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        var times = PricingWords.Zhe(new(Multiplier.Bp / 10));
        return Threshold.IsZero
            ? new($"{goods.Zh} {times} 倍积分", $"{goods.En}: {times} times the points")
            : new(
                $"{goods.Zh}满 {Threshold} 元 {times} 倍积分",
                $"{goods.En}: {times} times the points from {Threshold} yuan"
            );
    }

    public override Refusal? Fault() =>
        Faults.First(
            Multiplier.Bp is > 10_000 and <= 1_000_000
                ? null
                : PromotionReasons.CountWrong.With(("what", "积分倍数 (multiplier)"), ("min", 1), ("max", 100)),
            Faults.NotNegative(Threshold, "门槛 (threshold)")
        );

    internal override bool TakesMoney => false;

    internal override int Reached(in Slice s) => s.Count > 0 && s.Amount() >= Threshold.Fen ? 1 : 0;

    internal override Sentence? Short(in Slice s) =>
        Thresholds.Short(Threshold.Fen - s.Amount(), new("积分加倍", "for more points"));
}
