using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shuke.Core;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Tiers;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Tiers;

/// <summary>What happens while the shop sleeps.</summary>
public sealed class NightTests
{
    [Theory, EachDatabase]
    public async Task Each_nights_jobs_start_once(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        var nightly = house.Services.GetRequiredService<Nightly>();
        (await nightly.LookOnce()).ShouldBeGreaterThanOrEqualTo(4);
        (await nightly.LookOnce()).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromDays(1));
        (await nightly.LookOnce()).ShouldBeGreaterThanOrEqualTo(4);
    }

    [Theory, EachDatabase]
    public async Task A_tier_that_ended_is_kept_by_what_was_reached(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();
        await shop.Spend(member, 500_00);
        house.Clock.MoveTo(new DateTimeOffset(2027, 11, 23, 2, 0, 0, TimeSpan.Zero));
        var moved = (await shop.Write(tx => Examination.Review(tx, member, shop.Store))).ShouldNotBeNull();
        moved.SaysZh.ShouldBe("有效期内达到银卡的保级条件,继续保持。");
        (await shop.Standing(member)).Until.ShouldBe(BusinessDay.Of(2028, 11, 23));
        (await shop.Write(tx => Examination.Review(tx, member, shop.Store))).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_coffee_template_ties_vouchers_and_snacks_to_its_goods(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var card = (await shop.Look(LedgerPublic.PunchRules)).ShouldHaveSingleItem();
        card.Covers.ShouldNotBeNull().Categories.Count.ShouldBe(2);
        var voucher = (await shop.Look(LedgerPublic.AssetInfos)).First(a => a.Asset.Id == card.Rule.Reward);
        voucher.Covers.ShouldNotBeNull().Products.Count.ShouldBe(8);
        var member = await shop.Register();
        await shop.Spend(member, 500_00);
        (await shop.Standing(member)).Benefits[0].Kind.ShouldBe(BenefitKind.FreeItem);
    }
}
