using System.Security.Cryptography;
using System.Text;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

public sealed class TillSessionTests
{
    [Theory, EachDatabase]
    public async Task A_colleague_takes_the_till_over_by_PIN_and_the_back_office_stays_closed(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        (
            await owner.Send(HttpMethod.Put, "/session/pin", new { password = House.Password, pin = "1234" })
        ).Code.ShouldBe("pin_weak");
        (await owner.Send(HttpMethod.Put, "/session/pin", new { password = "wrong-one", pin = "2580" })).Code.ShouldBe(
            "password_wrong"
        );
        await owner
            .Send(HttpMethod.Put, "/session/pin", new { password = House.Password, pin = "2580" })
            .ShouldSucceed();
        var ownerId = (await owner.Get("/session")).Text("staffId");
        var (cashier, id) = await house.Hire(owner, "小李", "13900000001", await owner.Role("cashier"), pin: "7413");
        using var _ = cashier;
        (await owner.Get("/session/colleagues")).Codes("name").ShouldBe(["王店主", "小李"]);

        (await owner.Post("/session/pin", new { staffId = id, pin = "7413" })).Text("name").ShouldBe("小李");
        (await owner.Send(HttpMethod.Get, "/staff")).Code.ShouldBe("permission_missing");
        var back = await owner.Post("/session/pin", new { staffId = ownerId, pin = "2580" });
        (back.Text("name"), (bool)back.At("isOwner")!, (bool)back.At("byPin")!).ShouldBe(("王店主", false, true));
        var permissions = back.At("permissions")!.AsArray().Select(p => (string)p!).ToList();
        permissions.ShouldContain("till_refund");
        permissions.ShouldNotContain("staff_edit");
        (await owner.Send(HttpMethod.Get, "/settings/session")).Code.ShouldBe("permission_missing");
        using var guest = house.Guest();
        (await guest.RefusedPost("/session/pin", new { staffId = id, pin = "7413" })).ShouldBe("session_expired");
    }

    [Theory, EachDatabase]
    public async Task Five_wrong_PINs_lock_the_device_until_a_password_and_ones_own_PIN_buys_no_new_tries(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var cashierRole = await owner.Role("cashier");
        var (first, firstId) = await house.Hire(owner, "小李", "13900000001", cashierRole, pin: "7413");
        var (second, secondId) = await house.Hire(owner, "小赵", "13900000002", cashierRole, pin: "9512");
        using var a = first;
        using var b = second;
        for (var i = 0; i < 4; i++)
            (await first.RefusedPost("/session/pin", new { staffId = secondId, pin = "000" + i })).ShouldBe(
                "pin_wrong"
            );
        (await first.RefusedPost("/session/pin", new { staffId = firstId, pin = "7413" })).ShouldBe("ok");
        (await first.RefusedPost("/session/pin", new { staffId = secondId, pin = "0009" })).ShouldBe("pin_wrong");
        (await first.RefusedPost("/session/pin", new { staffId = secondId, pin = "9512" })).ShouldBe("pin_locked");
        using var again = await house.SignIn("13900000001", Crew.Password);
        (await again.RefusedPost("/session/pin", new { staffId = secondId, pin = "9512" })).ShouldBe("ok");
    }

    [Theory, EachDatabase]
    public async Task A_PIN_fits_only_at_the_persons_own_store(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var north = (await owner.Post("/stores", new { code = "02", name = "城北店" })).Text("id")!;
        var (cashier, id) = await house.Hire(owner, "小李", "13900000001", await owner.Role("cashier"), north, "7413");
        using var _ = cashier;
        (await owner.Get("/session/colleagues")).Codes("staffId").ShouldNotContain(id);
        (await owner.RefusedPost("/session/pin", new { staffId = id, pin = "7413" })).ShouldBe("pin_wrong");
        await owner.Post("/session/store", new { storeId = north });
        (await owner.RefusedPost("/session/pin", new { staffId = id, pin = "7413" })).ShouldBe("ok");
    }

    [Theory, EachDatabase]
    public async Task Devices_are_listed_and_signed_out_and_a_new_password_ends_the_others(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var (till, id) = await house.Hire(owner, "小李", "13900000001", await owner.Role("cashier"));
        using var a = till;
        using var phone = await house.SignIn("13900000001", Crew.Password);
        (await phone.Get("/sessions")).AsArray().Count.ShouldBe(2);
        var other = (await phone.Get("/sessions")).AsArray().Single(s => !(bool)s!.At("current")!)!.Text("id");
        await phone.Delete("/sessions/" + other);
        (await till.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");

        using var tablet = await house.SignIn("13900000001", Crew.Password);
        await phone
            .Send(HttpMethod.Put, "/session/password", new { current = Crew.Password, next = "another-word-7" })
            .ShouldSucceed();
        (await tablet.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");
        (await phone.Send(HttpMethod.Get, "/session")).Ok.ShouldBeTrue();

        var ownersOwn = (await owner.Get("/sessions"))[0]!.Text("id");
        (await phone.Send(HttpMethod.Delete, "/sessions/" + ownersOwn)).Code.ShouldBe("not_found");
        var theirs = (await owner.Get("/sessions?staffId=" + id))[0]!.Text("id");
        await owner.Delete("/sessions/" + theirs);
        (await phone.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");
    }

    [Theory, EachDatabase]
    public async Task A_session_ends_when_idle_and_at_its_age(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner.Put("/settings/session", new { idleMinutes = 30, hoursMax = 1 }, 0);
        using var short1 = await house.Owner();
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        (await short1.Send(HttpMethod.Get, "/session")).Ok.ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromMinutes(29));
        (await short1.Send(HttpMethod.Get, "/session")).Ok.ShouldBeTrue();
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        (await short1.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");
        using var idle = await house.Owner();
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        (await idle.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");
    }

    [Theory, EachDatabase]
    public async Task An_approval_is_for_one_exact_command_once_by_another_person_within_ten_minutes(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner
            .Send(HttpMethod.Put, "/session/pin", new { password = House.Password, pin = "2580" })
            .ShouldSucceed();
        var ownerId = (await owner.Get("/session")).Text("staffId")!;
        var role = await owner.NewRole("主管", ["settings_edit"]);
        var (asker, askerId) = await house.Hire(owner, "小李", "13900000001", role, pin: "7413");
        using var _ = asker;
        var body = Json.Text(new { rounding = "to_jiao" });
        var command = Command("PUT", "/api/settings/till", body);
        var store = (await asker.Get("/session")).Text("store.id");
        var path = "/settings/till?storeId=" + store;
        var atStore = Command("PUT", "/api" + path, body);

        (
            await asker.RefusedPost(
                "/approvals",
                new
                {
                    commandHash = atStore,
                    staffId = askerId,
                    pin = "7413",
                }
            )
        ).ShouldBe("approver_self");
        (
            await asker.RefusedPost(
                "/approvals",
                new
                {
                    commandHash = atStore,
                    staffId = ownerId,
                    pin = "0000",
                }
            )
        ).ShouldBe("pin_wrong");
        (
            await asker.RefusedPost(
                "/approvals",
                new
                {
                    commandHash = new string('x', 64),
                    staffId = ownerId,
                    pin = "2580",
                }
            )
        ).ShouldBe("command_hash_invalid");
        (
            await asker.RefusedPost(
                "/approvals",
                new
                {
                    commandHash = atStore,
                    phone = House.OwnerPhone,
                    password = "wrong-one",
                }
            )
        ).ShouldBe("login_wrong");
        var given = await asker.Post(
            "/approvals",
            new
            {
                commandHash = atStore,
                staffId = ownerId,
                pin = "2580",
                reason = "老板同意",
            }
        );
        given.Text("approvedBy").ShouldBe("王店主");
        var id = given.Text("id");

        (
            await asker.SendText(
                HttpMethod.Put,
                path,
                Json.Text(new { rounding = "to_yuan" }),
                version: 0,
                approval: id
            )
        ).Code.ShouldBe("approval_unknown");
        (await owner.SendText(HttpMethod.Put, path, body, version: 0, approval: id)).Code.ShouldBe("approval_unknown");
        (await asker.SendText(HttpMethod.Put, path, body, version: 0, approval: id)).Code.ShouldBe("ok");
        (await asker.SendText(HttpMethod.Put, path, body, version: 1, approval: id)).Code.ShouldBe("approval_used");
        var record = (await owner.Get("/audit?action=settings.")).At("items.0")!;
        (record.Text("who"), record.Text("approvedBy")).ShouldBe(("小李", "王店主"));
        (await owner.Get("/approvals")).Text("items.0.reason").ShouldBe("老板同意");

        var late = (
            await asker.Post(
                "/approvals",
                new
                {
                    commandHash = atStore,
                    phone = House.OwnerPhone,
                    password = House.Password,
                }
            )
        ).Text("id");
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        (await asker.SendText(HttpMethod.Put, path, body, version: 1, approval: late)).Code.ShouldBe("approval_used");
        command.ShouldNotBe(atStore);
    }

    [Theory, EachDatabase]
    public async Task An_approval_lends_the_limits_of_whoever_gave_it_and_only_those_who_may_give_it(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var (asker, askerId) = await house.Hire(owner, "小李", "13900000001", await owner.Role("cashier"));
        var (peer, peerId) = await house.Hire(owner, "小赵", "13900000002", await owner.Role("cashier"), pin: "9512");
        var (manager, managerId) = await house.Hire(
            owner,
            "周店长",
            "13900000003",
            await owner.Role("manager"),
            pin: "7413"
        );
        using var a = asker;
        using var b = peer;
        using var c = manager;
        var hash = Command("POST", "/api/refunds", "{}");
        (
            await asker.RefusedPost(
                "/approvals",
                new
                {
                    commandHash = hash,
                    staffId = peerId,
                    pin = "9512",
                }
            )
        ).ShouldBe("approver_not_allowed");
        var given = ApprovalId.Parse(
            (
                await asker.Post(
                    "/approvals",
                    new
                    {
                        commandHash = hash,
                        staffId = managerId,
                        pin = "7413",
                    }
                )
            ).Text("id")!,
            null
        );

        await using var tx = await house.Db.Begin(await house.Merchant());
        var cashier = (await Modules.Org.Rights.Of(tx, StaffId.Parse(askerId, null), false)) with { };
        cashier.LimitOf(Limit.RefundFen).ShouldBe(20_000);
        var lent = (await Modules.Org.Approvals.Use(tx, cashier, given, Convert.FromHexString(hash))).Value;
        (lent.LimitOf(Limit.RefundFen), lent.ApprovedBy, lent.May(Permission.StaffEdit)).ShouldBe(
            (200_000, StaffId.Parse(managerId, null), false)
        );
        (await Modules.Org.Approvals.Use(tx, cashier, given, Convert.FromHexString(hash))).Refusal!.Code.ShouldBe(
            "approval_used"
        );
    }

    private static string Command(string method, string path, string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{method}\n{path}\n{body}")));
}
