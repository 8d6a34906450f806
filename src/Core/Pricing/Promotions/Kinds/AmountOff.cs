using System.Text.Json.Serialization;
using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>立减: an amount off the goods, from a threshold on: the cash coupon (代金券).</summary>
[method: JsonConstructor]
public sealed record AmountOff(Goods Goods, Money Off) : OfferArgs
{
    public AmountOff(Goods Goods, Money Off, Money Threshold)
        : this(Goods, Off) => this.Threshold = Threshold;

    /// <summary>The amount from which it counts; zero: always.</summary>
    public Money Threshold { get; init; }

    public override OfferPhase Phase() => OfferPhase.Cart;

    public override Words Title() => new("立减", "Amount off");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        return Threshold.IsZero
            ? new($"{goods.Zh}立减 {Off} 元", $"{goods.En}: {Off} yuan off")
            : new($"{goods.Zh}满 {Threshold} 元减 {Off} 元", $"{goods.En}: {Off} off from {Threshold}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Amount(Off, "减免金额 (amount off)"),
            Faults.NotNegative(Threshold, "门槛 (threshold)"),
            Threshold.IsPositive && Off > Threshold
                ? PromotionReasons.OffOverThreshold.With(("threshold", Threshold.Fen), ("off", Off.Fen))
                : null
        );

    internal override bool BySums => true;

    internal override long WantOf(long amount, long pieces, long net) =>
        CartRate.WantOf(amount, net, Threshold, null, Off, null);

    internal override int Reached(in Slice s) => CartRate.Reached(s, Threshold);

    internal override long Want(in Slice s, Span<long> parts) => CartRate.Want(s, Threshold, null, Off, null, parts);

    internal override Sentence Working(in Slice s, Money whole) => CartRate.Working(s, null, Off, null, whole);

    internal override long Missing(in Slice s) => Threshold.Fen - s.Amount();

    internal override Sentence? Short(in Slice s) => CartRate.Short(s, Threshold, null, Off);
}
