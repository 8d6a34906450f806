using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Tiers;

namespace Shuke.Server.Tests.Sales;

/// <summary>The ledger's proof reaches to the tickets: a payment that says something else than its posting is found.</summary>
public sealed class PaymentsAgreeTests
{
    [Theory, EachDatabase]
    public async Task A_ticket_whose_payment_was_changed_is_named(Engine engine)
    {
        await using var till = await Till.Open(engine);
        await using var shop = await Shop.Of(till.House);
        var others = till.House.Services.GetServices<VerifyAgainstLedger>().ToList();
        var latte = await till.Product("测试拿铁", 3200);
        var member = await till.Member("13911112222", "张三");
        await till.TopUp(member, 100_00);
        await till.Sell(member, [Till.Line(1, latte, 1)], Till.Stored(2_000), Till.Cash());
        await till.Sell(null, [Till.Line(1, latte, 1)], Till.Cash());
        (await shop.Look(db => VerifyLedger.Run(db, others))).Wrong.ShouldBeNull();

        await using var tx = await till.House.Intruder.Begin(shop.Merchant);
        // A fen moves from the card to the cash: the ticket still adds up, its posting does not.
        var forged = await tx.Execute(
            """
            UPDATE orders SET payments = REPLACE(REPLACE(payments, '"stored_value",null,2000,', '"stored_value",null,1999,'),
                '"cash",null,1200,', '"cash",null,1201,')
            WHERE merchant_id = @m AND payments LIKE '%stored_value%'
            """
        );
        forged.ShouldBe(1);
        var wrong = (await VerifyLedger.Run(tx, others)).Wrong.ShouldNotBeNull();
        wrong.Says.ShouldContain("paid 19.99 yuan of stored value");
        wrong.Says.ShouldContain("took 20.00 yuan");
    }
}
