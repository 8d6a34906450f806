using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shuke.Core;
using Shuke.Core.Ledger;
using Shuke.Core.Tiers;
using Shuke.Server.Modules.Tiers;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Tiers;

/// <summary>Approval, match, trial, deeds, monthly packs, tier days, ranks: over HTTP and in the night.</summary>
public sealed class TierLifeTests
{
    [Theory, EachDatabase]
    public async Task A_tier_that_needs_approval_waits_in_the_managers_list(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        await Change(owner, 1, t => t["upgrade"]!["needsApproval"] = true);
        var member = await Member(owner, "13900001111");
        (await shop.Spend(member, 500_00)).ShouldBeNull();
        await shop.Spend(member, 1_00);
        var waiting = (await owner.Get("/tiers/requests")).AsArray().ShouldHaveSingleItem()!;
        (waiting.Text("kind"), waiting.Text("tier"), waiting.Text("now")).ShouldBe(("rule", "银卡", "普通会员"));

        var decided = await owner.Post($"/tiers/requests/{waiting.Text("id")}/decide", new { approve = true });
        decided.Text("state").ShouldBe("approved");
        (await shop.Standing(member)).Name.ShouldBe("银卡");
        (await owner.RefusedPost($"/tiers/requests/{waiting.Text("id")}/decide", new { approve = false })).ShouldBe(
            "tier_request_closed"
        );
    }

    [Theory, EachDatabase]
    public async Task Another_brands_card_is_matched_with_proof_after_approval(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        var member = await Member(owner, "13900001111");
        var gold = await TierOf(owner, 2);
        var asked = await owner.Post(
            $"/members/{member}/tier/match",
            new { tierId = gold, proof = "隔壁咖啡 金卡 8812,看过实卡" }
        );
        (await owner.RefusedPost($"/members/{member}/tier/match", new { tierId = gold, proof = "再问一次" })).ShouldBe(
            "tier_request_open"
        );
        (await shop.Standing(member)).Name.ShouldBe("普通会员");
        await owner.Post($"/tiers/requests/{asked.Text("id")}/decide", new { approve = true, note = "同意" });
        (await shop.Standing(member)).Name.ShouldBe("金卡");
        (
            await owner.RefusedPost(
                $"/members/{member}/tier/match",
                new { tierId = await TierOf(owner, 1), proof = "更低的卡" }
            )
        ).ShouldBe("tier_not_higher");
    }

    [Theory, EachDatabase]
    public async Task After_a_trial_the_own_tier_is_back_with_its_own_term(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        var member = await Member(owner, "13900001111");
        await shop.Spend(member, 500_00);
        var gold = await TierOf(owner, 2);
        var trial = new
        {
            tierId = gold,
            days = 14,
            reason = "周年庆体验",
        };
        var shown = await owner.Post($"/members/{member}/tier/trial", trial);
        (shown.Text("name"), shown.Text("onTrial.own"), shown.Text("onTrial.last")).ShouldBe(
            ("金卡", "银卡", "2026-12-05")
        );
        (await owner.RefusedPost($"/members/{member}/tier/trial", trial)).ShouldBe("tier_on_trial");
        house.Clock.MoveTo(new DateTimeOffset(2026, 12, 5, 2, 0, 0, TimeSpan.Zero));
        (await ReviewTests.Review(house, new { preview = false })).Long("trials").ShouldBe(0);
        house.Clock.MoveTo(new DateTimeOffset(2026, 12, 6, 2, 0, 0, TimeSpan.Zero));
        (await ReviewTests.Review(house, new { preview = false })).Long("trials").ShouldBe(1);
        var standing = await shop.Standing(member);
        (standing.Name, standing.Until).ShouldBe(("银卡", BusinessDay.Of(2027, 11, 22)));
    }

    [Theory, EachDatabase]
    public async Task Deeds_give_growth_once_per_document_and_growth_fades_by_staying_away(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        await ReviewTests.Policy(
            house,
            p =>
            {
                p["deeds"] = JsonNode.Parse("""[{"deed":"check_in","growth":200},{"deed":"no_show","growth":-50}]""");
                p["fadeBp"] = 1_000;
                p["fadeAfterMonths"] = 2;
            }
        );
        var member = await shop.Register();
        await shop.Write(tx => TiersPublic.Did(tx, member, Deed.CheckIn, shop.Store, "check_in", "1", null));
        await shop.Write(tx => TiersPublic.Did(tx, member, Deed.NoShow, shop.Store, "booking", "2", null));
        await shop.Write(tx => TiersPublic.Did(tx, member, Deed.Review, shop.Store, "review", "3", null));
        (await shop.Balance(member, AssetCodes.Growth)).ShouldBe(150);

        house.Clock.MoveTo(new DateTimeOffset(2027, 2, 1, 4, 0, 0, TimeSpan.Zero));
        await Night(house, shop, FadeGrowth.Kind);
        await Night(house, shop, FadeGrowth.Kind);
        (await shop.Balance(member, AssetCodes.Growth)).ShouldBe(135);
    }

    [Theory, EachDatabase]
    public async Task Monthly_packs_come_once_a_month_and_do_not_carry_over(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        await Change(
            owner,
            1,
            t =>
                t["benefits"] = JsonNode.Parse(
                    """
                    [{"id":null,"kind":"monthly_pack","titleZh":"每月礼包","titleEn":"","period":"month","limit":0,"day":5,
                      "pack":{"points":30,"bonus":0,"vouchers":[]}}]
                    """
                )
        );
        var (silver, plain) = (await shop.Register(), await shop.Register());
        await shop.Spend(silver, 500_00);
        house.Clock.MoveTo(new DateTimeOffset(2026, 12, 4, 4, 0, 0, TimeSpan.Zero));
        await Night(house, shop, IssuePacks.Kind);
        (await shop.Balance(silver, AssetCodes.Points)).ShouldBe(0, "it is the fourth, the pack comes on the fifth");
        // The fifth was missed; the pack comes in the next night, once.
        house.Clock.MoveTo(new DateTimeOffset(2026, 12, 7, 4, 0, 0, TimeSpan.Zero));
        await Night(house, shop, IssuePacks.Kind);
        await Night(house, shop, IssuePacks.Kind);
        (await shop.Balance(silver, AssetCodes.Points)).ShouldBe(30);
        (await shop.Balance(plain, AssetCodes.Points)).ShouldBe(0);
        (
            await shop.Look(db =>
                db.One<BusinessDay>("SELECT MAX(expires_on) FROM lot WHERE merchant_id = @m AND granted = 30")
            )
        ).ShouldBe(BusinessDay.Of(2026, 12, 31));
        house.Clock.MoveTo(new DateTimeOffset(2027, 1, 5, 4, 0, 0, TimeSpan.Zero));
        await Night(house, shop, IssuePacks.Kind);
        (await shop.Balance(silver, AssetCodes.Points)).ShouldBe(60);
    }

    [Theory, EachDatabase]
    public async Task A_tier_day_benefit_waits_for_its_day(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        await Change(owner, 1, t => t["benefits"]![0]!["day"] = 25);
        var member = await shop.Register();
        await shop.Spend(member, 500_00);
        var snack = (await shop.Standing(member)).Benefits[0];
        snack.Remaining.ShouldBe(0);
        (await shop.Use(member, snack.Id, new(7), BusinessDay.Of(2026, 11, 22))).ShouldBe("benefit_other_day");
        (await shop.Use(member, snack.Id, new(7), BusinessDay.Of(2026, 11, 25))).ShouldBe("ok");
    }

    [Theory, EachDatabase]
    public async Task Purchases_are_stars_and_a_new_season_takes_a_rank(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        await ReviewTests.Policy(house, p => p["ranks"] = JsonNode.Parse("""["青铜","白银","黄金"]"""));
        var member = await Member(owner, "13900001111");
        for (var i = 0; i < 6; i++)
            await shop.Spend(member, 10_00);
        var rank = (await owner.Get($"/members/{member}/tier")).At("rank")!;
        (rank.Text("rank"), rank.Long("stars"), rank.Long("missing"), rank.Text("next")).ShouldBe(
            ("白银", 1, 4, "黄金")
        );
        house.Clock.MoveTo(new DateTimeOffset(2027, 1, 2, 4, 0, 0, TimeSpan.Zero));
        using var later = await house.Owner();
        (await later.Get($"/members/{member}/tier")).Text("rank.rank").ShouldBe("青铜");
    }

    [Theory, EachDatabase]
    public async Task With_packs_again_after_a_drop_the_pack_is_given_a_second_time(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        await ReviewTests.Policy(house, p => p["packAgain"] = "after_drop");
        await shop.SetPack("银卡", new PackForm(88, Money.Zero, []));
        var member = await shop.Register();
        await shop.Spend(member, 500_00);
        await shop.Take(member, 500_00);
        house.Clock.MoveTo(new DateTimeOffset(2027, 11, 23, 2, 0, 0, TimeSpan.Zero));
        await ReviewTests.Review(house, new { preview = false });
        (await shop.Standing(member)).Name.ShouldBe("普通会员");
        await shop.Spend(member, 500_00);
        (await shop.Balance(member, AssetCodes.Points)).ShouldBe(176);
    }

    [Theory, EachDatabase]
    public async Task Thresholds_are_proposed_and_nothing_changes(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        using var owner = await house.Owner();
        foreach (var yuan in new[] { 20, 30, 40, 300, 350, 2_000 })
            await shop.Spend(await shop.Register(), yuan * 100);
        var before = (await owner.Get("/tiers")).ToJsonString();
        var proposed = await owner.Get("/tiers/suggestion?count=3");
        proposed["tiers"]!.AsArray().Select(t => t!.Long("from")).ShouldBe([0, 300_00, 2_000_00]);
        proposed["tiers"]!.AsArray().Select(t => t!.Long("members")).ShouldBe([3, 2, 1]);
        (await owner.Get("/tiers")).ToJsonString().ShouldBe(before);
    }

    internal static async Task Change(Client owner, int index, Action<JsonObject> change)
    {
        var tier = (await owner.Get("/tiers")).AsArray()[index]!;
        var form = TierPagesTests.Form(tier);
        change(form);
        await owner.Put($"/tiers/{tier.Text("id")}", form.ToJsonString(), tier.Long("version"));
    }

    internal static async Task<MemberId> Member(Client owner, string phone) =>
        MemberId.Parse((await owner.Post("/members", new { phone, name = "林小满" })).Text("id")!, null);

    private static async Task<string> TierOf(Client owner, int index) =>
        (await owner.Get("/tiers")).AsArray()[index]!.Text("id")!;

    private static async Task Night(House house, Shop shop, string kind)
    {
        var id = await shop.Write(tx => Jobs.Start(tx, kind, "夜间", new { }, null));
        using var owner = await house.Owner();
        for (var i = 0; i < 200; i++)
        {
            if ((await owner.Get($"/jobs/{id}")).Text("state") == "done")
                return;
            await Task.Delay(50);
        }
        throw new TimeoutException(kind);
    }
}
