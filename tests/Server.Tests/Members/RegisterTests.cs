using System.Text;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Members;

public sealed class RegisterTests
{
    [Theory, EachDatabase]
    public async Task A_phone_is_enough_and_a_repeat_of_the_same_request_makes_no_second_member(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var cashier = await house.As("cashier");
        var first = await cashier.Send(HttpMethod.Post, "/members", new { phone = "138 1234 1234" }, key: "register-1");
        var again = await cashier.Send(HttpMethod.Post, "/members", new { phone = "138 1234 1234" }, key: "register-1");
        first.Json.Text("name").ShouldBe("会员1234");
        first.Json.Text("phone").ShouldBe("138****1234");
        first.Json.Long("number").ShouldBe(10_001);
        again.Bytes.ShouldBe(first.Bytes);
        (await cashier.Get("/members")).Long("total").ShouldBe(1);

        var member = await cashier.Get("/members/" + first.Json.Text("id"));
        member.Text("source").ShouldBe("till");
        member.Text("sourceStore.name").ShouldBe("啡常时光");
        member.Text("sourceStaff.name").ShouldBe("测试cashier");
        member.Text("timeline.0.action").ShouldBe("member.registered");
    }

    [Theory, EachDatabase]
    public async Task A_phone_that_is_taken_names_the_member_who_has_it(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var first = await owner.Post("/members", new { phone = "13812341234", name = "张三" });
        var second = await owner.Send(HttpMethod.Post, "/members", new { phone = "+86 138-1234-1234", name = "李四" });
        (second.Status, second.Code).ShouldBe((409, "phone_taken"));
        second.Json.Text("args.memberId").ShouldBe(first.Text("id"));
        second.Json.Text("args.name").ShouldBe("张三");
        second.Json.Text("args.phone").ShouldBe("138****1234");
    }

    [Theory, EachDatabase]
    public async Task Of_many_registrations_of_one_phone_at_once_one_wins_and_the_others_are_refused(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => owner.Send(HttpMethod.Post, "/members", new { phone = "13912340000", name = "客" + i }))
        );
        answers.Count(a => a.Ok).ShouldBe(1);
        answers.Where(a => !a.Ok).ShouldAllBe(a => a.Status == 409 && a.Code == "phone_taken");
        (await owner.Get("/members")).Long("total").ShouldBe(1);
        (await owner.Get("/members/find?q=0000")).At("items")!.AsArray().Count.ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_is_said_and_nothing_is_written(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        (await owner.RefusedPost("/members", new { phone = "1381234" })).ShouldBe("member_phone_invalid");
        (
            await owner.RefusedPost(
                "/members",
                new
                {
                    phone = "13812341234",
                    birthday = new
                    {
                        kind = "solar",
                        month = 2,
                        day = 30,
                    },
                }
            )
        ).ShouldBe("birthday_invalid");
        (
            await owner.RefusedPost(
                "/members",
                new
                {
                    phone = "13812341234",
                    birthday = new
                    {
                        kind = "solar",
                        month = 2,
                        day = 29,
                        year = 2001,
                    },
                }
            )
        ).ShouldBe("birthday_invalid");
        (await owner.RefusedPost("/members", new { phone = "13812341234", cardNumber = "8800000013" })).ShouldBe(
            "card_unknown"
        );
        (
            await owner.Send(HttpMethod.Post, "/members", new { phone = "13812341234", source = "import" })
        ).Status.ShouldBe(400);
        (await owner.Get("/members")).Long("total").ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_is_refused(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var stock = await house.As("stock");
        using var auditor = await house.As("auditor");
        using var cashier = await house.As("cashier");
        using var guest = house.Guest();
        var id = (await owner.Post("/members", new { phone = "13812341234" })).Text("id");
        (await guest.RefusedPost("/members", new { phone = "13812340000" })).ShouldBe("session_expired");
        (await auditor.RefusedPost("/members", new { phone = "13812340000" })).ShouldBe("permission_missing");
        foreach (
            var path in new[]
            {
                "/members",
                "/members/find?q=1234",
                "/members/" + id,
                "/members/tags",
                "/members/fields",
            }
        )
            (await stock.Send(HttpMethod.Get, path)).Code.ShouldBe("permission_missing");
        foreach (
            var path in new[] { "/members/merges", $"/members/{id}/merge-preview?from={id}", "/cards", "/cards/rule" }
        )
            (await cashier.Send(HttpMethod.Get, path)).Code.ShouldBe("permission_missing");
        (await cashier.RefusedPost($"/members/{id}/merge", new { fromId = id, reason = "重复登记" })).ShouldBe(
            "permission_missing"
        );
        (await cashier.RefusedPost($"/members/{id}/freeze", new { reason = "test" })).ShouldBe("permission_missing");
        (await cashier.RefusedPost($"/members/{id}/unfreeze", new { reason = "test" })).ShouldBe("permission_missing");
        (await cashier.RefusedPost($"/members/{id}/phone/reveal", new { reason = "回访" })).ShouldBe(
            "permission_missing"
        );
        (await cashier.RefusedPost("/cards", new { kind = "barcode", count = 1 })).ShouldBe("permission_missing");
        (await cashier.RefusedPost("/cards/1/change", new { change = "freeze", reason = "test" })).ShouldBe(
            "permission_missing"
        );
        (await cashier.RefusedPost("/cards/1/replace", new { newNumber = "12345678" })).ShouldBe("permission_missing");
        (await cashier.RefusedPost("/members/tags", new { name = "熟客" })).ShouldBe("permission_missing");
        (await cashier.RefusedPost("/members/tags/1/attach", new { memberIds = new[] { id } })).ShouldBe(
            "permission_missing"
        );
        (await cashier.RefusedPost("/members/tags/1/detach", new { memberIds = new[] { id } })).ShouldBe(
            "permission_missing"
        );
        (await cashier.Send(HttpMethod.Delete, "/members/tags/1")).Code.ShouldBe("permission_missing");
        (await cashier.RefusedPost("/members/fields", new { name = "肤质", kind = "text" })).ShouldBe(
            "permission_missing"
        );
        (await cashier.Send(HttpMethod.Put, "/members/" + id, new { }, version: 1)).Code.ShouldBe("permission_missing");
        (await cashier.Send(HttpMethod.Put, "/members/fields/1", new { }, version: 1)).Code.ShouldBe(
            "permission_missing"
        );
        (await cashier.Send(HttpMethod.Put, "/members/tags/1", new { }, version: 1)).Code.ShouldBe(
            "permission_missing"
        );
        (await cashier.Send(HttpMethod.Put, "/cards/rule", new { }, version: 1)).Code.ShouldBe("permission_missing");
        (await auditor.RefusedPost($"/members/{id}/cards", new { number = "12345678" })).ShouldBe("permission_missing");
        (
            await auditor.RefusedPost(
                $"/members/{id}/consents",
                new
                {
                    purpose = "marketing",
                    granted = true,
                    textVersion = "1",
                }
            )
        ).ShouldBe("permission_missing");
        (await auditor.RefusedPost("/cards/1/loss", new { })).ShouldBe("permission_missing");
        (await stock.RefusedPost("/members/identify", new { code = "800001000112345678" })).ShouldBe(
            "permission_missing"
        );
    }

    [Fact]
    public async Task The_phone_is_nowhere_in_the_files_of_the_shop()
    {
        await using var house = await House.WithShop(Engine.Sqlite);
        using var owner = await house.Owner();
        var id = (await owner.Post("/members", new { phone = "13765432198", name = "张三" })).Text("id");
        (await owner.Post($"/members/{id}/phone/reveal", new { reason = "回访" }))
            .Text("phone")
            .ShouldBe("13765432198");
        await owner.RefusedPost("/members", new { phone = "13765432198" });
        await owner.Put(
            "/members/" + id,
            Profile.Of("张三") with
            {
                NewPhone = "13698765432",
                Email = "zhang@example.cn",
                Address = "幸福路 88 号",
            },
            version: 1
        );
        await owner.Get("/members/find?q=13698765432");
        await house.DeliverFacts();

        foreach (
            var file in Directory
                .GetFiles(house.DataFolder, "shuke.db*")
                .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
        )
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            var bytes = memory.ToArray();
            foreach (var secret in new[] { "13765432198", "13698765432", "zhang@example.cn", "幸福路 88 号" })
                bytes
                    .AsSpan()
                    .IndexOf(Encoding.UTF8.GetBytes(secret))
                    .ShouldBe(-1, $"{secret} in {Path.GetFileName(file)}");
        }
    }
}
