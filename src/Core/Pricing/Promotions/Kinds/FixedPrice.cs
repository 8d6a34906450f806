using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>固定价: so many pieces of these goods, the dearest first, at one price each (a coupon, mostly).</summary>
public sealed record FixedPrice(Goods Goods, Money Price, int Pieces = 1) : PiecePrices
{
    public override Words Title() => new("固定价", "Fixed price");

    public override Goods Counts() => Goods;

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        return new($"{goods.Zh} {Pieces} 件以内每件 {Price} 元", $"Up to {Pieces} of {goods.En} at {Price} yuan each");
    }

    public override Refusal? Fault() =>
        Faults.First(Faults.NotNegative(Price, "价格 (price)"), Faults.Count(Pieces, 1, 1_000, "件数 (pieces)"));

    public override bool GivesAllAway() => Price.IsZero;

    internal override Money? PriceOf(ProductId product) => Price;

    internal override Money? PriceWithoutProduct => Price;

    internal override long PiecesFor(in Slice s) => Pieces;
}
