using Shouldly;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Sales;

/// <summary>The database sees nothing of what stands in a ticket's text, so the proof does: whatever was forged there is named.</summary>
public sealed class VerifyTicketsTests
{
    private static readonly (string Sql, string Says)[] Forgeries =
    [
        ("UPDATE orders SET lines = REPLACE(lines, ',1000,3200,', ',0,3200,')", "line 1: its quantity is not above 0"),
        (
            "UPDATE orders SET lines = REPLACE(lines, ',3200,3200,3200,', ',3200,3200,-1,')",
            "line 1: it costs less than 0"
        ),
        ("UPDATE orders SET lines = REPLACE(lines, ',0,0]', ',1001,0]')", "line 1: more came back than was sold"),
        ("UPDATE orders SET lines = REPLACE(lines, ',0,0]', ',0,3201]')", "line 1: more was paid back than it cost"),
        (
            "UPDATE orders SET lines = REPLACE(lines, ',3200,3200,3200,', ',3200,3200,3199,')",
            "its lines 31.99, its payments 32.00"
        ),
        ("UPDATE orders SET lines = REPLACE(lines, ']]', '],' || SUBSTR(lines, 2))", "line 1: its number is not above"),
        ("UPDATE orders SET lines = SUBSTR(lines, 1, 12)", "its lines or payments cannot be read"),
        ("UPDATE orders SET lines = ''", "its lines or payments cannot be read"),
        ("UPDATE orders SET payments = REPLACE(payments, ',3200,', ',-1,')", "payment 1: it is below 0"),
        ("UPDATE orders SET payments = '[]'", "its lines 32.00, its payments 0.00"),
        ("UPDATE orders SET payments = '[[1]]'", "its lines or payments cannot be read"),
        ("UPDATE orders SET payments = REPLACE(payments, 'cash', 'gold')", "its lines or payments cannot be read"),
        (
            """
            INSERT INTO order_discount SELECT merchant_id, id, 9, 1, 'x', 'x', 1, '', '', '', '' FROM orders
            """,
            "discount of ticket"
        ),
        (
            "INSERT INTO order_free_item SELECT merchant_id, id, 9, 1, 'times', 'x', FALSE FROM orders",
            "free item of ticket"
        ),
    ];

    [Theory, EachDatabase]
    public async Task Lines_stand_in_the_order_of_their_numbers_whatever_the_till_sent(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3200);
        var sold = await till.Sell(null, [Till.Line(7, latte, 1), Till.Line(3, latte, 2)], Till.Cash());
        var shown = await till.Client.Get("/orders/" + sold.Text("orderId"));
        shown["lines"]!.AsArray().Select(l => (int)l!["lineNo"]!).ShouldBe([3, 7]);
        await using var read = await till.House.Db.Read(await till.House.Merchant());
        (await read.All<long>("SELECT quantity FROM order_line WHERE merchant_id = @m ORDER BY line_no")).ShouldBe([
            2_000,
            1_000,
        ]);
        (await VerifyTickets.Run(read)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task What_was_forged_inside_a_ticket_is_named(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3200);
        await till.Sell(null, [Till.Line(1, latte, 1)], Till.Cash());
        var merchant = await till.House.Merchant();
        foreach (var (sql, says) in Forgeries)
        {
            // Never committed: the next forgery finds the ticket whole.
            await using var tx = await till.House.Intruder.Begin(merchant);
            (await VerifyTickets.Run(tx)).ShouldBeNull();
            (await tx.Execute(sql)).ShouldBe(1, sql);
            (await VerifyTickets.Run(tx)).ShouldNotBeNull(sql).Says.ShouldContain(says, customMessage: sql);
        }
    }
}
