using FsCheck;
using FsCheck.Fluent;
using Shuke.Core.Pricing;

namespace Shuke.Core.Tests.Pricing;

/// <summary>Carts and shops nobody would think of.</summary>
internal static class RandomCarts
{
    public static readonly Arbitrary<(Cart Cart, PricingFacts Facts)> All = Arb.From(
        from cart in Cart()
        from facts in Facts()
        select (cart, facts)
    );

    public static void Holds(Func<Cart, PricingFacts, Quote, bool> property, int tries = 500) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(tries),
            Prop.ForAll(All, x => property(x.Cart, x.Facts, x.Cart.Quoted(x.Facts)))
        );

    private static Gen<Cart> Cart() =>
        from count in Gen.Choose(1, 8)
        from lines in Gen.CollectToSequence(Enumerable.Range(1, count), Line)
        from order in Sometimes(3, Manual())
        from points in Sometimes(2, from n in Gen.Choose(0, 3_000) select n == 0 ? PointsWish.Max : new(new Points(n)))
        from uses in Gen.Choose(0, 2)
        select new Cart
        {
            Lines = [.. lines],
            OrderDiscount = order,
            Points = points,
            FreeItems =
            [
                .. Enumerable
                    .Range(0, uses)
                    .Select(i => new FreeItemUse(FreeItemKind.Times, $"{i}", "次卡", [new(1), new(2)], [new(i)])),
            ],
        };

    private static Gen<CartLine> Line(int no) =>
        from price in Gen.Choose(0, 9_999)
        from pieces in Gen.Choose(1, 5)
        from weight in Gen.Choose(1, 3_000)
        from isWeighed in Gen.Choose(0, 3)
        from category in Gen.Choose(0, 2)
        from member in Sometimes(3, Gen.Choose(0, 9_999))
        from lowest in Sometimes(3, Gen.Choose(0, 9_999))
        from cost in Sometimes(2, Gen.Choose(0, 9_999))
        from byHand in Sometimes(5, Gen.Choose(0, 12_000))
        from manual in Sometimes(4, Manual())
        from flags in Gen.Choose(0, 7)
        select new CartLine
        {
            LineNo = no,
            ProductId = new(no),
            CategoryId = new(category),
            Name = $"商品{no}",
            Quantity = isWeighed == 0 ? new(weight) : Quantity.Of(pieces),
            UnitPrice = new(price),
            MemberPrice = Fen(member),
            LowestPrice = Fen(lowest),
            Cost = Fen(cost),
            PriceOverride = Fen(byHand),
            ManualDiscount = manual,
            Discountable = flags != 1,
            EarnsPoints = flags != 2,
            BonusPayable = flags != 3,
        };

    private static Gen<ManualDiscount> Manual() =>
        from isRate in Gen.Choose(0, 1)
        from value in Gen.Choose(1, 10_000)
        select isRate == 1 ? ManualDiscount.OffBy(new(value)) : ManualDiscount.AmountOf(new(value));

    private static Gen<PricingFacts> Facts() =>
        from isMember in Gen.Choose(0, 4)
        from tier in Gen.Choose(5_000, 10_000)
        from balance in Gen.Choose(0, 5_000)
        from multiply in Gen.Choose(0, 1)
        from roundOff in Gen.Choose(0, 4)
        from guard in Gen.Choose(0, 1)
        from share in Gen.Choose(0, 10_000)
        from rate in Gen.Choose(30, 300)
        select Carts.Facts(
            isMember == 0 ? null : Carts.Gold with { TierPrice = new(tier), SpendablePoints = new(balance) },
            new()
            {
                LineDiscounts = (LineDiscounts)multiply,
                RoundOff = (RoundOffRule)roundOff,
                CostGuard = guard == 1,
                PointsAsMoney = new(rate, new(share), new(10), new(100)),
                Earn = new(Ratio.One, Money.Yuan(1)),
            }
        );

    private static Gen<T?> Sometimes<T>(int oneIn, Gen<T> gen) =>
        from dice in Gen.Choose(1, oneIn)
        from value in gen
        select dice == 1 ? value : default(T?);

    private static Money? Fen(int fen) => fen == 0 ? null : new Money(fen);
}
