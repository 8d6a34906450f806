using System.Text;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Org;

public sealed class AuditTests
{
    [Theory, EachDatabase]
    public async Task The_log_tells_who_changed_what_from_what_to_what_and_can_be_asked(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner.Put("/settings/shop", new { name = "啡常好时光" }, 1);
        await owner.Post("/stores", new { code = "02", name = "城北店" });
        var renamed = (await owner.Get("/audit?action=settings.&subjectId=shop")).At("items.0")!;
        (renamed.Text("who"), renamed.Text("before.name"), renamed.Text("after.name")).ShouldBe(
            ("王店主", "啡常时光", "啡常好时光")
        );

        var all = await owner.Get("/audit");
        all.At("items")!
            .Codes("action")
            .ShouldBe(["store.created", "settings.changed", "session.opened", "shop.opened"]);
        var page = await owner.Get("/audit?limit=3");
        (page.Long("total"), page.At("items")!.AsArray().Count).ShouldBe((4, 3));
        (await owner.Get("/audit?limit=3&after=" + page.Text("next")))
            .At("items")!
            .Codes("action")
            .ShouldBe(["shop.opened"]);
        (await owner.Get("/audit?from=2026-11-22&to=2026-11-22")).Long("total").ShouldBe(4);
        (await owner.Get("/audit?from=2026-11-23")).Long("total").ShouldBe(0);
        (await owner.Get("/audit?subjectKind=store&staff=" + renamed.Text("staffId"))).Long("total").ShouldBe(1);

        await using var read = await house.Db.Read(await house.Merchant());
        (await AuditLog.Verify(read)).FirstWrong.ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task An_export_is_itself_on_the_log_and_phones_are_masked_in_it(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var (cashier, _) = await house.Hire(owner, "=小李", "13900000001", await owner.Role("cashier"));
        using var mine = cashier;
        var file = await owner.Send(HttpMethod.Post, "/audit/export", new { action = "staff." });
        (file.Status, file.ContentType).ShouldBe((200, "text/csv"));
        var text = Encoding.UTF8.GetString(file.Bytes);
        text.ShouldContain("staff.created");
        text.ShouldContain("139****0001");
        text.ShouldNotContain("13900000001");
        text.ShouldContain("'=小李");
        (await owner.Get("/audit?limit=1")).Text("items.0.action").ShouldBe("audit.exported");
        (await cashier.Send(HttpMethod.Post, "/audit/export", new { })).Code.ShouldBe("permission_missing");
    }
}
