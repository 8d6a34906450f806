using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>兑换: pieces of the goods are free, the dearest first: a free product, a service, a larger size.</summary>
public sealed record Exchange(Goods Goods, int Pieces = 1) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Words Title() => new("兑换", "Exchange");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        return new($"免费兑换 {Pieces} 件:{goods.Zh}", $"{Pieces} free of {goods.En}");
    }

    public override Refusal? Fault() =>
        Faults.First(
            Faults.Count(Pieces, 1, 100, "件数 (pieces)"),
            Goods.IsEverything ? PromotionReasons.GoodsMissing.With(("max", Faults.PricesMax)) : null
        );

    internal override bool SharesWhole => false;
    internal override bool FreesGoods => true;

    internal override long Want(in Slice s, Span<long> parts) => s.Dearest(0, Pieces, 0, parts);

    internal override Arithmetic HowPieces(in Slice s, int k, Money net) => s.PiecesAt(k, net, Ratio.One);
}
