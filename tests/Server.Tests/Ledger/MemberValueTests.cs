using Shouldly;
using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Tiers;
using Xunit;

namespace Shuke.Server.Tests.Ledger;

/// <summary>What staff see and do with a member's value over HTTP.</summary>
public sealed class MemberValueTests
{
    [Theory, EachDatabase]
    public async Task Points_given_by_hand_are_on_the_statement_with_their_reason(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var member = (await owner.Post("/members", new { phone = "13900001111", name = "林小满" })).Text("id");
        var points = await Asset(owner, member!, house, AssetCodes.Points);

        await owner.Post(
            $"/ledger/members/{member}/adjust",
            new
            {
                assetId = points,
                amount = 120,
                reason = "开业补偿",
            }
        );
        var after = await owner.Post(
            $"/ledger/members/{member}/adjust",
            new
            {
                assetId = points,
                amount = -20,
                reason = "录错更正",
            }
        );
        after.Long("holdings.0.balance").ShouldBe(100);
        after.Long("holdings.0.lots.0.remaining").ShouldBe(100);
        (
            await owner.RefusedPost(
                $"/ledger/members/{member}/adjust",
                new
                {
                    assetId = points,
                    amount = -101,
                    reason = "太多了",
                }
            )
        ).ShouldBe("points_too_low");

        var statement = await owner.Get($"/ledger/members/{member}/statement?limit=1");
        statement.Long("total").ShouldBe(2);
        statement.Text("items.0.why").ShouldBe("人工扣减");
        statement.Text("items.0.reason").ShouldBe("录错更正");
        statement.Text("items.0.staff").ShouldBe("王店主");
        statement.Long("items.0.balanceAfter").ShouldBe(100);
        var next = await owner.Get($"/ledger/members/{member}/statement?limit=1&after={statement.Text("next")}");
        next.Text("items.0.why").ShouldBe("人工增加");
        (await owner.Get($"/ledger/members/{member}/statement?to=2020-01-01")).Long("total").ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Principal_is_never_made_by_hand(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var member = (await owner.Post("/members", new { phone = "13900001111", name = "林小满" })).Text("id");
        var principal = await Asset(owner, member!, house, AssetCodes.Principal);
        (
            await owner.RefusedPost(
                $"/ledger/members/{member}/adjust",
                new
                {
                    assetId = principal,
                    amount = 1,
                    reason = "送钱",
                }
            )
        ).ShouldBe("asset_not_adjustable");
    }

    [Theory, EachDatabase]
    public async Task A_lot_expires_the_day_after_its_last_and_once(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        await using var shop = await Shop.Of(house);
        var member = await shop.Register();
        await shop.Grant(member, AssetCodes.Points, 50);
        var last = await shop.Look(db => db.One<Core.BusinessDay>("SELECT expires_on FROM lot WHERE merchant_id = @m"));
        last.ShouldBe(Core.BusinessDay.Of(2027, 11, 30));

        (await shop.Write(tx => ExpireValue.One(tx, member, last))).ShouldBeFalse();
        (await shop.Balance(member, AssetCodes.Points)).ShouldBe(50);
        (await shop.Write(tx => ExpireValue.One(tx, member, last.AddDays(1)))).ShouldBeTrue();
        (await shop.Balance(member, AssetCodes.Points)).ShouldBe(0);
        (await shop.Write(tx => ExpireValue.One(tx, member, last.AddDays(2)))).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task Fifty_top_ups_at_once_never_bring_a_card_above_its_limit(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var member = (await owner.Post("/members", new { phone = "13900001111", name = "林小满" })).Text("id");
        var shift = (await owner.Post("/shifts", new { @float = 0, till = "1" })).Text("id");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    owner.Send(
                        HttpMethod.Post,
                        "/topups",
                        new
                        {
                            shiftId = shift,
                            memberId = member,
                            pay = 30_000,
                            tender = "cash",
                            tendered = 30_000,
                        }
                    )
                )
        );
        answers.Count(a => a.Ok).ShouldBe(16);
        answers.Where(a => !a.Ok).ShouldAllBe(a => a.Code == "card_limit_exceeded");
        (await owner.Get($"/ledger/members/{member}")).Long("storedValue").ShouldBe(480_000);
        await using var shop = await Shop.Of(house);
        (await shop.Look(db => VerifyLedger.Run(db, []))).Wrong.ShouldBeNull();
    }

    private static async Task<string> Asset(Client owner, string member, House house, string code)
    {
        (await owner.Get($"/ledger/members/{member}")).ShouldNotBeNull();
        await using var shop = await Shop.Of(house);
        return (await shop.Look(db => LedgerPublic.Assets(db)))[code].Id.ToString();
    }
}
