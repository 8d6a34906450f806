using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Core;
using Shuke.Core.Rewards;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Rewards;

public sealed class PlayTests
{
    [Theory, EachDatabase]
    public async Task Ten_prizes_and_five_hundred_clients_at_once_give_exactly_ten(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var draw = await Draw(shop, stock: 10, weight: 1, nothing: 1, perDayMax: 0);
        var id = draw.Text("id")!;
        var member = await shop.Member();
        await GiveChances(shop, id, member, 500);
        var turns = await Task.WhenAll(
            Enumerable.Range(0, 500).Select(_ => Insist(shop, $"/rewards/draws/{id}/play", new { memberId = member }))
        );
        turns.ShouldAllBe(t => t.Ok);
        turns.Count(t => (bool)t.Json["won"]!).ShouldBe(10);
        turns.Select(t => t.Json.Long("number")).Order().ShouldBe(Enumerable.Range(1, 500).Select(n => (long)n));
        (await shop.Holds(member, "points")).ShouldBe(10 * 88);
        (await shop.Owner.RefusedPost($"/rewards/draws/{id}/play", new { memberId = member })).ShouldBe(
            "draw_no_chance"
        );

        // The seed is shown after the round; with it a stranger works every result out again.
        var sealedRound = await shop.Owner.Get($"/rewards/draws/{id}/rounds/1");
        sealedRound["seed"].ShouldBeNull();
        sealedRound["allRight"].ShouldBeNull();
        var proof = await shop.Owner.Post($"/rewards/draws/{id}/reveal");
        ((bool)proof["allRight"]!).ShouldBeTrue();
        var seed = Convert.FromHexString(proof.Text("seed")!);
        FairDraw.Commitment(seed).ShouldBe(draw.Text("commitment"));
        var prizes = Json.Parse<IReadOnlyList<DrawPrize>>(proof["prizes"]!.ToJsonString());
        foreach (var play in proof["plays"]!.AsArray())
        {
            var uses = Json.Parse<IReadOnlyList<PrizeUse>>(play!["uses"]!.ToJsonString());
            var result = FairDraw.Decide(prizes, uses, seed, play.Long("number"), play.Long("missesBefore"), 0);
            $"{result.Ticket} {result.Won}".ShouldBe($"{play.Long("ticket")} {play.Text("won")}");
        }
        (await shop.Owner.Get("/rewards/draws"))[0]!.Text("commitment").ShouldNotBe(draw.Text("commitment"));
    }

    [Theory, EachDatabase]
    public async Task A_turn_costs_a_chance_or_points_and_a_prize_is_guaranteed(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var draw = await Draw(shop, stock: null, weight: 1, nothing: 999_999, perDayMax: 5, cost: 10, guarantee: 3);
        var id = draw.Text("id")!;
        draw["prizes"]![0]!.Long("oddsPpm").ShouldBe(1);
        var member = await shop.Member();
        (await shop.Owner.RefusedPost($"/rewards/draws/{id}/play", new { memberId = member })).ShouldBe(
            "points_too_low"
        );
        await shop.Rule(new { on = "custom", name = "送分" }, [Parlour.Points(100)]);
        await shop.Owner.Post(
            "/rewards/events",
            new
            {
                memberId = member,
                name = "送分",
                key = "1",
            }
        );
        for (var i = 0; i < 3; i++)
            (
                (bool)(await shop.Owner.Post($"/rewards/draws/{id}/play", new { memberId = member }))["won"]!
            ).ShouldBeFalse();
        (await shop.Holds(member, "points")).ShouldBe(70);
        var fourth = await shop.Owner.Post($"/rewards/draws/{id}/play", new { memberId = member });
        fourth.Text("how").ShouldBe("guaranteed");
        (await shop.Holds(member, "points")).ShouldBe(60 + 88);
        await shop.Owner.Post($"/rewards/draws/{id}/play", new { memberId = member });
        (await shop.Owner.RefusedPost($"/rewards/draws/{id}/play", new { memberId = member })).ShouldBe(
            "draw_too_many_today"
        );
    }

    [Theory, EachDatabase]
    public async Task Checking_in_pays_by_the_row_and_a_missed_day_costs_points(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var member = await shop.Member();
        (await shop.Owner.RefusedPost($"/members/{member}/check-in", new { })).ShouldBe("check_in_off");
        await Settings(shop, "/settings/check-in", s => (s["active"], s["makeUpCost"]) = (true, 2));
        (await shop.Owner.Post($"/members/{member}/check-in", new { })).Long("points").ShouldBe(1);
        (await shop.Owner.RefusedPost($"/members/{member}/check-in", new { })).ShouldBe("check_in_twice");
        shop.House.Clock.Advance(TimeSpan.FromDays(1));
        using var owner = await shop.House.Owner();
        owner.Replays = false;
        (await owner.Post($"/members/{member}/check-in", new { })).Long("points").ShouldBe(2);
        shop.House.Clock.Advance(TimeSpan.FromDays(2));
        using var later = await shop.House.Owner();
        later.Replays = false;
        (await later.Post($"/members/{member}/check-in", new { makeUp = "2026-11-24" })).Long("cost").ShouldBe(2);
        var today = await later.Post($"/members/{member}/check-in", new { });
        (today.Long("streak"), today.Long("points"), today.Long("tomorrow")).ShouldBe((4, 5, 8));
        var calendar = await later.Get($"/members/{member}/check-ins");
        calendar["marks"]!
            .AsArray()
            .Select(m => m!.Text("day"))
            .ShouldBe(["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"]);
        await using var read = await shop.House.Db.Read(await shop.House.Merchant());
        var points = await read.One<long>(
            """
            SELECT a.balance FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE a.merchant_id = @m AND s.code = 'points'
            """
        );
        points.ShouldBe(1 + 2 + 3 - 2 + 5);
    }

    [Theory, EachDatabase]
    public async Task A_chain_of_tasks_and_a_badge_follow_what_happens_and_what_comes_back(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        var first = await shop.Owner.Post("/rewards/tasks", TaskForm("消费两次", "purchases", 2, byHand: true, null));
        var second = await shop.Owner.Post(
            "/rewards/tasks",
            TaskForm("消费满100", "spent", 100_00, byHand: false, first.Text("id"))
        );
        await shop.Owner.Post(
            "/rewards/badges",
            new
            {
                titleZh = "常客",
                titleEn = "Regular",
                about = "",
                feat = new { kind = "purchases", categories = Array.Empty<string>() },
                levels = new[]
                {
                    new
                    {
                        atLeast = 2,
                        titleZh = "铜",
                        titleEn = "Bronze",
                        effects = new[] { Parlour.Points(7) },
                    },
                    new
                    {
                        atLeast = 10,
                        titleZh = "银",
                        titleEn = "Silver",
                        effects = Array.Empty<object>(),
                    },
                },
            }
        );
        var member = await shop.Member();
        await shop.Buy(member, 20);
        var tasks = (await shop.Owner.Get($"/members/{member}/tasks")).AsArray();
        (tasks[0]!.Long("value"), tasks[1]!.Text("waits")).ShouldBe((1, "消费两次"));
        (await shop.Owner.RefusedPost($"/members/{member}/tasks/{first.Text("id")}/claim", null)).ShouldBe(
            "task_not_done"
        );
        var big = await shop.Buy(member, 30);
        await shop.Owner.Post($"/members/{member}/tasks/{first.Text("id")}/claim");
        (await shop.Owner.RefusedPost($"/members/{member}/tasks/{first.Text("id")}/claim", null)).ShouldBe(
            "task_claimed"
        );
        (await shop.Holds(member, "points")).ShouldBe(7 + 50);
        var third = await shop.Buy(member, 60);
        (await shop.Holds(member, "points")).ShouldBe(7 + 50 + 50);
        var badge = (await shop.Owner.Get($"/members/{member}/rewards"))["badges"]!.AsArray().ShouldHaveSingleItem()!;
        (badge.Text("title"), badge.Text("level")).ShouldBe(("常客", "铜"));

        // The sum falls below 100: the second task is undone. Two tickets remain, so the first one and the badge stay.
        await shop.Refund(third, 60);
        (await shop.Holds(member, "points")).ShouldBe(7 + 50);
        await shop.Refund(big, 30);
        (await shop.Holds(member, "points")).ShouldBe(0);
        (await shop.Owner.Get($"/members/{member}/rewards"))["badges"]!.AsArray().ShouldBeEmpty();
        second.Text("gives").ShouldBe("50 积分");
    }

    [Theory, EachDatabase]
    public async Task Both_sides_of_a_referral_are_rewarded_after_the_days_for_returns(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(
            new { on = "referred" },
            [Parlour.Points(5), Parlour.Points(3, "friend")],
            new { form = "referral" }
        );
        await shop.Rule(
            new { on = "friend_purchased", minAmount = 10_00 },
            [Parlour.Points(100), Parlour.Points(50, "friend")],
            new { holdDays = 7 }
        );
        var (ann, bob, eve) = (await shop.Member("安"), await shop.Member("博"), await shop.Member("伊"));
        await shop.House.DeliverFacts();
        object By(string inviter) => new { inviterId = inviter };
        (await shop.Owner.RefusedPost($"/members/{ann}/referrer", By(ann))).ShouldBe("referral_self");
        await shop.Owner.Post($"/members/{bob}/referrer", By(ann));
        (await shop.Owner.RefusedPost($"/members/{bob}/referrer", By(eve))).ShouldBe("referral_taken");
        (await shop.Owner.RefusedPost($"/members/{ann}/referrer", By(bob))).ShouldBe("referral_circle");
        await shop.Owner.Post($"/members/{eve}/referrer", By(ann));
        (await shop.Holds(ann, "points"), await shop.Holds(bob, "points")).ShouldBe((10, 3));

        var order = await shop.Buy(bob, 20);
        await shop.Buy(bob, 20);
        await shop.Buy(eve, 20);
        (await shop.States(ann)).Count(s => s == "waiting").ShouldBe(2);
        await shop.Refund(order, 20);
        (await shop.Clock(2026, 11, 28)).ShouldBe(0);
        (await shop.Clock(2026, 11, 29)).ShouldBe(2);
        await using var read = await shop.House.Db.Read(await shop.House.Merchant());
        var points = await read.All<(long Member, long Balance)>(
            """
            SELECT a.member_id, a.balance FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE a.merchant_id = @m AND s.code = 'points' ORDER BY a.member_id
            """
        );
        points
            .ToDictionary(p => $"{p.Member}", p => p.Balance)
            .ShouldBe(
                new Dictionary<string, long>
                {
                    [ann] = 10 + 100,
                    [bob] = 3,
                    [eve] = 3 + 50,
                }
            );
    }

    [Theory, EachDatabase]
    public async Task A_farm_of_friends_ends_at_the_limit_and_what_is_odd_is_held(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "referred" }, [Parlour.Points(5)]);
        var ann = await shop.Member("安");
        var codes = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            var friend = await shop.Member();
            var answer = await shop.Owner.Send(
                HttpMethod.Post,
                $"/members/{friend}/referrer",
                new { inviterId = ann, device = i < 4 ? "one-phone" : null }
            );
            codes.Add(answer.Code);
        }
        codes[3].ShouldBe("referral_too_many_on_device");
        codes.Count(c => c == "ok").ShouldBe(20);
        codes[^1].ShouldBe("referral_too_many_today");
        (await shop.States(ann)).Count(s => s == "given").ShouldBe(5);
        (await shop.States(ann)).Count(s => s == "held").ShouldBe(15);
        (await shop.Holds(ann, "points")).ShouldBe(25);
    }

    /// <summary>A busy database may leave the outcome unknown (503); the same key then finds it out, as every till does.</summary>
    private static async Task<Answer> Insist(Parlour shop, string path, object body)
    {
        var key = Guid.NewGuid().ToString();
        var answer = await shop.Owner.Send(HttpMethod.Post, path, body, key);
        for (var again = 0; answer.Status == 503 && again < 10; again++)
            answer = await shop.Owner.Send(HttpMethod.Post, path, body, key);
        return answer;
    }

    private static object TaskForm(string title, string kind, long target, bool byHand, string? after) =>
        new
        {
            titleZh = title,
            titleEn = "",
            terms = new
            {
                kind,
                target,
                period = "once",
                from = (string?)null,
                to = (string?)null,
                categories = Array.Empty<string>(),
                name = "",
                after,
                byHand,
            },
            effects = new[] { Parlour.Points(50) },
        };

    private static async Task<JsonNode> Draw(
        Parlour shop,
        long? stock,
        long weight,
        long nothing,
        int perDayMax,
        long? cost = null,
        int guarantee = 0
    ) =>
        await shop.Owner.Post(
            "/rewards/draws",
            new
            {
                name = "转盘",
                look = "wheel",
                costPoints = cost,
                perDayMax,
                guaranteeAfter = guarantee,
                validFrom = (string?)null,
                validTo = (string?)null,
                prizes = new[] { Prize("88 积分", weight, stock, false), Prize("谢谢参与", nothing, null, true) },
            }
        );

    private static object Prize(string title, long weight, long? stock, bool isNothing) =>
        new
        {
            id = (string?)null,
            titleZh = title,
            titleEn = "",
            weight,
            stock,
            perDay = (long?)null,
            isNothing,
            effects = isNothing ? [] : new[] { Parlour.Points(88) },
        };

    private static async Task GiveChances(Parlour shop, string draw, string member, long n)
    {
        await shop.Rule(
            new { on = "custom", name = "机会" },
            [
                new
                {
                    kind = "chances",
                    amount = n,
                    target = draw,
                },
            ]
        );
        await shop.Owner.Post(
            "/rewards/events",
            new
            {
                memberId = member,
                name = "机会",
                key = "1",
            }
        );
    }

    internal static async Task Settings(Parlour shop, string path, Action<JsonObject> change)
    {
        var settings = await shop.Owner.Get(path);
        var value = settings["value"]!.DeepClone().AsObject();
        change(value);
        await shop.Owner.Put(path, value, settings.Long("version"));
    }
}
