using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Server.Modules.Reports;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Sales;
using Xunit;

namespace Shuke.Server.Tests.Reports;

/// <summary>The written membership policy follows the live rules, and the report of benefits counts what was used.</summary>
public sealed class PolicyTests
{
    [Theory, EachDatabase]
    public async Task The_policy_says_what_the_rules_say_and_its_versions_stay(Engine engine)
    {
        await using var till = await Till.Open(engine);
        till.Client.Replays = false;
        var policy = await till.Client.Get("/policy");
        var text = Text(policy);
        text.ShouldContain(
            "累计消费满 500.00 元即可升级,即时生效。有效期 12 个月。有效期内累计消费满 500.00 元可保级。"
        );
        text.ShouldContain("购物享 9 折。");
        text.ShouldContain("生日月刻字纪念杯(生日当月 1 次)。");
        text.ShouldContain("消费每 1 元得 1 积分");
        text.ShouldContain("积分:获得后 12 个月内有效,到月底为止。");
        text.ShouldContain("充 500.00 元送 50.00 元赠金。");
        policy["versions"]!.AsArray().ShouldBeEmpty();

        await Keep(till);
        await Keep(till);
        var first = (await till.Client.Get("/policy"))["versions"]!.AsArray().ShouldHaveSingleItem()!.Text("id");
        var settings = await till.Client.Get("/settings/pricing");
        var value = settings["value"]!.DeepClone().AsObject();
        value["earnPerYuanBp"] = 20_000;
        await till.Client.Put("/settings/pricing", value, settings.Long("version"));
        await till.Client.Post(
            "/rewards/rules",
            Rewards.Parlour.RuleBody(new { on = "registered" }, [Rewards.Parlour.Points(100)], new { name = "新人礼" })
        );
        Text(await till.Client.Get("/policy")).ShouldContain("消费每 1 元得 2 积分");
        Text(await till.Client.Get("/policy")).ShouldContain("新人礼:新会员注册时,获得 100 积分。");
        await Keep(till);
        (await till.Client.Get("/policy"))["versions"]!.AsArray().Count.ShouldBe(2);
        Text(await till.Client.Get($"/policy/{first}")).ShouldBe(text);
    }

    [Theory, EachDatabase]
    public async Task Uses_of_benefits_are_counted_by_tier_and_what_nobody_uses_shows(Engine engine)
    {
        await using var till = await Till.Open(engine);
        till.Client.Replays = false;
        var latte = await till.Product("拿铁", 600_00);
        var (one, two) = (await till.Member("13900001111"), await till.Member("13900002222"));
        foreach (var member in new[] { one, two })
            await till.Sell(member, [Till.Line(1, latte, 1)], Till.Cash());
        var benefit = (await till.Client.Get($"/members/{one}/tier")).Text("benefits.0.id");
        var tick = await till.Client.Post($"/members/{one}/benefits/{benefit}/use");
        tick.Long("remaining").ShouldBe(0);
        (await till.Client.RefusedPost($"/members/{one}/benefits/{benefit}/use", null)).ShouldBe("benefit_used_up");
        (await till.Client.Post($"/members/{one}/benefits/{benefit}/undo")).Long("remaining").ShouldBe(1);
        (await till.Client.RefusedPost($"/members/{one}/benefits/{benefit}/undo", null)).ShouldBe("benefit_not_ticked");
        await till.Client.Post($"/members/{one}/benefits/{benefit}/use");
        await till.Sell(one, [Till.Line(1, latte, 1)], Till.Cash());

        var report = await till.Client.Get("/reports/benefits");
        var tier = report["tiers"]!.AsArray().First(t => t!.Text("name") == "银卡")!;
        (tier.Long("members"), tier.Long("benefits.0.uses"), tier.Long("benefits.0.members")).ShouldBe((2, 1, 1));
        var gold = report["tiers"]!.AsArray().First(t => t!.Text("name") == "金卡")!;
        gold["benefits"]!.AsArray().ShouldAllBe(b => b!.Long("uses") == 0);
        report["tiers"]!.AsArray().Sum(t => t!.Long("discount")).ShouldBe(60_00);
    }

    private static string Text(JsonNode policy) =>
        string.Join(
            '\n',
            policy["chapters"]!.AsArray().SelectMany(c => c!["lines"]!.AsArray()).Select(l => (string)l!)
        );

    private static async Task Keep(Till till)
    {
        await using (var tx = await till.House.Db.Begin(await till.House.Merchant()))
        {
            await Jobs.Start(tx, ShowPolicy.Kind, "夜间", new { }, null);
            await tx.Commit();
        }
        for (var i = 0; i < 200; i++)
        {
            await Task.Delay(30);
            await using var read = await till.House.Db.Read(await till.House.Merchant());
            if (
                await read.One<long>(
                    "SELECT COUNT(*) FROM job WHERE merchant_id = @m AND state IN ('waiting', 'running')"
                ) == 0
            )
                return;
        }
        throw new TimeoutException(ShowPolicy.Kind);
    }
}
