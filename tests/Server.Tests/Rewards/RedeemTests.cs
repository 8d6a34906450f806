using Shouldly;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Rewards;

/// <summary>The redemption list, points of several kinds, and what refunds take back of rewards, over HTTP.</summary>
public sealed class RedeemTests
{
    private static object PerYuan(string? target = null) =>
        new
        {
            kind = "points",
            amount = 0,
            rateBp = 10_000,
            target = target ?? "",
        };

    [Theory, EachDatabase]
    public async Task Points_buy_what_is_on_the_list_within_stock_and_limit_and_come_back(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "purchased" }, [PerYuan()]);
        var member = await shop.Member("林一");
        await shop.Buy(member, 260);
        var cup = await shop.Owner.Post(
            "/ledger/assets",
            new
            {
                code = "cup",
                kind = "times",
                nameZh = "杯券",
                nameEn = "Cup",
                expiry = "months:1",
            }
        );
        var snack = await Offer(shop, "小食", 50, new { stock = 3, perMember = 2 });
        var voucher = await Offer(shop, "一杯", 100, new { kind = "voucher", target = cup.Text("id") });
        var take = new { memberId = member };
        (await shop.Owner.Post($"/rewards/redemptions/{snack}/redeem", take)).Long("left").ShouldBe(210);
        (await shop.Owner.Post($"/rewards/redemptions/{snack}/redeem", take)).Long("left").ShouldBe(160);
        (await shop.Owner.RefusedPost($"/rewards/redemptions/{snack}/redeem", take)).ShouldBe("redeem_limit_reached");
        (
            await shop.Owner.RefusedPost($"/rewards/redemptions/{snack}/redeem", new { memberId = member, count = 2 })
        ).ShouldBe("redeem_sold_out");
        var made = await shop.Owner.Post($"/rewards/redemptions/{voucher}/redeem", take);
        (made.Long("left"), await shop.Holds(member, "cup")).ShouldBe((60, 1));
        (await shop.Owner.RefusedPost($"/rewards/redemptions/{voucher}/redeem", take)).ShouldBe("points_too_low");

        await shop.Owner.Post($"/rewards/redeemed/{made.Text("id")}/undo", new { reason = "换错了" });
        (await shop.Holds(member, "points"), await shop.Holds(member, "cup")).ShouldBe((160, 0));
        (await shop.Owner.RefusedPost($"/rewards/redeemed/{made.Text("id")}/undo", new { reason = "再来" })).ShouldBe(
            "redeem_undone"
        );
        made = await shop.Owner.Post($"/rewards/redemptions/{voucher}/redeem", take);
        await shop.Owner.Post(
            "/times-cards/use",
            new
            {
                ownerId = member,
                memberId = member,
                assetId = cup.Text("id"),
                count = 1,
            }
        );
        (await shop.Owner.RefusedPost($"/rewards/redeemed/{made.Text("id")}/undo", new { reason = "换错了" })).ShouldBe(
            "redeem_used"
        );
        (await shop.Owner.Get($"/members/{member}/redeemed"))
            .AsArray()
            .Select(r => (r!.Text("name"), (bool)r!["undone"]!))
            .ShouldBe([("一杯", false), ("一杯", true), ("小食", false), ("小食", false)]);
        var list = (await shop.Owner.Get("/rewards/redemptions")).AsArray();
        list.Select(r => (r!.Text("name"), r!.Long("times"))).ShouldBe([("小食", 2), ("一杯", 1)]);
        list[0]!.Long("stock").ShouldBe(1);

        // A merge takes along what was redeemed, and what counts for limits.
        var kept = await shop.Member("林二");
        await shop.Owner.Post($"/members/{kept}/merge", new { fromId = member, reason = "同一人" });
        await shop.House.DeliverFacts();
        (await shop.Owner.Get($"/members/{kept}/redeemed")).AsArray().Count.ShouldBe(4);
        (await shop.Owner.RefusedPost($"/rewards/redemptions/{snack}/redeem", new { memberId = kept })).ShouldBe(
            "redeem_limit_reached"
        );
    }

    [Theory, EachDatabase]
    public async Task Fifty_clients_at_once_redeem_a_stock_of_ten_exactly_ten_times(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "registered" }, [Parlour.Points(100)]);
        var members = new List<string>();
        for (var i = 0; i < 10; i++)
            members.Add(await shop.Member());
        await shop.House.DeliverFacts();
        var gift = await Offer(shop, "马克杯", 20, new { stock = 10 });
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i =>
                    shop.Owner.Send(
                        HttpMethod.Post,
                        $"/rewards/redemptions/{gift}/redeem",
                        new { memberId = members[i % 10] }
                    )
                )
        );
        answers.Count(a => a.Status == 200).ShouldBe(10);
        (await shop.Owner.Get("/rewards/redemptions"))[0]!.Long("stock").ShouldBe(0);
        var left = 0L;
        foreach (var member in members)
            left += await shop.Holds(member, "points");
        left.ShouldBe(10 * 100 - 10 * 20);
    }

    [Theory, EachDatabase]
    public async Task Petrol_and_diesel_points_are_kept_apart_and_a_refund_takes_back_the_right_ones(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        async Task<(string Kind, string Product)> Fuel(string name)
        {
            var category = (await shop.Owner.Post("/categories", new { name })).Text("id")!;
            var asset = await shop.Owner.Post(
                "/ledger/assets",
                new
                {
                    kind = "points",
                    nameZh = $"{name}积分",
                    nameEn = name,
                    expiry = "months:12:month",
                }
            );
            var rule = await shop.Rule(
                new { on = "purchased", categories = new[] { category } },
                [PerYuan(asset.Text("id"))]
            );
            rule.Text("says").ShouldBe($"消费「{name}」,获得 每元 1 {name}积分。");
            return (asset.Text("code")!, await shop.Till.Product(name, 1_00, new { categoryId = category }));
        }
        var (petrol, diesel) = (await Fuel("汽油"), await Fuel("柴油"));
        var member = await shop.Member();
        var order = await shop.Owner.Post(
            "/orders",
            shop.Till.Sale(
                member,
                [Sales.Till.Line(1, petrol.Product, 300), Sales.Till.Line(2, diesel.Product, 200)],
                [Sales.Till.Cash()]
            )
        );
        await shop.House.DeliverFacts();
        (await shop.Holds(member, petrol.Kind), await shop.Holds(member, diesel.Kind)).ShouldBe((300, 200));
        (await shop.Holds(member, "points")).ShouldBe(0);

        // Only diesel comes back: petrol points stay whole.
        await shop.Owner.Post(
            $"/orders/{order.Text("orderId")}/refunds",
            new
            {
                shiftId = shop.Till.Shift,
                lines = new[] { new { lineNo = 2, quantity = 150_000L } },
                reason = "加错了",
            }
        );
        await shop.House.DeliverFacts();
        (await shop.Holds(member, petrol.Kind), await shop.Holds(member, diesel.Kind)).ShouldBe((300, 50));
    }

    [Theory, EachDatabase]
    public async Task An_undone_top_up_takes_its_reward_and_the_progress_of_tasks_with_it(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "topped_up", minAmount = 100_00 }, [Parlour.Points(80)]);
        await shop.Owner.Post(
            "/rewards/tasks",
            new
            {
                titleZh = "充值一百",
                titleEn = "",
                terms = new
                {
                    kind = "top_ups",
                    target = 100_00,
                    period = "once",
                    from = (string?)null,
                    to = (string?)null,
                    categories = Array.Empty<string>(),
                    name = "",
                    after = (string?)null,
                    byHand = false,
                },
                effects = new[] { Parlour.Points(7) },
            }
        );
        var member = await shop.Member();
        var topUp = await shop.Till.TopUp(member, 100_00);
        await shop.House.DeliverFacts();
        (await shop.Holds(member, "points")).ShouldBe(87);
        await shop.Owner.Post(
            $"/topups/{topUp.Text("topUpId")}/refund",
            new { shiftId = shop.Till.Shift, reason = "充错了" }
        );
        await shop.House.DeliverFacts();
        (await shop.Holds(member, "points")).ShouldBe(0);
        (await shop.States(member)).ShouldAllBe(s => s == "taken_back");
    }

    private static async Task<string> Offer(Parlour shop, string name, long price, object more)
    {
        var body = System
            .Text.Json.Nodes.JsonNode.Parse(
                Json.Text(
                    new
                    {
                        name,
                        kind = "gift",
                        price,
                    }
                )
            )!
            .AsObject();
        foreach (var (key, value) in System.Text.Json.Nodes.JsonNode.Parse(Json.Text(more))!.AsObject())
            body[key] = value?.DeepClone();
        return (await shop.Owner.Post("/rewards/redemptions", body)).Text("id")!;
    }
}
