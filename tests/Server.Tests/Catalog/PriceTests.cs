using Shouldly;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Catalog;

/// <summary>Prices of stores and tiers, prices that change at a moment, and labels of scales.</summary>
public sealed class PriceTests
{
    private static async Task<string> Product(Client owner, string name, long price, string? code = null) =>
        (
            await owner.Post(
                "/goods",
                new
                {
                    name,
                    price,
                    code,
                }
            )
        ).Text("id")!;

    [Theory, EachDatabase]
    public async Task A_store_and_a_tier_have_prices_of_their_own(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var cashier = await house.As("cashier");
        var product = await Product(owner, "拿铁", 3_000);
        var store = (await owner.Get("/session")).Text("store.id")!;
        var tier = (await owner.Get("/tiers"))[2]!.Text("id")!;
        object Prices(params object[] prices) => new { prices };
        var set = await owner
            .Send(
                HttpMethod.Put,
                $"/goods/{product}/own-prices",
                Prices(
                    new { storeId = store, amount = 2_800 },
                    new { tierId = tier, amount = 2_600 },
                    new
                    {
                        storeId = store,
                        tierId = tier,
                        amount = 2_500,
                    }
                )
            )
            .ShouldSucceed();
        set.At("prices")!.AsArray().Count.ShouldBe(3);
        async Task<string> Refused(object body) =>
            (await owner.Send(HttpMethod.Put, $"/goods/{product}/own-prices", body)).Code;
        (await Refused(Prices(new { amount = 2_800 }))).ShouldBe("price_for_nobody");
        (await Refused(Prices(new { storeId = store, amount = 1 }, new { storeId = store, amount = 2 }))).ShouldBe(
            "price_twice"
        );
        (await Refused(Prices(new { storeId = "99", amount = 1 }))).ShouldBe("not_found");
        (await cashier.Send(HttpMethod.Put, $"/goods/{product}/own-prices", Prices())).Code.ShouldBe(
            "permission_missing"
        );
        await using var read = await house.Db.Read(await house.Merchant());
        var id = ProductId.Parse(product, null);
        var here = (await CatalogPublic.PricesAt(read, [id], StoreId.Parse(store, null)))[id];
        (here.Price!.Value.Fen, here.ByTier[TierId.Parse(tier, null)].Fen).ShouldBe((2_800, 2_500));
        var elsewhere = (await CatalogPublic.PricesAt(read, [id], new(5)))[id];
        (elsewhere.Price, elsewhere.ByTier[TierId.Parse(tier, null)].Fen).ShouldBe((null, 2_600));
    }

    [Theory, EachDatabase]
    public async Task Prices_change_by_themselves_when_their_moment_comes(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var latte = await Product(owner, "拿铁", 3_000);
        var mocha = await Product(owner, "摩卡", 3_500);
        object Change(int minutes, params object[] lines) =>
            new
            {
                title = "冬季调价",
                effectiveAt = house.Clock.GetUtcNow().AddMinutes(minutes).ToString("O"),
                lines,
            };
        object Line(string product, string kind, long? price) =>
            new
            {
                productId = product,
                kind,
                price,
            };
        (await owner.RefusedPost("/goods/price-schedules", Change(-1, Line(latte, "price", 1)))).ShouldBe(
            "price_in_past"
        );
        (await owner.RefusedPost("/goods/price-schedules", Change(5, Line(latte, "price", null)))).ShouldBe(
            "goods_price_out_of_range"
        );
        var change = await owner.Post(
            "/goods/price-schedules",
            Change(
                30,
                Line(latte, "price", 3_200),
                Line(latte, "member_price", 3_000),
                // A member price above the price is refused when its moment comes.
                Line(mocha, "member_price", 9_900)
            )
        );
        var cancelled = await owner.Post("/goods/price-schedules", Change(30, Line(mocha, "price", 100)));
        await owner.Post($"/goods/price-schedules/{cancelled.Text("id")}/cancel");
        (await owner.RefusedPost($"/goods/price-schedules/{cancelled.Text("id")}/cancel", null)).ShouldBe(
            "price_schedule_over"
        );
        await Task.Delay(700);
        (await owner.Get($"/goods/{latte}")).Long("price").ShouldBe(3_000);
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        for (
            var tries = 0;
            tries < 100 && (await owner.Get("/goods/price-schedules")).Text("1.state") == "waiting";
            tries++
        )
            await Task.Delay(100);
        var done = (await owner.Get("/goods/price-schedules"))[1]!;
        (done.Text("id"), done.Text("state")).ShouldBe((change.Text("id"), "done"));
        var now = await owner.Get($"/goods/{latte}");
        (now.Long("price"), now.Long("memberPrice"), now.Long("version")).ShouldBe((3_200, 3_000, 2));
        (await owner.Get($"/goods/{mocha}")).Long("price").ShouldBe(3_500);
        done.At("lines")!.AsArray().Select(l => l!.Text("outcome")).Order().ShouldBe(["changed", "changed", "refused"]);
    }

    [Theory, EachDatabase]
    public async Task A_label_of_a_scale_finds_the_goods_and_says_what_was_weighed(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await Product(owner, "云南咖啡豆", 16_000, "123");
        (await owner.Send(HttpMethod.Get, "/goods/barcodes/2000123005607")).Code.ShouldBe("barcode_unknown");
        (
            await owner.Send(HttpMethod.Put, "/settings/scale", new { enabled = true, prefix = "x" }, version: 0)
        ).Code.ShouldBe("scale_prefix_wrong");
        await owner.Put("/settings/scale", new { enabled = true, prefix = "20" }, 0);
        var weighed = await owner.Get("/goods/barcodes/2000123005607");
        (weighed.Text("items.0.name"), weighed.Long("scale.quantity")).ShouldBe(("云南咖啡豆", 560));
        await owner.Put(
            "/settings/scale",
            new
            {
                enabled = true,
                prefix = "20",
                content13 = "amount",
            },
            1
        );
        // 5.60 yuan of 160 a kilogram are 35 grams.
        var priced = await owner.Get("/goods/barcodes/2000123005607");
        (priced.Long("scale.quantity"), priced.Long("scale.amount")).ShouldBe((35, 560));
        (await owner.Send(HttpMethod.Get, "/goods/barcodes/2000999005603")).Code.ShouldBe("barcode_unknown");
    }
}
