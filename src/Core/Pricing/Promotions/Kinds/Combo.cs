using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>One part of a combo or package: so many pieces of these goods.</summary>
public sealed record ComboPart(Goods Goods, int Pieces = 1);

/// <summary>套餐: one of each part together for one price. The parts' goods must not overlap.</summary>
public sealed record Combo(IReadOnlyList<ComboPart> Parts, Money Price, int? TimesMax = null) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Words Title() => new("套餐", "Combo");

    public override Goods Counts() => Parts[0].Goods;

    internal override IReadOnlyList<Goods> Scopes => [.. Parts.Select(p => p.Goods)];

    public override Words Rule(OfferNames names)
    {
        var (parts, times) = (ComboParts.Words(Parts, names), Say.AtMost(TimesMax));
        return new($"套餐 {Price} 元:{parts.Zh}{times.Zh}", $"Combo at {Price} yuan: {parts.En}{times.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            ComboParts.Fault(Parts),
            Faults.NotNegative(Price, "价格 (price)"),
            Faults.Count(TimesMax, 1, 1_000, "次数 (times)")
        );

    public override bool GivesAllAway() => Price.IsZero;

    internal override Money? BundlePrice => Price;

    internal override long Want(in Slice s, Span<long> parts) =>
        ComboParts.Value(s, Parts, TimesMax, Price.Fen, parts, out _);

    internal override Sentence Working(in Slice s, Money whole)
    {
        Span<long> parts = stackalloc long[s.Count];
        ComboParts.Value(s, Parts, TimesMax, Price.Fen, parts, out var sets);
        return Workings.Bundle(parts, Price, sets, whole);
    }

    internal override Sentence? Short(in Slice s) =>
        ComboParts.Short(s, Parts, new($"可享套餐价 {Price} 元", $"for the combo at {Price} yuan"));
}
