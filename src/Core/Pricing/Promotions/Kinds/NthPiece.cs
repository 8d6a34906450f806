using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>第 N 件 x 折: of every N pieces, the dearest first, the N-th is cheaper.</summary>
/// <param name="Price">what is left of the N-th piece's price; 0 = free</param>
/// <param name="SameProduct">count each product by itself</param>
public sealed record NthPiece(Goods Goods, int N, Ratio Price, bool SameProduct = false) : Cycle(Goods)
{
    public override Words Title() => new("第 N 件优惠", "N-th piece");

    public override Words Rule(OfferNames names)
    {
        var (goods, rate) = (Goods.Words(names), Say.Rate(Price));
        return new(
            $"{goods.Zh}第 {N} 件 {rate.Zh}{(SameProduct ? "(同款)" : "")}",
            $"{goods.En}: every piece no. {N} {rate.En}{(SameProduct ? " (same product)" : "")}"
        );
    }

    public override Refusal? Fault() => Faults.First(Faults.Rate(Price), Faults.Count(N, 2, 100, "第几件 (N)"));

    internal override int Length => N;
    internal override int Full => N - 1;
    internal override Ratio Off => Price.Complement;
    internal override bool IsPerProduct => SameProduct;
}
