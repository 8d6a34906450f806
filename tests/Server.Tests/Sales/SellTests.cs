using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Sales;

public sealed class SellTests
{
    [Theory, EachDatabase]
    public async Task A_ticket_is_paid_from_stored_value_and_cash_and_earns_points(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3200);
        var member = await till.Member("13911112222", "张三");
        var plan = (await till.Client.Get($"/topups/plans?memberId={member}"))["plans"]!
            .AsArray()
            .First(p => p!.Long("pay") == 50_000)!;
        var topUp = await till.Client.Post(
            "/topups",
            new
            {
                shiftId = till.Shift,
                memberId = member,
                tender = "cash",
                planId = plan.Text("id"),
                tendered = 50_000,
            }
        );
        topUp.Long("bonus").ShouldBe(5_000);
        topUp.Long("storedValue").ShouldBe(55_000);

        var sold = await till.Sell(member, [Till.Line(1, latte, 2)], Till.Stored(3_200), Till.Cash(5_000));
        sold.Long("payable").ShouldBe(6_400);
        sold.Long("change").ShouldBe(1_800);
        sold.Long("storedValue").ShouldBe(51_800);
        // 32.00 of stored value are 29.09 principal + 2.91 bonus? In proportion 500:50 - floor(3200 * 50 / 550) = 290 of bonus do not earn.
        sold.Long("earned").ShouldBe(61);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_sold_is_refused_and_nothing_is_written(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3200);
        var member = await till.Member("13911112222", "张三");
        await till.TopUp(member, 10_00);
        (
            await till.Client.RefusedPost("/orders", till.Sale(member, [Till.Line(1, latte, 1)], [Till.Stored()]))
        ).ShouldBe("balance_too_low");
        (
            await till.Client.RefusedPost("/orders", till.Sale(null, [Till.Line(1, latte, 1)], [Till.Cash(3_000)]))
        ).ShouldBe("payment_mismatch");
        (await till.Client.RefusedPost("/orders", till.Sale(null, [Till.Line(1, latte, 1)], [Till.Stored()]))).ShouldBe(
            "member_needed"
        );
        (await till.Client.RefusedPost("/orders", till.Sale(null, [Till.Line(1, "999", 1)], [Till.Cash()]))).ShouldBe(
            "not_found"
        );
        (await till.Client.RefusedPost("/orders", till.Sale(null, [Till.Line(1, latte, -1)], [Till.Cash()]))).ShouldBe(
            "quantity_out_of_range"
        );
        (
            await till.Client.RefusedPost(
                "/topups",
                new
                {
                    shiftId = till.Shift,
                    memberId = member,
                    tender = "cash",
                    pay = 500_000,
                }
            )
        ).ShouldBe("card_limit_exceeded");
        (
            await till.Client.RefusedPost(
                "/topups",
                new
                {
                    shiftId = till.Shift,
                    memberId = member,
                    tender = "cash",
                    pay = -5,
                }
            )
        ).ShouldBe("amount_out_of_range");
        (
            await till.Client.SendText(
                HttpMethod.Post,
                "/topups",
                $$"""{"shiftId":"{{till.Shift}}","memberId":"{{member}}","tender":"cash","pay":9223372036854775808}"""
            )
        ).Code.ShouldBe("bad_request");
        (await till.Client.Get("/orders")).Long("total").ShouldBe(0);
        (await till.Client.Get($"/till/members/{member}")).Long("storedValue").ShouldBe(10_00);
    }

    [Theory, EachDatabase]
    public async Task A_repeat_with_the_same_key_answers_the_same_bytes_and_sells_once(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3200);
        var body = till.Sale(null, [Till.Line(1, latte, 1)], [Till.Cash(5_000)]);
        var first = await till.Client.Send(HttpMethod.Post, "/orders", body, key: "ticket-0001");
        var second = await till.Client.Send(HttpMethod.Post, "/orders", body, key: "ticket-0001");
        first.Ok.ShouldBeTrue(first.Text);
        second.Bytes.ShouldBe(first.Bytes);
        (await till.Client.Get("/orders")).Long("total").ShouldBe(1);
        var other = till.Sale(null, [Till.Line(1, latte, 2)], [Till.Cash(10_000)]);
        (await till.Client.Send(HttpMethod.Post, "/orders", other, key: "ticket-0001")).Code.ShouldBe(
            "idempotency_key_reused"
        );
    }

    [Theory, EachDatabase]
    public async Task A_refund_of_one_line_gives_back_the_mix_that_was_paid(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3200);
        var cake = await till.Product("测试蛋糕", 1500);
        var member = await till.Member("13911112222", "张三");
        await till.TopUp(member, 100_00);
        var sold = await till.Sell(
            member,
            [Till.Line(1, latte, 1), Till.Line(2, cake, 1)],
            Till.Stored(2_000),
            Till.Cash()
        );
        var order = sold.Text("orderId");
        var wish = new
        {
            shiftId = till.Shift,
            lines = new[] { new { lineNo = 2, quantity = 1000 } },
            reason = "不新鲜",
        };
        var preview = await till.Client.Post($"/orders/{order}/refunds/preview", wish);
        var refund = await till.Client.Post($"/orders/{order}/refunds", wish);
        refund.Long("amount").ShouldBe(1_500);
        preview.Long("amount").ShouldBe(1_500);
        // Cash was paid last, so it goes back first.
        refund["tenders"]!.AsArray().Select(t => (t!.Text("tender"), t!.Long("amount"))).ShouldBe([("cash", 1_500L)]);
        refund.Long("points").ShouldBe(sold.Long("points") - 15);
        var rest = await till.Client.Post(
            $"/orders/{order}/refunds",
            new { shiftId = till.Shift, reason = "都不要了" }
        );
        rest.Long("amount").ShouldBe(3_200);
        rest.Long("storedValue").ShouldBe(100_00);
        rest.Long("points").ShouldBe(0);
        (await till.Client.RefusedPost($"/orders/{order}/refunds", new { shiftId = till.Shift })).ShouldBe(
            "illegal_order_state"
        );
        (await till.Client.Get($"/orders/{order}")).Text("state").ShouldBe("refunded");
    }

    [Theory, EachDatabase]
    public async Task Points_pay_and_come_back_and_the_shift_adds_up(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 20_000);
        var member = await till.Member("13911112222", "张三");
        await till.Sell(member, [Till.Line(1, latte, 1)], Till.Cash());
        var paid = await till.Client.Post(
            "/orders",
            new
            {
                shiftId = till.Shift,
                cart = new
                {
                    lines = new[] { Till.Line(1, latte, 1) },
                    memberId = member,
                    points = new { number = 100 },
                },
                payments = new[] { Till.Cash() },
            }
        );
        paid.Long("pointsUsed").ShouldBe(100);
        paid.Long("due").ShouldBe(19_900);
        await till.Client.Post($"/orders/{paid.Text("orderId")}/refunds", new { shiftId = till.Shift, reason = "退" });
        var member2 = await till.Client.Get($"/till/members/{member}");
        member2.Long("points").ShouldBe(200);

        var closed = await till.Client.Post($"/shifts/{till.Shift}/close", new { counted = 39_900, note = "少一元" });
        closed.Long("report.expectedCash").ShouldBe(40_000);
        closed.Long("report.difference").ShouldBe(-100);
        (await till.Client.RefusedPost("/orders", till.Sale(null, [Till.Line(1, latte, 1)], [Till.Cash()]))).ShouldBe(
            "shift_closed"
        );
    }

    [Theory, EachDatabase]
    public async Task A_parked_cart_is_taken_back_once(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3200);
        var hold = await till.Client.Post(
            "/holds",
            new { title = "穿红衣的", cart = new { lines = new[] { Till.Line(1, latte, 1) } } }
        );
        (await till.Client.Get("/holds"))["items"]!.AsArray().Count.ShouldBe(1);
        (await till.Client.Post($"/holds/{hold.Text("id")}/resume", new { })).Text("title").ShouldBe("穿红衣的");
        (await till.Client.RefusedPost($"/holds/{hold.Text("id")}/resume", new { })).ShouldBe("hold_gone");
    }
}
