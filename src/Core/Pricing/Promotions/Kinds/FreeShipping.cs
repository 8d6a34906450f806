using System.Text.Json.Serialization;
using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>包邮: from an amount on nothing is asked for delivery. A flag of the quote; it takes nothing off the goods.</summary>
[method: JsonConstructor]
public sealed record FreeShipping(Goods Goods) : OfferArgs
{
    public FreeShipping(Goods Goods, Money Threshold)
        : this(Goods) => this.Threshold = Threshold;

    /// <summary>The amount from which it counts; zero: always.</summary>
    public Money Threshold { get; init; }

    public override OfferPhase Phase() => OfferPhase.Cart;

    public override Words Title() => new("包邮", "Free delivery");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        return Threshold.IsZero
            ? new($"{goods.Zh}包邮", $"{goods.En}: free delivery")
            : new($"{goods.Zh}满 {Threshold} 元包邮", $"{goods.En}: free delivery from {Threshold} yuan");
    }

    public override Refusal? Fault() => Faults.NotNegative(Threshold, "门槛 (threshold)");

    internal override bool TakesMoney => false;

    internal override int Reached(in Slice s) => s.Count > 0 && s.Amount() >= Threshold.Fen ? 1 : 0;

    internal override Sentence? Short(in Slice s) =>
        Thresholds.Short(Threshold.Fen - s.Amount(), new("包邮", "for free delivery"));
}
