using Shuke.Server.Platform;

namespace Shuke.Server.Tests.Members;

public sealed class CardTests
{
    [Theory, EachDatabase]
    public async Task Blank_cards_are_made_by_the_rule_and_go_on_where_the_last_ones_ended(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        (
            await owner.Send(
                HttpMethod.Put,
                "/cards/rule",
                new
                {
                    prefix = "84",
                    length = 10,
                    checkDigit = true,
                    skipFour = true,
                }
            )
        ).Code.ShouldBe("card_rule_invalid");
        var rule = await owner
            .Send(
                HttpMethod.Put,
                "/cards/rule",
                new
                {
                    prefix = "88",
                    length = 10,
                    checkDigit = true,
                    skipFour = true,
                }
            )
            .ShouldSucceed();
        var first = await owner.Post("/cards", new { kind = "magnetic", count = 1_000 });
        first.Text("first").ShouldBe(rule.Text("next.0"));
        var second = await owner.Post("/cards", new { kind = "magnetic", count = 2 });
        string.CompareOrdinal(second.Text("first"), first.Text("last")).ShouldBePositive();
        (await owner.Get("/cards?state=blank")).Long("total").ShouldBe(1_002);
        (await owner.Get("/cards?number=" + first.Text("first"))).Text("items.0.state").ShouldBe("blank");
        (await owner.Send(HttpMethod.Post, "/cards", new { kind = "magnetic", count = 10_001 })).Status.ShouldBe(400);
        (await owner.RefusedPost("/cards", new { kind = "qr", numbers = new[] { first.Text("last") } })).ShouldBe(
            "card_taken"
        );
        (await owner.RefusedPost("/cards", new { kind = "qr", numbers = new[] { "77001", "77001" } })).ShouldBe(
            "card_taken"
        );
        (await owner.RefusedPost("/cards", new { kind = "qr", numbers = new[] { "七" } })).ShouldBe(
            "card_number_invalid"
        );
    }

    [Theory, EachDatabase]
    public async Task A_card_is_handed_out_lost_released_frozen_replaced_and_cancelled(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        using var cashier = await house.As("cashier");
        await owner.Post("/cards", new { kind = "barcode", numbers = new[] { "66000001", "66000002", "66000003" } });
        var id = (
            await cashier.Post(
                "/members",
                new
                {
                    phone = "13812341234",
                    name = "张三",
                    cardNumber = "66000001",
                }
            )
        ).Text("id");
        var other = (await cashier.Post("/members", new { phone = "13812340000" })).Text("id");
        (await cashier.RefusedPost($"/members/{other}/cards", new { number = "66000001" })).ShouldBe("card_not_blank");
        (await cashier.RefusedPost($"/members/{other}/cards", new { number = "66009999" })).ShouldBe("card_unknown");

        var card = (await owner.Get("/members/" + id)).At("cards.0")!;
        var path = "/cards/" + card.Text("id");
        (await cashier.Post(path + "/loss", new { reason = "丢在车上" })).Text("state").ShouldBe("lost");
        (await cashier.RefusedPost(path + "/loss", new { })).ShouldBe("card_wrong_state");
        (await cashier.Get("/members/find?q=66000001")).Text("items.0.cardState").ShouldBe("lost");
        (await owner.Post(path + "/change", new { change = "release_loss", reason = "找到了" }))
            .Text("state")
            .ShouldBe("active");
        (await owner.Post(path + "/change", new { change = "freeze", reason = "争议" }))
            .Text("state")
            .ShouldBe("frozen");
        (await owner.RefusedPost(path + "/change", new { change = "release_loss", reason = "不对" })).ShouldBe(
            "card_wrong_state"
        );

        (await owner.RefusedPost(path + "/replace", new { newNumber = "66000001" })).ShouldBe("card_not_blank");
        await owner.Post(path + "/replace", new { newNumber = "66000002", reason = "磁条坏了" });
        var cards = (await owner.Get("/members/" + id)).At("cards")!.AsArray();
        cards.Select(c => $"{c!.Text("number")} {c!.Text("state")}").ShouldBe(["66000001 replaced", "66000002 active"]);
        (await owner.RefusedPost(path + "/change", new { change = "cancel", reason = "作废" })).ShouldBe(
            "card_wrong_state"
        );
        (await owner.Get("/members/" + id))
            .At("timeline")!
            .AsArray()
            .Select(m => m!.Text("action"))
            .ShouldContain("card.replaced");

        var blank = (await owner.Get("/cards?state=blank")).Text("items.0.id");
        (await owner.Post($"/cards/{blank}/change", new { change = "cancel", reason = "印坏了" }))
            .Text("state")
            .ShouldBe("cancelled");
        (await cashier.RefusedPost($"/members/{other}/cards", new { number = "66000003" })).ShouldBe("card_not_blank");
        (await owner.RefusedPost("/cards/1/change", new { change = "cancel", reason = "没有" })).ShouldBe("not_found");
    }

    [Theory, EachDatabase]
    public async Task One_blank_card_given_to_many_at_once_goes_to_one(Engine engine)
    {
        await using var house = await House.WithShop(engine);
        using var owner = await house.Owner();
        await owner.Post("/cards", new { kind = "barcode", numbers = new[] { "66000001" } });
        var ids = new List<string?>();
        for (var i = 0; i < 6; i++)
            ids.Add((await owner.Post("/members", new { phone = $"1381234000{i}" })).Text("id"));
        var answers = await Task.WhenAll(
            ids.Select(id => owner.Send(HttpMethod.Post, $"/members/{id}/cards", new { number = "66000001" }))
        );
        answers.Count(a => a.Ok).ShouldBe(1);
        answers.Where(a => !a.Ok).ShouldAllBe(a => a.Code == "card_not_blank");
    }
}
