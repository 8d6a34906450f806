using Shuke.Core.Conditions;

namespace Shuke.Core.Pricing.Promotions;

/// <summary>满赠: whoever buys goods for so much takes gifts from a list; the gift is a line of the cart and becomes free.</summary>
/// <param name="Goods">what counts towards the threshold</param>
/// <param name="AtLeast">fen or pieces, by <paramref name="By"/></param>
/// <param name="Pieces">gifts each time</param>
/// <param name="EveryFull">true: once for each full threshold; false: once</param>
public sealed record FullGift(
    Goods Goods,
    Measure By,
    long AtLeast,
    IReadOnlyList<ProductId> Gifts,
    int Pieces = 1,
    bool EveryFull = false
) : OfferArgs
{
    public override OfferPhase Phase() => OfferPhase.Pieces;

    public override Words Title() => new("满赠", "Gift from an amount");

    public override Goods Counts() => Goods;

    internal override IReadOnlyList<Goods> Scopes => [Goods, new() { Products = Gifts }];

    public override Words Rule(OfferNames names)
    {
        var goods = Goods.Words(names);
        var need = Thresholds.Need(By, AtLeast);
        var gifts = new Goods { Products = Gifts }.Words(names);
        return new(
            $"{goods.Zh}{(EveryFull ? "每" : "")}满 {need.Zh}送 {Pieces} 件:{gifts.Zh}任选",
            $"{goods.En} {(EveryFull ? "for every" : "from")} {need.En}: {Pieces} free of {gifts.En}"
        );
    }

    public override Refusal? Fault() =>
        Faults.First(
            Thresholds.Fault(By, AtLeast),
            Faults.Some(Gifts),
            Faults.Count(Pieces, 1, 100, "赠品件数 (gifts)")
        );

    internal override bool SharesWhole => false;
    internal override bool FreesGoods => true;

    internal override int Reached(in Slice s)
    {
        var have = By == Measure.Amount ? s.AmountWithout(1) : s.PiecesWithout(1);
        return have < AtLeast ? 0
            : EveryFull && AtLeast > 0 ? (int)Math.Min(have / AtLeast, 1_000)
            : 1;
    }

    internal override long Want(in Slice s, Span<long> parts)
    {
        var left = (long)Reached(s) * Pieces;
        return left == 0 ? 0 : s.Dearest(1, left, 0, parts);
    }

    internal override Arithmetic HowPieces(in Slice s, int k, Money net) => s.PiecesAt(k, net, Ratio.One);

    internal override long Missing(in Slice s) =>
        By == Measure.Amount ? AtLeast * (Reached(s) + 1L) - s.AmountWithout(1) : long.MaxValue;

    internal override Sentence? Short(in Slice s)
    {
        var have = By == Measure.Amount ? s.AmountWithout(1) : s.PiecesWithout(1);
        return have < AtLeast
            ? Thresholds.Short(By, AtLeast - have, new($"可得 {Pieces} 件赠品", $"for {Pieces} gifts"))
            : NotAppliedReasons.GiftNotChosen.With(("pieces", (long)Reached(s) * Pieces));
    }

    internal override Choices? Open(in Slice s, long taken)
    {
        var left = (long)Reached(s) * Pieces - taken;
        return left > 0 ? new([.. Gifts.Select(g => (g, Money.Zero))], left) : null;
    }
}
