using Shuke.Core.Pricing;
using Shuke.Core.Sales;
using Shuke.Core.Tests.Pricing;

namespace Shuke.Core.Tests.Sales;

public sealed class ShiftTests
{
    // float, cash in, cash out, cash sales, cash refunds, cash top-ups, counted -> expected, difference
    [Theory]
    [InlineData("200", "0", "0", "0", "0", "0", "200", "200.00 0.00")]
    [InlineData("200", "50", "30", "1000", "51.20", "100", "1268.80", "1268.80 0.00")]
    [InlineData("200", "0", "0", "100", "0", "0", "299.50", "300.00 -0.50")]
    [InlineData("200", "0", "0", "0", "250", "0", "0", "-50.00 50.00")]
    public void The_drawer_holds(
        string start,
        string cashIn,
        string cashOut,
        string sales,
        string refunds,
        string topUps,
        string counted,
        string expected
    )
    {
        var report = ShiftMath.Report(
            new()
            {
                Float = Carts.Yuan(start),
                CashIn = Carts.Yuan(cashIn),
                CashOut = Carts.Yuan(cashOut),
                Sales = [Cash(sales), new(Tender.Recorded, "wechat", Money.Yuan(500), 9)],
                Refunds = [Cash(refunds)],
                TopUps = [Cash(topUps)],
            },
            Carts.Yuan(counted)
        );
        $"{report.ExpectedCash} {report.Difference}".ShouldBe(expected);
    }

    [Fact]
    public void The_report_has_one_line_for_each_way_of_paying()
    {
        var figures = new ShiftFigures
        {
            Float = Money.Yuan(200),
            Sales =
            [
                new(Tender.Recorded, "wechat", Money.Yuan(80), 2),
                Cash("30"),
                new(Tender.Recorded, "alipay", Money.Yuan(20), 1),
            ],
            Refunds = [new(Tender.Recorded, "wechat", Money.Yuan(10), 1)],
            TopUps = [new(Tender.Recorded, "wechat", Money.Yuan(100), 1)],
            TopUpRefunds = [Cash("5")],
        };
        var report = ShiftMath.Report(figures, null);
        report
            .Methods.Select(m => $"{m.Method ?? "cash"} {m.Net}")
            .ShouldBe(["cash 25.00", "alipay 20.00", "wechat 170.00"]);
        report.Sales.ShouldBe(Money.Yuan(130));
        report.TopUps.ShouldBe(Money.Yuan(95));
        report.ExpectedCash.ShouldBe(Money.Yuan(225));
        report.Difference.ShouldBeNull();
    }

    private static TenderSum Cash(string amount) => new(Tender.Cash, null, Carts.Yuan(amount), 1);
}
