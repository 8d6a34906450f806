using Shuke.Core.Pricing;

namespace Shuke.Core.Tests.Pricing;

public sealed class FingerprintTests
{
    private static readonly PricingPolicies Policies = new()
    {
        PointsAsMoney = new(100, Ratio.One, new(100), new(100)),
    };
    private static readonly Cart Cart = Carts.Of("拿铁大 2 32.00", "可颂 1 15.00");
    private static readonly string Original = Print(Cart, Carts.Gold);

    [Fact]
    public void The_same_cart_has_the_same_fingerprint() => Print(Cart, Carts.Gold).ShouldBe(Original);

    [Fact]
    public void Whatever_changes_the_price_changes_the_fingerprint()
    {
        string[] others =
        [
            Print(Cart, null),
            Print(Cart, Carts.Gold with { TierPrice = Ratio.Percent(85) }),
            Print(Cart, Carts.Gold with { MemberId = new(12) }),
            Print(Carts.Of("拿铁大 2 32.01", "可颂 1 15.00"), Carts.Gold),
            Print(Carts.Of("拿铁大 3 32.00", "可颂 1 15.00"), Carts.Gold),
            Print(Carts.Of("拿铁小 2 32.00", "可颂 1 15.00"), Carts.Gold),
            Print(Cart with { Points = new(new Points(100)) }, Carts.Gold),
            Print(Cart with { OrderDiscount = ManualDiscount.AmountOf(new(1)) }, Carts.Gold),
        ];
        others.ShouldNotContain(Original);
        others.ShouldBeUnique();
    }

    private static string Print(Cart cart, Buyer? buyer) => cart.Quoted(Carts.Facts(buyer, Policies)).Fingerprint;
}
