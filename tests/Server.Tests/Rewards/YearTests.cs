using System.Globalization;
using System.Text.Json.Nodes;
using Shouldly;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Sales;
using Xunit;

namespace Shuke.Server.Tests.Rewards;

/// <summary>
/// A year in the shops that the browser sets up through the console's forms (tests/Setups): what the program says after each
/// ticket, and what everybody holds in the end, is what a plain model says that shares no code with it and knows the rules
/// from the brief alone: "500 yuan: 9折", "every tenth ticket a cup".
/// </summary>
public sealed class YearTests
{
    private static readonly DateOnly First = new(2026, 11, 22);
    private const int Days = 360;

    [Fact]
    public async Task The_coffee_shop_after_a_year_is_what_a_plain_model_says()
    {
        await using var year = await Year.Open("coffee");
        var coffee = await year.Product("拿铁", "咖啡");
        var (snack, cup) = (await year.Benefit("银卡"), await year.Benefit("金卡"));
        var people = new List<PlainGuest>();
        for (var i = 0; i < 6; i++)
            people.Add(await year.Guest(birthMonth: 2 * i + 1));

        while (await year.NextDay(Days))
        {
            foreach (var _ in Enumerable.Range(0, year.Dice.Next(1, 3)))
            {
                var guest = people[year.Dice.Next(6)];
                var yuan = year.Dice.Next(8, 95);
                // 8折 from 1,500 on, 9折 from 500 on, of what was paid so far.
                var fen =
                    yuan
                    * 100
                    / 10
                    * (
                        guest.Spent >= 150_000 ? 8
                        : guest.Spent >= 50_000 ? 9
                        : 10
                    );
                (await year.Buy(guest, (coffee, yuan))).Long("payable").ShouldBe(fen, guest.Phone);
                guest.Spent += fen;
                guest.Points += fen / 100;
                guest.Tickets++;
            }
            foreach (var guest in people.Where(_ => year.Today.Day == 18 || year.Dice.Next(20) == 0))
                await year.Tick(
                    guest,
                    snack,
                    guest.Spent is >= 50_000 and < 150_000
                        && year.Today.Day == 18
                        && guest.Uses.Add($"snack {year.Today:yyyy-MM}")
                );
            foreach (var guest in people.Where(p => p.BirthMonth == year.Today.Month || year.Dice.Next(30) == 0))
                await year.Tick(
                    guest,
                    cup,
                    guest.Spent >= 150_000
                        && year.Today.Month == guest.BirthMonth
                        && guest.Uses.Add($"cup {year.Today:yyyy-MM}")
                );
            var one = people[year.Dice.Next(people.Count)];
            if (year.Dice.Next(6) == 0)
            {
                var isLong = year.Dice.Next(2) == 0;
                await year.Owner.Post(
                    "/rewards/events",
                    new
                    {
                        memberId = one.Id,
                        name = isLong ? "专题讲座" : "咖啡讲座",
                        key = $"{year.Today}",
                    }
                );
                one.Points += isLong ? 100 : 50;
            }
            if (year.Dice.Next(12) == 0 && people.Count < 14)
            {
                var friend = await year.Guest(birthMonth: 6);
                await year.Owner.Post($"/members/{friend.Id}/referrer", new { inviterId = one.Id });
                one.Points += 100;
                people.Add(friend);
            }
            if (year.Dice.Next(4) == 0)
                await year.Redeem(one, "小饼干", 50, limit: null);
            if (year.Dice.Next(6) == 0)
                one.Cups += await year.Redeem(one, "中杯咖啡", 100, limit: null) ? 1 : 0;
            if (year.Dice.Next(12) == 0)
                one.Bonus += await year.Redeem(one, "赠金 30 元", 500, limit: null) ? 30_00 : 0;
            await year.Redeem(one, "保温杯", 1_000, limit: 1);
        }

        foreach (var guest in people)
        {
            var holds = await year.Holds(guest);
            holds.GetValueOrDefault("积分").ShouldBe(guest.Points, guest.Phone);
            holds.GetValueOrDefault("累计消费").ShouldBe(guest.Spent);
            holds.GetValueOrDefault("中杯咖啡券").ShouldBe(guest.Cups + guest.Tickets / 10);
            holds.GetValueOrDefault("储值赠金").ShouldBe(guest.Bonus);
            (await year.Owner.Get($"/members/{guest.Id}/tier"))
                .Text("name")
                .ShouldBe(
                    guest.Spent >= 150_000 ? "金卡"
                    : guest.Spent >= 50_000 ? "银卡"
                    : "普通会员"
                );
        }
        people.Max(p => p.Spent).ShouldBeGreaterThan(150_000, "the year must reach the highest tier");
        people.Sum(p => p.Uses.Count).ShouldBeGreaterThan(3);
        people.Count(p => p.Taken.ContainsKey("保温杯")).ShouldBeGreaterThan(1);
        (await year.Verified()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_hotpot_shop_after_a_year_is_what_a_plain_model_says()
    {
        await using var year = await Year.Open("hotpot");
        var pot = await year.Product("鸳鸯锅", "锅底");
        var people = new List<PlainGuest>();
        for (var i = 0; i < 8; i++)
            people.Add(await year.Guest(birthMonth: i + 1, birthDay: i == 1 ? 29 : 3 * i + 2));
        await year.Shop.Look();
        while (await year.NextDay(Days))
        {
            await year.Shop.Look();
            var guest = people[year.Dice.Next(8)];
            var yuan = year.Dice.Next(60, 400);
            (await year.Buy(guest, (pot, yuan))).Long("payable").ShouldBe(yuan * 100);
            guest.Points += yuan;
            await year.Redeem(guest, "靠垫", 1_000, limit: null);
        }
        foreach (var guest in people)
        {
            // The year runs from 23 November to 16 November: every birthday in it once, 29 February on the 28th.
            var birthday = new DateOnly(
                guest.BirthMonth == 12 ? 2026 : 2027,
                guest.BirthMonth,
                guest is { BirthMonth: 2, BirthDay: 29 } ? 28 : guest.BirthDay
            );
            (await year.Coupons(guest)).ShouldBe(birthday >= First && birthday <= year.Today ? 1 : 0, $"{birthday}");
            (await year.Holds(guest))["积分"].ShouldBe(guest.Points);
        }
        people.Count(p => p.Points < 1_000 && p.Redeemed > 0).ShouldBeGreaterThan(3);
        (await year.Verified()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_fuel_station_after_a_year_is_what_a_plain_model_says()
    {
        await using var year = await Year.Open("fuel");
        var (petrol, diesel) = (await year.Product("92 号", "汽油"), await year.Product("0 号", "柴油"));
        var people = new List<PlainGuest>();
        for (var i = 0; i < 6; i++)
            people.Add(await year.Guest(birthMonth: 1));
        while (await year.NextDay(Days))
        {
            var guest = people[year.Dice.Next(6)];
            var (p, d) = (year.Dice.Next(3) == 0 ? 0 : year.Dice.Next(50, 300), year.Dice.Next(4) == 0 ? 200 : 0);
            if (p + d == 0)
                continue;
            var lines = new List<(string, int)>();
            if (p > 0)
                lines.Add((petrol, p));
            if (d > 0)
                lines.Add((diesel, d));
            var order = await year.Buy(guest, [.. lines]);
            guest.Points += p;
            guest.Diesel += 2 * d;
            if (guest.Tickets++ == 0)
                (guest.Bonus, guest.Cups) = (guest.Bonus + 10_00, guest.Cups + 1);
            // Now and then the petrol of a mixed ticket was a mistake and is given back at once.
            if (p > 0 && d > 0 && year.Dice.Next(2) == 0)
            {
                await year.GiveBack(order, lineNo: 1, p);
                guest.Points -= p;
            }
            guest.Cups += await year.Redeem(guest, "免费洗车", 500, limit: null) ? 1 : 0;
            await year.Redeem(guest, "机油一桶", 800, limit: null, diesel: true);
        }
        foreach (var guest in people)
        {
            var holds = await year.Holds(guest);
            holds.GetValueOrDefault("汽油积分").ShouldBe(guest.Points, guest.Phone);
            holds.GetValueOrDefault("柴油积分").ShouldBe(guest.Diesel);
            holds.GetValueOrDefault("积分").ShouldBe(0);
            holds.GetValueOrDefault("储值赠金").ShouldBe(guest.Bonus);
            holds.GetValueOrDefault("洗车券").ShouldBe(guest.Cups);
        }
        people.ShouldAllBe(p => p.Tickets > 5);
        (await year.Verified()).ShouldBeTrue();
    }

    /// <summary>All the plain model knows of somebody: numbers that are added up.</summary>
    private sealed class PlainGuest(string id, string phone, int birthMonth, int birthDay)
    {
        public string Id => id;
        public string Phone => phone;
        public int BirthMonth => birthMonth;
        public int BirthDay => birthDay;
        public long Spent,
            Points,
            Diesel,
            Bonus;
        public int Tickets,
            Cups,
            Redeemed;
        public HashSet<string> Uses { get; } = [];
        public Dictionary<string, int> Taken { get; } = [];
    }

    /// <summary>The shop, its calendar, and the hands of its staff.</summary>
    private sealed class Year(Parlour shop, Dictionary<string, string> ids) : IAsyncDisposable
    {
        public Parlour Shop => shop;
        public Client Owner => shop.Owner;
        public Random Dice { get; } = new(20261122);
        public DateOnly Today { get; private set; } = First;

        private int _phones;

        public static async Task<Year> Open(string name)
        {
            var shop = await Parlour.Open(Engine.Sqlite);
            return new(shop, await SetUps.Apply(shop.Owner, name));
        }

        /// <summary>One to three days on; what was told meanwhile is delivered. False when the year is over.</summary>
        public async Task<bool> NextDay(int days)
        {
            await shop.House.DeliverFacts();
            Today = Today.AddDays(Dice.Next(1, 4));
            if (Today > First.AddDays(days))
                return false;
            shop.House.Clock.MoveTo(new DateTimeOffset(Today.ToDateTime(new(10, 0)), TimeSpan.FromHours(8)));
            // The owner stays signed in for the year.
            await using var tx = await shop.House.Db.Begin(await shop.House.Merchant());
            await tx.Execute(
                "UPDATE session SET seen_at = @now, expires_at = @later WHERE merchant_id = @m",
                new { now = tx.Now, later = tx.Now.Plus(TimeSpan.FromDays(1)) }
            );
            await tx.Commit();
            return true;
        }

        public Task<string> Product(string name, string category) =>
            shop.Till.Product(name, 1_00, new { categoryId = ids[category] });

        public async Task<string> Benefit(string tier) =>
            (await Owner.Get("/tiers")).AsArray().First(t => t!.Text("name") == tier)!.Text("benefits.0.id")!;

        public async Task<PlainGuest> Guest(int birthMonth, int birthDay = 15)
        {
            var phone = $"137{++_phones:00000000}";
            var made = await Owner.Post(
                "/members",
                new
                {
                    phone,
                    name = phone,
                    birthday = new
                    {
                        kind = "solar",
                        month = birthMonth,
                        day = birthDay,
                        year = 1992,
                    },
                }
            );
            return new(made.Text("id")!, phone, birthMonth, birthDay);
        }

        /// <summary>Pieces of one yuan each, paid in cash.</summary>
        public async Task<JsonNode> Buy(PlainGuest guest, params (string Product, int Pieces)[] lines)
        {
            var order = await Owner.Post(
                "/orders",
                shop.Till.Sale(
                    guest.Id,
                    [.. lines.Select((l, i) => Till.Line(i + 1, l.Product, l.Pieces))],
                    [Till.Cash()]
                )
            );
            await shop.House.DeliverFacts();
            return order;
        }

        public async Task GiveBack(JsonNode order, int lineNo, int pieces)
        {
            await Owner.Post(
                $"/orders/{order.Text("orderId")}/refunds",
                new
                {
                    shiftId = shop.Till.Shift,
                    lines = new[] { new { lineNo, quantity = pieces * 1000L } },
                    reason = "加错了",
                }
            );
            await shop.House.DeliverFacts();
        }

        public async Task Tick(PlainGuest guest, string benefit, bool expected)
        {
            var answer = await Owner.Send(HttpMethod.Post, $"/members/{guest.Id}/benefits/{benefit}/use", null);
            (answer.Status == 200).ShouldBe(expected, $"{guest.Phone} on {Today}");
        }

        /// <summary>Tries to redeem; the model says beforehand whether it must work.</summary>
        public async Task<bool> Redeem(PlainGuest guest, string what, int price, int? limit, bool diesel = false)
        {
            await shop.House.DeliverFacts();
            var taken = guest.Taken.GetValueOrDefault(what);
            var expected = (diesel ? guest.Diesel : guest.Points) >= price && (limit is null || taken < limit);
            var answer = await Owner.Send(
                HttpMethod.Post,
                $"/rewards/redemptions/{ids[what]}/redeem",
                new { memberId = guest.Id }
            );
            (answer.Status == 200).ShouldBe(expected, $"{guest.Phone} redeems {what} on {Today}");
            if (!expected)
                return false;
            guest.Taken[what] = taken + 1;
            guest.Redeemed++;
            if (diesel)
                guest.Diesel -= price;
            else
                guest.Points -= price;
            return true;
        }

        public async Task<Dictionary<string, long>> Holds(PlainGuest guest) =>
            (await Owner.Get($"/ledger/members/{guest.Id}"))["holdings"]!
                .AsArray()
                .ToDictionary(h => h!.Text("name")!, h => h!.Long("balance"));

        public async Task<long> Coupons(PlainGuest guest)
        {
            await using var read = await shop.House.Db.Read(await shop.House.Merchant());
            return await read.One<long>(
                "SELECT COUNT(*) FROM coupon WHERE merchant_id = @m AND member_id = @id",
                new { id = long.Parse(guest.Id, CultureInfo.InvariantCulture) }
            );
        }

        /// <summary>The ledger's own proof over the year.</summary>
        public async Task<bool> Verified()
        {
            await using var read = await shop.House.Db.Read(await shop.House.Merchant());
            return (await Modules.Ledger.VerifyLedger.Run(read, [])).Wrong is null;
        }

        public ValueTask DisposeAsync() => shop.DisposeAsync();
    }
}

/// <summary>Applies tests/Setups/*.json over the API; the browser test proves that the console's forms save the same.</summary>
internal static class SetUps
{
    /// <returns>ids of what was made, by name</returns>
    public static async Task<Dictionary<string, string>> Apply(Client owner, string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Shuke.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        var file = JsonNode.Parse(
            await File.ReadAllTextAsync(Path.Combine(folder, "tests", "Setups", $"{name}.json"))
        )!;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        JsonObject Named(JsonNode? node) => Resolve(node!, ids).AsObject();

        var settings = await owner.Get("/settings/pricing");
        var pricing = settings["value"]!.DeepClone().AsObject();
        foreach (var (key, value) in file["pricing"]!.AsObject())
            pricing[key] = value?.DeepClone();
        await owner.Put("/settings/pricing", pricing, settings.Long("version"));
        foreach (var category in All(file, "categories"))
            ids[(string)category!] = (await owner.Post("/categories", new { name = (string)category! })).Text("id")!;
        foreach (var kind in All(file, "points"))
            ids[(string)kind!] = (
                await owner.Post(
                    "/ledger/assets",
                    new
                    {
                        kind = "points",
                        nameZh = (string)kind!,
                        nameEn = (string)kind!,
                        expiry = "months:12:month",
                    }
                )
            ).Text("id")!;
        foreach (var coupon in All(file, "coupons"))
        {
            var made = await owner.Post("/coupons/templates", Named(coupon));
            await owner.Post($"/coupons/templates/{made.Text("id")}/state", new { state = "active" });
            ids[made.Text("name")!] = made.Text("id")!;
        }
        foreach (var tier in All(file, "tiers"))
        {
            var body = Named(tier);
            (body["colour"], body["description"]) = ("#b8860b", "");
            body["pack"] = JsonNode.Parse("""{"points":0,"bonus":0,"vouchers":[]}""");
            foreach (var benefit in body["benefits"]!.AsArray())
                (benefit!["id"], benefit["titleEn"]) = (null, "");
            await owner.Post("/tiers", body);
        }
        foreach (var card in All(file, "punchCards"))
        {
            var made = await owner.Post("/ledger/punch-cards", Named(card));
            var asset = (await owner.Get("/ledger/assets"))
                .AsArray()
                .First(a => a!.Text("nameZh") == made.Text("reward"))!;
            ids[made.Text("reward")!] = asset.Text("id")!;
        }
        foreach (var card in All(file, "timesCards"))
        {
            var made = await owner.Post("/ledger/times-cards", Named(card));
            ids[made.Text("name")!] = made.Text("assetId")!;
        }
        foreach (var rule in All(file, "rules"))
        {
            var body = Named(rule);
            body["caps"] ??= new JsonArray();
            body["validity"] ??= new JsonObject();
            await owner.Post("/rewards/rules", body);
        }
        foreach (var redemption in All(file, "redemptions"))
        {
            var made = await owner.Post("/rewards/redemptions", Named(redemption));
            ids[made.Text("name")!] = made.Text("id")!;
        }
        return ids;
    }

    private static IEnumerable<JsonNode?> All(JsonNode file, string part) => file[part]?.AsArray() ?? [];

    /// <summary>Names behind an @ become the ids of what was made.</summary>
    private static JsonNode Resolve(JsonNode node, Dictionary<string, string> ids) =>
        node switch
        {
            JsonObject o => new JsonObject(
                o.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Resolve(p.Value, ids)))
            ),
            JsonArray a => new JsonArray([.. a.Select(n => n is null ? null : Resolve(n, ids))]),
            JsonValue v when v.TryGetValue<string>(out var text) && text.StartsWith('@') => ids[text[1..]],
            _ => node.DeepClone(),
        };
}
