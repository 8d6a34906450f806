using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Tiers;

/// <summary>What the owner does with tiers over HTTP.</summary>
public sealed class TierPagesTests
{
    [Theory, EachDatabase]
    public async Task The_owner_changes_a_tier_and_an_old_version_is_refused(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var tiers = (await owner.Get("/tiers")).AsArray();
        tiers.Select(t => t!.Text("name")).ShouldBe(["普通会员", "银卡", "金卡"]);
        var silver = Form(tiers[1]!);
        silver["priceBp"] = 8_800;

        var changed = await owner.Put($"/tiers/{tiers[1]!.Text("id")}", silver.ToJsonString(), 1);
        changed.Long("priceBp").ShouldBe(8_800);
        changed.Long("version").ShouldBe(2);
        var again = await owner.Send(
            HttpMethod.Put,
            $"/tiers/{tiers[1]!.Text("id")}",
            silver.ToJsonString(),
            version: 1
        );
        again.Code.ShouldBe("stale_version");

        var lowest = Form(tiers[0]!);
        lowest["active"] = false;
        var off = await owner.Send(HttpMethod.Put, $"/tiers/{tiers[0]!.Text("id")}", lowest.ToJsonString(), version: 1);
        off.Code.ShouldBe("tier_base_stays");
        string[] upside = [tiers[2]!.Text("id")!, tiers[1]!.Text("id")!, tiers[0]!.Text("id")!];
        (await owner.RefusedPost("/tiers/order", new { ids = upside })).ShouldBe("tier_base_stays");
        (await owner.RefusedPost("/tiers/order", new { ids = upside[..2] })).ShouldBe("tier_order_incomplete");
    }

    [Theory, EachDatabase]
    public async Task Staff_set_a_tier_by_hand_with_a_reason_and_it_stays_on_record(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var member = (await owner.Post("/members", new { phone = "13900001111", name = "林小满" })).Text("id");
        var tiers = (await owner.Get("/tiers")).AsArray();
        var gold = tiers[2]!.Text("id");

        var panel = await owner.Get($"/members/{member}/tier");
        panel.Text("name").ShouldBe("普通会员");
        panel.Text("rise.steps.0.says").ShouldBe("再消费 500.00 元升级银卡");

        await owner.Post($"/members/{member}/tier", new { tierId = gold, reason = "老客户" });
        panel = await owner.Get($"/members/{member}/tier");
        panel.Text("name").ShouldBe("金卡");
        panel["rise"].ShouldBeNull();
        panel.Text("history.0.reason").ShouldBe("老客户");
        panel.Text("history.0.staff").ShouldBe("王店主");
        (await owner.RefusedPost($"/members/{member}/tier", new { tierId = gold, reason = "再来" })).ShouldBe(
            "tier_unchanged"
        );
        (await owner.Get("/tiers")).AsArray().Select(t => t!.Long("members")).ShouldBe([0, 0, 1]);
    }

    internal static JsonObject Form(JsonNode tier)
    {
        var form = tier.DeepClone().AsObject();
        foreach (var own in (string[])["id", "isBase", "members", "version"])
            form.Remove(own);
        return form;
    }
}
