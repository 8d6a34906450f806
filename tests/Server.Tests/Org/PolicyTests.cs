using Shuke.Core.Pricing;
using Shuke.Server.Modules.Org;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

public sealed class PolicyTests
{
    [Theory, EachDatabase]
    public async Task A_store_rounds_its_own_way_and_the_others_follow_the_merchant(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var home = (await owner.Get("/session")).Text("store.id")!;
        (await owner.Get("/settings/till")).Text("value.rounding").ShouldBe("none");
        await owner.Put("/settings/till", new { rounding = "to_jiao" }, 0);
        (await owner.Get("/settings/till?storeId=" + home)).Text("value.rounding").ShouldBe("to_jiao");
        var own = await owner.Put("/settings/till?storeId=" + home, new { rounding = "down_to_yuan" }, 0);
        ((bool)own.At("ownToStore")!).ShouldBeTrue();
        await using (var read = await house.Db.Read(await house.Merchant()))
        {
            (await OrgPublic.Setting<TillSettings>(read)).Rounding.ShouldBe(RoundOffRule.ToJiao);
            (await OrgPublic.Setting<TillSettings>(read, StoreId.Parse(home, null))).Rounding.ShouldBe(
                RoundOffRule.DownToYuan
            );
        }
        (await owner.Send(HttpMethod.Put, "/settings/till", new { rounding = "none" }, version: 0)).Code.ShouldBe(
            "stale_version"
        );
        (await owner.Send(HttpMethod.Put, "/settings/till", new { rounding = "up" }, version: 1)).Status.ShouldBe(400);
        (await owner.Send(HttpMethod.Put, "/settings/till", new { rounding = "none" })).Code.ShouldBe(
            "if_match_missing"
        );
        (
            await owner.Send(HttpMethod.Put, "/settings/till?storeId=55", new { rounding = "none" }, version: 0)
        ).Code.ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task Longer_passwords_and_PINs_can_be_asked_for_and_PINs_turned_off(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner.Put("/settings/password", new { lengthMin = 20 }, 0);
        (
            await owner.Send(
                HttpMethod.Put,
                "/session/password",
                new { current = House.Password, next = "only-nineteen-chars" }
            )
        ).Code.ShouldBe("password_weak");
        await owner.Put("/settings/pin", new { lengthMin = 6 }, 0);
        (
            await owner.Send(HttpMethod.Put, "/session/pin", new { password = House.Password, pin = "2580" })
        ).Code.ShouldBe("pin_weak");
        (
            await owner.Send(HttpMethod.Put, "/session/pin", new { password = House.Password, pin = "258013" })
        ).Code.ShouldBe("ok");
        await owner.Put("/settings/pin", new { enabled = false }, 1);
        (
            await owner.RefusedPost(
                "/session/pin",
                new { staffId = (await owner.Get("/session")).Text("staffId"), pin = "258013" }
            )
        ).ShouldBe("pin_off");
        (await owner.Send(HttpMethod.Put, "/settings/session", new { idleMinutes = 5 }, version: 0)).Code.ShouldBe(
            "bad_request"
        );
    }

    [Theory, EachDatabase]
    public async Task A_person_reads_in_their_language_on_every_device(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner.Send(HttpMethod.Put, "/session/language", new { language = "en" }).ShouldSucceed();
        using var other = await house.Owner();
        (await other.Get("/session")).Text("language").ShouldBe("en");
        (await other.Get("/permissions")).At("groups")!.Codes("name").ShouldContain("Shop and staff");
    }
}
