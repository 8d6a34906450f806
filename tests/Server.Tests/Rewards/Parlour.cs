using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shuke.Server.Modules.Rewards;
using Shuke.Server.Platform;
using Shuke.Server.Tests.Sales;

namespace Shuke.Server.Tests.Rewards;

/// <summary>A shop with one product for tests of rewards: rules, members, tickets, and what everybody holds afterwards.</summary>
public sealed class Parlour : IAsyncDisposable
{
    private readonly Till _till;
    private readonly string _product;
    private int _phones;

    private Parlour(Till till, string product) => (_till, _product, Owner) = (till, product, till.Client);

    public House House => _till.House;

    /// <summary>The owner, signed in again whenever the clock was moved far.</summary>
    public Client Owner { get; private set; }
    public Till Till => _till;

    public static async Task<Parlour> Open(Engine engine)
    {
        // No tier and no punch card interferes with what rules give.
        var till = await Till.Open(engine, "empty");
        till.Client.Replays = false;
        var settings = await till.Client.Get("/settings/pricing");
        var value = settings["value"]!.DeepClone().AsObject();
        value["earnPerYuanBp"] = 0;
        await till.Client.Put("/settings/pricing", value, settings.Long("version"));
        return new(till, await till.Product("茶", 1_00));
    }

    public Task<string> Member(string name = "") => _till.Member($"139{++_phones:00000000}", name);

    /// <summary>A ticket of so many yuan, paid in cash; facts are delivered.</summary>
    public async Task<JsonNode> Buy(string member, int yuan)
    {
        var order = await Order(member, yuan).ShouldSucceed();
        await House.DeliverFacts();
        return order;
    }

    public Task<Answer> Order(string member, int yuan) =>
        Owner.Send(HttpMethod.Post, "/orders", _till.Sale(member, [Till.Line(1, _product, yuan)], [Till.Cash()]));

    public async Task Refund(JsonNode order, int yuan)
    {
        await Owner.Post(
            $"/orders/{order.Text("orderId")}/refunds",
            new
            {
                shiftId = _till.Shift,
                lines = new[] { new { lineNo = 1, quantity = yuan * 1000L } },
                reason = "不想要了",
            }
        );
        await House.DeliverFacts();
    }

    public async Task<JsonNode> Rule(object trigger, object[] effects, object? more = null) =>
        await Owner.Post("/rewards/rules", RuleBody(trigger, effects, more));

    public static JsonNode RuleBody(object trigger, object[] effects, object? more = null)
    {
        var body = JsonNode
            .Parse(
                Json.Text(
                    new
                    {
                        form = "purchase",
                        name = "测试规则",
                        trigger,
                        effects,
                        caps = Array.Empty<object>(),
                        validity = new { },
                    }
                )
            )!
            .AsObject();
        if (more is not null)
            foreach (var (key, value) in JsonNode.Parse(Json.Text(more))!.AsObject())
                body[key] = value?.DeepClone();
        return body;
    }

    public static object Points(long amount, string side = "member") =>
        new
        {
            kind = "points",
            amount,
            @for = side,
        };

    public async Task<long> Holds(string member, string asset) =>
        (await Owner.Get($"/ledger/members/{member}"))["holdings"]!
            .AsArray()
            .Where(a => a!.Text("code") == asset)
            .Sum(a => a!.Long("balance"));

    public async Task<string[]> States(string member) =>
        [.. (await Owner.Get($"/members/{member}/rewards"))["grants"]!.AsArray().Select(g => g!.Text("state")!)];

    /// <summary>The calendar looks at what is due at this moment of the shop's zone (UTC+8).</summary>
    public Task<int> Clock(int year, int month, int day, int hour = 9) =>
        ClockAt(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(8)));

    public async Task<int> ClockAt(DateTimeOffset moment)
    {
        House.Clock.MoveTo(moment);
        if (Owner != _till.Client)
            Owner.Dispose();
        Owner = await House.Owner();
        Owner.Replays = false;
        return await Look();
    }

    public Task<int> Look() => House.Services.GetRequiredService<RewardClock>().LookOnce();

    public ValueTask DisposeAsync() => _till.DisposeAsync();
}
