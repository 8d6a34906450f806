using Shuke.Core.Sales;

namespace Shuke.Core.Tests.Sales;

public sealed class OrderStateTests
{
    private static readonly string[] Allowed =
    [
        "draft placed",
        "draft paid",
        "draft void",
        "placed paid",
        "placed void",
        "paid partly_refunded",
        "paid refunded",
        "paid void",
        "partly_refunded partly_refunded",
        "partly_refunded refunded",
    ];

    [Fact]
    public void Every_edge_that_is_not_in_the_table_is_refused()
    {
        foreach (var from in Enum.GetValues<OrderState>())
        foreach (var to in Enum.GetValues<OrderState>())
        {
            var outcome = from.Become(to);
            outcome.IsOk.ShouldBe(Allowed.Contains($"{from.Code()} {to.Code()}"), $"{from} -> {to}");
            if (!outcome.IsOk)
                outcome.Refusal!.Code.ShouldBe("illegal_order_state");
        }
    }
}
