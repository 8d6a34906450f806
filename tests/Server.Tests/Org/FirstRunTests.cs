using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

public sealed class FirstRunTests
{
    [Theory, EachDatabase]
    public async Task The_wizard_opens_the_shop_once_and_signs_the_owner_in(Engine engine)
    {
        await using var house = await House.Empty(engine);
        using var owner = house.Guest();
        (await owner.Get("/setup"))["needed"]!.GetValue<bool>().ShouldBeTrue();
        var opened = await owner.Post(
            "/setup",
            new
            {
                ownerName = "王店主",
                ownerPhone = House.OwnerPhone,
                password = House.Password,
                shopName = "啡常时光",
                template = "coffee",
            }
        );
        var me = await owner.Get("/session");
        me.Text("name").ShouldBe("王店主");
        me.Text("store.id").ShouldBe(opened.Text("storeId"));
        (
            await owner.RefusedPost(
                "/setup",
                new
                {
                    ownerName = "x",
                    ownerPhone = "13800000002",
                    password = House.Password,
                    shopName = "y",
                    template = "coffee",
                }
            )
        ).ShouldBe("already_set_up");
        (await owner.Delete("/session")).ShouldNotBeNull();
        (await owner.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");
    }

    [Theory, EachDatabase]
    public async Task Five_wrong_passwords_make_the_sixth_wait(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var guest = house.Guest();
        for (var i = 0; i < 5; i++)
            (
                await guest.RefusedPost("/session", new { phone = House.OwnerPhone, password = "wrong-one-" + i })
            ).ShouldBe("login_wrong");
        (await guest.RefusedPost("/session", new { phone = House.OwnerPhone, password = House.Password })).ShouldBe(
            "login_throttled"
        );
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        (
            await guest.Send(HttpMethod.Post, "/session", new { phone = House.OwnerPhone, password = House.Password })
        ).Ok.ShouldBeTrue();
    }

    [Theory, EachDatabase]
    public async Task Unknown_and_duplicate_members_and_huge_numbers_are_refused_by_field(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var guest = house.Guest();
        var unknown = await guest.SendText(
            HttpMethod.Post,
            "/session",
            """{"phone":"13800000001","password":"x","admin":true}"""
        );
        (unknown.Status, unknown.Code).ShouldBe((400, "bad_request"));
        (
            await guest.SendText(HttpMethod.Post, "/session", """{"phone":"1","phone":"2","password":"x"}""")
        ).Status.ShouldBe(400);
        (await guest.SendText(HttpMethod.Post, "/session", """{"phone":"1"}""")).Status.ShouldBe(400);
        (await guest.SendText(HttpMethod.Post, "/session", "[1")).Status.ShouldBe(400);
    }
}
