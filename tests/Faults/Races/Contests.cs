using System.Globalization;
using System.Text.Json;
using Shuke.Faults.Harness;

namespace Shuke.Faults.Races;

/// <summary>
/// The contests of the table in docs/internals/testing.md: many clients want what only some of them can have. Each round
/// answers what was wrong with it, judged by what clients were told and what the member holds afterwards.
/// </summary>
internal static class Contests
{
    /// <summary>C1: 200 clients spend the whole balance; exactly one may.</summary>
    public static async Task<List<string>> OneBalance(Field field)
    {
        const int Clients = 200;
        var member = await field.MemberWith(10_000);
        var answers = await field.Together(Clients, "c1", "/orders", _ => field.Ticket(member, 10_000, Field.Stored));
        return
        [
            .. Winners(answers, 1),
            .. Losers(answers, "balance_too_low"),
            .. Must("stored value", (await field.Held(member)).Stored, 0),
        ];
    }

    /// <summary>C2: a tier's free snack once a month, at twenty tills at once. Coupons will join here when there are any.</summary>
    public static async Task<List<string>> OneBenefit(Field field)
    {
        var (member, benefit, product) = await Silver(field);
        var answers = await field.Together(
            20,
            "c2",
            "/orders",
            _ => new
            {
                shiftId = field.Shift,
                cart = new
                {
                    lines = new[]
                    {
                        new
                        {
                            lineNo = 1,
                            productId = product,
                            quantity = 2_000,
                        },
                    },
                    memberId = member,
                    freeItems = new[] { new { kind = "benefit", sourceId = benefit } },
                },
                payments = Field.Cash,
            }
        );
        var free = 0;
        foreach (var answer in answers.Where(a => a.Ok))
        {
            var order = await field.Api.Get($"/orders/{(string)answer.Json["orderId"]!}");
            if (
                order["lines"]!
                    .AsArray()
                    .Any(l => l!["discounts"]!.AsArray().Any(d => (string?)d!["offer"] == "free_item"))
            )
                free++;
        }
        var left = (await field.Api.Get($"/members/{member}/tier"))["benefits"]!
            .AsArray()
            .First(b => (string?)b!["id"] == benefit)!;
        return [.. Must("free snacks given", free, 1), .. Must("left this month", (long)left["remaining"]!, 0)];
    }

    /// <summary>A member of the coffee shop's second tier, the benefit it has, and a product it can be.</summary>
    private static async Task<(string Member, string Benefit, string Product)> Silver(Field field)
    {
        var member = await field.Member();
        await field.Api.Must("/orders", field.Ticket(member, 60_000, Field.Cash));
        var benefit = (await field.Api.Get($"/members/{member}/tier"))["benefits"]!
            .AsArray()
            .First(b => (string?)b!["kind"] == "free_item")!;
        var category = (await field.Api.Get("/categories"))["items"]!
            .AsArray()
            .First(c => (string?)c!["name"] == "烘焙")!;
        var product = await field.Api.Must(
            "/goods",
            new
            {
                name = field.NewKey("面包"),
                price = 1_200,
                unit = "个",
                categoryId = (string)category["id"]!,
            }
        );
        return (member, (string)benefit["id"]!, (string)product["id"]!);
    }

    /// <summary>C3: 100 redeemers want ten times the points there are.</summary>
    public static async Task<List<string>> OneHeapOfPoints(Field field)
    {
        const int Clients = 100;
        var member = await field.Member();
        await field.Api.Must(
            $"/ledger/members/{member}/adjust",
            new
            {
                assetId = field.Shop.PointsAsset,
                amount = 1_000,
                reason = "赛跑",
            }
        );
        // Two yuan, one of them in points; the other earns a point, too few to redeem once more. The till says what it
        // showed as due, so whoever comes too late for points is refused and does not pay two yuan instead.
        var answers = await field.Together(
            Clients,
            "c3",
            "/orders",
            _ => field.Ticket(member, 200, Field.Cash, new { number = 100 }, expectedDue: 100)
        );
        var redeemed = answers.Where(a => a.Ok).Sum(a => (long)a.Json["pointsUsed"]!);
        var earned = answers.Where(a => a.Ok).Sum(a => (long)a.Json["earned"]!);
        return
        [
            .. Winners(answers, 10),
            .. Must("points redeemed", redeemed, 1_000),
            .. Must("points left", (await field.Held(member)).Points, earned),
        ];
    }

    /// <summary>C4: 50 tills refund one piece each of an order of 20 pieces, paid from stored value and cash.</summary>
    public static async Task<List<string>> OneOrder(Field field)
    {
        const int Clients = 50;
        const int Pieces = 20;
        var member = await field.MemberWith(1_200);
        var order = await field.Api.Must(
            "/orders",
            new
            {
                shiftId = field.Shift,
                cart = new
                {
                    lines = new[]
                    {
                        new
                        {
                            lineNo = 1,
                            name = "件",
                            price = 99,
                            quantity = Pieces * 1_000,
                        },
                    },
                    memberId = member,
                },
                payments = new object[] { new { tender = "stored_value", amount = 1_000 }, new { tender = "cash" } },
            }
        );
        var id = (string)order["orderId"]!;
        var answers = await field.Together(
            Clients,
            "c4",
            $"/orders/{id}/refunds",
            _ => new { shiftId = field.Shift, lines = new[] { new { lineNo = 1, quantity = 1_000 } } }
        );
        var given = answers.Where(a => a.Ok).Sum(a => (long)a.Json["amount"]!);
        return
        [
            .. Winners(answers, Pieces),
            .. Must("refunded together", given, Pieces * 99),
            .. Must("refunded by the order", (long)(await field.Api.Get($"/orders/{id}"))["refunded"]!, Pieces * 99),
            .. Must("stored value", (await field.Held(member)).Stored, 1_200),
        ];
    }

    /// <summary>C5: one key a hundred times at once: one posting, the same bytes for all; another body under it is refused.</summary>
    public static async Task<List<string>> OneKey(Field field)
    {
        var member = await field.Member();
        var key = field.NewKey("c5");
        var pay = field.Random.Next(1, 100) * 100L;
        object TopUp(long amount) =>
            new
            {
                shiftId = field.Shift,
                memberId = member,
                tender = "cash",
                pay = amount,
            };
        var answers = await field.Together([.. Enumerable.Repeat(("/topups", TopUp(pay), key), 100)]);
        var different = answers.Select(a => Convert.ToBase64String(a.Body)).Distinct(StringComparer.Ordinal).Count();
        var other = await field.Together([.. Enumerable.Repeat(("/topups", TopUp(pay + 1), key), 5)]);
        return
        [
            .. Winners(answers, 100),
            .. Must("different answers", different, 1),
            .. Must("stored value", (await field.Held(member)).Stored, pay),
            .. Must(
                "refused for another body",
                other.Count(a => a is { Status: 422, Code: "idempotency_key_reused" }),
                5
            ),
        ];
    }

    /// <summary>I33 under race: fifty top-ups around the limit of a card; what fits goes in and no more.</summary>
    public static async Task<List<string>> OneLimit(Field field)
    {
        var member = await field.MemberWith(400_000);
        var answers = await field.Together(
            50,
            "c1l",
            "/topups",
            _ => new
            {
                shiftId = field.Shift,
                memberId = member,
                tender = "cash",
                pay = 30_000,
            }
        );
        return
        [
            .. Winners(answers, 3),
            .. Losers(answers, "card_limit_exceeded"),
            .. Must("stored value", (await field.Held(member)).Stored, 490_000),
        ];
    }

    /// <summary>C9: a shift is closed while tickets are taken; each is in the report or refused. The invariants judge the report.</summary>
    public static async Task<List<string>> CloseOrSell(Field field)
    {
        var shift = await field.Shop.OpenShift(field.Api, field.NewKey("t")[2..]);
        var member = await field.MemberWith(1_000);
        var requests = Enumerable
            .Range(0, 7)
            .Select(i =>
                (
                    Path: "/orders",
                    Body: field.Ticket(
                        i % 2 == 0 ? null : member,
                        100,
                        i % 2 == 0 ? Field.Cash : Field.Stored,
                        null,
                        shift
                    ),
                    Key: field.NewKey("c9a")
                )
            )
            .ToList();
        requests.Insert(
            field.Random.Next(requests.Count),
            ($"/shifts/{shift}/close", new { counted = 20_000, note = "" }, field.NewKey("c9a"))
        );
        var answers = await field.Together(requests);
        var sold = requests.Zip(answers).Count(x => x.First.Path == "/orders" && x.Second.Ok);
        var report = await field.Api.Get($"/shifts/{shift}");
        return
        [
            .. Losers(answers, "shift_closed"),
            .. Must("tickets in the report", (long)report["report"]!["figures"]!["orders"]!, sold),
        ];
    }

    /// <summary>C9: the ticket is voided and refunded at once; the money comes back once.</summary>
    public static async Task<List<string>> VoidOrRefund(Field field)
    {
        var member = await field.MemberWith(5_000);
        var order = (string)(await field.Api.Must("/orders", field.Ticket(member, 3_000, Field.Stored)))["orderId"]!;
        var answers = await field.Together(
            4,
            "c9b",
            $"/orders/{order}/refunds",
            i => new
            {
                shiftId = field.Shift,
                isVoid = i % 2 == 0,
                reason = "退",
            }
        );
        return [.. Winners(answers, 1), .. Must("stored value", (await field.Held(member)).Stored, 5_000)];
    }

    /// <summary>C9: the member is frozen while spending; once frozen, nothing is spent.</summary>
    public static async Task<List<string>> FreezeOrSpend(Field field)
    {
        var member = await field.MemberWith(5_000);
        var requests = Enumerable
            .Range(0, 4)
            .Select(_ => (Path: "/orders", Body: field.Ticket(member, 1_000, Field.Stored), Key: field.NewKey("c9c")))
            .ToList();
        requests.Insert(
            field.Random.Next(4),
            ($"/members/{member}/freeze", new { reason = "挂失" }, field.NewKey("c9c"))
        );
        var answers = await field.Together(requests);
        var sold = requests.Zip(answers).Count(x => x.First.Path == "/orders" && x.Second.Ok);
        var late = await field.Api.Post("/orders", field.Ticket(member, 1_000, Field.Stored));
        return
        [
            .. late.Ok ? ["a frozen member spent"] : Array.Empty<string>(),
            .. Must("stored value", (await field.Held(member)).Stored, 5_000 - sold * 1_000),
        ];
    }

    /// <summary>C9: two memberships are merged while both are spent from; no fen appears or goes.</summary>
    public static async Task<List<string>> MergeOrSpend(Field field)
    {
        var (into, from) = (await field.MemberWith(3_000), await field.MemberWith(2_000));
        var requests = new List<(string Path, object Body, string Key)>();
        for (var i = 0; i < 4; i++)
            requests.Add(("/orders", field.Ticket(i % 2 == 0 ? into : from, 500, Field.Stored), field.NewKey("c9d")));
        requests.Insert(
            field.Random.Next(4),
            ($"/members/{into}/merge", new { fromId = from, reason = "同一个人" }, field.NewKey("c9d"))
        );
        var answers = await field.Together(requests);
        var sold = requests.Zip(answers).Count(x => x.First.Path == "/orders" && x.Second.Ok);
        return Must("stored value of the one member", (await field.Held(into)).Stored, 5_000 - sold * 500);
    }

    /// <summary>C9: the price changes while the ticket is paid; what was shown is what is taken, or it is refused.</summary>
    public static async Task<List<string>> PriceOrSell(Field field)
    {
        var name = field.NewKey("价");
        object Product(long price) =>
            new
            {
                name,
                price,
                unit = "件",
            };
        var made = await field.Api.Must("/goods", Product(1_000));
        var id = (string)made["id"]!;
        var sale = new
        {
            shiftId = field.Shift,
            cart = new
            {
                lines = new[]
                {
                    new
                    {
                        lineNo = 1,
                        productId = id,
                        quantity = 1_000,
                    },
                },
            },
            payments = Field.Cash,
            expectedDue = 1_000,
        };
        var change = Task.Run(() =>
            field.Api.Send(
                HttpMethod.Put,
                $"/goods/{id}",
                JsonSerializer.Serialize(Product(2_000), Json.Options),
                field.NewKey("c9e"),
                (long)made["version"]!
            )
        );
        var answers = await field.Together(4, "c9e", "/orders", _ => sale);
        var changed = await change;
        return
        [
            .. changed.Ok ? Array.Empty<string>() : [$"the price was not changed: {changed.Text}"],
            .. answers.Where(a => a.Ok).SelectMany(a => Must("taken", (long)a.Json["payable"]!, 1_000)),
        ];
    }

    private static List<string> Winners(Answer[] answers, int expected) =>
        Must("answered with success", answers.Count(a => a.Ok), expected);

    private static IEnumerable<string> Losers(Answer[] answers, string code) =>
        answers
            .Where(a => !a.Ok && a.Code != code)
            .Select(a => $"refused with {a.Status} {a.Code} instead of {code}")
            .Distinct(StringComparer.Ordinal);

    private static List<string> Must(string what, long found, long expected) =>
        found == expected ? [] : [string.Create(CultureInfo.InvariantCulture, $"{what}: {found}, expected {expected}")];
}
