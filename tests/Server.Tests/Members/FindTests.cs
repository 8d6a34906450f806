using Microsoft.Extensions.DependencyInjection;
using Shuke.Core.Members;
using Shuke.Server.Modules.Members;
using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Members;

public sealed class FindTests
{
    [Theory, EachDatabase]
    public async Task One_box_finds_by_everything_a_customer_may_be_known_by(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner.Post("/cards", new { kind = "barcode", numbers = new[] { "66001234", "VIP0007" } });
        var plate = (await owner.Post("/members/fields", new { name = "车牌", kind = "plate" })).Text("id");
        await owner.Post(
            "/members",
            new
            {
                phone = "13812341234",
                name = "张三",
                cardNumber = "VIP0007",
            }
        );
        await owner.Post(
            "/members",
            new
            {
                phone = "13900001234",
                name = "单雄信",
                fields = new[] { new { id = plate, value = "京A·8X888" } },
            }
        );
        await owner.Post(
            "/members",
            new
            {
                phone = "15011112222",
                name = "张三丰",
                cardNumber = "66001234",
            }
        );
        await owner.Post("/members", new { phone = "15011113333" });

        // typed -> who, and what matched
        foreach (
            var line in new[]
            {
                "13812341234        张三 phone",
                "138-1234-1234      张三 phone",
                "1234               单雄信 phone_tail, 张三 phone_tail, 张三丰 card_tail",
                "3333               会员3333 phone_tail",
                "VIP0007            张三 card",
                "vip-0007           张三 card",
                "10001              张三 number",
                "zs                 张三 name, 张三丰 name",
                "ZhangSan           张三 name, 张三丰 name",
                "zhang              张三 name, 张三丰 name",
                "zsf                张三丰 name",
                "张三               张三 name, 张三丰 name",
                "三                 张三 name, 张三丰 name",
                "三丰               张三丰 name",
                "shanxx             ",
                "shanxiong          单雄信 name",
                "sxx                单雄信 name",
                "京a8x              单雄信 plate",
                "A8X888             单雄信 plate",
                "李四               ",
                "15099999999        ",
                "1%                 ",
            }
        )
        {
            var (typed, who) = line.Split("  ", 2) is [var left, var right] ? (left, right.Trim()) : (line, "");
            var found = await owner.Get("/members/find?q=" + Uri.EscapeDataString(typed));
            var names = string.Join(
                ", ",
                found.At("items")!.AsArray().Select(i => $"{i!.Text("name")} {i!.Text("matched")}")
            );
            names.ShouldBe(who, typed);
        }
    }

    [Theory, EachDatabase]
    public async Task At_most_twenty_are_shown_and_the_box_says_there_are_more(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        for (var i = 0; i < 21; i++)
            await owner.Post("/members", new { phone = $"138{i:0000}5678", name = "赵" + (char)('一' + i) });
        foreach (var typed in new[] { "赵", "5678" })
        {
            var found = await owner.Get("/members/find?q=" + Uri.EscapeDataString(typed));
            found.At("items")!.AsArray().Count.ShouldBe(20);
            found["isMore"]!.GetValue<bool>().ShouldBeTrue();
        }
    }

    [Theory, EachDatabase]
    public async Task A_new_name_is_found_and_the_old_one_is_not(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var id = (await owner.Post("/members", new { phone = "13812341234", name = "张三" })).Text("id");
        await owner.Put("/members/" + id, Profile.Of("李小四"), version: 1);
        (await Names(owner, "zs")).ShouldBeEmpty();
        (await Names(owner, "lxs")).ShouldBe(["李小四"]);
        (await Names(owner, "小四")).ShouldBe(["李小四"]);
    }

    [Theory, EachDatabase]
    public async Task A_dynamic_code_works_once_and_only_for_its_half_minute(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var id = MemberId.Parse(
            (await owner.Post("/members", new { phone = "13812341234", name = "张三" })).Text("id")!,
            null
        );
        var step = DynamicCode.StepOf(house.Db.Now);
        var code = await Code(house, id, step);

        // The box tells the till to spend it; looking spends nothing and shows nobody.
        var found = await owner.Get("/members/find?q=" + code);
        found["isCode"]!.GetValue<bool>().ShouldBeTrue();
        found.At("items")!.AsArray().ShouldBeEmpty();

        (await owner.Post("/members/identify", new { code })).Text("name").ShouldBe("张三");
        (await owner.RefusedPost("/members/identify", new { code })).ShouldBe("member_code_used");
        // A picture of the code before the one that was used is worthless as well.
        (await owner.RefusedPost("/members/identify", new { code = await Code(house, id, step - 1) })).ShouldBe(
            "member_code_used"
        );
        (await owner.RefusedPost("/members/identify", new { code = await Code(house, id, step - 5) })).ShouldBe(
            "member_code_expired"
        );
        (await owner.RefusedPost("/members/identify", new { code = await Code(house, id, step + 10) })).ShouldBe(
            "member_code_wrong"
        );
        (await owner.RefusedPost("/members/identify", new { code = "800001000100000000" })).ShouldBe(
            "member_code_wrong"
        );
        (await owner.RefusedPost("/members/identify", new { code = "899999999900000000" })).ShouldBe(
            "member_code_wrong"
        );
        (await owner.RefusedPost("/members/identify", new { code = "134512345678901234" })).ShouldBe(
            "member_code_wrong"
        );
        house.Clock.Advance(TimeSpan.FromSeconds(60));
        (await owner.Post("/members/identify", new { code = await Code(house, id, DynamicCode.StepOf(house.Db.Now)) }))
            .Text("id")
            .ShouldBe(id.ToString());
    }

    [Theory, EachDatabase]
    public async Task A_code_scanned_at_many_tills_at_once_works_at_one(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        var id = MemberId.Parse((await owner.Post("/members", new { phone = "13812341234" })).Text("id")!, null);
        var code = await Code(house, id, DynamicCode.StepOf(house.Db.Now));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => owner.Send(HttpMethod.Post, "/members/identify", new { code }))
        );
        answers.Count(a => a.Ok).ShouldBe(1);
        answers.Where(a => !a.Ok).ShouldAllBe(a => a.Code == "member_code_used");
    }

    private static async Task<IReadOnlyList<string?>> Names(Client client, string typed) =>
        (await client.Get("/members/find?q=" + Uri.EscapeDataString(typed)))
            .At("items")!
            .AsArray()
            .Select(i => i!.Text("name"))
            .ToList();

    /// <summary>What the member's phone would show.</summary>
    private static async Task<string> Code(House house, MemberId id, long step)
    {
        await using var read = await house.Intruder.Read(default);
        var (merchant, number) = await read.One<(MerchantId, long)>(
            "SELECT merchant_id, number FROM member WHERE id = @id",
            new { id }
        );
        return DynamicCode.Of(
            number,
            IdentifyMember.Key(house.Services.GetRequiredService<Vault>(), merchant, id),
            step
        );
    }
}
