using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

public sealed class StoreTests
{
    private static readonly object North = new
    {
        code = "02",
        name = "城北店",
        kind = "franchise",
        address = "北大街 1 号",
        openingHours = "08:00-03:00",
        timeZone = "Asia/Urumqi",
        cutoffMinutes = 180,
        receiptFooter = "谢谢",
    };

    [Theory, EachDatabase]
    public async Task A_store_is_opened_changed_with_its_version_and_closed_but_never_the_last(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var north = await owner.Post("/stores", North);
        (await owner.RefusedPost("/stores", North)).ShouldBe("store_code_taken");
        var path = "/stores/" + north.Text("id");
        var changed = await owner.Put(
            path,
            new
            {
                code = "02",
                name = "城北旗舰店",
                cutoffMinutes = 120,
            },
            1
        );
        (changed.Text("store.name"), changed.Long("store.cutoffMinutes"), changed.Long("version")).ShouldBe(
            ("城北旗舰店", 120, 2)
        );
        (await owner.Send(HttpMethod.Put, path, North, version: 1)).Code.ShouldBe("stale_version");
        (
            await owner.Send(
                HttpMethod.Put,
                path,
                new
                {
                    code = "02",
                    name = "x",
                    timeZone = "Moon/Base",
                },
                version: 2
            )
        ).Code.ShouldBe("time_zone_unknown");

        await owner.Put(
            path,
            new
            {
                code = "02",
                name = "城北旗舰店",
                active = false,
            },
            2
        );
        var first = (await owner.Get("/stores"))[0]!;
        (
            await owner.Send(
                HttpMethod.Put,
                "/stores/" + first.Text("id"),
                new
                {
                    code = "01",
                    name = "x",
                    active = false,
                },
                version: 1
            )
        ).Code.ShouldBe("last_store");
    }

    [Theory, EachDatabase]
    public async Task Somebody_works_only_at_their_stores_and_a_closed_one_is_left_at_once(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var home = (await owner.Get("/session")).Text("store.id")!;
        var north = (await owner.Post("/stores", North)).Text("id")!;
        var (cashier, id) = await house.Hire(owner, "小李", "13900000001", await owner.Role("cashier"));
        using var _ = cashier;
        (await cashier.RefusedPost("/session/store", new { storeId = north })).ShouldBe("store_not_yours");
        (await cashier.RefusedPost("/session/store", new { storeId = "999" })).ShouldBe("store_not_yours");
        (await cashier.Get("/stores")).AsArray().Count.ShouldBe(1);

        var staff = await owner.Get("/staff/" + id);
        await owner.Put(
            "/staff/" + id,
            new
            {
                name = "小李",
                phone = "13900000001",
                roles = new[] { staff.Text("staff.roles.0") },
                stores = new[] { home, north },
            },
            1
        );
        (await cashier.Post("/session/store", new { storeId = north })).Text("store.name").ShouldBe("城北店");
        await owner.Put(
            "/stores/" + north,
            new
            {
                code = "02",
                name = "城北店",
                active = false,
            },
            1
        );
        (await cashier.Get("/session")).At("store").ShouldBeNull();
        (await cashier.Send(HttpMethod.Get, "/session/colleagues")).Code.ShouldBe("store_needed");
    }
}
