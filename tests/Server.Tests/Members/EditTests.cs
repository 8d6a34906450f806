using System.Text.Json.Nodes;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Members;

public sealed class EditTests
{
    [Theory, EachDatabase]
    public async Task An_edit_changes_the_profile_once_and_an_old_version_is_refused(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var cashier = await house.As("cashier");
        var id = (await owner.Post("/members", new { phone = "13812341234" })).Text("id");
        var edit = Profile.Of("张三") with
        {
            Gender = "female",
            Birthday = new
            {
                kind = "lunar",
                month = 8,
                day = 15,
            },
            Email = "zs@example.cn",
            Address = "幸福路 8 号",
            Notes = "不吃香菜",
        };
        (await owner.Put("/members/" + id, edit, version: 1)).Long("version").ShouldBe(2);
        (await owner.Send(HttpMethod.Put, "/members/" + id, edit, version: 1)).Code.ShouldBe("stale_version");
        (await owner.Send(HttpMethod.Put, "/members/" + id, edit)).Code.ShouldBe("if_match_missing");

        var member = await owner.Get("/members/" + id);
        (member.Text("name"), member.Text("gender"), member.Text("notes")).ShouldBe(("张三", "female", "不吃香菜"));
        (member.Text("birthdayWords"), member.Text("email"), member.Long("version")).ShouldBe(
            ("八月十五", "zs@example.cn", 2)
        );
        // 中秋 2027 falls on 15 September; the shop's clock stands in November 2026.
        member.Text("nextBirthday").ShouldBe("2027-09-15");

        var seen = await cashier.Get("/members/" + id);
        (seen.Text("email"), seen.Text("address")).ShouldBe((null, null));
        seen["hasEmail"]!.GetValue<bool>().ShouldBeTrue();
        seen.Text("phone").ShouldBe("138****1234");
    }

    [Theory, EachDatabase]
    public async Task A_new_phone_is_found_the_old_one_is_free_and_a_taken_one_is_refused(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var id = (await owner.Post("/members", new { phone = "13812341234", name = "张三" })).Text("id");
        await owner.Post("/members", new { phone = "13900005678", name = "李四" });
        var taken = await owner.Send(
            HttpMethod.Put,
            "/members/" + id,
            Profile.Of("张三") with
            {
                NewPhone = "13900005678",
            },
            version: 1
        );
        taken.Code.ShouldBe("phone_taken");
        (await Found(owner, "13812341234")).ShouldBe(["张三"]);

        await owner.Put("/members/" + id, Profile.Of("张三") with { NewPhone = "15099990000" }, version: 1);
        (await Found(owner, "13812341234")).ShouldBeEmpty();
        (await Found(owner, "15099990000")).ShouldBe(["张三"]);
        (await owner.Post("/members", new { phone = "13812341234", name = "王五" })).Long("number").ShouldBe(10_003);
    }

    [Theory, EachDatabase]
    public async Task The_full_phone_is_shown_with_a_reason_and_the_look_is_on_the_record(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var id = (await owner.Post("/members", new { phone = "13812341234" })).Text("id");
        (await owner.Send(HttpMethod.Post, $"/members/{id}/phone/reveal", new { reason = "" })).Status.ShouldBe(400);
        (await owner.Post($"/members/{id}/phone/reveal", new { reason = "电话回访" }))
            .Text("phone")
            .ShouldBe("13812341234");
        var moment = (await owner.Get("/members/" + id)).At("timeline.0")!;
        (moment.Text("action"), moment.Text("reason"), moment.Text("who")).ShouldBe(
            ("member.phone_revealed", "电话回访", "王店主")
        );
        (await owner.RefusedPost("/members/1/phone/reveal", new { reason = "电话回访" })).ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task A_frozen_member_is_found_as_frozen_and_takes_no_card(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var id = (await owner.Post("/members", new { phone = "13812341234", name = "张三" })).Text("id");
        await owner.Post("/cards", new { kind = "barcode", numbers = new[] { "66000001" } });
        (await owner.RefusedPost($"/members/{id}/unfreeze", new { reason = "误会" })).ShouldBe("member_not_frozen");
        (await owner.Post($"/members/{id}/freeze", new { reason = "盗刷" })).Text("state").ShouldBe("frozen");
        (await owner.RefusedPost($"/members/{id}/freeze", new { reason = "盗刷" })).ShouldBe("member_frozen");
        (await owner.Get("/members/find?q=1234")).Text("items.0.state").ShouldBe("frozen");
        (await owner.RefusedPost($"/members/{id}/cards", new { number = "66000001" })).ShouldBe("member_frozen");
        (await owner.Post($"/members/{id}/unfreeze", new { reason = "核实" })).Text("state").ShouldBe("active");
        await owner.Post($"/members/{id}/cards", new { number = "66000001" });
    }

    [Theory, EachDatabase]
    public async Task Own_fields_take_their_kind_of_value_and_the_required_ones_must_be_there_at_the_till(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var skin = await owner.Post(
            "/members/fields",
            new
            {
                name = "肤质",
                kind = "choice",
                choices = new[] { "干性", "油性", "油性" },
                requiredAtTill = true,
            }
        );
        skin.At("choices")!.AsArray().Count.ShouldBe(2);
        (await owner.RefusedPost("/members/fields", new { name = "肤质", kind = "text" })).ShouldBe("field_name_taken");
        (
            await owner.RefusedPost(
                "/members/fields",
                new
                {
                    name = "杯型",
                    kind = "choice",
                    choices = new[] { "大" },
                }
            )
        ).ShouldBe("field_choices_missing");

        (await owner.RefusedPost("/members", new { phone = "13812341234" })).ShouldBe("field_required");
        (await owner.RefusedPost("/members", new { phone = "13812341234", fields = Values(skin, "中性") })).ShouldBe(
            "field_invalid"
        );
        (
            await owner.RefusedPost(
                "/members",
                new { phone = "13812341234", fields = new[] { new { id = "1", value = "x" } } }
            )
        ).ShouldBe("field_unknown");
        var id = (await owner.Post("/members", new { phone = "13812341234", fields = Values(skin, "油性") })).Text(
            "id"
        );
        (await owner.Get("/members/" + id)).Text("fields.0.value").ShouldBe("油性");
        await owner.Put("/members/" + id, Profile.Of("张三") with { Fields = Values(skin, "") }, version: 1);
        (await owner.Get("/members/" + id)).Text("fields.0.value").ShouldBe("");

        var edited = new
        {
            name = "皮肤",
            choices = new[] { "干性", "油性", "混合" },
            requiredAtTill = false,
            position = 3,
            active = false,
        };
        (await owner.Put("/members/fields/" + skin.Text("id"), edited, version: 1)).Text("name").ShouldBe("皮肤");
        (await owner.Send(HttpMethod.Put, "/members/fields/" + skin.Text("id"), edited, version: 1)).Code.ShouldBe(
            "stale_version"
        );
        (await owner.RefusedPost("/members", new { phone = "13812340000", fields = Values(skin, "混合") })).ShouldBe(
            "field_unknown"
        );
    }

    [Theory, EachDatabase]
    public async Task Tags_are_made_put_on_many_members_filtered_by_and_taken_away(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var a = (await owner.Post("/members", new { phone = "13812340001" })).Text("id");
        var b = (await owner.Post("/members", new { phone = "13812340002" })).Text("id");
        var tag = (await owner.Post("/members/tags", new { name = "熟客", color = "teal" })).Text("id");
        (await owner.RefusedPost("/members/tags", new { name = "熟客" })).ShouldBe("tag_name_taken");
        (await owner.Post($"/members/tags/{tag}/attach", new { memberIds = new[] { a, b } }))
            .Long("changed")
            .ShouldBe(2);
        (await owner.Post($"/members/tags/{tag}/attach", new { memberIds = new[] { a, b } }))
            .Long("changed")
            .ShouldBe(0);
        (await owner.Post($"/members/tags/{tag}/detach", new { memberIds = new[] { b } })).Long("changed").ShouldBe(1);
        var list = await owner.Get("/members?tag=" + tag);
        (list.Long("total"), list.Text("items.0.id"), list.Text("items.0.tags.0.name")).ShouldBe((1, a, "熟客"));
        (await owner.Put("/members/tags/" + tag, new { name = "老熟客", color = "red" }, version: 1))
            .Text("name")
            .ShouldBe("老熟客");
        (await owner.Get("/members/tags")).Long("items.0.members").ShouldBe(1);
        await owner.Delete("/members/tags/" + tag);
        (await owner.Get("/members/" + a)).At("tags")!.AsArray().ShouldBeEmpty();
        (await owner.RefusedPost($"/members/tags/{tag}/attach", new { memberIds = new[] { a } })).ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task Consent_is_kept_with_its_text_and_can_be_taken_back(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var consents = new[]
        {
            new { purpose = "membership", textVersion = "2026-01" },
            new { purpose = "marketing", textVersion = "2026-01" },
        };
        var id = (await owner.Post("/members", new { phone = "13812341234", consents })).Text("id");
        await owner.Post(
            $"/members/{id}/consents",
            new
            {
                purpose = "marketing",
                granted = false,
                textVersion = "2026-01",
            }
        );
        var kept = (await owner.Get("/members/" + id)).At("consents")!.AsArray();
        kept.Select(c => $"{c!.Text("purpose")} {c!["granted"]!.GetValue<bool>()} {c!.Text("channel")}")
            .ShouldBe(["marketing False console", "marketing True till", "membership True till"]);
    }

    [Theory, EachDatabase]
    public async Task The_list_goes_on_page_by_page_filters_and_counts_truly(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        for (var i = 1; i <= 7; i++)
            await owner.Post(
                "/members",
                new
                {
                    phone = $"1381234000{i}",
                    name = "客" + i,
                    birthday = new
                    {
                        kind = "solar",
                        month = i % 2 + 1,
                        day = 5,
                    },
                }
            );
        var names = new List<string?>();
        for (string? after = ""; after is not null; )
        {
            var page = await owner.Get("/members?limit=3&after=" + Uri.EscapeDataString(after));
            page.Long("total").ShouldBe(7);
            names.AddRange(page.At("items")!.AsArray().Select(i => i!.Text("name")));
            after = page.Text("next");
        }
        names.ShouldBe(["客7", "客6", "客5", "客4", "客3", "客2", "客1"]);
        (await owner.Get("/members?birthdayMonth=2")).Long("total").ShouldBe(4);
        (await owner.Get("/members?joinedFrom=2026-11-22&joinedTo=2026-11-22")).Long("total").ShouldBe(7);
        (await owner.Get("/members?joinedFrom=2026-11-23")).Long("total").ShouldBe(0);
        (await owner.Get("/members?joinedTo=2026-11-21")).Long("total").ShouldBe(0);
        (await owner.Get("/members?state=frozen")).Long("total").ShouldBe(0);
        var store = (await owner.Get("/session")).Text("store.id");
        (await owner.Get("/members?store=" + store)).Long("total").ShouldBe(7);
        (await owner.Get("/members?store=1")).Long("total").ShouldBe(0);
        (await owner.Send(HttpMethod.Get, "/members?birthdayMonth=13")).Status.ShouldBe(400);
        (await owner.Send(HttpMethod.Get, "/members?state=lost")).Status.ShouldBe(404);
    }

    private static object[] Values(JsonNode field, string value) => [new { id = field.Text("id"), value }];

    private static async Task<IReadOnlyList<string?>> Found(Client client, string typed) =>
        (await client.Get("/members/find?q=" + typed)).At("items")!.AsArray().Select(i => i!.Text("name")).ToList();
}
