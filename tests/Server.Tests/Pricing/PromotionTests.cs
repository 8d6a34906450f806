using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Pricing;

/// <summary>Promotions over HTTP: versions, approval, stop, what counted when, limits, the try-out and the calendar.</summary>
public sealed class PromotionTests
{
    private static JsonObject Reduction(long atLeast = 10_000, long off = 2_000) =>
        new()
        {
            ["kind"] = "full_reduction",
            ["goods"] = new JsonObject(),
            ["steps"] = new JsonArray(new JsonObject { ["atLeast"] = atLeast, ["off"] = off }),
        };

    private static JsonObject Share(int price) =>
        new()
        {
            ["kind"] = "limited_discount",
            ["goods"] = new JsonObject(),
            ["price"] = price,
        };

    private static string Form(House house, string name, JsonObject args, object? more = null)
    {
        var form = new JsonObject
        {
            ["name"] = name,
            ["args"] = args,
            ["validFrom"] = house.Clock.GetUtcNow().AddHours(-1).ToString("O"),
        };
        if (more is not null)
            foreach (var (key, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
                form[key] = value?.DeepClone();
        return form.ToJsonString();
    }

    private static Task<Answer> Save(Client client, string form) => client.Send(HttpMethod.Post, "/promotions", form);

    private static async Task<string> Approved(
        House house,
        Client owner,
        string name,
        JsonObject args,
        object? more = null
    )
    {
        var id = (await Save(owner, Form(house, name, args, more)).ShouldSucceed()).Text("id")!;
        await owner.Post($"/promotions/{id}/approve", new { });
        return id;
    }

    [Theory, EachDatabase]
    public async Task A_promotion_is_written_handed_in_approved_changed_and_stopped_and_its_past_can_be_asked(
        Engine engine
    )
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var marketer = await house.As("marketer");
        using var cashier = await house.As("cashier");
        var added = await Save(marketer, Form(house, "满100减20", Reduction())).ShouldSucceed();
        var id = added.Text("id")!;
        (added.Text("state"), added.Text("phase")).ShouldBe(("draft", "not_approved"));
        added.Text("says")!.ShouldContain("满 100.00 元减 20.00 元");
        (await marketer.RefusedPost($"/promotions/{id}/approve", new { })).ShouldBe("permission_missing");
        (await Save(cashier, Form(house, "x", Reduction()))).Code.ShouldBe("permission_missing");
        (await marketer.Post($"/promotions/{id}/submit")).Text("state").ShouldBe("waiting");
        (await marketer.RefusedPost($"/promotions/{id}/submit", null)).ShouldBe("promotion_not_draft");
        var approved = await owner.Post($"/promotions/{id}/approve", new { });
        (approved.Text("state"), approved.Text("phase")).ShouldBe(("active", "running"));
        (await owner.RefusedPost($"/promotions/{id}/approve", new { })).ShouldBe("promotion_already_approved");
        var first = house.Clock.GetUtcNow();

        house.Clock.Advance(TimeSpan.FromMinutes(10));
        var changed = await owner
            .Send(
                HttpMethod.Put,
                $"/promotions/{id}",
                Form(house, "满100减30", Reduction(off: 3_000)),
                version: approved.Long("version")
            )
            .ShouldSucceed();
        // The new version waits for its own approval; the old one still counts.
        (changed.Long("no"), changed.Long("runningNo")).ShouldBe((2, 1));
        (
            await owner.Send(HttpMethod.Put, $"/promotions/{id}", Form(house, "x", Reduction()), version: 1)
        ).Code.ShouldBe("stale_version");
        (await owner.Post($"/promotions/{id}/approve", new { })).Long("runningNo").ShouldBe(2);
        var second = house.Clock.GetUtcNow();
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await owner.Post($"/promotions/{id}/stop", new { reason = "库存不足" });
        (await owner.RefusedPost($"/promotions/{id}/stop", new { reason = "库存不足" })).ShouldBe(
            "promotion_already_stopped"
        );
        var third = house.Clock.GetUtcNow();

        async Task<string[]> At(DateTimeOffset moment) =>
            (await owner.Post("/promotions/at", new { at = moment.ToString("O") }))
                .AsArray()
                .Select(c => c!.Text("name")!)
                .ToArray();
        (await At(first.AddMinutes(-30))).ShouldBeEmpty();
        (await At(first)).ShouldBe(["满100减20"]);
        (await At(second)).ShouldBe(["满100减30"]);
        (await At(third)).ShouldBeEmpty();
        var history = (await owner.Get($"/promotions/{id}/history")).AsArray();
        history.Select(v => v!.At("runs")!.AsArray().Count).ShouldBe([1, 1]);
        (await owner.Get("/promotions?state=stopped&kind=full_reduction")).Long("total").ShouldBe(1);
        var copy = await owner.Post(
            $"/promotions/{id}/copy",
            new { name = "明年的满减", validFrom = third.AddYears(1).ToString("O") }
        );
        (copy.Text("state"), copy.Text("form.args.kind")).ShouldBe(("draft", "full_reduction"));
        await using var read = await house.Db.Read(await house.Merchant());
        (await PricingPublic.Promotions(read)).Promotions.ShouldBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task What_could_not_be_meant_is_refused_and_what_gives_all_away_needs_the_owner(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var manager = await house.As("manager");
        (await Save(owner, Form(house, "x", Share(10_500)))).Code.ShouldBe("promotion_rate_wrong");
        (
            await Save(
                owner,
                Form(house, "x", Share(8_000), new { validTo = house.Clock.GetUtcNow().AddDays(-1).ToString("O") })
            )
        ).Code.ShouldBe("promotion_ends_before_start");
        object never = new
        {
            all = new object[]
            {
                new
                {
                    field = "cart_amount",
                    op = "at_least",
                    number = 20_000,
                },
                new
                {
                    field = "cart_amount",
                    op = "below",
                    number = 10_000,
                },
            },
        };
        (await Save(owner, Form(house, "x", Share(8_000), new { where = never }))).Code.ShouldBe(
            "condition_never_true"
        );
        var explained = await owner
            .Send(HttpMethod.Post, "/promotions/explain", Form(house, "x", Share(10_500)))
            .ShouldSucceed();
        explained.Text("wrong").ShouldNotBeNull();
        explained.Text("wrongCode").ShouldBe("promotion_rate_wrong");

        // 100 % off with no limit.
        var free = (await Save(manager, Form(house, "全场免单", Share(0))).ShouldSucceed()).Text("id")!;
        (await manager.RefusedPost($"/promotions/{free}/approve", new { ownerConfirms = true })).ShouldBe(
            "promotion_owner_must_confirm"
        );
        (await owner.RefusedPost($"/promotions/{free}/approve", new { })).ShouldBe("promotion_owner_must_confirm");
        await owner.Post($"/promotions/{free}/approve", new { ownerConfirms = true });
        await owner.Post($"/promotions/{free}/stop", new { reason = "只是试试" });
        var late = await Save(
                owner,
                Form(
                    house,
                    "已过期",
                    Share(8_000),
                    new { validTo = house.Clock.GetUtcNow().AddMinutes(-5).ToString("O") }
                )
            )
            .ShouldSucceed();
        (await owner.RefusedPost($"/promotions/{late.Text("id")}/approve", new { })).ShouldBe("promotion_already_over");

        // A bundle cheaper than cost, where the shop sells nothing below cost.
        var product = (
            await owner.Post(
                "/goods",
                new
                {
                    name = "冷萃",
                    price = 2_000,
                    cost = 1_500,
                }
            )
        ).Text("id");
        var bundle = new JsonObject
        {
            ["kind"] = "fixed_bundle",
            ["goods"] = new JsonObject { ["products"] = new JsonArray(product) },
            ["pieces"] = 3,
            ["price"] = 4_000,
        };
        (await Save(owner, Form(house, "三件40", (JsonObject)bundle.DeepClone()))).Code.ShouldBe("ok");
        await owner.Put("/settings/pricing", new { costGuard = true }, 0);
        (await Save(owner, Form(house, "三件40", bundle))).Code.ShouldBe("promotion_below_cost");
    }

    [Theory, EachDatabase]
    public async Task The_compiled_set_follows_approvals_and_the_clock(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var merchant = await house.Merchant();
        async Task<int> Counting()
        {
            await using var read = await house.Db.Read(merchant);
            return (await PricingPublic.Promotions(read)).Promotions.Count();
        }
        (await Counting()).ShouldBe(0);
        var begins = house.Clock.GetUtcNow().AddMinutes(20);
        await Approved(
            house,
            owner,
            "晚些开始",
            Share(9_000),
            new { validFrom = begins.ToString("O"), validTo = begins.AddMinutes(20).ToString("O") }
        );
        (await Counting()).ShouldBe(0);
        house.Clock.Advance(TimeSpan.FromMinutes(21));
        (await Counting()).ShouldBe(1);
        var id = await Approved(house, owner, "马上", Share(8_000));
        (await Counting()).ShouldBe(2);
        await owner.Post($"/promotions/{id}/stop", new { reason = "停一下" });
        (await Counting()).ShouldBe(1);
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        (await Counting()).ShouldBe(0);
    }

    [Theory, EachDatabase]
    public async Task A_draft_is_tried_on_a_basket_and_the_calendar_warns_of_what_adds_up(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var latte = (await owner.Post("/goods", new { name = "特调拿铁", price = 10_000 })).Text("id");
        object[] lines =
        [
            new
            {
                lineNo = 1,
                productId = latte,
                quantity = 2_000,
            },
        ];
        var draft = JsonNode.Parse(Form(house, "八折", Share(8_000)));
        var tried = await owner
            .Send(
                HttpMethod.Post,
                "/promotions/try",
                new JsonObject { ["lines"] = JsonNode.Parse(Json.Text(lines)), ["draft"] = draft }.ToJsonString()
            )
            .ShouldSucceed();
        (tried.Long("original"), tried.Long("payable")).ShouldBe((20_000, 16_000));
        ((bool)tried.At("lines.0.discounts.0.isDraft")!).ShouldBeTrue();
        tried.Text("lines.0.discounts.0.explanation")!.ShouldContain("20%");
        (
            await owner.RefusedPost(
                "/promotions/try",
                new
                {
                    lines = new object[]
                    {
                        new
                        {
                            lineNo = 1,
                            productId = "99",
                            quantity = 1_000,
                        },
                    },
                }
            )
        ).ShouldBe("not_found");
        // Nothing was written.
        (await owner.Get("/promotions"))
            .Long("total")
            .ShouldBe(0);

        var share = await Approved(house, owner, "八折", Share(8_000));
        var reduction = await Approved(house, owner, "满100减50", Reduction(off: 5_000));
        await Approved(house, owner, "甲", Share(9_000), new { group = "A" });
        await Approved(house, owner, "乙", Share(9_500), new { group = "A" });
        var calendar = await owner.Post("/promotions/calendar", new { from = "2026-11-01", to = "2026-11-30" });
        calendar.At("bars")!.AsArray().Count.ShouldBe(4);
        var overlap = calendar
            .At("overlaps")!
            .AsArray()
            .Single(o =>
                (o!.Text("a"), o!.Text("b")) == (share, reduction) || (o!.Text("a"), o!.Text("b")) == (reduction, share)
            )!;
        // Two lattes: 200 less 20 % is 160; less 50 is 110 of 200.
        overlap.Long("payBp").ShouldBeLessThanOrEqualTo(5_500);
        overlap.Text("says")!.ShouldContain("会叠加");
        calendar.At("overlaps")!.AsArray().Count(o => (bool)o!.At("excludes")!).ShouldBe(1);
        (await owner.RefusedPost("/promotions/calendar", new { from = "2026-11-30", to = "2026-11-01" })).ShouldBe(
            "promotion_ends_before_start"
        );
        (await owner.RefusedPost("/promotions/calendar", new { from = "2026-01-01", to = "2028-11-01" })).ShouldBe(
            "promotion_calendar_too_long"
        );
        (await owner.Get("/promotions/form")).At("kinds")!.AsArray().Count.ShouldBeGreaterThan(20);
    }
}
