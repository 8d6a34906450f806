using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

public sealed class StaffTests
{
    [Theory, EachDatabase]
    public async Task An_initial_secret_is_shown_once_opens_only_the_choice_of_a_password_and_ends(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var role = await owner.Role("manager");
        var hired = await owner.Post(
            "/staff",
            new
            {
                name = "小李",
                phone = "139 0000 0001",
                roles = new[] { role },
                stores = Array.Empty<string>(),
            }
        );
        (hired.Text("staff.number"), hired.Text("staff.phone"), (bool)hired.At("ready")!).ShouldBe(
            ("002", "139****0001", false)
        );
        var id = hired.Text("id")!;
        var secret = (await owner.Post($"/staff/{id}/secret")).Text("secret")!;
        secret.Length.ShouldBe(10);

        using var person = await house.SignIn("13900000001", secret);
        var me = await person.Get("/session");
        ((bool)me.At("mustChangePassword")!, me.At("permissions")!.AsArray().Count).ShouldBe((true, 0));
        (await person.Send(HttpMethod.Get, "/staff")).Code.ShouldBe("permission_missing");
        (
            await person.Send(HttpMethod.Put, "/session/password", new { current = secret, next = "13900000001" })
        ).Code.ShouldBe("password_weak");
        (
            await person.Send(HttpMethod.Put, "/session/password", new { current = "nonsense", next = Crew.Password })
        ).Code.ShouldBe("password_wrong");
        await person
            .Send(HttpMethod.Put, "/session/password", new { current = secret, next = Crew.Password })
            .ShouldSucceed();
        (await person.Get("/staff")).Long("total").ShouldBe(2);

        var second = (await owner.Post($"/staff/{id}/secret")).Text("secret")!;
        (await person.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");
        house.Clock.Advance(TimeSpan.FromHours(73));
        using var late = house.Guest();
        (await late.RefusedPost("/session", new { phone = "13900000001", password = second })).ShouldBe(
            "secret_expired"
        );
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_disabled_is_out_at_once_and_can_come_back(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var role = await owner.Role("cashier");
        var (cashier, id) = await house.Hire(owner, "小李", "13900000001", role);
        using var _ = cashier;
        var store = (await owner.Get("/session")).Text("store.id");
        object Form(string state) =>
            new
            {
                name = "小李",
                phone = "13900000001",
                roles = new[] { role },
                stores = new[] { store },
                state,
            };
        await owner.Put("/staff/" + id, Form("disabled"), 1);
        (await cashier.Send(HttpMethod.Get, "/session")).Code.ShouldBe("session_expired");
        (await cashier.RefusedPost("/session", new { phone = "13900000001", password = Crew.Password })).ShouldBe(
            "login_wrong"
        );
        await owner.Put("/staff/" + id, Form("active"), 2);
        (await cashier.RefusedPost("/session", new { phone = "13900000001", password = Crew.Password })).ShouldBe("ok");
    }

    [Theory, EachDatabase]
    public async Task Phones_and_numbers_are_unique_and_nobody_works_without_role_and_store(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        string[] role = [await owner.Role("cashier")];
        string[] store = [(await owner.Get("/session")).Text("store.id")!];
        (
            await owner.RefusedPost(
                "/staff",
                new
                {
                    name = "x",
                    phone = House.OwnerPhone,
                    roles = role,
                    stores = store,
                }
            )
        ).ShouldBe("staff_phone_taken");
        (
            await owner.RefusedPost(
                "/staff",
                new
                {
                    name = "x",
                    phone = "13900000001",
                    roles = role,
                    stores = store,
                    number = "001",
                }
            )
        ).ShouldBe("staff_number_taken");
        (
            await owner.RefusedPost(
                "/staff",
                new
                {
                    name = "x",
                    phone = "12",
                    roles = role,
                    stores = store,
                }
            )
        ).ShouldBe("phone_invalid");
        (
            await owner.RefusedPost(
                "/staff",
                new
                {
                    name = "x",
                    phone = "13900000001",
                    roles = Array.Empty<string>(),
                    stores = store,
                }
            )
        ).ShouldBe("role_needed");
        (
            await owner.RefusedPost(
                "/staff",
                new
                {
                    name = "x",
                    phone = "13900000001",
                    roles = role,
                    stores = Array.Empty<string>(),
                }
            )
        ).ShouldBe("staff_store_needed");
        (
            await owner.RefusedPost(
                "/staff",
                new
                {
                    name = "x",
                    phone = "13900000001",
                    roles = new[] { "77" },
                    stores = store,
                }
            )
        ).ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task The_owner_cannot_be_disabled_and_the_last_one_stays(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var me = (await owner.Get("/session")).Text("staffId")!;
        object Form(bool isOwner, string state, string name = "王店主", string phone = House.OwnerPhone) =>
            new
            {
                name,
                phone,
                roles = Array.Empty<string>(),
                stores = Array.Empty<string>(),
                isOwner,
                state,
            };
        (await owner.Send(HttpMethod.Put, "/staff/" + me, Form(true, "disabled"), version: 1)).Code.ShouldBe(
            "owner_protected"
        );
        (await owner.Send(HttpMethod.Put, "/staff/" + me, Form(false, "disabled"), version: 1)).Code.ShouldBe(
            "not_yourself"
        );
        (await owner.Send(HttpMethod.Put, "/staff/" + me, Form(false, "active"), version: 1)).Code.ShouldBe(
            "last_owner"
        );
        var second = await owner.Post(
            "/staff",
            new
            {
                name = "李合伙",
                phone = "13900000002",
                roles = Array.Empty<string>(),
                stores = Array.Empty<string>(),
                isOwner = true,
            }
        );
        var path = "/staff/" + second.Text("id");
        (await owner.Send(HttpMethod.Put, path, Form(true, "left", "李合伙", "13900000002"), version: 1)).Code.ShouldBe(
            "owner_protected"
        );
        string[] role = [await owner.Role("manager")];
        var demoted = await owner.Put(
            path,
            new
            {
                name = "李合伙",
                phone = "13900000002",
                roles = role,
                stores = Array.Empty<string>(),
            },
            1
        );
        ((bool)demoted.At("staff.isOwner")!).ShouldBeFalse();
    }

    [Theory, EachDatabase]
    public async Task A_manager_hands_out_nothing_beyond_their_own_and_does_not_touch_the_owner(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var ownerId = (await owner.Get("/session")).Text("staffId")!;
        var chief = await owner.NewRole(
            "领班",
            ["staff_edit", "roles_edit", "till_sell", "till_refund"],
            new() { ["refund_fen"] = 10_000 }
        );
        var (boss, bossId) = await house.Hire(owner, "赵领班", "13900000003", chief);
        using var _ = boss;
        var store = (await boss.Get("/session")).Text("store.id")!;

        (await boss.RefusedPost($"/staff/{ownerId}/secret", null)).ShouldBe("rights_beyond_yours");
        (await boss.RefusedPost($"/staff/{bossId}/secret", null)).ShouldBe("rights_beyond_yours");
        (
            await boss.Send(
                HttpMethod.Put,
                "/staff/" + ownerId,
                new
                {
                    name = "x",
                    phone = House.OwnerPhone,
                    roles = Array.Empty<string>(),
                    stores = Array.Empty<string>(),
                },
                version: 1
            )
        ).Code.ShouldBe("rights_beyond_yours");
        (await boss.Send(HttpMethod.Get, "/sessions?staffId=" + ownerId)).Code.ShouldBe("rights_beyond_yours");
        object Hire(string role, bool isOwner = false) =>
            new
            {
                name = "新人",
                phone = "13900000004",
                roles = new[] { role },
                stores = new[] { store },
                isOwner,
            };
        (await boss.RefusedPost("/staff", Hire(await boss.Role("manager")))).ShouldBe("rights_beyond_yours");
        (await boss.RefusedPost("/staff", Hire(chief, isOwner: true))).ShouldBe("rights_beyond_yours");
        (await boss.RefusedPost("/staff", Hire(chief))).ShouldBe("ok");

        object Role(string permission, long fen, bool allStores = false) =>
            new
            {
                name = "新角色",
                permissions = new[] { permission },
                limits = new { refund_fen = fen },
                allStores,
            };
        (await boss.RefusedPost("/roles", Role("settings_edit", 0))).ShouldBe("rights_beyond_yours");
        (await boss.RefusedPost("/roles", Role("till_refund", 10_001))).ShouldBe("rights_beyond_yours");
        (await boss.RefusedPost("/roles", Role("till_refund", 0, allStores: true))).ShouldBe("rights_beyond_yours");
        (await boss.RefusedPost("/roles", Role("till_refund", 10_000))).ShouldBe("ok");
        var manager = (await boss.Get("/roles")).AsArray().Single(r => r!.Text("code") == "manager")!;
        ((bool)manager.At("editable")!).ShouldBeFalse();
        (
            await boss.Send(HttpMethod.Put, "/roles/" + manager.Text("id"), Role("till_sell", 0), version: 1)
        ).Code.ShouldBe("rights_beyond_yours");
    }

    [Theory, EachDatabase]
    public async Task A_role_says_its_limits_in_sentences_and_a_change_counts_at_once(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var cashierRole = (await owner.Get("/roles")).AsArray().Single(r => r!.Text("code") == "cashier")!;
        cashierRole
            .At("sentences")!
            .AsArray()
            .Select(s => (string)s!)
            .ShouldBe(["可手工优惠到 9 折", "退款 200 元以内不需批准", "单笔充值 5000 元以内不需批准"]);
        var asked = await owner.Post(
            "/roles/explain",
            new
            {
                name = "x",
                permissions = new[] { "till_discount", "till_refund" },
                limits = new { manual_discount_bp = 1_500 },
            }
        );
        asked.At("sentences")!.AsArray().Select(s => (string)s!).ShouldBe(["可手工优惠到 8.5 折", "每笔退款都要批准"]);
        (
            await owner.RefusedPost(
                "/roles",
                new
                {
                    name = "x",
                    permissions = Array.Empty<string>(),
                    limits = new { manual_discount_bp = 10_001 },
                }
            )
        ).ShouldBe("limit_out_of_range");

        var (cashier, _) = await house.Hire(owner, "小李", "13900000001", cashierRole.Text("id")!);
        using var mine = cashier;
        (await cashier.Get("/session"))
            .At("permissions")!
            .AsArray()
            .Select(p => (string)p!)
            .ShouldNotContain("audit_view");
        await owner.Put(
            "/roles/" + cashierRole.Text("id"),
            new
            {
                name = "收银员",
                permissions = new[] { "audit_view" },
                limits = new { },
            },
            1
        );
        (await cashier.Get("/session")).At("permissions")!.AsArray().Select(p => (string)p!).ShouldBe(["audit_view"]);
        var groups = await owner.Get("/permissions");
        groups.At("groups")!.Codes("name").ShouldContain("门店与员工");
        groups.At("groups")!.Codes("code").ShouldNotContain("other");
    }
}
