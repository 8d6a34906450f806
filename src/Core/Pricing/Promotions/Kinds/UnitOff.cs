using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>每单位立减: so much off each unit, such as 0.50 yuan a litre of petrol.</summary>
public sealed record UnitOff(Goods Goods, Money Off) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Line;

    public override Words Title() => new("每单位立减", "Off each unit");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        return new($"{goods.Zh}每单位减 {Off} 元", $"{goods.En}: {Off} yuan off each unit");
    }

    public override Refusal? Fault() => Faults.Amount(Off, "每单位优惠 (amount off a unit)");

    internal override long OffLine(Work w, int line, long net) => Math.Min(net, Calc.Times(Off.Fen, w.Milli[line]));

    internal override Arithmetic HowLine(Work w, int line, Money net) => new UnitsOff(Off, new(w.Milli[line]), net);
}
