using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Modules.Catalog;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Catalog;

public sealed class GoodsTests
{
    private static string Names(JsonNode found) =>
        string.Join('|', found["items"]!.AsArray().Select(i => i!.Text("name")));

    [Theory, EachDatabase]
    public async Task A_product_is_added_found_changed_and_taken_off_sale(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        var category = (await owner.Post("/categories", new { name = "饮料" })).Text("id");
        var body = new
        {
            name = "农夫山泉 550ml",
            price = 200,
            memberPrice = 180,
            cost = 90,
            code = "001",
            categoryId = category,
            barcodes = new[] { " ６９２１１６８５０９２５６ " },
            unit = "瓶",
        };
        var added = await owner.Post("/goods", body, "add-one-1");
        (await owner.Post("/goods", body, "add-one-1")).ToJsonString().ShouldBe(added.ToJsonString());
        var id = added.Text("id")!;

        foreach (
            var question in (string[])["6921168509256", "001", "农夫", "nongfu", "nfsq", "shanquan", "ＮＦ", "550"]
        )
            Names(await owner.Get($"/goods/find?q={Uri.EscapeDataString(question)}"))
                .ShouldBe("农夫山泉 550ml", question);
        (await owner.Get("/goods/find?q=6921168509256")).Text("by").ShouldBe("barcode");
        Names(await owner.Get("/goods/find?q=zzz")).ShouldBe("");
        Names(await owner.Get("/goods/barcodes/6921168509256")).ShouldBe("农夫山泉 550ml");
        var unknown = await owner.Send(HttpMethod.Get, "/goods/barcodes/6900000000007");
        (unknown.Status, unknown.Code).ShouldBe((404, "barcode_unknown"));
        unknown.Text.ShouldContain("没有条码为 6900000000007 的商品");

        var form = new
        {
            name = "农夫山泉",
            price = 250,
            memberPrice = 180,
            cost = 100,
            code = "001",
            categoryId = category,
            barcodes = new[] { "6921168509256", "ABC-1" },
        };
        var edited = await owner.Put("/goods/" + id, form, 1);
        (edited.Long("version"), edited.Long("price"), edited["barcodes"]!.AsArray().Count).ShouldBe((2, 250, 2));
        (await owner.Send(HttpMethod.Put, "/goods/" + id, form, version: 1)).Code.ShouldBe("stale_version");
        (await owner.Send(HttpMethod.Put, "/goods/" + id, form)).Status.ShouldBeOneOf(412, 428, 400);
        var prices = (await owner.Get($"/goods/{id}/prices"))["items"]!.AsArray();
        prices
            .Select(p => $"{p!.Text("priceKind")} {p!.Long("before")} {p!.Long("after")} {p!.Text("who")}")
            .ShouldBe(["cost 90 100 王店主", "price 200 250 王店主"]);
        Names(await owner.Get("/goods/find?q=550")).ShouldBe("");

        await owner.Put($"/goods/{id}/state", new { active = false }, 2);
        Names(await owner.Get("/goods/find?q=001")).ShouldBe("");
        (await owner.Get("/goods?active=false")).Long("total").ShouldBe(1);
        (await owner.Get($"/goods?active=true&category={category}")).Long("total").ShouldBe(0);
        (await owner.Get("/goods/" + id)).Text("category").ShouldBe("饮料");
        (await owner.Send(HttpMethod.Get, "/goods/1234567")).Code.ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task Prices_names_and_codes_are_checked(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        await owner.Post(
            "/goods",
            new
            {
                name = "甲",
                price = 100,
                code = "A1",
                barcodes = new[] { "111" },
            }
        );
        (await owner.RefusedPost("/goods", new { name = " ", price = 100 })).ShouldBe("goods_name_missing");
        (await owner.RefusedPost("/goods", new { name = "乙", price = -1 })).ShouldBe("goods_price_out_of_range");
        (
            await owner.RefusedPost(
                "/goods",
                new
                {
                    name = "乙",
                    price = 100,
                    memberPrice = 101,
                }
            )
        ).ShouldBe("member_price_above_price");
        (
            await owner.RefusedPost(
                "/goods",
                new
                {
                    name = "乙",
                    price = 100,
                    lowestPrice = 101,
                }
            )
        ).ShouldBe("lowest_price_above_price");
        (
            await owner.RefusedPost(
                "/goods",
                new
                {
                    name = "乙",
                    price = 100,
                    code = "a1",
                }
            )
        ).ShouldBe("goods_code_taken");
        (
            await owner.RefusedPost(
                "/goods",
                new
                {
                    name = "乙",
                    price = 100,
                    code = "编号",
                }
            )
        ).ShouldBe("goods_code_invalid");
        (
            await owner.RefusedPost(
                "/goods",
                new
                {
                    name = "乙",
                    price = 100,
                    barcodes = new[] { "条码" },
                }
            )
        ).ShouldBe("barcode_unreadable");
        (
            await owner.RefusedPost(
                "/goods",
                new
                {
                    name = "乙",
                    price = 100,
                    barcodes = new[] { "111" },
                }
            )
        ).ShouldBe("barcode_taken");
        (
            await owner.RefusedPost(
                "/goods",
                new
                {
                    name = "乙",
                    price = 100,
                    categoryId = "12345",
                }
            )
        ).ShouldBe("not_found");
        (await owner.RefusedPost("/goods", new { name = "乙", price = 3.8 })).ShouldBe("bad_request");
        (await owner.Get("/goods")).Long("total").ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task One_barcode_on_several_flavours_makes_the_till_ask(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        await owner.Post(
            "/goods",
            new
            {
                name = "棒棒糖 草莓",
                price = 100,
                barcodes = new[] { "6911316540309" },
            }
        );
        var second = await owner.Post(
            "/goods",
            new
            {
                name = "棒棒糖 芒果",
                price = 100,
                barcodes = new[] { "6911316540309" },
                shareBarcodes = true,
            }
        );
        Names(await owner.Get("/goods/find?q=6911316540309")).ShouldBe("棒棒糖 芒果|棒棒糖 草莓");
        // Sharing was agreed on once; later edits need not say so again.
        await owner.Put(
            "/goods/" + second.Text("id"),
            new
            {
                name = "棒棒糖 芒果味",
                price = 100,
                barcodes = new[] { "6911316540309" },
            },
            1
        );
        await using var db = await house.Db.Read(await Merchant(house));
        (await CatalogPublic.FindByBarcode(db, " 6911316540309")).Count.ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task Categories_make_a_tree_without_rings_and_tiles_tell_when_nothing_changed(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        var drinks = (await owner.Post("/categories", new { name = "饮料" })).Text("id")!;
        var juice = (await owner.Post("/categories", new { name = "果汁", parentId = drinks })).Text("id")!;
        (await owner.RefusedPost("/categories", new { name = "饮料" })).ShouldBe("category_name_taken");
        (
            await owner.Send(
                HttpMethod.Put,
                "/categories/" + drinks,
                new
                {
                    name = "饮料",
                    colour = "red",
                    parentId = juice,
                },
                version: 1
            )
        ).Code.ShouldBe("category_loop");
        (await owner.Put("/categories/" + drinks, new { name = "酒水饮料", colour = "red" }, 1))
            .Long("version")
            .ShouldBe(2);
        (
            await owner.Send(HttpMethod.Put, "/categories/" + drinks, new { name = "水", colour = "red" }, version: 1)
        ).Code.ShouldBe("stale_version");
        var product = await owner.Post(
            "/goods",
            new
            {
                name = "橙汁",
                price = 800,
                categoryId = juice,
                favourite = true,
            }
        );
        (await owner.Get("/goods?category=" + drinks)).Long("total").ShouldBe(1);
        (await owner.Send(HttpMethod.Delete, "/categories/" + juice)).Code.ShouldBe("category_in_use");

        var tiles = await owner.Get("/goods/tiles");
        (tiles.Text("goods.0.name"), tiles["categories"]!.AsArray().Count).ShouldBe(("橙汁", 2));
        tiles.Long("version").ShouldBe((await owner.Get("/goods/tiles")).Long("version"));
        await owner.Put($"/goods/{product.Text("id")}/state", new { favourite = false }, 1);
        (await owner.Get("/goods/tiles")).Long("version").ShouldNotBe(tiles.Long("version"));

        await using var db = await house.Db.Read(await Merchant(house));
        var id = ProductId.Parse(product.Text("id")!, null);
        var facts = (await CatalogPublic.ForPricing(db, [id, new(99)]))[id];
        (
            string.Join('/', facts.CategoryPath),
            facts.CategoryId.ToString(),
            facts.Price.Fen,
            facts.Discountable
        ).ShouldBe(($"{drinks}/{juice}", juice, 800, true));
    }

    [Theory]
    [InlineData("coffee", 4, "拿铁(中杯)")]
    [InlineData("fruit", 4, "红富士苹果")]
    [InlineData("hotpot", 5, "麻辣锅底")]
    [InlineData("beauty", 4, "洗剪吹")]
    [InlineData("fuel", 3, "92# 汽油")]
    [InlineData("convenience", 7, null)]
    [InlineData("empty", 0, null)]
    public async Task A_new_shop_starts_with_goods_of_its_industry(string template, int categories, string? product)
    {
        await using var house = await House.WithShop(Engine.Sqlite, template);
        using var owner = await house.Owner();
        (await owner.Get("/categories"))["items"]!.AsArray().Count.ShouldBe(categories);
        var names = Names(await owner.Get("/goods?limit=200")).Split('|');
        if (product is null)
            names.ShouldBe([""]);
        else
            names.ShouldContain(product);
    }

    [Theory, EachDatabase]
    public async Task The_list_goes_page_by_page_and_knows_its_true_length(Engine engine)
    {
        await using var house = await House.WithShop(engine, "coffee");
        using var owner = await house.Owner();
        var total = (await owner.Get("/goods")).Long("total");
        var seen = new List<string>();
        for (string? after = ""; after is not null; )
        {
            var page = await owner.Get($"/goods?limit=7&after={after}");
            page.Long("total").ShouldBe(total);
            seen.AddRange(page["items"]!.AsArray().Select(i => i!.Text("id")!));
            after = page.Text("next");
        }
        (seen.Count, seen.Distinct().Count()).ShouldBe(((int)total, (int)total));
        (await owner.Get("/goods?q=nt")).Long("total").ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task The_export_can_be_imported_again_and_is_on_the_audit_log(Engine engine)
    {
        await using var house = await House.WithShop(engine, "empty");
        using var owner = await house.Owner();
        await owner.Post(
            "/goods",
            new
            {
                name = "=1+1",
                price = 380,
                cost = 200,
                barcodes = new[] { "0012", "6902083891572" },
            }
        );
        var csv = await owner.Send(HttpMethod.Get, "/goods/export?format=csv");
        csv.Text.ShouldContain("\"'=1+1\",3.80,\"0012,6902083891572\"");
        csv.Text.ShouldContain("2.00");
        var xlsx = await owner.Send(HttpMethod.Get, "/goods/export");
        var import = await owner.SendFile("/goods/imports?name=back.xlsx", xlsx.Bytes).ShouldSucceed();
        var check = await owner.Get($"/goods/imports/{import.Text("id")}/decisions");
        (check.Text("groups.0.key"), check.Text("groups.0.existing.0.name"), check.Text("groups.0.proposal")).ShouldBe(
            ("0012", "=1+1", "update_existing")
        );
        await using var db = await house.Db.Read(await Merchant(house));
        (
            await db.One<long>("SELECT COUNT(*) FROM audit WHERE merchant_id = @m AND action = 'goods.exported'")
        ).ShouldBe(2);
        (await owner.Send(HttpMethod.Get, "/goods/export?format=pdf")).Code.ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task Without_the_right_nobody_sees_goods_or_costs(Engine engine)
    {
        await using var house = await House.WithShop(engine, "coffee");
        using var guest = house.Guest();
        foreach (
            var path in (string[])
                [
                    "/goods",
                    "/goods/tiles",
                    "/goods/find?q=x",
                    "/categories",
                    "/goods/export",
                    "/goods/imports",
                    "/goods/1",
                    "/goods/1/prices",
                    "/goods/imports/1",
                    "/goods/imports/1/decisions",
                    "/goods/imports/1/rows",
                    "/goods/imports/template",
                ]
        )
            (await guest.Send(HttpMethod.Get, path)).Code.ShouldBe("session_expired", path);
        foreach (
            var path in (string[])
                [
                    "/goods",
                    "/categories",
                    "/categories/order",
                    "/goods/imports",
                    "/goods/imports/1/run",
                    "/goods/imports/1/cancel",
                    "/goods/imports/1/undo",
                ]
        )
            (await guest.Send(HttpMethod.Post, path, new { })).Code.ShouldBe("session_expired", path);
    }

    [Fact]
    public async Task Tiles_that_have_not_changed_are_not_sent_again()
    {
        await using var house = await House.WithShop(Engine.Sqlite, "coffee");
        using var http = new HttpClient { BaseAddress = new Uri(house.Address) };
        using var body = new StringContent(
            Json.Text(new { phone = House.OwnerPhone, password = House.Password }),
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var session = await http.PostAsync(new Uri("/api/session", UriKind.Relative), body);
        session.EnsureSuccessStatusCode();
        using var first = await http.GetAsync(new Uri("/api/goods/tiles", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/goods/tiles");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        using var second = await http.SendAsync(again);
        second.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    internal static async Task<MerchantId> Merchant(House house)
    {
        await using var db = await house.Db.Platform();
        return await db.One<MerchantId>("SELECT merchant_id FROM merchant");
    }
}
