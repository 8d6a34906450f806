using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Server.Modules.Ledger;
using Shuke.Server.Modules.Sales;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Sales;

/// <summary>Memberships, times cards, gifts, and the clearing of points, over HTTP.</summary>
public sealed class SoldTests
{
    private static object Cash(long? tendered = null) => new { tender = "cash", tendered };

    private static readonly object Stored = new { tender = "stored_value" };

    [Theory, EachDatabase]
    public async Task A_membership_is_sold_saves_money_and_comes_back_by_its_days(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var (member, latte, plan) = (
            await till.Member("13900001111"),
            await till.Product("拿铁", 30_00),
            await Plan(till)
        );
        var sold = await till.Client.Post(
            "/memberships",
            new
            {
                shiftId = till.Shift,
                memberId = member,
                planId = plan,
                payment = Cash(400_00),
            }
        );
        (sold.Text("first"), sold.Text("last"), sold.Long("change")).ShouldBe(("2026-11-22", "2027-11-21", 35_00));
        (await Value(till, member, "points")).ShouldBe(100, "the opening pack");

        var order = await till.Sell(member, [Till.Line(1, latte, 1)], Till.Cash());
        order.Long("payable").ShouldBe(27_00);
        var mine = (await till.Client.Get($"/members/{member}/memberships")).AsArray().ShouldHaveSingleItem()!;
        (mine.Long("saved"), (bool)mine["isRunning"]!).ShouldBe((3_00, true));

        var id = sold.Text("id");
        till.House.Clock.Advance(TimeSpan.FromDays(99));
        using var later = await till.House.Owner();
        var shift = (await later.Post("/shifts", new { @float = 0, till = "2" })).Text("id");
        (await later.Post($"/memberships/{id}/refund/preview")).Long("refund").ShouldBe(265_00);
        var back = await later.Post($"/memberships/{id}/refund", new { shiftId = shift, reason = "搬家" });
        (back.Long("refund"), back.Long("daysLeft"), back.Text("tender")).ShouldBe((265_00, 265, "cash"));
        (await later.RefusedPost($"/memberships/{id}/refund", new { shiftId = shift, reason = "再退" })).ShouldBe(
            "sold_refunded"
        );
        var report = await later.Get($"/shifts/{shift}");
        report.Long("report.expectedCash").ShouldBe(-265_00);
        (await later.Get($"/shifts/{till.Shift}")).Long("report.expectedCash").ShouldBe(200_00 + 365_00 + 27_00);
    }

    [Theory, EachDatabase]
    public async Task A_trial_is_free_and_given_once(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var (member, plan) = (await till.Member("13900001111"), await Plan(till));
        var wish = new
        {
            shiftId = till.Shift,
            memberId = member,
            planId = plan,
        };
        (await till.Client.Post("/memberships", wish)).Text("last").ShouldBe("2026-11-28");
        (await till.Client.RefusedPost("/memberships", wish)).ShouldBe("membership_trial_used");
    }

    [Theory, EachDatabase]
    public async Task Paid_from_stored_value_it_renews_itself_once_and_is_refunded_to_the_card(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var (member, plan) = (await till.Member("13900001111"), await Plan(till));
        await till.TopUp(member, 1_000_00);
        await till.Client.Post(
            "/memberships",
            new
            {
                shiftId = till.Shift,
                memberId = member,
                planId = plan,
                payment = Stored,
                autoRenew = true,
            }
        );
        (await Value(till, member, "principal")).ShouldBe(635_00);

        till.House.Clock.MoveTo(new DateTimeOffset(2027, 11, 21, 4, 0, 0, TimeSpan.Zero));
        await Night(till.House, RenewMemberships.Kind);
        await Night(till.House, RenewMemberships.Kind);
        using var owner = await till.House.Owner();
        var terms = (await owner.Get($"/members/{member}/memberships")).AsArray();
        terms.Select(t => t!.Text("last")).ShouldBe(["2028-11-21", "2027-11-21"]);
        terms.Select(t => (bool)t!["autoRenew"]!).ShouldBe([true, false]);
        (await Value(owner, member, "principal")).ShouldBe(270_00);

        // The next time there is not enough: the reason stays with the term, and nothing is taken.
        till.House.Clock.MoveTo(new DateTimeOffset(2028, 11, 21, 4, 0, 0, TimeSpan.Zero));
        await Night(till.House, RenewMemberships.Kind);
        using var last = await till.House.Owner();
        terms = (await last.Get($"/members/{member}/memberships")).AsArray();
        terms.Count.ShouldBe(2);
        terms[0]!.Text("renewalNote").ShouldNotBeNull().ShouldContain("95.00");

        var shift = (await last.Post("/shifts", new { @float = 0, till = "2" })).Text("id");
        var back = await last.Post(
            $"/memberships/{terms[0]!.Text("id")}/refund",
            new { shiftId = shift, reason = "不续了" }
        );
        back.Long("refund").ShouldBe(0, "it is the last day");
        (await Value(last, member, "principal")).ShouldBe(270_00);
        await Verify(till.House);
    }

    [Theory, EachDatabase]
    public async Task A_times_card_is_sold_used_shared_and_refunded_by_the_law(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var (owner, wife) = (await till.Member("13900001111", "林大"), await till.Member("13900002222", "林二"));
        var card = await till.Client.Post(
            "/ledger/times-cards",
            new
            {
                name = "洗车 10 次",
                uses = 10,
                pay = 300_00,
                listPrice = 400_00,
                validity = "months:12",
            }
        );
        var sale = await till.Client.Post(
            "/times-cards",
            new
            {
                shiftId = till.Shift,
                memberId = owner,
                cardId = card.Text("id"),
                payment = Cash(),
            }
        );
        object Use(string who, int count) =>
            new
            {
                ownerId = owner,
                memberId = who,
                assetId = card.Text("assetId"),
                count,
            };
        (await till.Client.Post("/times-cards/use", Use(owner, 2))).Long("remaining").ShouldBe(8);
        (await till.Client.RefusedPost("/times-cards/use", Use(wife, 1))).ShouldBe("times_not_shared");
        await till.Client.Post($"/members/{owner}/times", new { withId = wife, shares = true });
        (await till.Client.Post("/times-cards/use", Use(wife, 1))).Long("remaining").ShouldBe(7);
        (await till.Client.Get($"/members/{wife}/times")).Text("cards.0.owner").ShouldBe("林大");
        (await till.Client.RefusedPost("/times-cards/use", Use(owner, 8))).ShouldBe("times_too_low");

        var id = sale.Text("id");
        // Within seven days it is the card's own price, whatever the reason: 300 - 3 x 30.
        (await till.Client.Post($"/times-cards/{id}/refund/preview", new { basis = "list_price" }))
            .Long("refund")
            .ShouldBe(210_00);
        till.House.Clock.Advance(TimeSpan.FromDays(8));
        using var later = await till.House.Owner();
        var shift = (await later.Post("/shifts", new { @float = 0, till = "2" })).Text("id");
        // Later and for a reason of their own: 300 - 3 x 40.
        var back = await later.Post(
            $"/times-cards/{id}/refund",
            new
            {
                shiftId = shift,
                basis = "list_price",
                reason = "不用了",
            }
        );
        (back.Long("refund"), back.Long("used"), back.Long("usedValue")).ShouldBe((180_00, 3, 120_00));
        (await later.Get($"/members/{owner}/times"))["cards"]!.AsArray().ShouldBeEmpty();
        await Verify(till.House);
    }

    [Theory, EachDatabase]
    public async Task A_gift_is_claimed_once_and_an_unclaimed_one_goes_back(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var (giver, friend) = (await till.Member("13900001111", "送的"), await till.Member("13900002222", "收的"));
        await till.TopUp(giver, 200_00);
        var gift = await till.Client.Post(
            "/gifts",
            new
            {
                memberId = giver,
                amount = 50_00,
                message = "生日快乐",
            }
        );
        (await Value(till, giver, "principal")).ShouldBe(150_00);
        var claim = new { code = gift.Text("code"), memberId = friend };
        var claimed = await till.Client.Post("/gifts/claim", claim);
        (claimed.Long("storedValue"), claimed.Text("from"), claimed.Text("message")).ShouldBe(
            (50_00, "送的", "生日快乐")
        );
        (await till.Client.RefusedPost("/gifts/claim", claim)).ShouldBe("gift_not_open");
        (await till.Client.RefusedPost("/gifts/claim", new { code = "ABCDEFGH", memberId = friend })).ShouldBe(
            "gift_not_open"
        );

        await till.Client.Post("/gifts", new { memberId = giver, amount = 30_00 });
        (await Value(till, giver, "principal")).ShouldBe(120_00);
        till.House.Clock.Advance(TimeSpan.FromDays(8));
        await Night(till.House, ValueGifts.Kind);
        await Night(till.House, ValueGifts.Kind);
        using var owner = await till.House.Owner();
        (await Value(owner, giver, "principal")).ShouldBe(150_00);
        (await owner.Get($"/gifts?memberId={giver}"))
            .AsArray()
            .Select(g => g!.Text("state"))
            .ShouldBe(["returned", "claimed"]);
        await Verify(till.House);
    }

    [Theory, EachDatabase]
    public async Task What_was_bought_and_what_was_sent_follow_a_merge(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var (old, kept, wife) = (
            await till.Member("13900001111", "旧号"),
            await till.Member("13900002222", "新号"),
            await till.Member("13900003333", "家人")
        );
        await till.TopUp(old, 500_00);
        var plan = await Plan(till);
        await till.Client.Post(
            "/memberships",
            new
            {
                shiftId = till.Shift,
                memberId = old,
                planId = plan,
                payment = Cash(),
            }
        );
        var card = await till.Client.Post(
            "/ledger/times-cards",
            new
            {
                name = "洗车 10 次",
                uses = 10,
                pay = 300_00,
                listPrice = 400_00,
                validity = "months:12",
            }
        );
        var sale = await till.Client.Post(
            "/times-cards",
            new
            {
                shiftId = till.Shift,
                memberId = old,
                cardId = card.Text("id"),
                payment = Stored,
            }
        );
        await till.Client.Post($"/members/{old}/times", new { withId = wife, shares = true });
        var gift = await till.Client.Post("/gifts", new { memberId = old, amount = 50_00 });
        await till.Client.Post($"/members/{kept}/merge", new { fromId = old, reason = "同一人" });
        await till.House.DeliverFacts();

        (await till.Client.Get($"/members/{kept}/memberships")).AsArray().ShouldHaveSingleItem();
        var use = new
        {
            ownerId = kept,
            memberId = wife,
            assetId = card.Text("assetId"),
            count = 2,
        };
        (await till.Client.Post("/times-cards/use", use)).Long("remaining").ShouldBe(8);
        await till.Client.Post($"/gifts/{gift.Text("id")}/take-back");
        (await Value(till, kept, "principal")).ShouldBe(200_00);
        var back = await till.Client.Post(
            $"/times-cards/{sale.Text("id")}/refund",
            new
            {
                shiftId = till.Shift,
                basis = "paid_share",
                reason = "不用了",
            }
        );
        back.Long("refund").ShouldBe(240_00);
        (await Value(till, kept, "principal")).ShouldBe(440_00);
        await Verify(till.House);
    }

    [Theory, EachDatabase]
    public async Task A_gift_card_is_sold_claimed_or_given_back_but_not_both(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var friend = await till.Member("13900002222");
        object Sell(long fen) =>
            new
            {
                shiftId = till.Shift,
                amount = fen,
                payment = Cash(),
            };
        (await till.Client.RefusedPost("/gift-cards", Sell(1_000_01))).ShouldBe("amount_out_of_range");
        var (one, two) = (
            await till.Client.Post("/gift-cards", Sell(100_00)),
            await till.Client.Post("/gift-cards", Sell(60_00))
        );
        one.Text("until").ShouldBe("2029-11-22");
        await till.Client.Post("/gifts/claim", new { code = one.Text("code"), memberId = friend });
        (await Value(till, friend, "principal")).ShouldBe(100_00);
        var reason = new { shiftId = till.Shift, reason = "买错了" };
        (await till.Client.RefusedPost($"/gift-cards/{one.Text("id")}/refund", reason)).ShouldBe("gift_card_used");
        await till.Client.Post($"/gift-cards/{two.Text("id")}/refund", reason);
        (await till.Client.RefusedPost("/gifts/claim", new { code = two.Text("code"), memberId = friend })).ShouldBe(
            "gift_not_open"
        );
        (await till.Client.Get($"/shifts/{till.Shift}")).Long("report.expectedCash").ShouldBe(200_00 + 100_00);
    }

    [Theory, EachDatabase]
    public async Task Points_are_cleared_after_notice_and_only_those_of_before(Engine engine)
    {
        await using var till = await Till.Open(engine);
        var (member, latte) = (await till.Member("13900001111"), await till.Product("拿铁", 30_00));
        await till.Sell(member, [Till.Line(1, latte, 1)], Till.Cash());
        var preview = await till.Client.Post("/ledger/clearings/preview", new { earnedUntil = "2026-11-22" });
        (preview.Long("members"), preview.Long("points"), preview.Long("outstanding")).ShouldBe((1, 30, 30));
        object Wish(string until, string on) =>
            new
            {
                earnedUntil = until,
                onDay = on,
                notice = "年底积分清零",
            };
        (await till.Client.RefusedPost("/ledger/clearings", Wish("2026-11-22", "2026-11-28"))).ShouldBe(
            "clearing_too_soon"
        );
        await till.Client.Post("/ledger/clearings", Wish("2026-11-22", "2026-11-29"));

        till.House.Clock.MoveTo(new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero));
        await Night(till.House, PointsClearing.Kind);
        using var owner = await till.House.Owner();
        (await Value(owner, member, "points")).ShouldBe(30, "the day has not come");
        var shift = (await owner.Post("/shifts", new { @float = 0, till = "2" })).Text("id");
        await owner.Post(
            "/orders",
            new
            {
                shiftId = shift,
                cart = new { lines = new[] { Till.Line(1, latte, 2) }, memberId = member },
                payments = new[] { Till.Cash() },
            }
        );
        till.House.Clock.MoveTo(new DateTimeOffset(2026, 11, 30, 4, 0, 0, TimeSpan.Zero));
        await Night(till.House, PointsClearing.Kind);
        await Night(till.House, PointsClearing.Kind);
        using var later = await till.House.Owner();
        (await Value(later, member, "points")).ShouldBe(60);
        var done = (await later.Get("/ledger/clearings")).AsArray().ShouldHaveSingleItem()!;
        (done.Text("state"), done.Long("members"), done.Long("points")).ShouldBe(("done", 1, 30));
        (await later.RefusedPost($"/ledger/clearings/{done.Text("id")}/cancel", null)).ShouldBe("clearing_begun");
        await Verify(till.House);
    }

    private static async Task<string> Plan(Till till) =>
        (
            await till.Client.Post(
                "/memberships/plans",
                new
                {
                    name = "年卡",
                    months = 12,
                    fee = 365_00,
                    trialDays = 7,
                    priceBp = 9_000,
                    multiplierBp = 10_000,
                    pack = new
                    {
                        points = 100,
                        bonus = 0,
                        vouchers = Array.Empty<object>(),
                    },
                }
            )
        ).Text("id")!;

    private static Task<long> Value(Till till, string member, string code) => Value(till.Client, member, code);

    private static async Task<long> Value(Client client, string member, string code)
    {
        var shown = await client.Get($"/till/members/{member}");
        return shown.Long(code);
    }

    private static async Task Night(House house, string kind)
    {
        JobId id;
        await using (var tx = await house.Db.Begin(await house.Merchant()))
        {
            id = await Jobs.Start(tx, kind, "夜间", new { }, null);
            await tx.Commit();
        }
        using var owner = await house.Owner();
        for (var i = 0; i < 200; i++)
        {
            var state = (await owner.Get($"/jobs/{id}")).Text("state");
            if (state == "done")
                return;
            state.ShouldBeOneOf("waiting", "running");
            await Task.Delay(50);
        }
        throw new TimeoutException(kind);
    }

    /// <summary>Every chain, balance and lot, and that tickets agree with their postings.</summary>
    private static async Task Verify(House house)
    {
        await Night(house, CheckLedger.VerifyKind);
        await using var db = await house.Db.Read(await house.Merchant());
        (await db.One<long>("SELECT COUNT(*) FROM ledger_check WHERE merchant_id = @m AND wrong IS NOT NULL")).ShouldBe(
            0
        );
        (await db.One<long>("SELECT COUNT(*) FROM ledger_check WHERE merchant_id = @m")).ShouldBeGreaterThan(0);
    }
}
