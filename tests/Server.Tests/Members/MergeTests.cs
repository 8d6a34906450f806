using Shuke.Core.Ledger;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Members;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Members;

public sealed class MergeTests
{
    [Theory, EachDatabase]
    public async Task Cards_tags_fields_and_blanks_move_and_the_old_id_leads_to_the_new_one(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner.Post("/cards", new { kind = "barcode", numbers = new[] { "66000001", "66000002" } });
        var skin = (await owner.Post("/members/fields", new { name = "肤质", kind = "text" })).Text("id");
        var keep = (await owner.Post("/members", new { phone = "13812340001", cardNumber = "66000001" })).Text("id");
        var gone = (
            await owner.Post(
                "/members",
                new
                {
                    phone = "13812340002",
                    name = "张三",
                    cardNumber = "66000002",
                    gender = "female",
                    fields = new[] { new { id = skin, value = "油性" } },
                }
            )
        ).Text("id");
        var tag = (await owner.Post("/members/tags", new { name = "熟客" })).Text("id");
        await owner.Post($"/members/tags/{tag}/attach", new { memberIds = new[] { gone } });

        var preview = await owner.Get($"/members/{keep}/merge-preview?from={gone}");
        (preview.Text("keeps.name"), preview.Text("gives.name"), preview.Text("result.name")).ShouldBe(
            ("会员0001", "张三", "张三")
        );
        preview.At("result.cards")!.AsArray().Count.ShouldBe(2);

        var merged = await owner.Post($"/members/{keep}/merge", new { fromId = gone, reason = "重复登记" });
        var member = await owner.Get("/members/" + gone);
        (member.Text("id"), member.Text("name"), member.Text("gender"), member.Text("phone")).ShouldBe(
            (keep, "张三", "female", "138****0001")
        );
        member.At("cards")!.AsArray().Count.ShouldBe(2);
        (member.Text("tags.0.name"), member.Text("fields.0.value")).ShouldBe(("熟客", "油性"));
        (await Found(owner, "66000002")).ShouldBe([keep]);
        (await Found(owner, "zs")).ShouldBe([keep]);
        (await owner.Get("/members")).Long("total").ShouldBe(1);
        (await owner.Get("/members?state=merged")).Text("items.0.id").ShouldBe(gone);

        // The phone of the one that went is free again.
        (await Found(owner, "13812340002")).ShouldBeEmpty();
        await owner.Post("/members", new { phone = "13812340002" });

        var record = (await owner.Get("/members/merges")).At("items.0")!;
        (
            record.Text("id"),
            record.Text("fromId"),
            record.Text("toId"),
            record.Text("reason"),
            record.Text("moved.fromName")
        ).ShouldBe((merged.Text("mergeId"), gone, keep, "重复登记", "张三"));
        (await owner.Send(HttpMethod.Put, "/members/" + gone, Profile.Of("x"), version: 2)).Code.ShouldBe(
            "member_gone"
        );
        (await owner.RefusedPost($"/members/{keep}/merge", new { fromId = gone, reason = "再来一次" })).ShouldBe(
            "member_gone"
        );
    }

    [Theory, EachDatabase]
    public async Task A_chain_of_merges_leads_to_the_last_in_one_step(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var a = (await owner.Post("/members", new { phone = "13812340001", name = "甲" })).Text("id");
        var b = (await owner.Post("/members", new { phone = "13812340002", name = "乙" })).Text("id");
        var c = (await owner.Post("/members", new { phone = "13812340003", name = "丙" })).Text("id");
        await owner.Post($"/members/{b}/merge", new { fromId = a, reason = "重复登记" });
        await owner.Post($"/members/{c}/merge", new { fromId = b, reason = "重复登记" });
        (await owner.Get("/members/" + a)).Text("name").ShouldBe("丙");
        await using var read = await house.Db.Read(await Merchant(house));
        (await MembersPublic.Get(read, MemberId.Parse(a!, null)))!.Id.ToString().ShouldBe(c);
    }

    [Theory, EachDatabase]
    public async Task A_member_is_not_merged_with_itself_a_stranger_or_a_frozen_one(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var a = (await owner.Post("/members", new { phone = "13812340001", name = "甲" })).Text("id");
        var b = (await owner.Post("/members", new { phone = "13812340002", name = "乙" })).Text("id");
        (await owner.RefusedPost($"/members/{a}/merge", new { fromId = a, reason = "重复登记" })).ShouldBe(
            "merge_same_member"
        );
        (await owner.RefusedPost($"/members/{a}/merge", new { fromId = "99", reason = "重复登记" })).ShouldBe(
            "not_found"
        );
        await owner.Post($"/members/{b}/freeze", new { reason = "盗刷" });
        (await owner.RefusedPost($"/members/{a}/merge", new { fromId = b, reason = "重复登记" })).ShouldBe(
            "member_frozen"
        );
        (await owner.Send(HttpMethod.Get, $"/members/{a}/merge-preview?from={b}")).Code.ShouldBe("member_frozen");
    }

    [Theory, EachDatabase]
    public async Task Two_merges_the_other_way_round_at_once_leave_one_member(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var a = (await owner.Post("/members", new { phone = "13812340001", name = "甲" })).Text("id");
        var b = (await owner.Post("/members", new { phone = "13812340002", name = "乙" })).Text("id");
        var answers = await Task.WhenAll(
            owner.Send(HttpMethod.Post, $"/members/{a}/merge", new { fromId = b, reason = "重复登记" }),
            owner.Send(HttpMethod.Post, $"/members/{b}/merge", new { fromId = a, reason = "重复登记" })
        );
        answers.Select(x => x.Code).Order().ShouldBe(["member_gone", "ok"]);
        (await owner.Get("/members")).Long("total").ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task Points_and_their_lots_move_in_one_posting_and_none_is_lost(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var keep = MemberId.Parse((await owner.Post("/members", new { phone = "13812340001" })).Text("id")!, null);
        var gone = MemberId.Parse((await owner.Post("/members", new { phone = "13812340002" })).Text("id")!, null);
        var points = await Give(house, keep, 30);
        await Give(house, gone, 70);
        var merge = await owner.Post($"/members/{keep}/merge", new { fromId = gone.ToString(), reason = "重复登记" });
        await using var read = await house.Db.Read(await Merchant(house));
        (await LedgerPublic.Balances(read, keep))[points].ShouldBe(100);
        (await LedgerPublic.Balances(read, gone))[points].ShouldBe(0);
        (
            await read.One<long>(
                "SELECT COUNT(*) FROM posting WHERE merchant_id = @m AND document_kind = 'merge' AND document_id = @id",
                new { id = merge.Text("mergeId") }
            )
        ).ShouldBe(1);
    }

    private static async Task<AssetId> Give(House house, MemberId member, long amount)
    {
        await using var tx = await house.Db.Begin(await Merchant(house));
        var assets = await LedgerPublic.Assets(tx);
        var book = await LedgerPublic.Lock(tx, assets, member);
        var points = assets.Points.Id;
        var day = BusinessDay.Of(2026, 11, 22);
        var gift = GrantLot.Decide(book, new(points, amount, Counters.Gift, "test", null, tx.Now, day)).Value;
        await LedgerPublic.Post(tx, book, new("gift", "test", member.ToString(), day, "test"), gift);
        await tx.Commit();
        return points;
    }

    private static async Task<MerchantId> Merchant(House house)
    {
        await using var read = await house.Db.Platform();
        return await read.One<MerchantId>("SELECT merchant_id FROM merchant");
    }

    private static async Task<IReadOnlyList<string?>> Found(Client client, string typed) =>
        (await client.Get("/members/find?q=" + typed)).At("items")!.AsArray().Select(i => i!.Text("id")).ToList();
}
