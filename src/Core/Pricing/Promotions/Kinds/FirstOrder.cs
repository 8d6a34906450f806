using System.Text.Json.Serialization;
using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>首单优惠: the same on the first ticket of a member.</summary>
[method: JsonConstructor]
public sealed record FirstOrder(Goods Goods, Ratio? Price = null, Money? Off = null, Money? OffMax = null) : OfferArgs
{
    public FirstOrder(Goods Goods, Ratio? Price, Money? Off, Money Threshold, Money? OffMax = null)
        : this(Goods, Price, Off, OffMax) => this.Threshold = Threshold;

    /// <summary>The amount from which it counts; zero: always.</summary>
    public Money Threshold { get; init; }

    public override OfferPhase Phase() => OfferPhase.Cart;

    public override Words Title() => new("首单优惠", "First order");

    public override Goods Counts() => Goods;

    public override Clause? Requires() =>
        Clause.AllOf(Clause.Of(Fields.IsMember, Op.AnyOf, "yes"), Clause.Of(Fields.Purchases, Op.AtMost, 0));

    public override Words Rule(OfferNames names)
    {
        var (goods, rate, cap) = (Goods.Words(names), Say.RateOrOff(Price, Off), Say.UpTo(OffMax));
        var from = Threshold.IsZero ? new Words("", "") : new Words($"满 {Threshold} 元", $" from {Threshold} yuan");
        return new($"首单{goods.Zh}{from.Zh} {rate.Zh}{cap.Zh}", $"First order: {goods.En}{from.En} {rate.En}{cap.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.RateOrAmount(Price, Off),
            Faults.NotNegative(Threshold, "门槛 (threshold)"),
            OffMax is { } cap ? Faults.Amount(cap, "最多优惠 (cap)") : null
        );

    public override bool GivesAllAway() => Price == Ratio.Zero && OffMax is null;

    internal override bool BySums => true;

    internal override long WantOf(long amount, long pieces, long net) =>
        CartRate.WantOf(amount, net, Threshold, Price, Off, OffMax);

    internal override int Reached(in Slice s) => CartRate.Reached(s, Threshold);

    internal override long Want(in Slice s, Span<long> parts) => CartRate.Want(s, Threshold, Price, Off, OffMax, parts);

    internal override Sentence Working(in Slice s, Money whole) => CartRate.Working(s, Price, Off, OffMax, whole);

    internal override long Missing(in Slice s) => Threshold.Fen - s.Amount();

    internal override Sentence? Short(in Slice s) => CartRate.Short(s, Threshold, Price, Off);
}
