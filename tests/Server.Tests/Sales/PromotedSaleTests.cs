using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Server.Modules.Members;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Sales;

/// <summary>Promotions and coupons at the real till: quote, checkout, order, refund, and what holds when many want the last.</summary>
public sealed class PromotedSaleTests
{
    private static JsonObject Reduction(long atLeast, long off) =>
        new()
        {
            ["kind"] = "full_reduction",
            ["goods"] = new JsonObject(),
            ["steps"] = new JsonArray(new JsonObject { ["atLeast"] = atLeast, ["off"] = off }),
        };

    private static JsonObject Gift(long atLeast, params string[] gifts) =>
        new()
        {
            ["kind"] = "full_gift",
            ["goods"] = new JsonObject(),
            ["by"] = "amount",
            ["atLeast"] = atLeast,
            ["gifts"] = new JsonArray([.. gifts.Select(g => JsonValue.Create(g))]),
        };

    private static async Task<string> Promotion(Till till, string name, JsonObject args, object? more = null)
    {
        var form = new JsonObject
        {
            ["name"] = name,
            ["args"] = args,
            ["validFrom"] = till.House.Clock.GetUtcNow().AddHours(-1).ToString("O"),
        };
        if (more is not null)
            foreach (var (key, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
                form[key] = value?.DeepClone();
        var id = (await till.Client.Send(HttpMethod.Post, "/promotions", form.ToJsonString()).ShouldSucceed()).Text(
            "id"
        )!;
        await till.Client.Post($"/promotions/{id}/approve", new { });
        return id;
    }

    private static async Task<string> Template(Till till, string name, string kind, long amount, object? more = null)
    {
        var terms = new JsonObject
        {
            ["kind"] = kind,
            ["amount"] = amount,
            ["validity"] = new JsonObject { ["kind"] = "days", ["days"] = 7 },
        };
        if (more is not null)
            foreach (var (key, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
                terms[key] = value?.DeepClone();
        var form = new JsonObject { ["name"] = name, ["terms"] = terms };
        var id = (
            await till.Client.Send(HttpMethod.Post, "/coupons/templates", form.ToJsonString()).ShouldSucceed()
        ).Text("id")!;
        await till.Client.Post($"/coupons/templates/{id}/state", new { state = "active" });
        return id;
    }

    private static async Task<string> Give(Till till, string template, string member) =>
        (
            await till.Client.Post(
                $"/coupons/templates/{template}/give",
                new { members = new[] { member }, reason = "测试" }
            )
        ).Text("coupons.0.id")!;

    private static object Ticket(Till till, object cart, long? expected = null, params object[] payments) =>
        new
        {
            shiftId = till.Shift,
            cart,
            payments = payments.Length == 0 ? [Till.Cash()] : payments,
            expectedDue = expected,
        };

    private static object Named(string coupon, string pick = "auto") => new { couponId = coupon, pick };

    [Theory, EachDatabase]
    public async Task A_ticket_takes_promotions_gifts_and_coupons_says_why_and_comes_back_in_parts(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3_000);
        var cup = await till.Product("随行杯", 1_500);
        var member = await till.Member("13911112222", "张三");
        var reduction = await Promotion(till, "满100减20", Reduction(10_000, 2_000));
        var gift = await Promotion(till, "满80送杯", Gift(8_000, cup), new { limits = new { perMember = 1 } });
        var coupon = await Give(till, await Template(till, "减10元券", "cash_off", 1_000), member);
        var scarce = await Give(
            till,
            await Template(till, "满500减50券", "threshold_off", 5_000, new { minSpend = 50_000 }),
            member
        );

        // Three lattes: what is missing is said, the gift may be chosen, the coupons say what each gives.
        var small = await till.Client.Post(
            "/quotes",
            new
            {
                lines = new[] { Till.Line(1, latte, 3) },
                memberId = member,
                autoCoupons = true,
            }
        );
        (small.Long("original"), small.Long("due")).ShouldBe((9_000, 8_000));
        var missed = small.At("notApplied")!.AsArray().Single(n => n!.Text("sourceId") == reduction)!;
        (missed.Long("gap"), missed.Text("why")).ShouldBe((1_000, "再买 10.00 元可减 20.00 元"));
        (small.Text("choices.0.sourceId"), small.Text("choices.0.goods.0.productId")).ShouldBe((gift, cup));
        (small.Long("choices.0.goods.0.price"), small.Long("choices.0.piecesLeft")).ShouldBe((0, 1));
        var shown = small.At("coupons")!.AsArray().ToDictionary(c => c!.Text("couponId")!);
        ((bool)shown[coupon]!.At("used")!, shown[coupon]!.Long("gives"), shown[coupon]!.Text("why")).ShouldBe(
            (true, 1_000, null)
        );
        ((bool)shown[scarce]!.At("used")!, shown[scarce]!.Long("gives")).ShouldBe((false, 0));
        shown[scarce]!.Text("why")!.ShouldContain("再买 410.00 元");
        ((bool)small.At("isBounded")!).ShouldBeFalse();

        object cart = new
        {
            lines = new[] { Till.Line(1, latte, 4), Till.Line(2, cup, 1) },
            memberId = member,
            coupons = new[] { Named(coupon) },
        };
        var quote = await till.Client.Post("/quotes", cart);
        (quote.Long("original"), quote.Long("due")).ShouldBe((13_500, 9_000));
        quote
            .At("applied")!
            .AsArray()
            .Select(a => (a!.Text("title"), a!.Long("amount")))
            .ShouldBe([("满80送杯", 1_500), ("满100减20", 2_000), ("减10元券", 1_000)]);
        quote.Text("applied.1.rule").ShouldBe("全部商品满 100.00 元减 20.00 元");
        quote.At("applied")!.AsArray().Sum(a => a!.At("shares")!.AsArray().Sum(s => s!.Long("amount"))).ShouldBe(4_500);

        // A coupon that does nothing is not used up, and a price that has changed is not charged.
        (
            await till.Client.RefusedPost(
                "/orders",
                Ticket(
                    till,
                    new
                    {
                        lines = new[] { Till.Line(1, latte, 1) },
                        memberId = member,
                        coupons = new[] { Named(scarce, "chosen") },
                    }
                )
            )
        ).ShouldBe("coupon_gives_nothing");
        (await till.Client.RefusedPost("/orders", Ticket(till, cart, 8_000))).ShouldBe("price_changed");
        (
            await till.Client.RefusedPost(
                "/orders",
                Ticket(till, new { lines = new[] { Till.Line(1, latte, 1) }, coupons = new[] { Named("5") } })
            )
        ).ShouldBe("coupon_unknown");
        (
            await till.Client.RefusedPost(
                "/orders",
                Ticket(till, new { lines = new[] { Till.Line(1, latte, 1) }, coupons = new[] { Named(coupon) } })
            )
        ).ShouldBe("coupon_not_yours");
        (await till.Client.Get($"/coupons/{coupon}")).Text("coupon.state").ShouldBe("issued");

        var sold = await till.Client.Post("/orders", Ticket(till, cart, 9_000));
        var order = sold.Text("orderId")!;
        (sold.Long("payable"), sold.Long("earned")).ShouldBe((9_000, 90));
        (await till.Client.Get($"/coupons/{coupon}")).Text("coupon.state").ShouldBe("used");
        (await till.Client.RefusedPost("/orders", Ticket(till, cart))).ShouldBe("coupon_used");
        // The member's one gift is gone.
        (
            await till.Client.Post(
                "/quotes",
                new { lines = new[] { Till.Line(1, latte, 3), Till.Line(2, cup, 1) }, memberId = member }
            )
        )
            .Long("due")
            .ShouldBe(10_500 - 2_000);

        // Order page, receipt, shift and promotion's results tell the same.
        var page = await till.Client.Get($"/orders/{order}");
        (page.Long("original"), page.Long("discount"), page.Long("payable")).ShouldBe((13_500, 4_500, 9_000));
        page.At("applied")!.ToJsonString().ShouldBe(quote.At("applied")!.ToJsonString());
        page.At("lines")!.AsArray().Sum(l => l!.At("discounts")!.AsArray().Sum(d => d!.Long("amount"))).ShouldBe(4_500);
        var receipt = (await till.Client.Get($"/orders/{order}/receipt/text")).Text("text")!;
        receipt.ShouldContain("满100减20");
        receipt.ShouldContain("90.00");
        var report = await till.Client.Get($"/shifts/{till.Shift}");
        (report.Long("report.sales"), report.Long("report.figures.discounts")).ShouldBe((9_000, 4_500));
        (await till.Client.Get("/home")).Long("today.turnover").ShouldBe(9_000);
        var results = await till.Client.Get($"/promotions/{reduction}/results");
        var listed = (await till.Client.Get("/promotions")).At("items")!.AsArray();
        var inList = listed.Single(p => p!.Text("id") == reduction)!;
        (inList.Long("tickets"), inList.Long("discount")).ShouldBe((results.Long("tickets"), results.Long("discount")));
        (results.Long("tickets"), results.Long("sales"), results.Long("discount")).ShouldBe((1, 9_000, 2_000));
        await using (var read = await till.House.Db.Read(await till.House.Merchant()))
        {
            var kept = (await OrderPricing.Find(read, OrderId.Parse(order, null))).ShouldNotBeNull();
            var row = await read.One<StoreId>("SELECT store_id FROM orders WHERE merchant_id = @m");
            var again = (await kept.PriceAgain(read, row)).Value;
            (again.Payable.Fen, again.Applied.Sum(a => a.Amount.Fen)).ShouldBe((9_000, 4_500));
        }

        // One latte back: three and the cup would have cost 75.00 (with the cup paid for, 满100减20 is still reached and
        // takes more than the gift), so of the 30.00 only 15.00 come back.
        object Back(params object[] lines) => new { shiftId = till.Shift, lines };
        object One(int line, int pieces) => new { lineNo = line, quantity = pieces * 1_000L };
        var preview = await till.Client.Post($"/orders/{order}/refunds/preview", Back(One(1, 1)));
        preview.Long("amount").ShouldBe(1_500);
        var first = await till.Client.Post($"/orders/{order}/refunds", Back(One(1, 1)));
        (first.Long("amount"), first.At("couponsBack")!.AsArray().Count).ShouldBe((1_500, 0));
        (await till.Client.Get($"/coupons/{coupon}")).Text("coupon.state").ShouldBe("used");
        var last = await till.Client.Post($"/orders/{order}/refunds", Back(One(1, 3), One(2, 1)));
        (last.Long("amount"), last.Text("couponsBack.0.couponId")).ShouldBe((7_500, coupon));
        (await till.Client.Get($"/coupons/{coupon}")).Text("coupon.state").ShouldBe("returned");
        (await till.Client.Get($"/promotions/{gift}/results")).Long("returned").ShouldBe(1);
        (await till.Client.Get($"/till/members/{member}")).Long("points").ShouldBe(0);
        // All is as before: the same ticket once more, with the gift and the coupon.
        (await till.Client.Post("/orders", Ticket(till, cart, 9_000)))
            .Long("payable")
            .ShouldBe(9_000);
    }

    [Theory, EachDatabase]
    public async Task Prices_of_the_store_the_tier_and_the_way_of_paying_count_at_the_till(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3_000);
        var member = await till.Member("13911112222", "张三");
        var store = (await till.Client.Get("/stores")).AsArray()[0]!.Text("id")!;
        var tier = (await till.Client.Get("/tiers")).AsArray()[0]!.Text("id")!;
        object One() => new { lines = new[] { Till.Line(1, latte, 1) } };
        (await till.Client.Post("/quotes", One())).Long("due").ShouldBe(3_000);
        await till.Client.Put(
            $"/goods/{latte}/own-prices",
            new
            {
                prices = new object[]
                {
                    new { storeId = store, amount = 2_800 },
                    new { tierId = tier, amount = 2_500 },
                },
            },
            1
        );
        (await till.Client.Post("/quotes", One())).Long("due").ShouldBe(2_800);
        (await till.Client.Post("/quotes", new { lines = new[] { Till.Line(1, latte, 1) }, memberId = member }))
            .Long("due")
            .ShouldBe(2_500);

        // Paid with one method only: known when it is paid, and shown when the till says how it will be.
        await Promotion(
            till,
            "微信立减5元",
            new()
            {
                ["kind"] = "payment_discount",
                ["methods"] = new JsonArray("wechat"),
                ["goods"] = new JsonObject(),
                ["off"] = 500,
            }
        );
        object cart = new { lines = new[] { Till.Line(1, latte, 1) }, paymentMethod = "wechat" };
        object Wechat(long? amount = null) =>
            new
            {
                tender = "recorded",
                method = "wechat",
                amount,
            };
        (await till.Client.Post("/quotes", One())).Long("due").ShouldBe(2_800);
        (await till.Client.Post("/quotes", cart)).Long("due").ShouldBe(2_300);
        (await till.Client.RefusedPost("/orders", Ticket(till, cart, 2_300, Till.Cash()))).ShouldBe("price_changed");
        (await till.Client.RefusedPost("/orders", Ticket(till, cart, 2_300, Wechat(1_000), Till.Cash()))).ShouldBe(
            "price_changed"
        );
        (await till.Client.Post("/orders", Ticket(till, cart, 2_300, Wechat()))).Long("payable").ShouldBe(2_300);

        // New members, tags and the first order are asked of the member.
        await Promotion(
            till,
            "首单减3元",
            new()
            {
                ["kind"] = "first_order",
                ["goods"] = new JsonObject(),
                ["off"] = 300,
            },
            new { withTierDiscount = true }
        );
        var tag = (await till.Client.Post("/members/tags", new { name = "街坊", color = "blue" })).Text("id")!;
        await Promotion(
            till,
            "街坊减1元",
            Reduction(200, 100),
            new
            {
                withTierDiscount = true,
                where = new
                {
                    field = "tags",
                    op = "any_of",
                    values = new[] { tag },
                },
            }
        );
        object ofMember = new { lines = new[] { Till.Line(1, latte, 1) }, memberId = member };
        var first = await till.Client.Post("/quotes", ofMember);
        first.Long("due").ShouldBe(2_200);
        first
            .At("notApplied")!
            .AsArray()
            .ShouldContain(n => n!.Text("code") == "condition_choice" && n!.Text("why")!.Contains("街坊"));
        await using (var tx = await till.House.Db.Begin(await till.House.Merchant()))
        {
            await MembersPublic.Tag(tx, MemberId.Parse(member, null), TagId.Parse(tag, null), on: true);
            await tx.Commit();
        }
        (await till.Client.Post("/orders", Ticket(till, ofMember, 2_100))).Long("payable").ShouldBe(2_100);
        (await till.Client.Post("/quotes", ofMember)).Long("due").ShouldBe(2_400);
    }

    /// <summary>Tickets of many tills go through both lanes: the limit holds, and whoever comes too late is not charged unawares.</summary>
    [Theory, EachDatabase]
    public async Task Limited_promotions_and_the_last_coupon_hold_at_the_real_checkout(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3_000);
        var limited = await Promotion(
            till,
            "前5名减10元",
            Reduction(1_000, 1_000),
            new { limits = new { total = 5, budget = 4_500 } }
        );
        var members = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => till.Member($"1391111000{i}")));
        till.Client.Replays = false;
        object cart = new { lines = new[] { Till.Line(1, latte, 1) } };
        var tickets = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(_ => till.Client.Send(HttpMethod.Post, "/orders", Ticket(till, cart, 2_000)))
        );
        // Four whole tickets; the fifth would get the 5 yuan that are left of the budget.
        tickets.Count(t => t.Ok).ShouldBe(4);
        tickets.Where(t => !t.Ok).Select(t => t.Code).Distinct().ShouldBe(["price_changed"]);
        (await till.Client.Post("/quotes", cart)).Long("due").ShouldBe(2_500);
        (await till.Client.Post("/orders", Ticket(till, cart, 2_500))).Long("payable").ShouldBe(2_500);
        (await till.Client.Post("/quotes", cart)).Long("due").ShouldBe(3_000);
        var results = await till.Client.Get($"/promotions/{limited}/results");
        (results.Long("tickets"), results.Long("discount")).ShouldBe((5, 4_500));

        var template = await Template(till, "减10元券", "cash_off", 1_000, new { transferable = true });
        for (var round = 0; round < 5; round++)
        {
            var coupon = await Give(till, template, members[0]);
            var answers = await Task.WhenAll(
                members
                    .Append(null)
                    .Select(member =>
                        till.Client.Send(
                            HttpMethod.Post,
                            "/orders",
                            Ticket(
                                till,
                                new
                                {
                                    lines = new[] { Till.Line(1, latte, 1) },
                                    memberId = member,
                                    coupons = new[] { Named(coupon) },
                                },
                                2_000
                            )
                        )
                    )
            );
            answers.Count(a => a.Ok).ShouldBe(1);
            answers.Where(a => !a.Ok).Select(a => a.Code).Distinct().ShouldBe(["coupon_used"]);
        }
        await using var read = await till.House.Db.Read(await till.House.Merchant());
        (await read.One<long>("SELECT COUNT(*) FROM coupon_use WHERE merchant_id = @m")).ShouldBe(5);
        (await read.One<long>("SELECT COUNT(*) FROM orders WHERE merchant_id = @m")).ShouldBe(10);
        (await read.One<long>("SELECT COUNT(*) FROM order_pricing WHERE merchant_id = @m")).ShouldBe(10);
    }

    /// <summary>Whatever the order of partial returns: in the end everything is as it was before the sale (19.10).</summary>
    [Theory, EachDatabase]
    public async Task Any_sequence_of_partial_returns_that_returns_everything_restores_what_was(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var latte = await till.Product("测试拿铁", 3_300);
        var cake = await till.Product("测试蛋糕", 1_900);
        var cup = await till.Product("随行杯", 1_500);
        var member = await till.Member("13911112222", "张三");
        await till.TopUp(member, 50_000);
        await Promotion(till, "满100减23", Reduction(10_000, 2_300), new { limits = new { budget = 1_000_000 } });
        await Promotion(till, "满80送杯", Gift(8_000, cup), new { limits = new { perMemberDay = 1 } });
        await Promotion(
            till,
            "第二件半价",
            new()
            {
                ["kind"] = "nth_piece",
                ["goods"] = new JsonObject { ["products"] = new JsonArray(cake) },
                ["n"] = 2,
                ["price"] = 5_000,
            }
        );
        var template = await Template(till, "满60减7券", "threshold_off", 700, new { minSpend = 6_000 });
        // Points to pay with.
        await till.Sell(member, [Till.Line(1, latte, 9)], Till.Cash());
        var coupon = await Give(till, template, member);
        var random = new Random(7);
        for (var sequence = 0; sequence < 6; sequence++)
        {
            var before = await till.Client.Get($"/till/members/{member}");
            int[] pieces = [random.Next(1, 4), random.Next(1, 4), 1];
            var sale = await till.Client.Post(
                "/orders",
                Ticket(
                    till,
                    new
                    {
                        lines = new[]
                        {
                            Till.Line(1, latte, pieces[0]),
                            Till.Line(2, cake, pieces[1]),
                            Till.Line(3, cup, 1),
                        },
                        memberId = member,
                        coupons = new[] { Named(coupon) },
                        points = new { number = 100 },
                    },
                    null,
                    Till.Stored(1_500),
                    Till.Cash()
                )
            );
            var order = sale.Text("orderId")!;
            long refunded = 0;
            while (pieces.Sum() > 0)
            {
                var line = random.Next(3);
                if (pieces[line] == 0)
                    continue;
                var back = random.Next(1, pieces[line] + 1);
                pieces[line] -= back;
                var refund = await till.Client.Post(
                    $"/orders/{order}/refunds",
                    new { shiftId = till.Shift, lines = new[] { new { lineNo = line + 1, quantity = back * 1_000L } } }
                );
                refunded += refund.Long("amount");
                refund.At("lines")!.AsArray().Sum(l => l!.Long("amount")).ShouldBe(refund.Long("amount"));
            }
            refunded.ShouldBe(sale.Long("payable"));
            var page = await till.Client.Get($"/orders/{order}");
            page.Text("state").ShouldBe("refunded");
            page.At("lines")!.AsArray().ShouldAllBe(l => l!.Long("refunded") == l!.Long("net"));
            var after = await till.Client.Get($"/till/members/{member}");
            (after.Long("points"), after.Long("principal"), after.Long("bonus")).ShouldBe(
                (before.Long("points"), before.Long("principal"), before.Long("bonus"))
            );
            (await till.Client.Get($"/coupons/{coupon}")).Text("coupon.state").ShouldBeOneOf("issued", "returned");
        }
        await using var read = await till.House.Db.Read(await till.House.Merchant());
        (
            await read.One<long>(
                "SELECT CAST(COALESCE(SUM(used), 0) AS BIGINT) FROM promotion_counter WHERE merchant_id = @m AND key NOT LIKE '%:budget'"
            )
        ).ShouldBe(0);
    }
}
