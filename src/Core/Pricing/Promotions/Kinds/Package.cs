using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>跨类组合: pieces of several categories taken together at a share of their price.</summary>
/// <param name="Price">what is left of the price of the pieces in the package</param>
public sealed record Package(IReadOnlyList<ComboPart> Parts, Ratio Price, int? TimesMax = null) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Words Title() => new("跨类组合", "Package deal");

    public override Goods Counts() => Parts[0].Goods;

    internal override IReadOnlyList<Goods> Scopes => [.. Parts.Select(p => p.Goods)];

    public override Words Rule(OfferNames names)
    {
        var (parts, rate, times) = (ComboParts.Words(Parts, names), Say.Rate(Price), Say.AtMost(TimesMax));
        return new($"{parts.Zh} 一起买 {rate.Zh}{times.Zh}", $"{parts.En} together {rate.En}{times.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(ComboParts.Fault(Parts), Faults.Rate(Price), Faults.Count(TimesMax, 1, 1_000, "次数 (times)"));

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override long Want(in Slice s, Span<long> parts)
    {
        var value = ComboParts.Value(s, Parts, TimesMax, 0, parts, out var sets);
        return sets == 0 ? 0 : Calc.Rate(value, 10_000 - Price.Bp);
    }

    internal override Sentence Working(in Slice s, Money whole)
    {
        Span<long> parts = stackalloc long[s.Count];
        var value = ComboParts.Value(s, Parts, TimesMax, 0, parts, out _);
        return Workings.Rate(new(value), Price.Complement, null, whole);
    }

    internal override Sentence? Short(in Slice s) => ComboParts.Short(s, Parts, Say.Rate(Price));
}
