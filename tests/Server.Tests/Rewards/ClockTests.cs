using Shouldly;
using Shuke.Server.Platform;
using Xunit;

namespace Shuke.Server.Tests.Rewards;

/// <summary>The calendar gives once each, on the right day, also after downtime.</summary>
public sealed class ClockTests
{
    [Theory, EachDatabase]
    public async Task A_birthday_gift_comes_once_on_its_day(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "birthday" }, [Parlour.Points(88)], new { form = "birthday" });
        var leap = await Born(shop, "solar", 2, 29, 2000);
        var eve = await Born(shop, "solar", 12, 31, 1990);
        (await shop.Clock(2026, 11, 23)).ShouldBe(0);
        (await shop.Clock(2026, 12, 31, 7)).ShouldBe(0);
        (await shop.Clock(2026, 12, 31, 9)).ShouldBe(1);
        (await shop.Clock(2026, 12, 31, 23)).ShouldBe(0);
        (await Points(shop, eve)).ShouldBe(88);
        (await shop.Clock(2027, 2, 27)).ShouldBe(0);
        // Down on the day itself: caught up afterwards, with the day it was about.
        (await shop.Clock(2027, 3, 3)).ShouldBe(1);
        (await shop.Clock(2027, 3, 4)).ShouldBe(0);
        (await Points(shop, leap)).ShouldBe(88);
        (await Days(shop)).ShouldBe(["2026-12-31", "2027-02-28"]);
    }

    [Theory, EachDatabase]
    public async Task Two_looks_at_once_give_once(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "birthday", days = 3 }, [Parlour.Points(88)]);
        var member = await Born(shop, "solar", 12, 25, 1990);
        await shop.Clock(2026, 11, 23);
        await shop.Clock(2026, 12, 22, 7);
        shop.House.Clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => shop.Look()));
        (await Points(shop, member)).ShouldBe(88);
    }

    [Theory, EachDatabase]
    public async Task Not_seen_for_long_and_points_about_to_expire(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await shop.Rule(new { on = "not_seen", days = 30 }, [Parlour.Points(5)], new { name = "唤回" });
        await shop.Rule(new { on = "purchased", nth = 1 }, [Parlour.Points(10)]);
        await shop.Rule(
            new { on = "points_expiring", days = 7 },
            [
                new
                {
                    kind = "message",
                    textZh = "积分快到期了",
                    textEn = "Points expire soon",
                },
            ]
        );
        var (gone, back) = (await shop.Member(), await shop.Member());
        await shop.Buy(gone, 10);
        await shop.Buy(back, 10);
        await shop.Clock(2026, 11, 23);
        (await shop.Clock(2026, 12, 21)).ShouldBe(0);
        (await shop.Clock(2026, 12, 22)).ShouldBe(2);
        (await Points(shop, gone)).ShouldBe(15);
        // Points of November 2026 last to the end of November 2027, those of December to the end of December.
        (await shop.Clock(2027, 11, 22)).ShouldBe(0);
        (await shop.Clock(2027, 11, 25)).ShouldBe(2);
        (await shop.Clock(2027, 11, 26)).ShouldBe(0);
        (await shop.Clock(2027, 12, 24)).ShouldBe(2);
    }

    [Theory, EachDatabase]
    public async Task A_store_in_a_zone_with_summer_time_keeps_its_own_days(Engine engine)
    {
        await using var shop = await Parlour.Open(engine);
        await using (var tx = await shop.House.Db.Begin(await shop.House.Merchant()))
        {
            await tx.Execute("UPDATE store SET time_zone = 'America/New_York' WHERE merchant_id = @m");
            await tx.Commit();
        }
        await shop.Rule(new { on = "birthday" }, [Parlour.Points(1)]);
        // New York turns its clocks on 14 March 2027: that day has 23 hours.
        var before = await Born(shop, "solar", 3, 13, 1990);
        var on = await Born(shop, "solar", 3, 14, 1990);
        var after = await Born(shop, "solar", 3, 15, 1990);
        await New(shop, 2027, 3, 12, 12);
        (await New(shop, 2027, 3, 13, 12)).ShouldBe(0); // 07:00 in New York
        (await New(shop, 2027, 3, 13, 14)).ShouldBe(1);
        (await New(shop, 2027, 3, 14, 11)).ShouldBe(0);
        (await New(shop, 2027, 3, 14, 12)).ShouldBe(1); // 08:00 in summer time, an hour earlier by UTC
        (await New(shop, 2027, 3, 15, 12)).ShouldBe(1);
        foreach (var member in new[] { before, on, after })
            (await Points(shop, member)).ShouldBe(1);
        (await Days(shop)).ShouldBe(["2027-03-13", "2027-03-14", "2027-03-15"]);
    }

    /// <summary>
    /// A shop in New York over the turn of the year, a 29 February, the day the clocks change and a lunar leap month
    /// (2028 has two fifth months), with days on which nothing runs: each event once, on its own day.
    /// </summary>
    [Theory, EachDatabase]
    public async Task Birthdays_anniversaries_and_expiries_come_once_on_the_right_day_through_all_odd_days(
        Engine engine
    )
    {
        await using var shop = await Parlour.Open(engine);
        await using (var tx = await shop.House.Db.Begin(await shop.House.Merchant()))
        {
            await tx.Execute("UPDATE store SET time_zone = 'America/New_York' WHERE merchant_id = @m");
            await tx.Commit();
        }
        // Points earned in March 2027 last to the end of March 2028: a week before is the 24th.
        var born = new Dictionary<string, string>();
        await shop.ClockAt(new DateTimeOffset(2027, 3, 1, 17, 0, 0, TimeSpan.Zero));
        born[await Born(shop, "solar", 2, 29, 2000)] = "leap day";
        born[await Born(shop, "solar", 12, 31, 1990)] = "last day";
        born[await Born(shop, "lunar", 5, 5, 1990)] = "dragon boat";
        born[await Born(shop, "lunar_leap", 5, 5, 1990)] = "leap month";
        var buyer = born.Keys.First();
        await shop.Rule(new { on = "purchased", nth = 1 }, [Parlour.Points(1)], new { name = "积分" });
        await shop.Buy(buyer, 10);
        await shop.ClockAt(new DateTimeOffset(2027, 12, 27, 17, 0, 0, TimeSpan.Zero));
        await shop.Rule(new { on = "birthday" }, [Parlour.Points(10)], new { name = "生日" });
        await shop.Rule(new { on = "anniversary" }, [Parlour.Points(20)], new { name = "周年" });
        await shop.Rule(
            new { on = "points_expiring", days = 7 },
            [
                new
                {
                    kind = "message",
                    textZh = "积分快到期了",
                    textEn = "",
                },
            ],
            new { name = "到期" }
        );
        await shop.Look();
        var (at, end) = (
            new DateTimeOffset(2027, 12, 28, 17, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2028, 7, 1, 0, 0, 0, TimeSpan.Zero)
        );
        // One to four days between looks: up to three on which the server was down. Some days are looked at twice.
        for (var i = 0; at < end; i++, at = at.AddDays(1 + i % 4))
        {
            shop.House.Clock.MoveTo(at);
            await shop.Look();
            if (i % 5 == 0)
                await shop.Look();
        }

        await using var read = await shop.House.Db.Read(await shop.House.Merchant());
        var given = await read.All<(string Rule, long Member, Core.BusinessDay Day)>(
            """
            SELECT r.name, g.member_id, g.day FROM reward_grant g
            JOIN reward_rule r ON r.merchant_id = g.merchant_id AND r.id = g.source_id
            WHERE g.merchant_id = @m AND r.name <> '积分' ORDER BY g.day, g.member_id
            """
        );
        string Who(long id) => born[id.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        given
            .Select(g => $"{g.Day} {g.Rule} {Who(g.Member)}")
            .ShouldBe([
                "2027-12-31 生日 last day",
                "2028-02-29 生日 leap day",
                "2028-03-01 周年 leap day",
                "2028-03-01 周年 last day",
                "2028-03-01 周年 dragon boat",
                "2028-03-01 周年 leap month",
                "2028-03-24 到期 leap day",
                "2028-05-28 生日 dragon boat",
                "2028-06-27 生日 leap month",
            ]);
    }

    private static Task<int> New(Parlour shop, int year, int month, int day, int hourUtc) =>
        shop.ClockAt(new DateTimeOffset(year, month, day, hourUtc, 0, 0, TimeSpan.Zero));

    private static async Task<string> Born(Parlour shop, string kind, int month, int day, int year)
    {
        _phone++;
        var member = await shop.Owner.Post(
            "/members",
            new
            {
                phone = $"137{_phone:00000000}",
                birthday = new
                {
                    kind,
                    month,
                    day,
                    year,
                },
            }
        );
        await shop.House.DeliverFacts();
        return member.Text("id")!;
    }

    private static int _phone;

    private static async Task<long> Points(Parlour shop, string member)
    {
        await using var read = await shop.House.Db.Read(await shop.House.Merchant());
        return await read.One<long>(
            """
            SELECT a.balance FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id
            WHERE a.merchant_id = @m AND s.code = 'points' AND a.member_id = @id
            """,
            new { id = long.Parse(member, System.Globalization.CultureInfo.InvariantCulture) }
        );
    }

    private static async Task<string[]> Days(Parlour shop)
    {
        await using var read = await shop.House.Db.Read(await shop.House.Merchant());
        return
        [
            .. (
                await read.All<Core.BusinessDay>("SELECT day FROM reward_grant WHERE merchant_id = @m ORDER BY day")
            ).Select(d => d.ToString()),
        ];
    }
}
