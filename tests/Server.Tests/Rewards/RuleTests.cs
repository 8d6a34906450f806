using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Rewards;

public sealed class RuleTests
{
    [Theory, EachDatabase]
    public async Task A_new_member_gets_the_gift_once_however_often_the_fact_is_told(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "registered" }, [Parlour.Points(100)], new { name = "新人礼" });
        var member = await shop.Member("小王");
        await shop.House.DeliverFacts();
        (await shop.Holds(member, "points")).ShouldBe(100);

        // The outbox delivers at least once: the same fact again, as if its mark had been lost.
        await using (var tx = await shop.House.Db.Begin(await shop.House.Merchant()))
        {
            await tx.Execute(
                "UPDATE outbox SET done_at = NULL WHERE merchant_id = @m AND name = 'members.registered.v1'"
            );
            await tx.Execute("DELETE FROM seen WHERE merchant_id = @m");
            await tx.Commit();
        }
        await shop.House.DeliverFacts();
        (await shop.Holds(member, "points")).ShouldBe(100);

        var grant = (await shop.Owner.Get($"/members/{member}/rewards"))["grants"]!.AsArray().ShouldHaveSingleItem()!;
        grant.Text("why").ShouldBe("2026-11-22 注册,符合「新人礼」(第 1 版)。");
        grant.Text("gives").ShouldBe("100 积分");

        var fields = (await shop.Owner.Get("/rewards/conditions")).AsArray().Select(f => f!.Text("code")).ToList();
        fields.ShouldContain("event_amount");
        fields.ShouldNotContain("payment_method", "no rule is told how a ticket was paid");
    }

    [Theory, EachDatabase]
    public async Task Tickets_that_no_rule_waits_for_leave_nothing_behind_and_count_for_a_later_one(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var (wang, li) = (await shop.Member("小王"), await shop.Member("小李"));
        await shop.House.DeliverFacts();
        var merchant = await shop.House.Merchant();
        foreach (var buyer in new[] { wang, li, wang, wang })
            await shop.Order(buyer, 20).ShouldSucceed();
        (await Remembered()).ShouldBe((0, 0), "nothing waits for them, so they are told as done");

        // A rule that comes later counts them.
        await shop.Rule(new { on = "purchased", nth = 4 }, [Parlour.Points(10)]);
        await shop.Buy(wang, 20);
        (await shop.Holds(wang, "points")).ShouldBe(10);

        async Task<(long Events, long Waiting)> Remembered()
        {
            await using var read = await shop.House.Db.Read(merchant);
            return await read.One<(long, long)>(
                """
                SELECT (SELECT COUNT(*) FROM reward_event WHERE merchant_id = @m AND happening = 'purchased'),
                    (SELECT COUNT(*) FROM outbox WHERE merchant_id = @m AND done_at IS NULL)
                """
            );
        }
    }

    [Theory, EachDatabase]
    public async Task A_friend_noted_after_the_first_tickets_is_heard_of_when_buying(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var (ann, bob) = (await shop.Member("安"), await shop.Member("博"));
        await shop.House.DeliverFacts();
        // By now the shop knows, and keeps in memory, that nobody waits for purchases.
        await shop.Buy(ann, 20);
        await shop.Owner.Post($"/members/{bob}/referrer", new { inviterId = ann });
        await shop.Buy(bob, 20);
        await shop.House.DeliverFacts();
        var friend = (await shop.Owner.Get($"/members/{ann}/referrals"))["friends"]!.AsArray().ShouldHaveSingleItem()!;
        friend["bought"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task First_second_and_nth_purchase_and_why_not(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "purchased", nth = 1 }, [Parlour.Points(10)], new { name = "首单礼" });
        await shop.Rule(new { on = "purchased", every = 3 }, [Parlour.Points(1000)], new { name = "第三单" });
        await shop.Rule(new { on = "purchased", minAmount = 50_00 }, [Parlour.Points(50)], new { name = "满50" });
        var member = await shop.Member();
        await shop.Buy(member, 20);
        (await shop.Holds(member, "points")).ShouldBe(10);
        var whyNot = (await shop.Owner.Get($"/members/{member}/rewards"))["whyNot"]!.AsArray();
        whyNot
            .Select(w => $"{w!.Text("rule")}: {w!.Text("why")}")
            .ShouldBe(
                ["第三单: 每 3 次奖励一次,还差 2 次。", "满50: 满 50.00 元才有奖励,还差 30.00 元。"],
                ignoreOrder: true
            );
        await shop.Buy(member, 60);
        await shop.Buy(member, 1);
        (await shop.Holds(member, "points")).ShouldBe(1_060);
    }

    [Theory, EachDatabase]
    public async Task Cash_back_comes_later_in_parts_and_leaves_with_the_goods(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(
            new { on = "purchased" },
            [
                new
                {
                    kind = "bonus",
                    rateBp = 1_000,
                    delayDays = 2,
                    parts = 2,
                    everyDays = 10,
                },
            ]
        );
        var member = await shop.Member();
        var order = await shop.Buy(member, 101);
        (await shop.Holds(member, "bonus")).ShouldBe(0);
        (await shop.Clock(2026, 11, 23)).ShouldBe(0);
        (await shop.Clock(2026, 11, 24)).ShouldBe(1);
        (await shop.Clock(2026, 11, 24, 20)).ShouldBe(0);
        (await shop.Holds(member, "bonus")).ShouldBe(505);
        (await shop.Owner.Get($"/members/{member}/rewards"))["coming"]![0]!.Text("on").ShouldBe("2026-12-04");

        // 51 of 101 yuan come back: 5.00 yuan of cash-back remain, so the second part and 5 fen of the first go.
        await shop.Refund(order, 51);
        (await shop.Holds(member, "bonus")).ShouldBe(500);
        (await shop.Clock(2026, 12, 5)).ShouldBe(0);
        (await shop.Holds(member, "bonus")).ShouldBe(500);
    }

    [Theory, EachDatabase]
    public async Task A_refund_takes_back_what_is_not_earned_any_more_and_frees_the_budget(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var rule = await shop.Rule(
            new { on = "purchased", minAmount = 50_00 },
            [Parlour.Points(100)],
            new
            {
                caps = new[]
                {
                    new
                    {
                        scope = "everybody",
                        window = "ever",
                        unit = "times",
                        max = 1,
                    },
                },
            }
        );
        var (first, second) = (await shop.Member(), await shop.Member());
        var order = await shop.Buy(first, 60);
        await shop.Buy(second, 60);
        (await shop.Holds(second, "points")).ShouldBe(0);
        (await shop.Owner.Get($"/members/{second}/rewards"))["whyNot"]![0]!
            .Text("why")
            .ShouldBe("所有会员共最多 1 次,已经用完。");

        // 5 yuan back: 55 are still enough. 10 more: 45 are not.
        await shop.Refund(order, 5);
        (await shop.Holds(first, "points")).ShouldBe(100);
        await shop.Refund(order, 10);
        (await shop.Holds(first, "points")).ShouldBe(0);
        (await shop.States(first)).ShouldBe(["taken_back"]);

        await shop.Buy(second, 60);
        (await shop.Holds(second, "points")).ShouldBe(100);
        var list = (await shop.Owner.Get("/rewards/rules")).AsArray().ShouldHaveSingleItem()!;
        list.Text("id").ShouldBe(rule.Text("id"));
        (list.Long("results.given"), list.Long("results.takenBack"), list.Long("left.0.used")).ShouldBe((1, 1, 1));
    }

    [Theory, EachDatabase]
    public async Task A_rule_can_look_at_the_categories_that_were_bought(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var cake = (await shop.Owner.Post("/categories", new { name = "蛋糕" })).Text("id")!;
        var product = await shop.Till.Product("提拉米苏", 30_00, new { categoryId = cake });
        var rule = await shop.Rule(
            new { on = "purchased", categories = new[] { cake } },
            [
                new
                {
                    kind = "points",
                    amount = 0,
                    rateBp = 10_000,
                },
            ]
        );
        rule.Text("says").ShouldBe("消费「蛋糕」,获得 每元 1 积分。");
        var member = await shop.Member();
        await shop.Buy(member, 50);
        await shop.Owner.Post("/orders", shop.Till.Sale(member, [Sales.Till.Line(1, product, 2)], [Sales.Till.Cash()]));
        await shop.House.DeliverFacts();
        (await shop.Holds(member, "points")).ShouldBe(60);
    }

    [Theory, EachDatabase]
    public async Task A_rule_gives_coupons_and_says_when_none_are_left(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var template = await shop
            .Owner.Send(
                HttpMethod.Post,
                "/coupons/templates",
                """{"name":"减5元券","terms":{"kind":"cash_off","amount":500,"validity":{"kind":"days","days":7}},"stock":1}"""
            )
            .ShouldSucceed();
        await shop.Owner.Post($"/coupons/templates/{template.Text("id")}/state", new { state = "active" });
        var rule = await shop.Rule(
            new { on = "purchased" },
            [
                new
                {
                    kind = "coupon",
                    amount = 1,
                    target = template.Text("id"),
                    worth = 5_00,
                },
            ]
        );
        rule.Text("says").ShouldBe("消费,获得 减5元券 ×1。");
        var (first, second) = (await shop.Member(), await shop.Member());
        await shop.Buy(first, 10);
        await shop.Buy(second, 10);
        (await shop.Owner.Get($"/members/{first}/coupons"))["coupons"]!.AsArray().Count.ShouldBe(1);
        (await shop.Owner.Get($"/members/{second}/coupons"))["coupons"]!.AsArray().ShouldBeEmpty();
        (await shop.Owner.Get($"/members/{second}/rewards"))["grants"]![0]!.Text("note")!.Length.ShouldBeGreaterThan(5);
    }

    [Theory, EachDatabase]
    public async Task A_test_counts_what_it_would_have_done_and_gives_nothing(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var rule = await shop.Rule(new { on = "purchased" }, [Parlour.Points(10)], new { state = "test" });
        var member = await shop.Member();
        await shop.Buy(member, 20);
        (await shop.Holds(member, "points")).ShouldBe(0);
        var results = (await shop.Owner.Get("/rewards/rules"))[0]!;
        (results.Long("results.tested"), results.Long("results.given"), results.Long("results.testCost")).ShouldBe(
            (1, 0, 10)
        );

        await shop.Owner.Put($"/rewards/rules/{rule.Text("id")}/state", new { state = "running" }, 1);
        await shop.Buy(member, 20);
        (await shop.Holds(member, "points")).ShouldBe(10);

        // A change is a new version; the old one stays to be read.
        var body = Parlour.RuleBody(new { on = "purchased" }, [Parlour.Points(20)]);
        var changed = await shop.Owner.Put($"/rewards/rules/{rule.Text("id")}", body, 2);
        changed["versions"]!
            .AsArray()
            .Select(v => v!.Text("says"))
            .ShouldBe(["消费,获得 20 积分。", "消费,获得 10 积分。", "消费,获得 10 积分。"]);
        (await shop.Owner.Send(HttpMethod.Put, $"/rewards/rules/{rule.Text("id")}", body, version: 2)).Code.ShouldBe(
            "stale_version"
        );
        await shop.Owner.Put($"/rewards/rules/{rule.Text("id")}/state", new { state = "stopped" }, 3);
        await shop.Buy(member, 20);
        (await shop.Holds(member, "points")).ShouldBe(10);
    }

    [Theory, EachDatabase]
    public async Task The_form_says_what_it_will_do_and_tries_it_on_a_member(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var member = await shop.Member("小李");
        foreach (var yuan in new[] { 30, 60, 80 })
            await shop.Buy(member, yuan);
        var body = Parlour.RuleBody(
            new { on = "purchased", minAmount = 50_00 },
            [Parlour.Points(5)],
            new
            {
                caps = new[]
                {
                    new
                    {
                        scope = "each_member",
                        window = "day",
                        unit = "times",
                        max = 1,
                    },
                },
            }
        );
        var said = await shop.Owner.Post("/rewards/sentence", body);
        said.Text("says").ShouldBe("消费满 50.00 元,获得 5 积分,每人每天最多 1 次。");
        said["problem"].ShouldBeNull();
        var tried = await shop.Owner.Post("/rewards/try-out", new { rule = body, memberId = member });
        tried.Text("summary").ShouldBe("最近 31 天,小李会获得 1 次奖励。");
        tried["steps"]!
            .AsArray()
            .Select(s => s!.Text("gives")!.Length > 0 ? s!.Text("gives") : s!.Text("why"))
            .ShouldBe(["满 50.00 元才有奖励,还差 20.00 元。", "5 积分", "每位会员每天最多 1 次,已经用完。"]);
        (await shop.Holds(member, "points")).ShouldBe(0);

        (
            await shop.Owner.RefusedPost(
                "/rewards/rules",
                Parlour.RuleBody(new { on = "festival" }, [Parlour.Points(1)])
            )
        ).ShouldBe("reward_trigger_invalid");
        (await shop.Owner.RefusedPost("/rewards/rules", Parlour.RuleBody(new { on = "purchased" }, []))).ShouldBe(
            "reward_effects_missing"
        );
        (
            await shop.Owner.RefusedPost(
                "/rewards/rules",
                Parlour.RuleBody(
                    new { on = "purchased" },
                    [
                        new
                        {
                            kind = "voucher",
                            amount = 1,
                            target = "17",
                        },
                    ]
                )
            )
        ).ShouldBe("reward_effect_invalid");
    }

    [Theory, EachDatabase]
    public async Task What_is_held_waits_for_a_person(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "purchased" }, [Parlour.Points(10)], new { review = true });
        var member = await shop.Member();
        await shop.Buy(member, 20);
        await shop.Buy(member, 20);
        (await shop.States(member)).ShouldBe(["held", "held"]);
        var queue = (await shop.Owner.Get("/rewards/grants?state=held"))["items"]!.AsArray();
        queue[0]!.Text("hold").ShouldBe("该规则的奖励需要人工审核。");
        var (a, b) = (queue[0]!.Text("id"), queue[1]!.Text("id"));
        await shop.Owner.Post($"/rewards/grants/{a}/decision", new { give = true, reason = "正常消费" });
        await shop.Owner.Post($"/rewards/grants/{b}/decision", new { give = false, reason = "刷单" });
        (await shop.Owner.RefusedPost($"/rewards/grants/{b}/decision", new { give = true, reason = "再来" })).ShouldBe(
            "reward_not_held"
        );
        (await shop.Holds(member, "points")).ShouldBe(10);
        (await shop.States(member)).ShouldBe(["given", "rejected"], ignoreOrder: true);

        await shop.Owner.Send(HttpMethod.Put, $"/rewards/blocks/{member}", new { reason = "恶意刷单" }).ShouldSucceed();
        await shop.Buy(member, 20);
        var panel = await shop.Owner.Get($"/members/{member}/rewards");
        panel.Text("blocked").ShouldBe("恶意刷单");
        panel["grants"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_budget_is_never_exceeded_by_a_fen_with_200_buyers_at_once(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        // 1,000 yuan of budget, 7.77 yuan each: 128 fit (994.56), one more would not.
        await shop.Rule(
            new { on = "purchased" },
            [new { kind = "bonus", amount = 7_77 }],
            new
            {
                caps = new[]
                {
                    new
                    {
                        scope = "everybody",
                        window = "ever",
                        unit = "fen",
                        max = 1_000_00,
                    },
                },
            }
        );
        var members = new List<string>();
        for (var i = 0; i < 200; i++)
            members.Add(await shop.Member());
        var orders = await Task.WhenAll(members.Select(m => shop.Order(m, 10)));
        orders.ShouldAllBe(o => o.Ok);
        // Several pumps at once, as several nodes would have.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => shop.House.DeliverFacts()));
        await shop.House.DeliverFacts();
        await ShouldHaveGiven(shop, 128, 128 * 7_77);
    }

    [Theory, EachDatabase]
    public async Task Two_hundred_requests_at_once_share_a_first_n_exactly(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(
            new { on = "custom", name = "扫码" },
            [new { kind = "bonus", amount = 1_00 }],
            new
            {
                caps = new[]
                {
                    new
                    {
                        scope = "everybody",
                        window = "ever",
                        unit = "times",
                        max = 37,
                    },
                },
            }
        );
        var member = await shop.Member();
        await shop.House.DeliverFacts();
        var others = new List<string>();
        for (var i = 0; i < 200; i++)
            others.Add(await shop.Member());
        await shop.House.DeliverFacts();
        var answers = await Task.WhenAll(
            others.Select(m =>
                shop.Owner.Send(
                    HttpMethod.Post,
                    "/rewards/events",
                    new
                    {
                        memberId = m,
                        name = "扫码",
                        key = m,
                    }
                )
            )
        );
        answers.ShouldAllBe(a => a.Ok);
        await ShouldHaveGiven(shop, 37, 37_00);
    }

    private static async Task ShouldHaveGiven(Parlour shop, long grants, long fen)
    {
        await using var read = await shop.House.Db.Read(await shop.House.Merchant());
        (await read.One<long>("SELECT COUNT(*) FROM reward_grant WHERE merchant_id = @m AND state = 'given'")).ShouldBe(
            grants
        );
        (
            await read.One<long>(
                """
                SELECT CAST(SUM(e.amount) AS BIGINT) FROM entry e JOIN posting p ON p.merchant_id = e.merchant_id AND p.id = e.posting_id
                WHERE e.merchant_id = @m AND p.kind = 'reward'
                """
            )
        ).ShouldBe(fen);
    }
}
