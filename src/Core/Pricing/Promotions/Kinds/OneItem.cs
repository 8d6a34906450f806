using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>单品折扣: one piece (the dearest) of the goods at a share of its price; mostly a coupon.</summary>
public sealed record OneItem(Goods Goods, Ratio Price, int Pieces = 1) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Words Title() => new("单品折扣", "Discount on one item");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var (goods, rate) = (Goods.Words(names), Say.Rate(Price));
        return new($"{goods.Zh}任选 {Pieces} 件 {rate.Zh}", $"{Pieces} of {goods.En} {rate.En}");
    }

    public override Refusal? Fault() => Faults.First(Faults.Rate(Price), Faults.Count(Pieces, 1, 100, "件数 (pieces)"));

    public override bool GivesAllAway() => Price == Ratio.Zero;

    internal override bool SharesWhole => false;

    internal override long Want(in Slice s, Span<long> parts) => s.Dearest(0, Pieces, Price.Bp, parts);

    internal override bool ByPieces => true;

    internal override long WantOfPieces(in PiecesInOrder p) => p.Dearest(Pieces, Price.Bp);

    internal override Arithmetic HowPieces(in Slice s, int k, Money net) => s.PiecesAt(k, net, Price.Complement);
}
