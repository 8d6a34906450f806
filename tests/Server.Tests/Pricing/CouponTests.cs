using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Shuke.Core.Coupons;
using Shuke.Core.Pricing.Promotions;
using Shuke.Server.Modules.Org;
using Shuke.Server.Modules.Pricing;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Pricing;

/// <summary>Coupons over HTTP: templates, ways in, codes, pages, gifts, packs, and their life between checkout and refund.</summary>
public sealed class CouponTests
{
    private static object Terms(string kind = "cash_off", long amount = 1_000, object? more = null)
    {
        var terms = new JsonObject
        {
            ["kind"] = kind,
            ["amount"] = amount,
            ["validity"] = new JsonObject { ["kind"] = "days", ["days"] = 7 },
        };
        if (more is not null)
            foreach (var (key, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
                terms[key] = value?.DeepClone();
        return terms;
    }

    private static string Form(string name, object terms, long? stock = null, long? perMember = null) =>
        new JsonObject
        {
            ["name"] = name,
            ["terms"] = ((JsonNode)terms).DeepClone(),
            ["stock"] = stock,
            ["perMember"] = perMember,
        }.ToJsonString();

    private static async Task<string> Template(
        Client client,
        string name = "减10元券",
        object? terms = null,
        long? stock = null,
        long? perMember = null
    )
    {
        var made = await client
            .Send(HttpMethod.Post, "/coupons/templates", Form(name, terms ?? Terms(), stock, perMember))
            .ShouldSucceed();
        var id = made.Text("id")!;
        await client.Post($"/coupons/templates/{id}/state", new { state = "active" });
        return id;
    }

    private static async Task<string> Member(Client client, string phone) =>
        (await client.Post("/members", new { phone, name = "" })).Text("id")!;

    private static async Task<string> Give(Client client, string template, string member) =>
        (
            await client.Post(
                $"/coupons/templates/{template}/give",
                new { members = new[] { member }, reason = "补偿" }
            )
        ).Text("coupons.0.id")!;

    [Theory, EachDatabase]
    public async Task New_terms_count_for_new_coupons_and_old_ones_keep_theirs(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        (
            await owner.Send(
                HttpMethod.Post,
                "/coupons/templates",
                Form("坏券", Terms("threshold_off", 2_000, new { minSpend = 2_000 }))
            )
        ).Code.ShouldBe("coupon_threshold_below_amount");
        var id = await Template(owner);
        var member = await Member(owner, "13900001111");
        var first = await Give(owner, id, member);

        var before = await owner.Get($"/coupons/templates/{id}");
        before.Text("says").ShouldBe("减 10.00 元;领取后 7 天内有效");
        var changed = await owner
            .Send(
                HttpMethod.Put,
                $"/coupons/templates/{id}",
                Form("减12元券", Terms(amount: 1_200)),
                version: before.Long("version")
            )
            .ShouldSucceed();
        changed.Long("termsNo").ShouldBe(2);
        (await owner.Send(HttpMethod.Put, $"/coupons/templates/{id}", Form("x", Terms()), version: 1)).Code.ShouldBe(
            "stale_version"
        );
        (
            await owner.Send(
                HttpMethod.Put,
                $"/coupons/templates/{id}",
                Form("x", Terms("parking")),
                version: changed.Long("version")
            )
        ).Code.ShouldBe("coupon_kind_fixed");
        var second = await Give(owner, id, member);
        (await owner.Get($"/coupons/{first}")).Text("coupon.says")!.ShouldStartWith("减 10.00 元");
        (await owner.Get($"/coupons/{second}")).Text("coupon.says")!.ShouldStartWith("减 12.00 元");
        (await owner.Get($"/coupons/templates/{id}/terms")).AsArray().Count.ShouldBe(2);
        (await owner.Post("/coupons/templates/explain", Terms("percent_off", 0, new { price = 0 })))
            .Text("wrong")
            .ShouldBe("折扣必须在 0.1 折到 9.9 折之间。");
        (await owner.Get("/coupons/templates?q=12元&state=active")).Long("total").ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Stock_limits_and_rights_hold_when_staff_give_coupons(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var marketer = await house.As("marketer");
        using var support = await house.As("support");
        using var cashier = await house.As("cashier");
        var draft = (
            await owner.Send(HttpMethod.Post, "/coupons/templates", Form("草稿", Terms())).ShouldSucceed()
        ).Text("id")!;
        var a = await Member(owner, "13900001111");
        var b = await Member(owner, "13900002222");
        object To(params string[] members) => new { members, reason = "补偿" };
        (await owner.RefusedPost($"/coupons/templates/{draft}/give", To(a))).ShouldBe("coupon_template_not_active");
        var two = await Template(owner, "限两张", stock: 2);
        (await owner.RefusedPost($"/coupons/templates/{two}/give", To(a, b, a, "99"))).ShouldBe("not_found");
        await support.Post($"/coupons/templates/{two}/give", To(a, b));
        (await owner.RefusedPost($"/coupons/templates/{two}/give", To(a))).ShouldBe("coupon_stock_out");
        var once = await Template(owner, "每人一张", perMember: 1);
        await marketer.Post($"/coupons/templates/{once}/give", To(a));
        (await marketer.RefusedPost($"/coupons/templates/{once}/give", To(b, a))).ShouldBe("coupon_limit_reached");
        (await cashier.RefusedPost($"/coupons/templates/{once}/give", To(b))).ShouldBe("permission_missing");
        // Voided, it no longer counts.
        var coupon = (await owner.Get($"/members/{a}/coupons"))
            .At("coupons")!
            .AsArray()
            .Single(c => c!.Text("name") == "每人一张")!
            .Text("id");
        await owner.Post($"/coupons/{coupon}/void", new { reason = "发错了" });
        (await owner.RefusedPost($"/coupons/{coupon}/void", new { reason = "发错了" })).ShouldBe("coupon_void");
        await marketer.Post($"/coupons/templates/{once}/give", To(a));
        (await cashier.Get($"/members/{a}/coupons?state=issued")).At("coupons")!.AsArray().Count.ShouldBe(2);
        (
            await support.RefusedPost(
                $"/coupons/templates/{two}/give",
                new
                {
                    members = new[] { a, b },
                    reason = "补偿",
                    count = 6,
                }
            )
        ).ShouldBe("approval_required");
    }

    [Theory, EachDatabase]
    public async Task A_batch_goes_to_all_it_is_for_once_and_can_be_voided(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var support = await house.As("support");
        var members = new List<string>();
        for (var i = 0; i < 12; i++)
            members.Add(await Member(owner, $"139000030{i:00}"));
        var template = await Template(owner, perMember: 1);
        await Give(owner, template, members[3]);
        (await owner.Post("/coupons/audience", new { })).Long("members").ShouldBe(12);
        (
            await support.RefusedPost(
                "/coupons/batches",
                new
                {
                    templateId = template,
                    title = "全员",
                    audience = new { },
                }
            )
        ).ShouldBe("approval_required");
        (await owner.RefusedPost("/coupons/batches", new { templateId = template, title = "全员" })).ShouldBe(
            "coupon_nothing_to_issue"
        );
        var batch = (
            await owner.Post(
                "/coupons/batches",
                new
                {
                    templateId = template,
                    title = "全员",
                    audience = new { },
                }
            )
        ).Text("id")!;
        var done = await Until(owner, batch, "done");
        (done.Long("wanted"), done.Long("issued"), done.Long("skipped")).ShouldBe((12, 11, 1));
        foreach (var member in members)
            (await owner.Get($"/members/{member}/coupons")).Long("usable").ShouldBe(1);
        (await owner.Get($"/coupons/templates/{template}")).Long("issued").ShouldBe(12);
        (await owner.RefusedPost($"/coupons/batches/{batch}/pause", null)).ShouldBe("coupon_batch_not_running");
        (await owner.RefusedPost($"/coupons/batches/{batch}/resume", null)).ShouldBe("coupon_batch_not_paused");

        await owner.Post($"/coupons/batches/{batch}/void", new { reason = "选错了人" });
        (await Until(owner, batch, "void")).Long("voided").ShouldBe(11);
        (await owner.Get($"/members/{members[0]}/coupons")).Long("usable").ShouldBe(0);
        (await owner.Get($"/members/{members[3]}/coupons")).Long("usable").ShouldBe(1);
        var tag = (await owner.Post("/members/tags", new { name = "常客", color = "teal" })).Text("id");
        (await owner.Post("/coupons/audience", new { members = new { tag } })).Long("members").ShouldBe(0);
    }

    private static async Task<JsonNode> Until(Client client, string batch, string state)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var now = await client.Get($"/coupons/batches/{batch}");
            if (now.Text("state") == state)
                return now;
            await Task.Delay(50);
        }
        throw new TimeoutException(state);
    }

    [Theory, EachDatabase]
    public async Task A_paused_batch_goes_on_where_it_was_even_after_a_restart(Engine engine)
    {
        var house = await House.WithShop(engine);
        using (var owner = await house.Owner())
        {
            for (var i = 0; i < 5; i++)
                await Member(owner, $"1390000400{i}");
            var template = await Template(owner);
            // A batch as a crash leaves it: two members served, its job gone, nobody running.
            await using var tx = await house.Db.Begin(await house.Merchant());
            var row = (await CouponBook.Template(tx, CouponTemplateId.Parse(template, null)))!;
            var people = await tx.All<MemberId>("SELECT id FROM member WHERE merchant_id = @m ORDER BY id");
            var batch = Issuing.NewBatch(
                tx,
                row,
                CouponSource.Segment,
                "半路",
                "{}",
                BatchState.Paused,
                people.Count,
                null
            ) with
            {
                Cursor = people[1].Value,
                Issued = 2,
            };
            await tx.Insert(batch);
            await tx.Commit();
        }
        house = await house.Restart();
        await using (house)
        {
            using var owner = await house.Owner();
            var batch = (await owner.Get("/coupons/batches")).Text("items.0.id")!;
            await owner.Post($"/coupons/batches/{batch}/resume");
            (await Until(owner, batch, "done")).Long("issued").ShouldBe(5);
            await using var read = await house.Db.Read(await house.Merchant());
            (await read.One<long>("SELECT COUNT(*) FROM coupon WHERE merchant_id = @m")).ShouldBe(3);
        }
    }

    [Theory, EachDatabase]
    public async Task Codes_are_exported_redeemed_once_and_known_to_the_database_only_as_hashes(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var cashier = await house.As("cashier");
        var member = await Member(owner, "13900001111");
        var other = await Member(owner, "13900002222");
        var template = await Template(owner);
        var batch = (
            await owner.Post(
                "/coupons/batches",
                new
                {
                    templateId = template,
                    title = "传单",
                    codes = 3,
                }
            )
        ).Text("id")!;
        await Until(owner, batch, "done");
        var file = await owner.Send(HttpMethod.Post, $"/coupons/batches/{batch}/codes");
        var codes = file
            .Text.Split('\n')
            .Skip(1)
            .Where(l => l.Length > 5)
            .Select(l => l.Split(',')[0].Trim('"'))
            .ToArray();
        codes.Length.ShouldBe(3);
        var sheet = await owner.Post($"/coupons/batches/{batch}/sheet", new { count = 2 });
        sheet.Text("codes.0.code").ShouldBe(codes[0]);
        sheet.Text("codes.0.qr")!.ShouldStartWith("M");
        var rest = await owner.Post($"/coupons/batches/{batch}/sheet", new { after = sheet.Text("next"), count = 2 });
        (rest.At("codes")!.AsArray().Count, rest["next"]).ShouldBe((1, null));
        (await cashier.RefusedPost($"/coupons/batches/{batch}/codes", null)).ShouldBe("permission_missing");

        var code = codes[0];
        var wrong = (code[0] == 'A' ? "B" : "A") + code[1..];
        (await cashier.RefusedPost("/coupons/redeem", new { code = wrong })).ShouldBe("coupon_code_mistyped");
        (await cashier.RefusedPost("/coupons/redeem", new { code = CouponCode.Of(new byte[10]) })).ShouldBe(
            "coupon_unknown"
        );
        (await cashier.Post("/coupons/redeem", new { code })).At("coupon.memberId").ShouldBeNull();
        (await cashier.Post("/coupons/redeem", new { code = code.ToLowerInvariant(), memberId = member }))
            .Text("coupon.memberId")
            .ShouldBe(member);
        // It is somebody's now; another member's name does not change that.
        (await cashier.Post("/coupons/redeem", new { code, memberId = other }))
            .Text("coupon.memberId")
            .ShouldBe(member);

        var plain = CouponCode.Clean(code);
        await using var read = await house.Db.Read(await house.Merchant());
        foreach (var hash in await read.All<byte[]>("SELECT code_hash FROM coupon WHERE merchant_id = @m"))
            System.Text.Encoding.UTF8.GetString(hash).ShouldNotContain(plain[..4]);
    }

    [Theory, EachDatabase]
    public async Task A_word_is_taken_once_by_each_until_its_limit(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var a = await Member(owner, "13900001111");
        var b = await Member(owner, "13900002222");
        var c = await Member(owner, "13900003333");
        var template = await Template(owner);
        await owner.Post(
            "/coupons/words",
            new
            {
                word = "new 2026",
                templateId = template,
                totalMax = 2,
            }
        );
        (await owner.RefusedPost("/coupons/words", new { word = "NEW2026", templateId = template })).ShouldBe(
            "coupon_code_taken"
        );
        (await owner.RefusedPost("/coupons/words", new { word = "a-b", templateId = template })).ShouldBe(
            "coupon_code_word_wrong"
        );
        (await owner.RefusedPost("/coupons/redeem", new { code = "new2026" })).ShouldBe("coupon_member_needed");
        (await owner.RefusedPost("/coupons/redeem", new { code = "OLD2025", memberId = a })).ShouldBe("coupon_unknown");
        await owner.Post("/coupons/redeem", new { code = "New2026", memberId = a });
        (await owner.RefusedPost("/coupons/redeem", new { code = "New2026", memberId = a })).ShouldBe(
            "coupon_limit_reached"
        );
        await owner.Post("/coupons/redeem", new { code = "New2026", memberId = b });
        (await owner.RefusedPost("/coupons/redeem", new { code = "New2026", memberId = c })).ShouldBe(
            "coupon_code_over"
        );
        (await owner.Get("/coupons/words")).Long("0.taken").ShouldBe(2);
        (await owner.Get($"/coupons/templates/{template}/results")).Long("claimed").ShouldBe(2);
        await owner.Post("/coupons/words/switch", new { word = "new2026", active = false });
    }

    [Theory, EachDatabase]
    public async Task A_partners_codes_go_out_one_to_each_coupon(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var member = await Member(owner, "13900001111");
        var plain = await Template(owner);
        var template = await Template(owner, "视频月卡", Terms("third_party", 0, new { partner = "视频网站" }));
        (await owner.RefusedPost($"/coupons/templates/{plain}/pool", new { codes = new[] { "X1" } })).ShouldBe(
            "coupon_pool_wrong_kind"
        );
        (
            await owner.RefusedPost(
                $"/coupons/templates/{template}/give",
                new { members = new[] { member }, reason = "礼品" }
            )
        ).ShouldBe("coupon_stock_out");
        var put = await owner.Post(
            $"/coupons/templates/{template}/pool",
            new { codes = new[] { "AA-1", "AA-2", "AA-1" } }
        );
        (put.Long("added"), put.Long("known"), put.Long("stock")).ShouldBe((2, 1, 2));
        (await owner.RefusedPost($"/coupons/templates/{template}/pool", new { codes = new[] { "AA-2" } })).ShouldBe(
            "coupon_pool_empty"
        );
        var first = await Give(owner, template, member);
        var second = await Give(owner, template, member);
        (await owner.Get($"/coupons/{first}")).Text("partnerCode").ShouldBe("AA-1");
        (await owner.Get($"/coupons/{second}")).Text("partnerCode").ShouldBe("AA-2");
        (
            await owner.RefusedPost(
                $"/coupons/templates/{template}/give",
                new { members = new[] { member }, reason = "礼品" }
            )
        ).ShouldBe("coupon_stock_out");
    }

    private static async Task<(string Link, string Id, long Version)> Page(
        House house,
        Client owner,
        string template,
        object? more = null
    )
    {
        var now = house.Clock.GetUtcNow();
        var body = new JsonObject
        {
            ["title"] = "新店开业",
            ["templateId"] = template,
            ["startsAt"] = now.AddHours(-1).ToString("O"),
            ["endsAt"] = now.AddDays(1).ToString("O"),
        };
        if (more is not null)
            foreach (var (key, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
                body[key] = value?.DeepClone();
        var page = await owner.Send(HttpMethod.Post, "/coupons/pages", body.ToJsonString()).ShouldSucceed();
        return (page.Text("path")!.Replace("/claim/", "/claims/"), page.Text("id")!, page.Long("version"));
    }

    [Theory, EachDatabase]
    public async Task Anybody_claims_on_a_page_and_nobody_learns_who_is_a_member(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        var owner = await house.Owner();
        using var guest = house.Guest();
        var member = await Member(owner, "13900001111");
        var template = await Template(owner);
        var (link, _, _) = await Page(house, owner, template, new { totalMax = 3 });
        object Claim(string phone, char ticket) => new { phone, ticket = new string(ticket, 16) };

        ((bool)(await guest.Get(link)).At("open")!).ShouldBeTrue();
        var known = await guest.Post(link, Claim("13900001111", 'a'));
        var stranger = await guest.Post(link, Claim("13900009999", 'b'));
        known.AsObject().Select(p => p.Key).ShouldBe(stranger.AsObject().Select(p => p.Key));
        (await guest.Post(link, Claim("13900009999", 'b'))).Text("code").ShouldBe(stranger.Text("code"));
        (await guest.RefusedPost(link, Claim("13900009999", 'c'))).ShouldBe("claim_limit_reached");
        (await guest.RefusedPost(link, Claim("12", 'c'))).ShouldBe("claim_phone_wrong");
        (await guest.RefusedPost(link + "X", Claim("13900009999", 'c'))).ShouldBe("coupon_unknown");
        (await owner.Get($"/members/{member}/coupons")).Long("usable").ShouldBe(1);
        // The stranger's code works at the till.
        (await owner.Post("/coupons/redeem", new { code = stranger.Text("code") }))
            .Text("coupon.state")
            .ShouldBe("issued");
        await guest.Post(link, Claim("13900008888", 'd'));
        (await guest.RefusedPost(link, Claim("13900007777", 'e'))).ShouldBe("claim_over");
        ((bool)(await guest.Get(link)).At("open")!).ShouldBeFalse();

        var (few, id, version) = await Page(house, owner, template, new { perAddress = 1 });
        var qr = await owner.Post($"/coupons/pages/{id}/qr", new { origin = "https://shop.example" });
        qr.Text("address").ShouldBe("https://shop.example" + few.Replace("/claims/", "/claim/"));
        qr.Long("modules").ShouldBeGreaterThan(20);
        await guest.Post(few, Claim("13900009999", 'f'));
        (await guest.RefusedPost(few, Claim("13900008888", 'g'))).ShouldBe("claim_too_many");
        house.Clock.Advance(TimeSpan.FromDays(2));
        (await guest.RefusedPost(few, Claim("13900008888", 'h'))).ShouldBe("claim_over");
        owner.Dispose();
        owner = await house.Owner();
        var (early, _, _) = await Page(
            house,
            owner,
            template,
            new { startsAt = house.Clock.GetUtcNow().AddHours(1).ToString("O") }
        );
        (await guest.RefusedPost(early, Claim("13900008888", 'i'))).ShouldBe("claim_not_yet");
    }

    /// <summary>Test C2: K = 37 and 500 claimers at once give exactly 37, with other limits beside it.</summary>
    [Theory, EachDatabase]
    public async Task A_stock_of_37_and_500_claimers_give_exactly_37(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var template = await Template(owner, stock: 37);
        var (link, _, _) = await Page(house, owner, template, new { perAddress = (long?)null });
        using var gate = new SemaphoreSlim(64);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(async i =>
                {
                    await gate.WaitAsync();
                    try
                    {
                        using var guest = house.Guest();
                        // Ten of them try with a phone somebody else uses as well.
                        var phone = $"138{10_000_000 + (i < 490 ? i : i - 490)}";
                        return await guest.Send(
                            HttpMethod.Post,
                            link,
                            new { phone, ticket = $"ticket-of-claimer-{i:000}" }
                        );
                    }
                    finally
                    {
                        gate.Release();
                    }
                })
        );
        answers.Count(a => a.Ok).ShouldBe(37);
        answers
            .Where(a => !a.Ok)
            .Select(a => a.Code)
            .Distinct()
            .Except(["claim_over", "claim_limit_reached"])
            .ShouldBeEmpty();
        answers.Where(a => a.Ok).Select(a => a.Json.Text("code")).Distinct().Count().ShouldBe(37);
        await using var read = await house.Db.Read(await house.Merchant());
        (await read.One<long>("SELECT COUNT(*) FROM coupon WHERE merchant_id = @m")).ShouldBe(37);
        (await read.One<long>("SELECT issued FROM coupon_template WHERE merchant_id = @m")).ShouldBe(37);
        (
            await read.One<long>(
                "SELECT COALESCE(MAX(n), 0) FROM (SELECT COUNT(*) AS n FROM coupon_claim WHERE merchant_id = @m GROUP BY claimer) x"
            )
        ).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_gift_is_taken_once_or_comes_back_to_its_giver(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        var owner = await house.Owner();
        using var guest = house.Guest();
        var giver = await Member(owner, "13900001111");
        var taker = await Member(owner, "13900002222");
        var own = await Give(owner, await Template(owner), giver);
        (await owner.RefusedPost($"/coupons/{own}/gift", null)).ShouldBe("coupon_not_transferable");
        var template = await Template(owner, "可转赠", Terms(more: new { transferable = true }));
        var coupon = await Give(owner, template, giver);

        var wrapped = await owner.Post($"/coupons/{coupon}/gift");
        var link = wrapped.Text("path")!.Replace("/gift/", "/gifts/");
        (await owner.RefusedPost($"/coupons/{coupon}/gift", null)).ShouldBe("coupon_locked");
        (await owner.Get($"/coupons/{coupon}")).Text("coupon.state").ShouldBe("locked");
        (await guest.Get(link)).Text("name").ShouldBe("可转赠");
        (await guest.RefusedPost(link, new { phone = "13900001111", ticket = new string('a', 16) })).ShouldBe(
            "gift_own"
        );
        var taken = await guest.Post(link, new { phone = "13900002222", ticket = new string('b', 16) });
        (await guest.Post(link, new { phone = "13900002222", ticket = new string('b', 16) }))
            .Text("code")
            .ShouldBe(taken.Text("code"));
        (await guest.RefusedPost(link, new { phone = "13900003333", ticket = new string('c', 16) })).ShouldBe(
            "gift_over"
        );
        (await owner.Get($"/members/{taker}/coupons")).Long("usable").ShouldBe(1);
        (await owner.Get($"/coupons/{coupon}")).Text("coupon.memberId").ShouldBe(taker);

        // Nobody takes the second one.
        var second = await Give(owner, template, giver);
        var late = (await owner.Post($"/coupons/{second}/gift")).Text("path")!.Replace("/gift/", "/gifts/");
        house.Clock.Advance(TimeSpan.FromHours(73));
        owner.Dispose();
        owner = await house.Owner();
        (await owner.Get($"/coupons/{second}")).Text("coupon.state").ShouldBe("issued");
        (await guest.RefusedPost(late, new { phone = "13900002222", ticket = new string('d', 16) })).ShouldBe(
            "gift_over"
        );
        // And a third is taken back by hand.
        var third = await Give(owner, template, giver);
        await owner.Post($"/coupons/{third}/gift");
        (await owner.Post($"/coupons/{third}/gift/withdraw")).Text("state").ShouldBe("issued");
        (await owner.RefusedPost($"/coupons/{third}/gift/withdraw", null)).ShouldBe("gift_over");
    }

    [Theory, EachDatabase]
    public async Task A_pack_is_given_whole_or_not_at_all_and_its_author_is_warned(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var member = await Member(owner, "13900001111");
        var parts = new List<object>();
        foreach (var yuan in (int[])[3, 5, 8, 12, 18])
            parts.Add(new { templateId = await Template(owner, $"{yuan}元券", Terms(amount: yuan * 100)), count = 2 });
        var form = new
        {
            name = "89元加油礼包",
            declared = 8_900,
            parts,
        };
        (await owner.Post("/coupons/packs/check", form)).Long("worth").ShouldBe(9_200);
        var pack = await owner.Post("/coupons/packs", form);
        pack.Text("warning").ShouldBe("名义金额 89.00 元,券面合计 92.00 元,相差 3.00 元,请确认。");
        pack.Long("declared").ShouldBe(8_900);
        var id = pack.Text("id");
        (await owner.Post($"/coupons/packs/{id}/give", new { memberId = member, reason = "购买" }))
            .At("coupons")!
            .AsArray()
            .Count.ShouldBe(10);
        (await owner.RefusedPost("/coupons/packs", new { name = "空", parts = Array.Empty<object>() })).ShouldBe(
            "coupon_pack_empty"
        );
        var scarce = await Template(owner, "稀缺", stock: 1);
        var broken = await owner.Post(
            "/coupons/packs",
            new { name = "缺货包", parts = parts.Append(new { templateId = scarce, count = 2 }).ToArray() }
        );
        (
            await owner.RefusedPost(
                $"/coupons/packs/{broken.Text("id")}/give",
                new { memberId = member, reason = "购买" }
            )
        ).ShouldBe("coupon_stock_too_low");
        (await owner.Get($"/members/{member}/coupons")).Long("usable").ShouldBe(10);
        await owner.Put($"/coupons/packs/{id}", form with { name = "停售" }, 1);
    }

    /// <summary>What the checkout does with a coupon; answers why it could not be used, or null.</summary>
    private static async Task<string?> Use(Tx tx, CouponId coupon, long order, string member)
    {
        var (store, day) = ((await OrgPublic.Stores(tx))[0], BusinessDay.Of(2026, 11, 22));
        var held = (await PricingPublic.Coupons(tx, [coupon], null, locked: true)).Single();
        var visit = new CouponVisit(
            tx.Now,
            store.Zone,
            store.Id,
            MemberId.Parse(member, null),
            LockFor: $"order:{order}"
        );
        if (CouponLife.WhyNot(held.Facts, held.Terms, visit) is { } whyNot)
            return whyNot.Code;
        var use = new CouponUse(coupon, new(order), store.Id, visit.Member, Money.Yuan(10), Money.Yuan(50), day);
        PricingPublic.Use(tx, await PricingPublic.Counters(tx, PromotionSet.Empty, null, day), [], [(held, use)]);
        return null;
    }

    private static async Task<IEnumerable<CouponId>> Return(Tx tx, long order, StoreInfo store)
    {
        var back = await PricingPublic.CouponsBack(tx, new(order), whole: true, Money.Zero, store);
        await PricingPublic.ReturnCoupons(tx, new(order), back);
        return back.Select(b => b.CouponId);
    }

    [Theory, EachDatabase]
    public async Task A_coupon_is_held_used_and_comes_back_by_the_shops_policy(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        var owner = await house.Owner();
        var member = await Member(owner, "13900001111");
        var template = await Template(owner);
        CouponId[] coupons =
        [
            CouponId.Parse(await Give(owner, template, member), null),
            CouponId.Parse(await Give(owner, template, member), null),
        ];
        await using (var tx = await house.Db.Begin(await house.Merchant()))
        {
            var store = (await OrgPublic.Stores(tx))[0];
            (
                await PricingPublic.LockCoupons(tx, coupons, new(7), tx.Now.Plus(TimeSpan.FromMinutes(30)))
            ).ShouldBeEmpty();
            // Another order gets neither; the order that holds them does, and one of two uses in one batch is refused.
            (await Use(tx, coupons[0], 8, member)).ShouldBe("coupon_locked");
            (
                await PricingPublic.LockCoupons(tx, coupons, new(8), tx.Now.Plus(TimeSpan.FromMinutes(30)))
            ).Count.ShouldBe(2);
            (await Use(tx, coupons[0], 7, member)).ShouldBeNull();
            (await Use(tx, coupons[0], 9, member)).ShouldBe("coupon_used");
            await PricingPublic.UnlockCoupons(tx, [new(7)]);
            (await Use(tx, coupons[1], 8, member)).ShouldBeNull();
            // Part of the goods back: it stays used. All of them: it comes back.
            (await PricingPublic.CouponsBack(tx, new(7), whole: false, Money.Yuan(5), store)).ShouldBeEmpty();
            (await Return(tx, 7, store)).ShouldBe([coupons[0]]);
            (await Return(tx, 7, store)).ShouldBeEmpty();
            await tx.Commit();
        }
        (await owner.Get($"/coupons/{coupons[0]}")).Text("coupon.state").ShouldBe("returned");
        var results = await owner.Get($"/coupons/templates/{template}/results");
        (results.Long("used"), results.Long("returned"), results.Long("sales"), results.Long("discount")).ShouldBe(
            (1, 1, 5_000, 1_000)
        );
        results.Long("days.0.used").ShouldBe(1);

        // Used on its last day and brought back ten days later: three more days, today aside.
        house.Clock.Advance(TimeSpan.FromDays(10));
        owner.Dispose();
        owner = await house.Owner();
        var settings = await owner.Get("/settings/coupons");
        settings.Text("value.afterFullRefund").ShouldBe("comes_back");
        await using (var tx = await house.Db.Begin(await house.Merchant()))
        {
            var store = (await OrgPublic.Stores(tx))[0];
            (await Return(tx, 8, store)).ShouldBe([coupons[1]]);
            await tx.Commit();
        }
        (await owner.Get($"/coupons/{coupons[1]}")).Text("coupon.lastDay").ShouldBe("2026-12-05");
    }

    [Theory, EachDatabase]
    public async Task The_coupons_of_two_members_who_are_one_are_theirs(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var a = await Member(owner, "13900001111");
        var b = await Member(owner, "13900002222");
        var template = await Template(owner, perMember: 1);
        await Give(owner, template, a);
        await Give(owner, template, b);
        await owner.Post($"/members/{a}/merge", new { fromId = b, reason = "同一人" });
        await house.DeliverFacts();
        (await owner.Get($"/members/{a}/coupons")).Long("usable").ShouldBe(2);
        (
            await owner.RefusedPost(
                $"/coupons/templates/{template}/give",
                new { members = new[] { b }, reason = "补偿" }
            )
        ).ShouldBe("coupon_limit_reached");
    }

    [Theory, EachDatabase]
    public async Task The_rules_of_coupons_are_kept_with_a_version(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        object value = new { afterFullRefund = "forfeited", returnDaysMin = 5 };
        (await owner.Put("/settings/coupons", value, 0)).Text("value.afterFullRefund").ShouldBe("forfeited");
        (await owner.Send(HttpMethod.Put, "/settings/coupons", value, version: 0)).Code.ShouldBe("stale_version");
        using var cashier = await house.As("cashier");
        (await cashier.Send(HttpMethod.Put, "/settings/coupons", value, version: 1)).Code.ShouldBe(
            "permission_missing"
        );
    }
}
